import { percent } from '../../charts/scale.ts';
import { StackedBar, stackEnd, stackLimit } from '../../charts/stacked-bar.tsx';
import { Ticks } from '../../charts/ticks.tsx';
import { Quantity } from '../Quantity.tsx';
import { tickLabel } from '../tick-label.ts';
import { QuantityLabel } from './formulas.tsx';
import type { Lab } from './lab.ts';
import type { QuantityName, Shown } from './quantities.ts';

/** The cross-entropy of each direction, and the two quantities that it is the sum of. */
const sums = [
  { whole: 'ce', first: 'hp', second: 'kl', tone: 'solid' },
  { whole: 'ec', first: 'hq', second: 'lk', tone: 'dashed' },
] as const;

const stackOf = (readings: Shown, { first, second }: (typeof sums)[number]) => ({
  first: readings[first].value,
  second: readings[second].value,
});

/** Cross-entropy as the sum of entropy and divergence: for each direction one bar made of two, on one scale. */
export function Stacks({ lab }: { readonly lab: Lab }) {
  const readings = lab.readings.value;
  const limit = stackLimit(sums.map((sum) => stackOf(readings, sum)));
  const labelled = (name: QuantityName) => (
    <>
      <QuantityLabel name={name} /> <Quantity {...readings[name]} />
    </>
  );
  return (
    <div class="stacks">
      <p>Cross-entropy is entropy plus divergence:</p>
      {sums.map((sum) => {
        const stack = stackOf(readings, sum);
        return (
          <div class="stack" key={sum.whole}>
            <span class="whole">
              <QuantityLabel name={sum.whole} /> =
            </span>
            <div class="parts" style={{ '--first': percent(stack.first / limit) }}>
              <span class="part">{labelled(sum.first)}</span>
              <span class="part">+ {labelled(sum.second)}</span>
            </div>
            <div class="beam">
              <StackedBar {...stack} tone={sum.tone} limit={limit} />
              <span class="total" style={{ left: percent(stackEnd(stack, limit)) }}>
                = <Quantity {...readings[sum.whole]} narrow />
              </span>
            </div>
          </div>
        );
      })}
      <div class="stack-axis">
        <span class="axis-name">{readings.hp.unit}</span>
        <Ticks
          across
          ticks={[
            { value: 0, label: '0', at: 0 },
            { value: limit, label: tickLabel(limit), at: 1 },
          ]}
        />
      </div>
    </div>
  );
}
