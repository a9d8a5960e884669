import { Curve, type Point } from '../../charts/curve.tsx';
import { along, type Axis, Plot } from '../../charts/plot.tsx';
import { percent } from '../../charts/scale.ts';
import { Formula, Letter } from '../notation.tsx';
import { cells, centre, shiftGrid } from './line.ts';
import {
  isReading,
  losses,
  type LossName,
  lossReading,
  type Setting,
  slopeReading,
  wordsOf,
} from './model.ts';
import { shortNames } from './names.tsx';

/** The middle of Q is below itself in the drawing above. */
const across: Axis = {
  from: -centre,
  to: cells - centre,
  name: (
    <>
      shift <Letter of="t" />, in cells
    </>
  ),
  ticks: [0, 2, 4, 6, 8],
};
const up: Axis = { from: -2.2, to: 4, name: 'what the generator makes small', ticks: [-2, 0, 2, 4] };

const tones: Readonly<Record<LossName, string>> = { game: 'of-Q', other: 'of-P', best: 'of-M', w: 'of-plan' };

const shifts = Array.from({ length: shiftGrid.most / 2 + 1 }, (_, k) => 2 * k);

const height = (value: number): number => (Number.isFinite(value) ? along(up, value) : NaN);
const place = (shift: number, value: number): Point => ({ x: along(across, shift / 10), y: height(value) });

const curveOf = (name: LossName, setting: Setting): readonly Point[] =>
  shifts.map((shift) => place(shift, lossReading(name, { ...setting, shift }).value));

/** The shifts at which each name may stand, in the order of preference: the first at which the curve is in the box. */
const nameAt: Readonly<Record<LossName, readonly number[]>> = {
  game: [80, 60, 40, 20, 0],
  other: [80, 66, 50, 30, 10],
  best: [14],
  w: [26],
};

function Named({ name, setting }: { readonly name: LossName; readonly setting: Setting }) {
  const at = nameAt[name]
    .map((shift) => place(shift, lossReading(name, { ...setting, shift }).value))
    .find(({ y }) => y > 0.03 && y < 0.93);
  if (!at) return null;
  return (
    <span
      class={`mark-at loss-${name} tone ${tones[name]}`}
      style={{ left: percent(at.x), top: percent(1 - at.y) }}
    >
      <Formula words={wordsOf[name]}>{shortNames[name]}</Formula>
    </span>
  );
}

/** A loss where Q stands, on a piece of its tangent. */
function Dot({ name, setting }: { readonly name: LossName; readonly setting: Setting }) {
  const { value } = lossReading(name, setting);
  const { x, y } = place(setting.shift, value);
  if (!(y >= 0 && y <= 1)) return null;
  const slope = slopeReading(name, setting);
  const run = isReading(slope) ? 9 / Math.sqrt(1 + slope.value * slope.value) : 0;
  return (
    <>
      {isReading(slope) && (
        <Curve
          tone={`touching ${tones[name]}`}
          points={[-run, run].map((tenths) =>
            place(setting.shift + tenths, value + (slope.value * tenths) / 10),
          )}
        />
      )}
      <circle class={`dot ${tones[name]}`} cx={percent(x)} cy={percent(1 - y)} r="4.5" />
    </>
  );
}

/** The losses over the shift, for the discriminator as it is. */
export function Losses({ setting }: { readonly setting: Setting }) {
  const here = percent(along(across, setting.shift / 10));
  return (
    <Plot
      x={across}
      y={up}
      title="The losses of the generator over the shift, against D as it is and against the best discriminator, and the Wasserstein distance"
      over={losses.map((name) => (
        <Named key={name} {...{ name, setting }} />
      ))}
    >
      <line class="halfway" x1={here} x2={here} y2="100%" />
      {losses.map((name) => (
        <Curve key={name} tone={tones[name]} points={curveOf(name, setting)} />
      ))}
      {losses.map((name) => (
        <Dot key={name} {...{ name, setting }} />
      ))}
    </Plot>
  );
}
