import { PairedBars } from '../../charts/paired-bars.tsx';
import { Ticks } from '../../charts/ticks.tsx';
import { Letter } from '../notation.tsx';
import { LabelField, MassField } from './fields.tsx';
import { Given } from './given.tsx';
import type { Lab } from './lab.ts';
import { whole } from '../masses.ts';
import { missing, type Side } from './model.ts';
import { Slider } from './slider.tsx';

const sides = ['P', 'Q'] as const satisfies readonly Side[];
const ticks = [
  { value: 0, label: '0', at: 0 },
  { value: 0.5, label: '0.5', at: 0.5 },
  { value: 1, label: '1', at: 1 },
];

/** The bars themselves: the mixture joins them where the chosen quantity speaks of it, a frame where it is infinite. */
function Drawing({ lab }: { readonly lab: Lab }) {
  const { pair, chosen } = lab.state.value;
  const { P, Q } = pair;
  const fractions = (masses: readonly number[]): number[] => masses.map((mass) => mass / whole);
  const mixture = P.map((mass, x) => (mass + Q[x]!) / (2 * whole));
  const lackingQ = chosen === 'kl' || chosen === 'ce' ? missing(pair, 'Q') : [];
  const lackingP = chosen === 'lk' || chosen === 'ec' ? missing(pair, 'P') : [];
  return (
    <PairedBars
      solid={fractions(P)}
      dashed={fractions(Q)}
      dotted={chosen === 'jsd' ? { name: 'M', levels: mixture } : undefined}
      framed={[...lackingQ, ...lackingP]}
    />
  );
}

interface Props {
  readonly lab: Lab;
  readonly compact: boolean;
}

/** The two pmfs as bars to be dragged, and under each outcome its label and its masses, to be typed unless compact. */
export function Bars({ lab, compact }: Props) {
  const outcomes = Array.from({ length: lab.outcomes.value }, (_, x) => x);
  return (
    <>
      <div class="gutter plot-row">
        <Ticks ticks={ticks} />
      </div>
      <div class="plot plot-row">
        <span class="axis-name">probability</span>
        <Drawing lab={lab} />
        {outcomes.map((x) =>
          sides.map((side) => <Slider key={side + x} lab={lab} side={side} outcome={x} />),
        )}
      </div>
      <div class="gutter row" aria-hidden="true">
        <Letter of="x" />
      </div>
      {outcomes.map((x) => (
        <div class="row" key={`label${x}`}>
          {compact ? (
            <i class="outcome" data-sym="">
              {lab.label(x)}
            </i>
          ) : (
            <LabelField lab={lab} outcome={x} />
          )}
        </div>
      ))}
      {sides.map((side) => [
        <div class={`gutter row`} key={side} aria-hidden="true">
          <Letter of={side} />
        </div>,
        outcomes.map((x) => (
          <div class={`row side-${side}`} key={side + x}>
            {compact ? (
              <Given side={side} outcome={x} mass={lab.mass(side, x)} />
            ) : (
              <MassField lab={lab} side={side} outcome={x} />
            )}
          </div>
        )),
      ])}
    </>
  );
}
