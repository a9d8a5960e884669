import { percent } from '../../charts/scale.ts';
import { Ticks } from '../../charts/ticks.tsx';
import { nearestStep } from '../frame/grid.ts';
import { Handle, nudged } from '../frame/handle.tsx';
import type { Lab } from '../frame/lab.ts';
import { millionths } from '../frame/pmf-ranges.tsx';
import { withMass } from '../masses.ts';
import { Letter } from '../notation.tsx';
import { passagesOf, places, planOf, type Side } from './couplings.ts';
import {
  barWidth,
  endOf,
  type Heights,
  heightsOf,
  massAt,
  middleOf,
  type Ribbon,
  ribbonsOf,
} from './layout.ts';
import { glued, type Setting } from './model.ts';
import { Ribbons } from './ribbons.tsx';

const sides = { two: ['P', 'Q'], three: ['P', 'Q', 'R'] } as const;
const barClasses: Readonly<Record<Side, string>> = { P: 'solid', Q: 'dashed', R: 'even' };
const ordinals = ['first', 'second', 'third', 'fourth'] as const;

/** The ribbons of what is drawn. */
export function drawnRibbons(setting: Setting): readonly Ribbon[] {
  const { P, Q, coupling, rows } = setting;
  if (rows === 'three') return ribbonsOf(glued(setting), heightsOf.three, Q);
  return ribbonsOf(passagesOf(planOf(coupling, P, Q)), heightsOf.two);
}

/** Marks of mass from a foot on: P's upwards, the others' downwards. */
const ticksOf = (side: Side, values: readonly number[]) =>
  values.map((value) => ({ value, label: String(value), at: side === 'P' ? value : 1 - value }));

interface BarsProps {
  readonly side: Side;
  readonly masses: readonly number[];
  readonly heights: Heights;
}

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

interface SideProps {
  readonly lab: Lab<Setting>;
  readonly side: Side;
  readonly heights: Heights;
}

function MassHandle({ lab, side, heights, x }: SideProps & { readonly x: number }) {
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

const Scale = ({ side, heights }: Pick<SideProps, 'side' | 'heights'>) => (
  <div
    class="mass-scale"
    style={{
      top: percent(heights[side] - (side === 'P' ? heights.ofMassOne : 0)),
      height: percent(heights.ofMassOne),
    }}
  >
    <Ticks ticks={ticksOf(side, heights === heightsOf.two ? [0, 0.5, 1] : [0, 1])} />
  </div>
);

/** The rows of masses, and between them what the coupling moves. */
export function Drawing({ lab }: { readonly lab: Lab<Setting> }) {
  const setting = lab.setting.value;
  const { rows } = setting;
  const heights = heightsOf[rows];
  return (
    <div
      class={`xy rows-${rows}`}
      role="group"
      aria-label={`The masses of ${rows === 'two' ? 'P above and of Q' : 'P above, of Q in the middle and of R'} below, and ribbons for the mass that the coupling moves`}
    >
      <div class="y-axis">
        {sides[rows].map((side) => (
          <Scale key={side} {...{ side, heights }} />
        ))}
      </div>
      <div class="box">
        <svg class="chart" aria-hidden="true">
          <Ribbons ribbons={drawnRibbons(setting)} />
          {sides[rows].map((side) => (
            <Bars key={side} masses={setting[side]} {...{ side, heights }} />
          ))}
        </svg>
        <span class="axis-name">
          mass of <Letter of="P" />
        </span>
        {sides[rows].map((side) =>
          places.map((place) => <MassHandle key={side + place} {...{ lab, side, heights }} x={place - 1} />),
        )}
      </div>
      <div class="x-axis">
        <Ticks ticks={places.map((value) => ({ value, label: String(value), at: middleOf(value) }))} across />
        <span class="axis-name below-name">
          mass of <Letter of={sides[rows].at(-1)!} />
        </span>
        <span class="axis-name across-name">place</span>
      </div>
    </div>
  );
}
