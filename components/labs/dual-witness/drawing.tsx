import type { ComponentChildren } from 'preact';
import { Curve, type Point } from '../../charts/curve.tsx';
import { along, type Axis, Plot, valueAt } from '../../charts/plot.tsx';
import { percent } from '../../charts/scale.ts';
import { SignedBars } from '../../charts/signed-bars.tsx';
import { Ticks } from '../../charts/ticks.tsx';
import { Handle } from '../frame/handle.tsx';
import type { Lab } from '../frame/lab.ts';
import { whole } from '../masses.ts';
import { Formula, Letter } from '../notation.tsx';
import { type Heights, middleOf } from '../transport-plan/heights.ts';
import { ordinals, places } from '../transport-plan/places.ts';
import { Bars, MassHandle, Scale } from '../transport-plan/rows.tsx';
import type { Setting } from './model.ts';
import { ahead, best } from './names.tsx';
import { aheadIn, bestWitness, cells, dragged, isTooSteep, type Levels, nudgedLevel } from './witness.ts';

/** The places stand in the middle of columns, in all three drawings. */
const across: Axis = { from: 0.5, to: places.length + 0.5, name: '', ticks: [...places] };
const up: Axis = { from: -3, to: 3, name: <Letter of="f" />, ticks: [-3, -2, -1, 0, 1, 2, 3] };
const difference: Axis = {
  from: -1,
  to: 1,
  name: <Formula words="how much more of Q than of P lies to the left">{ahead}</Formula>,
  ticks: [-1, 0, 1],
};
const heights: Heights = { P: 0.41, Q: 0.59, R: 1, ofMassOne: 0.41 };
const hundredths = 100;

const pointOf = (f: Levels, x: number): Point => ({ x: middleOf(x + 1), y: along(up, f[x]! / hundredths) });

/** A function over the places, as a broken line; its pieces that are too steep are set apart. */
export const Pieces = ({ f }: { readonly f: Levels }) => (
  <>
    {cells.map((cell) => (
      <Curve
        key={cell}
        tone={isTooSteep(f, cell) ? 'witness too-steep' : 'witness'}
        points={[pointOf(f, cell), pointOf(f, cell + 1)]}
      />
    ))}
  </>
);

function Named({
  f,
  at,
  children,
}: {
  readonly f: Levels;
  readonly at: 'start' | 'end';
  readonly children: ComponentChildren;
}) {
  const { x, y } = pointOf(f, at === 'start' ? 0 : places.length - 1);
  return (
    <span
      class={at === 'start' ? 'mark-at named-start tone of-plan' : 'mark-at named-end tone'}
      style={{ left: percent(x), top: percent(1 - y) }}
    >
      {children}
    </span>
  );
}

const movesOf = places.map((_, x) => ({
  drag: (from: Setting, { y }: Point): Setting => ({
    ...from,
    f: dragged(from.f, x, valueAt(up, 1 - y), from.rule === 'kept'),
  }),
  nudge: (now: Setting, _: number, upwards: number): Setting => ({
    ...now,
    f: nudgedLevel(now.f, x, upwards, now.rule === 'kept'),
  }),
}));

function Witness({ lab }: { readonly lab: Lab<Setting> }) {
  const { P, Q, f, best: shown } = lab.setting.value;
  const witness = bestWitness(P, Q);
  return (
    <Plot
      x={across}
      y={up}
      title="The function f at the four places, and the best one where it is shown"
      over={
        <>
          {shown === 'shown' && (
            <Named f={witness} at="start">
              {best}
            </Named>
          )}
          <Named f={f} at="end">
            <Letter of="f" />
          </Named>
          {cells
            .filter((cell) => isTooSteep(f, cell))
            .map((cell) => {
              const [from, to] = [pointOf(f, cell), pointOf(f, cell + 1)];
              return (
                <span
                  key={cell}
                  class="mark-at steep-name"
                  style={{ left: percent((from.x + to.x) / 2), top: percent(1 - (from.y + to.y) / 2) }}
                >
                  too steep
                </span>
              );
            })}
          {places.map((_, x) => (
            <Handle
              key={x}
              lab={lab}
              id={`drag-f${x + 1}`}
              label={`f at the ${ordinals[x]!} place: the arrow keys move it up and down`}
              at={{ x: middleOf(x + 1), y: 1 - pointOf(f, x).y }}
              along="up"
              sign="f"
              {...movesOf[x]!}
            />
          ))}
        </>
      }
    >
      {shown === 'shown' && <Curve tone="of-plan" points={places.map((_, x) => pointOf(witness, x))} />}
      <Pieces f={f} />
    </Plot>
  );
}

const ways = new Map([
  [1, 'rises'],
  [0, 'is free'],
  [-1, 'falls'],
]);

function Difference({ setting: { P, Q } }: { readonly setting: Setting }) {
  const values = cells.map((cell) => aheadIn(P, Q, cell));
  return (
    <Plot
      x={{ ...across, ticks: [] }}
      y={difference}
      title="From each place to the next: how much more of Q than of P lies to the left, and which way the best function goes there"
      over={cells.map((cell) => (
        <span
          key={cell}
          class={values[cell]! > 0 ? 'mark-at way way-below' : 'mark-at way'}
          style={{ left: percent((cell + 1) / places.length), top: '50%' }}
        >
          <Formula words={`the best function ${ways.get(Math.sign(values[cell]!))!}`}>
            {best} <span class="way-word">{ways.get(Math.sign(values[cell]!))!}</span>
          </Formula>
        </span>
      ))}
    >
      <SignedBars
        values={values.map((value) => value / whole)}
        tones={cells.map(() => 'plan')}
        columns={places.length}
        scale={{ limit: 1, zero: 0.5 }}
      />
    </Plot>
  );
}

const sides = ['P', 'Q'] as const;

function Masses({ lab }: { readonly lab: Lab<Setting> }) {
  const setting = lab.setting.value;
  return (
    <div class="xy masses" role="group" aria-label="The masses of P above and of Q below">
      <div class="y-axis">
        {sides.map((side) => (
          <Scale key={side} {...{ side, heights }} ticks={[0, 1]} />
        ))}
      </div>
      <div class="box">
        <svg class="chart" aria-hidden="true">
          {sides.map((side) => (
            <Bars key={side} masses={setting[side]} {...{ side, heights }} />
          ))}
        </svg>
        <span class="axis-name">
          mass of <Letter of="P" />
        </span>
        {sides.map((side) =>
          places.map((place) => <MassHandle key={side + place} {...{ lab, side, heights }} x={place - 1} />),
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

/** The function, what decides of its best slopes, and the masses, place under place. */
export const Drawing = ({ lab }: { readonly lab: Lab<Setting> }) => (
  <>
    <Witness lab={lab} />
    <Difference setting={lab.setting.value} />
    <Masses lab={lab} />
  </>
);
