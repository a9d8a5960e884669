import { along, type Axis, Plot, valueAt } from '../../charts/plot.tsx';
import { percent } from '../../charts/scale.ts';
import { nearestStep, toNumber } from '../frame/grid.ts';
import { Handle, nudged, type Place } from '../frame/handle.tsx';
import type { Lab } from '../frame/lab.ts';
import { Formula } from '../notation.tsx';
import { Quantity } from '../Quantity.tsx';
import { moved, pointAt, sideAt } from './moves.ts';
import { ordinals, type Point, square, totalOf } from './points.ts';
import { potentialReading } from './readings.ts';
import { endOf, type Setting, type Solution } from './solution.ts';
import { solver } from './solver-on-demand.ts';

const room = { from: -0.07, to: 1.07 } as const;
const across: Axis = {
  ...room,
  name: <Formula words="first coordinate, xi">ξ</Formula>,
  ticks: [0, 0.25, 0.5, 0.75, 1],
};
const up: Axis = { ...across, name: <Formula words="second coordinate, eta">η</Formula> };

const xOf = ({ x }: Point): number => along(room, toNumber(square, x));
/** From the top. */
const yOf = ({ y }: Point): number => 1 - along(room, toNumber(square, y));

/** A line is so many pixels wide for mass one, and a disc has this radius. */
const widest = 34;
/** Lines that carry less are not seen. */
const least = 5e-4;
const pixels = (length: number): string => String(Math.round(length * 100) / 100);

interface LinesProps {
  readonly setting: Pick<Setting, 'P' | 'Q'>;
  readonly masses: ArrayLike<number>;
  readonly tone: string;
  /** All of one width. */
  readonly width?: number;
}

/** A plan as lines between points: each as wide as the mass that it carries. */
export const Lines = ({ setting: { P, Q }, masses, tone, width }: LinesProps) => (
  <>
    {P.flatMap((from, i) =>
      Q.map((to, j) => {
        const mass = masses[i * Q.length + j]!;
        if (mass < least) return null;
        return (
          <line
            key={i * Q.length + j}
            class={tone}
            x1={percent(xOf(from))}
            y1={percent(yOf(from))}
            x2={percent(xOf(to))}
            y2={percent(yOf(to))}
            stroke-width={pixels(width ?? widest * mass)}
          />
        );
      }),
    )}
  </>
);

/** A disc for each point, whose area is its mass. */
export const Discs = ({ setting: { P, Q } }: { readonly setting: Pick<Setting, 'P' | 'Q'> }) => (
  <>
    {[...P, ...Q].map((point, k) => (
      <circle
        key={k}
        class={k < P.length ? 'disc solid' : 'disc dashed'}
        cx={percent(xOf(point))}
        cy={percent(yOf(point))}
        r={pixels(widest * Math.sqrt(point.weight / totalOf(k < P.length ? P : Q)))}
      />
    ))}
  </>
);

const movesAt = (k: number) => ({
  drag: (from: Setting, { x, y }: Place): Setting =>
    moved(from, k, {
      x: clamped(nearestStep(square, valueAt(room, x))),
      y: clamped(nearestStep(square, valueAt(room, 1 - y))),
    }),
  nudge: (now: Setting, right: number, upwards: number): Setting => {
    const { x, y } = pointAt(now, k);
    return moved(now, k, {
      x: right === 0 ? x : nudged(square, x, right),
      y: upwards === 0 ? y : nudged(square, y, upwards),
    });
  },
});
const clamped = (hundredths: number): number => Math.min(square.most, Math.max(square.least, hundredths));
const moves = Array.from({ length: 16 }, (_, k) => movesAt(k));

function Points({ lab }: { readonly lab: Lab<Setting> }) {
  const setting = lab.setting.value;
  return (
    <>
      {[...setting.P, ...setting.Q].map((point, k) => {
        const [side, index] = sideAt(setting, k);
        return (
          <Handle
            key={k}
            lab={lab}
            id={`drag-${k}`}
            label={`${ordinals[index]!} point of ${side}: the arrow keys move it`}
            at={{ x: xOf(point), y: yOf(point) }}
            along="both"
            tone={side}
            sign={side}
            {...moves[k]!}
          />
        );
      })}
    </>
  );
}

/** The potentials, beside their points. */
const Prices = ({ setting, solution }: { readonly setting: Setting; readonly solution: Solution }) => (
  <>
    {[...setting.P, ...setting.Q].map((point, k) => (
      <span
        key={k}
        class={`mark-at ${point.x > 75 ? 'price before' : 'price'} tone of-${sideAt(setting, k)[0]}`}
        style={{ left: percent(xOf(point)), top: percent(yOf(point)) }}
      >
        <Quantity {...potentialReading(k, setting, solution)} />
      </span>
    ))}
  </>
);

interface DrawingProps {
  readonly lab: Lab<Setting>;
  /** Of the setting at rest; nothing while a point moves, or while the solver is on its way. */
  readonly solution: Solution | undefined;
}

/** The clouds, the plan at this ε, and where that is blurred the exact one over it. */
export function Drawing({ lab, solution }: DrawingProps) {
  const setting = lab.setting.value;
  const { plan, exact } = solution ?? solver.value?.inMotion(setting) ?? {};
  const blurred = endOf(setting) !== 'exact';
  const here = pointAt(setting, setting.chosen);
  return (
    <Plot
      x={across}
      y={up}
      title="Points of P and of Q in the plane, with lines for the mass that goes from one to another"
      over={
        <>
          {solution && setting.beside === 'potentials' && <Prices {...{ setting, solution }} />}
          {!plan && <span class="mark-at pending">The blurred plan is computed when the hand rests.</span>}
          <Points lab={lab} />
        </>
      }
    >
      {plan && <Lines setting={setting} masses={plan} tone="sent" />}
      {blurred && exact && (
        <Lines
          setting={setting}
          masses={exact.plan.map((parts) => parts / exact.whole)}
          tone="sharp"
          width={1.5}
        />
      )}
      <Discs setting={setting} />
      <circle class="chosen" cx={percent(xOf(here))} cy={percent(yOf(here))} r="15" />
    </Plot>
  );
}
