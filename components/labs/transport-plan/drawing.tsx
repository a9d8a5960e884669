import { percent } from '../../charts/scale.ts';
import { Ticks } from '../../charts/ticks.tsx';
import { nearestStep } from '../frame/grid.ts';
import { Handle, nudged } from '../frame/handle.tsx';
import type { Lab } from '../frame/lab.ts';
import { millionths } from '../frame/pmf-ranges.tsx';
import { withMass } from '../masses.ts';
import { Letter } from '../notation.tsx';
import { places, planOf } from './couplings.ts';
import { barWidth, endOf, heights, massAt, middleOf, ribbonsOf } from './layout.ts';
import type { Setting } from './model.ts';
import { Ribbons } from './ribbons.tsx';

const rows = ['P', 'Q'] as const;
type Row = (typeof rows)[number];

const ordinals = ['first', 'second', 'third', 'fourth'] as const;

/** Three marks of mass from a foot on: P's upwards, Q's downwards. */
const ticksOf = (row: Row) =>
  [0, 0.5, 1].map((value) => ({ value, label: String(value), at: row === 'P' ? value : 1 - value }));

export const Bars = ({ row, masses }: { readonly row: Row; readonly masses: readonly number[] }) => (
  <>
    {masses.map((mass, x) => (
      <rect
        key={row + x}
        class={`bar ${row === 'P' ? 'solid' : 'dashed'}`}
        x={percent(middleOf(x + 1) - barWidth / 2)}
        width={percent(barWidth)}
        y={percent(Math.min(heights[row], endOf(row, mass)))}
        height={percent(Math.abs(endOf(row, mass) - heights[row]))}
      />
    ))}
    <line class="baseline" x2="100%" y1={percent(heights[row])} y2={percent(heights[row])} />
  </>
);

function MassHandle({ lab, row, x }: { readonly lab: Lab<Setting>; readonly row: Row; readonly x: number }) {
  const masses = lab.setting.value[row];
  const to = (setting: Setting, mass: number): Setting => ({
    ...setting,
    [row]: withMass(setting[row], x, mass),
  });
  return (
    <Handle
      lab={lab}
      id={`drag-${row}${x + 1}`}
      label={`mass of ${row} at the ${ordinals[x]!} place: the arrow keys change it`}
      at={{ x: middleOf(x + 1), y: endOf(row, masses[x]!) }}
      along="up"
      tone={row}
      sign={row}
      drag={(from, { y }) => to(from, nearestStep(millionths, massAt(row, y) / millionths.most))}
      nudge={(now, _, up) => to(now, nudged(millionths, now[row][x]!, up))}
    />
  );
}

const Scale = ({ row }: { readonly row: Row }) => (
  <div
    class="mass-scale"
    style={{
      top: percent(row === 'P' ? heights.P - heights.ofMassOne : heights.Q),
      height: percent(heights.ofMassOne),
    }}
  >
    <Ticks ticks={ticksOf(row)} />
  </div>
);

/** P above, Q below, and the coupling between them. */
export function Drawing({ lab }: { readonly lab: Lab<Setting> }) {
  const { P, Q, coupling } = lab.setting.value;
  return (
    <div
      class="xy"
      role="group"
      aria-label="The masses of P above and of Q below, and ribbons for the mass that the coupling moves"
    >
      <div class="y-axis">
        {rows.map((row) => (
          <Scale key={row} row={row} />
        ))}
      </div>
      <div class="box">
        <svg class="chart" aria-hidden="true">
          <Ribbons ribbons={ribbonsOf(planOf(coupling, P, Q))} />
          <Bars row="P" masses={P} />
          <Bars row="Q" masses={Q} />
        </svg>
        <span class="axis-name">
          mass of <Letter of="P" />
        </span>
        {rows.map((row) =>
          places.map((place) => <MassHandle key={row + place} {...{ lab, row }} x={place - 1} />),
        )}
      </div>
      <div class="x-axis">
        <Ticks ticks={places.map((value) => ({ value, label: String(value), at: middleOf(value) }))} across />
        <span class="axis-name below-name">
          mass of <Letter of="Q" />
        </span>
        <span class="axis-name across-name">place</span>
      </div>
    </div>
  );
}
