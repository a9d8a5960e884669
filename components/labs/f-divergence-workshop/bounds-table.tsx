import { Curve } from '../../charts/curve.tsx';
import { Formula } from '../notation.tsx';
import { Quantity } from '../Quantity.tsx';
import { boundTones } from './joint-drawing.tsx';
import { boundOfPair, boundsOf } from './joint.ts';
import { sidesOf } from './kinds.ts';
import { model, type Setting } from './model.ts';
import { divergences, shortNames, wordsOfKind } from './names.tsx';
import { sideReadings } from './readings.ts';

const middle = [0, 1].map((x) => ({ x, y: 0.5 }));

/** Both divergences of the pair, and what each theorem says of the second by the first. */
export function Bounds({ setting, drawn }: { readonly setting: Setting; readonly drawn: boolean }) {
  const y = sidesOf[setting.joint][1];
  return (
    <dl class="readings bounds" data-givens={JSON.stringify(model.givens(setting))}>
      {sidesOf[setting.joint].map((kind, k) => (
        <div key={kind}>
          <dt>
            <Formula words={wordsOfKind[kind]}>{divergences[kind]}</Formula>
          </dt>
          <dd>
            <Quantity {...sideReadings(setting)[k]!} />
          </dd>
        </div>
      ))}
      {boundsOf(setting).map((bound, k) => (
        <div key={bound.name}>
          <dt>
            {drawn && (
              <svg class="line-of" aria-hidden="true">
                <Curve tone={`bound ${boundTones[k]!}`} points={middle} />
              </svg>
            )}
            <a href={bound.at}>{bound.name}</a>:{' '}
            <Formula words={`${wordsOfKind[y]} is at ${bound.side}`}>
              {shortNames[y]} {bound.side === 'least' ? '≥' : '≤'}
            </Formula>
          </dt>
          <dd>
            <Quantity {...boundOfPair(bound, setting)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
