import { type SignedScale, signedScale, SignedBars } from '../../charts/signed-bars.tsx';
import { Ticks } from '../../charts/ticks.tsx';
import { Quantity } from '../Quantity.tsx';
import { tickLabel } from '../tick-label.ts';
import { QuantityLabel, TermFormula } from './formulas.tsx';
import type { Lab } from './lab.ts';
import { LiveQuantity } from './live-quantity.tsx';
import { isSigned, termsOf, tonesOf } from './quantities.ts';

const ticks = ({ limit, zero }: SignedScale) => [
  { value: 0, label: '0', at: 1 - zero },
  { value: limit, label: tickLabel(limit), at: 1 },
];

/** One signed bar an outcome, in the outcome's column, and its value. */
function TermBars({ lab }: { readonly lab: Lab }) {
  const { pair, unit, chosen } = lab.state.value;
  const terms = termsOf(chosen, pair, unit);
  const values = terms.map((term) => term.value);
  const scale = signedScale(values, isSigned(chosen));
  const columns = pair.labels.length;
  const span = columns - terms.length + 1;
  return (
    <>
      <div class="gutter terms-row">
        <Ticks ticks={ticks(scale)} />
      </div>
      <div class="terms-plot terms-row">
        <span class="axis-name">{terms[0]?.unit}</span>
        <SignedBars values={values} tones={tonesOf(chosen, pair)} columns={columns} scale={scale} />
      </div>
      {terms.map((term, x) => (
        <div
          class={span > 1 ? 'term between' : 'term'}
          key={term.of}
          style={{ gridColumn: `${x + 2} / span ${span}` }}
        >
          <Quantity {...term} narrow />
        </div>
      ))}
    </>
  );
}

/** The chosen quantity as the sum it is. */
export function Terms({ lab }: { readonly lab: Lab }) {
  const name = lab.chosen.value;
  return (
    <>
      <p class="equation-of-terms">
        <span>
          <QuantityLabel name={name} /> = <TermFormula name={name} />
        </span>{' '}
        <span>
          = <LiveQuantity lab={lab} name={name} />
        </span>
      </p>
      <TermBars lab={lab} />
    </>
  );
}
