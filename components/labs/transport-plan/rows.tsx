import { percent } from '../../charts/scale.ts';
import { Ticks } from '../../charts/ticks.tsx';
import { nearestStep } from '../frame/grid.ts';
import { Handle, nudged } from '../frame/handle.tsx';
import type { Lab } from '../frame/lab.ts';
import { millionths } from '../frame/pmf-ranges.tsx';
import { withMass } from '../masses.ts';
import { barWidth, endOf, type Heights, massAt, middleOf } from './heights.ts';
import { ordinals, type Side } from './places.ts';

const barClasses: Readonly<Record<Side, string>> = { P: 'solid', Q: 'dashed', R: 'even' };

interface BarsProps {
  readonly side: Side;
  readonly masses: readonly number[];
  readonly heights: Heights;
}

/** A row of masses: bars on their foot. */
export const Bars = ({ side, masses, heights }: BarsProps) => (
  <>
    {masses.map((mass, x) => (
      <rect
        key={side + x}
        class={`bar ${barClasses[side]}`}
        x={percent(middleOf(x + 1) - barWidth / 2)}
        width={percent(barWidth)}
        y={percent(Math.min(heights[side], endOf(heights, side, mass)))}
        height={percent(Math.abs(endOf(heights, side, mass) - heights[side]))}
      />
    ))}
    <line class="baseline" x2="100%" y1={percent(heights[side])} y2={percent(heights[side])} />
  </>
);

interface HandleProps<Of extends Side, Setting> {
  readonly lab: Lab<Setting>;
  readonly side: Of;
  readonly heights: Heights;
  readonly x: number;
}

/** The end of a bar, to be dragged: the other masses of the row share the rest. */
export function MassHandle<Of extends Side, Setting extends Readonly<Record<Of, readonly number[]>>>(
  props: HandleProps<Of, Setting>,
) {
  const { lab, side, heights, x } = props;
  const to = (setting: Setting, mass: number): Setting => ({
    ...setting,
    [side]: withMass(setting[side], x, mass),
  });
  return (
    <Handle
      lab={lab}
      id={`drag-${side}${x + 1}`}
      label={`mass of ${side} at the ${ordinals[x]!} place: the arrow keys change it`}
      at={{ x: middleOf(x + 1), y: endOf(heights, side, lab.setting.value[side][x]!) }}
      along="up"
      tone={side}
      sign={side}
      drag={(from, { y }) => to(from, nearestStep(millionths, massAt(heights, side, y)))}
      nudge={(now, _, up) => to(now, nudged(millionths, now[side][x]!, up))}
    />
  );
}

interface ScaleProps {
  readonly side: Side;
  readonly heights: Heights;
  readonly ticks: readonly number[];
}

/** Marks of mass from a foot on: P's upwards, the others' downwards. */
export const Scale = ({ side, heights, ticks }: ScaleProps) => (
  <div
    class="mass-scale"
    style={{
      top: percent(heights[side] - (side === 'P' ? heights.ofMassOne : 0)),
      height: percent(heights.ofMassOne),
    }}
  >
    <Ticks
      ticks={ticks.map((value) => ({
        value,
        label: String(value),
        at: side === 'P' ? value : 1 - value,
      }))}
    />
  </div>
);
