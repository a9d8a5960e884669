import { Curve, type Point } from '../../charts/curve.tsx';
import { along, type Axis, Plot, valueAt } from '../../charts/plot.tsx';
import { percent } from '../../charts/scale.ts';
import { Handle } from '../frame/handle.tsx';
import type { Lab } from '../frame/lab.ts';
import { Letter } from '../notation.tsx';
import { drawn, nudgedAnswer, nudgedShift, slid } from './drawn.ts';
import { cells, centre, massesAt, whole } from './line.ts';
import { bestAnswers, type Setting } from './model.ts';
import { best } from './names.tsx';
import { numberOf } from './share.ts';

const across: Axis = { from: 0, to: cells, name: '', ticks: [] };
/** The answers stand above zero, and below them the two densities, each on its ground. */
const up: Axis = { from: -0.8, to: 1, name: 'taken for data with probability', ticks: [0, 0.5, 1] };
const ground = -0.72;
const tallest = 0.6;
/** The last cell with data, of which there is always a best answer. */
const lastOfData = 2 * centre;
const greatestMass = (3 / 8) * whole;

export const ordinals: readonly string[] = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
];

/** One level a cell. */
const steps = (levels: readonly (number | undefined)[]): readonly Point[] =>
  levels.flatMap((level, x) =>
    [x, x + 1].map((at) => ({ x: at / cells, y: level === undefined ? NaN : along(up, level) })),
  );

/** The levels of the cells with mass, from the ground and back to it. */
function outline(masses: readonly number[]): readonly Point[] {
  const held = masses.flatMap((mass, x) => (mass > 0 ? [x] : []));
  const floor = along(up, ground);
  const [from, to] = [held[0]!, held.at(-1)! + 1];
  const tops = steps(masses.map((mass) => ground + (mass / greatestMass) * tallest));
  return [{ x: from / cells, y: floor }, ...tops.slice(2 * from, 2 * to), { x: to / cells, y: floor }];
}

const movesOf = Array.from({ length: cells }, (_, cell) => ({
  drag: (from: Setting, { x, y }: Point): Setting => drawn(from, cell, x * cells, valueAt(up, 1 - y)),
  nudge: (now: Setting, _: number, upwards: number): Setting => nudgedAnswer(now, cell, upwards),
}));
const slide = {
  drag: (from: Setting, { x }: Point): Setting => slid(from, x * cells - centre),
  nudge: nudgedShift,
};

export function Drawing({ lab }: { readonly lab: Lab<Setting> }) {
  const { shift, answers } = lab.setting.value;
  const here = (centre + shift / 10) / cells;
  const floor = along(up, ground);
  const [data, generated] = [outline(massesAt(0)), outline(massesAt(shift))];
  const bests = bestAnswers(shift).map((answer) => answer && numberOf(answer));
  return (
    <Plot
      x={across}
      y={up}
      title="Below, the masses of P and of Q in the cells of a line. Above, what the discriminator D answers in each cell, and the best answer, where there is one"
      over={
        <>
          <span
            class="mark-at foot tone of-P"
            style={{ left: percent(centre / cells), top: percent(1 - floor) }}
          >
            <Letter of="P" />
          </span>
          <span
            class="mark-at drawn tone plain"
            style={{ left: '100%', top: percent(1 - along(up, numberOf(answers.at(-1)!))) }}
          >
            <Letter of="D" />
          </span>
          <span
            class="mark-at beside tone of-M"
            style={{ left: percent(lastOfData / cells), top: percent(1 - along(up, bests[lastOfData - 1]!)) }}
          >
            {best}
          </span>
          {answers.map((answer, x) => (
            <Handle
              key={x}
              lab={lab}
              id={`drag-d${x}`}
              label={`D in the ${ordinals[x]!} cell: the arrow keys move it up and down`}
              at={{ x: (x + 0.5) / cells, y: 1 - along(up, numberOf(answer)) }}
              along="up"
              {...movesOf[x]!}
            />
          ))}
          <Handle
            lab={lab}
            id="drag-t"
            label="Q, slid along the line by the arrow keys"
            at={{ x: here, y: 1 - floor }}
            along="across"
            tone="Q"
            sign="Q"
            {...slide}
          />
        </>
      }
    >
      <line class="floor" x2="100%" y1={percent(1 - floor)} y2={percent(1 - floor)} />
      <Curve tone="of-P" points={data} down={floor} />
      <Curve tone="of-P" points={data} />
      <Curve tone="of-Q" points={generated} />
      <Curve tone="of-M best" points={steps(bests)} />
      <Curve tone="plain" points={steps(answers.map(numberOf))} />
    </Plot>
  );
}
