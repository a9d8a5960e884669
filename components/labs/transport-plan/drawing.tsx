import { Ticks } from '../../charts/ticks.tsx';
import type { Lab } from '../frame/lab.ts';
import { Letter } from '../notation.tsx';
import { passagesOf, planOf } from './couplings.ts';
import { middleOf } from './heights.ts';
import { heightsOf, type Ribbon, ribbonsOf } from './layout.ts';
import { glued, type Setting } from './model.ts';
import { places } from './places.ts';
import { Ribbons } from './ribbons.tsx';
import { Bars, MassHandle, Scale } from './rows.tsx';

const sides = { two: ['P', 'Q'], three: ['P', 'Q', 'R'] } as const;
const massTicks = { two: [0, 0.5, 1], three: [0, 1] } as const;

/** The ribbons of what is drawn. */
export function drawnRibbons(setting: Setting): readonly Ribbon[] {
  const { P, Q, coupling, rows } = setting;
  if (rows === 'three') return ribbonsOf(glued(setting), heightsOf.three, Q);
  return ribbonsOf(passagesOf(planOf(coupling, P, Q)), heightsOf.two);
}

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
          <Scale key={side} {...{ side, heights }} ticks={massTicks[rows]} />
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
