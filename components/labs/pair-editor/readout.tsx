import type { JSX } from 'preact';
import { QuantityLabel } from './formulas.tsx';
import { Letter } from '../notation.tsx';
import type { Lab } from './lab.ts';
import { LiveQuantity } from './live-quantity.tsx';
import { choose, measureIn, missing, type Unit } from './model.ts';
import { hasTerms, quantityNames, type QuantityName } from './quantities.ts';

const fewer: readonly QuantityName[] = ['kl', 'lk', 'jsd', 'w'];
const asides: Partial<Record<QuantityName, JSX.Element>> = {
  root: <>root of JSD in nats</>,
  w: (
    <>
      outcomes at <span data-sym="">0</span>, <span data-sym="">1</span>, <span data-sym="">2</span>, …
    </>
  ),
};
const units = ['nats', 'bits'] as const satisfies readonly Unit[];

function UnitSwitch({ lab }: { readonly lab: Lab }) {
  return (
    <fieldset class="units scripted">
      <legend class="visually-hidden">Unit of information</legend>
      {units.map((unit) => (
        <label key={unit}>
          <input
            type="radio"
            name={`${lab.name}-unit`}
            checked={lab.unit.value === unit}
            disabled={!lab.alive.value}
            onChange={() => lab.act((state) => measureIn(state, unit))}
          />
          <span>{unit}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Why a divergence is infinite: `side` has no mass where the other pmf has some. */
function Reason({ lab, side }: { readonly lab: Lab; readonly side: 'P' | 'Q' }) {
  const { pair } = lab.state.value;
  const outcomes = missing(pair, side);
  if (outcomes.length === 0) return null;
  const names = outcomes.map((x) => (
    <i key={x} class="outcome" data-sym="">
      {pair.labels[x]}
    </i>
  ));
  return (
    <p>
      <QuantityLabel name={side === 'Q' ? 'kl' : 'lk'} /> = ∞: <Letter of={side} /> gives outcome
      {names.length > 1 && 's'}{' '}
      {names.flatMap((name, x) => (x === 0 ? [name] : [x === names.length - 1 ? ' and ' : ', ', name]))} no
      mass where <Letter of={side === 'Q' ? 'P' : 'Q'} /> has some.
    </p>
  );
}

/** Every quantity with its unit; choosing one draws its terms under the bars. */
export function Readout({ lab, compact }: { readonly lab: Lab; readonly compact: boolean }) {
  const chosen = lab.chosen.value;
  return (
    <div class="panel">
      <UnitSwitch lab={lab} />
      <fieldset class="quantities">
        <legend class="visually-hidden">Quantity whose terms are drawn</legend>
        {(compact ? fewer : quantityNames).map((name) => (
          <label key={name} class={`quantity quantity-${name}`}>
            {!compact && hasTerms(name) && (
              <input
                class="scripted"
                type="radio"
                name={`${lab.name}-terms`}
                checked={chosen === name}
                disabled={!lab.alive.value}
                onChange={() => lab.act((before) => choose(before, name))}
              />
            )}
            <QuantityLabel name={name} />
            <LiveQuantity lab={lab} name={name} />
            {name in asides && <span class="aside">{asides[name]}</span>}
          </label>
        ))}
      </fieldset>
      <div class="reasons">
        <Reason lab={lab} side="Q" />
        <Reason lab={lab} side="P" />
      </div>
    </div>
  );
}
