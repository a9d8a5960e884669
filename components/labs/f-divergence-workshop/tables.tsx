import { Formula } from '../notation.tsx';
import { Quantity } from '../Quantity.tsx';
import type { Setting } from './model.ts';
import { divergences, Limit, rows, valueOfCritic, wordsOfKind } from './names.tsx';
import {
  boundReading,
  divergenceReading,
  gapReading,
  limitReadings,
  outcomeReadings,
  rowNames,
} from './readings.ts';

const zerosSay = {
  P: (
    <>
      <Limit at="atZero" /> for each unit of Q
    </>
  ),
  Q: (
    <>
      <Limit at="atInfinity" /> for each unit of P
    </>
  ),
} as const;

/** The divergence, what the critic finds of it, and what it misses. */
export function Values({ setting }: { readonly setting: Setting }) {
  const gap = gapReading(setting);
  const limits = limitReadings(setting);
  return (
    <dl class="readings">
      <div>
        <dt>
          <Formula words={wordsOfKind[setting.kind]}>{divergences[setting.kind]}</Formula>
        </dt>
        <dd>
          <Quantity {...divergenceReading(setting)} />
        </dd>
      </div>
      <div class="found">
        <dt>
          <Formula words="what the critic finds: mean score under P minus mean price under Q">
            {valueOfCritic}
          </Formula>
        </dt>
        <dd>
          <Quantity {...boundReading(setting)} />
        </dd>
      </div>
      <div>
        <dt>what it misses</dt>
        <dd>{gap ? <Quantity {...gap} /> : 'none: both infinite'}</dd>
      </div>
      <div>
        <dt>
          <Limit at="atZero" />
        </dt>
        <dd>
          <Quantity {...limits.atZero} />
        </dd>
      </div>
      <div>
        <dt>
          <Limit at="atInfinity" />
        </dt>
        <dd>
          <Quantity {...limits.atInfinity} />
        </dd>
      </div>
    </dl>
  );
}

/** Outcome by outcome; `label` tells the two places where it stands apart. */
export function Outcomes({ setting, label }: { readonly setting: Setting; readonly label: string }) {
  const outcomes = setting.P.map((_, x) => outcomeReadings(setting, x));
  return (
    <div class="scroll" role="region" tabIndex={0} aria-label={label}>
      <table class="outcomes">
        <thead>
          <tr>
            <th scope="col">outcome</th>
            {outcomes.map((_, x) => (
              <th key={x} scope="col" data-sym="">
                {x + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowNames.map((name) => (
            <tr key={name}>
              <th scope="row">
                <Formula words={rows[name].words}>{rows[name].shown}</Formula>
              </th>
              {outcomes.map((readings, x) => (
                <td key={x}>{readings ? <Quantity {...readings[name]} /> : '–'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How the terms of outcomes come about to which P or Q gives nothing. */
export function Zeros({ setting: { P, Q } }: { readonly setting: Setting }) {
  const only = (here: readonly number[], there: readonly number[]): boolean =>
    here.some((mass, x) => mass === 0 && there[x]! > 0);
  const [zeroOfP, zeroOfQ] = [only(P, Q), only(Q, P)];
  if (!zeroOfP && !zeroOfQ) return <></>;
  return (
    <p class="said">
      {zeroOfP && <>An outcome that only Q has costs {zerosSay.P}. </>}
      {zeroOfQ && <>An outcome that only P has costs {zerosSay.Q}.</>}
    </p>
  );
}
