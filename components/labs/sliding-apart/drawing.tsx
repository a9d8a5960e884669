import { Curve } from '../../charts/curve.tsx';
import { along, type Axis, Plot, valueAt } from '../../charts/plot.tsx';
import { percent } from '../../charts/scale.ts';
import { nearestStep } from '../frame/grid.ts';
import { Handle, nudged } from '../frame/handle.tsx';
import type { Lab } from '../frame/lab.ts';
import { Formula, Letter } from '../notation.tsx';
import { curveOf, line, outline, type Point } from './curves.ts';
import {
  quantities,
  type QuantityName,
  type Setting,
  shiftGrid,
  slopeReading,
  valueReading,
  wordsOf,
} from './model.ts';
import { names } from './names.tsx';

const tones: Readonly<Record<QuantityName, string>> = {
  kl: 'of-P',
  jsd: 'of-M',
  tv: 'plain',
  w: 'of-plan',
};

const across: Axis = {
  ...line,
  name: (
    <>
      shift <Letter of="t" />
    </>
  ),
  ticks: [0, 1, 2, 3],
};
/** The curves take the lower part of the box; above them is a place for what is infinite, then the two distributions. */
const up: Axis = { from: 0, to: 4.6, name: 'nats; for W, length', ticks: [0, 1, 2, 3] };
const ceiling = 3;
const infinity = 3.25;
const ground = 3.55;
const peak = 4.45;

const height = (value: number): number => along(up, value === Infinity ? infinity : value);
const place = ({ at, value }: Point) => ({ x: along(across, at), y: height(value) });
/** The part of a curve up to where it passes the ceiling for good; what is infinite stays. */
function below(points: readonly Point[]): readonly Point[] {
  const beyond = points.findIndex(({ value }) => value > ceiling && value < Infinity);
  if (beyond <= 0) return points;
  const [from, to] = [points[beyond - 1]!, points[beyond]!];
  const share = (ceiling - from.value) / (to.value - from.value);
  return [...points.slice(0, beyond), { at: from.at + share * (to.at - from.at), value: ceiling }];
}

/** Where each line carries its name: the shift, or where it leaves the figure. */
const nameAt: Readonly<Record<QuantityName, number>> = { kl: 3.85, jsd: 3.85, tv: 3.85, w: 2.55 };

function Named({ name, points }: { readonly name: QuantityName; readonly points: readonly Point[] }) {
  const last = points.at(-1)!;
  const leaves = name === 'kl' && last.value < Infinity;
  const at = leaves ? last : { at: nameAt[name], value: name === 'w' ? nameAt.w : last.value };
  const { x, y } = place(at);
  return (
    <span
      class={`mark-at ${leaves ? '' : 'leftwards'} tone ${tones[name]}`}
      style={{ left: percent(x), top: percent(1 - y) }}
    >
      <Formula words={wordsOf[name]}>{names[name]}</Formula>
      {last.value === Infinity && ' is infinite'}
    </span>
  );
}

/** The value of a quantity at the shift, on a piece of its tangent where it has one. */
function Dot({ name, setting }: { readonly name: QuantityName; readonly setting: Setting }) {
  const { value } = valueReading(name, setting);
  if (value > ceiling && value < Infinity) return null;
  const at = setting.shift / 100;
  const { x, y } = place({ at, value });
  const slope = slopeReading(name, setting);
  const tangent = typeof slope !== 'string' && {
    rise: slope.value,
    run: 0.3 / Math.sqrt(1 + slope.value * slope.value),
  };
  return (
    <>
      {tangent && (
        <Curve
          tone={`touching ${tones[name]}`}
          points={[-tangent.run, tangent.run].map((dx) =>
            place({ at: at + dx, value: value + dx * tangent.rise }),
          )}
        />
      )}
      <circle class={`dot ${tones[name]}`} cx={percent(x)} cy={percent(1 - y)} r="4.5" />
    </>
  );
}

const standing = (setting: Setting, centre: number) =>
  outline(setting, centre).map(({ at, value }) => ({
    x: along(across, at),
    y: along(up, ground + value * (peak - ground)),
  }));

const drag = (from: Setting, { x }: { readonly x: number }): Setting => ({
  ...from,
  shift: Math.min(shiftGrid.most, Math.max(shiftGrid.least, nearestStep(shiftGrid, valueAt(across, x)))),
});
const nudge = (now: Setting, right: number): Setting => ({
  ...now,
  shift: nudged(shiftGrid, now.shift, right),
});

export function Drawing({ lab }: { readonly lab: Lab<Setting> }) {
  const setting = lab.setting.value;
  const here = along(across, setting.shift / 100);
  const floor = along(up, ground);
  const curves = quantities.map((name) => ({ name, points: below(curveOf(name, setting)) }));
  return (
    <Plot
      x={across}
      y={up}
      title="P and Q on a line, and below Q what KL, JSD, total variation and Wasserstein distance are at this shift"
      over={
        <>
          <span
            class="mark-at foot tone of-P"
            style={{ left: percent(along(across, 0)), top: percent(1 - floor) }}
          >
            <Letter of="P" />
          </span>
          {curves.map(({ name, points }) => (
            <Named key={name} name={name} points={points} />
          ))}
          <Handle
            lab={lab}
            id="drag-t"
            label="Q, slid along the line by the arrow keys"
            at={{ x: here, y: 1 - floor }}
            along="across"
            tone="Q"
            sign="Q"
            {...{ drag, nudge }}
          />
        </>
      }
    >
      <line class="floor" x2="100%" y1={percent(1 - floor)} y2={percent(1 - floor)} />
      {setting.shape !== 'points' && <Curve tone="of-P" points={standing(setting, 0)} down={floor} />}
      <Curve tone="of-P" points={standing(setting, 0)} />
      <Curve tone="of-Q" points={standing(setting, setting.shift / 100)} />
      <line class="halfway" x1={percent(here)} x2={percent(here)} y1={percent(1 - floor)} y2="100%" />
      {curves.map(({ name, points }) => (
        <Curve key={name} tone={tones[name]} points={points.map(place)} />
      ))}
      {quantities.map((name) => (
        <Dot key={name} name={name} setting={setting} />
      ))}
    </Plot>
  );
}
