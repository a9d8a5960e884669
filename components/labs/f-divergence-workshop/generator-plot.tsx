import { useMemo } from 'preact/hooks';
import { Curve, type Point } from '../../charts/curve.tsx';
import { along, Plot, valueAt } from '../../charts/plot.tsx';
import { percent } from '../../charts/scale.ts';
import { Handle } from '../frame/handle.tsx';
import type { Lab } from '../frame/lab.ts';
import { outcomesOf } from './critic.ts';
import { functionPoints } from './curves.ts';
import { knots, nearestLevel, nudgedLevel, roomOf, unit, withLevel } from './drawn.ts';
import { keyOf } from './kinds.ts';
import type { Setting } from './model.ts';
import { across, At, clamped, inside, type Touching, touching, up } from './places.tsx';

/** The line that a score draws: it has that slope, and lies below the function as near as it can. */
const lineOf = ({ score, price }: Touching): readonly Point[] =>
  [across.from, across.to].map((t) => ({ x: along(across, t), y: along(up, score * t - price) }));

const isDrawn = ({ score, price }: Touching): boolean => Number.isFinite(score) && Number.isFinite(price);

/** From the line up to the function, at the quotient: what the score loses, per unit of mass of Q. */
function Gap({ touch }: { readonly touch: Touching }) {
  const { t, score, price, value } = touch;
  const [low, high] = [score * t - price, value].map((height) => 1 - clamped(along(up, height)));
  return (
    <line
      class="gap"
      x1={percent(along(across, t))}
      x2={percent(along(across, t))}
      y1={percent(low!)}
      y2={percent(high!)}
    />
  );
}

const corners = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'] as const;

/** A drag or a key that asks for more than convexity allows is held, and the figure says so. */
function held(lab: Lab<Setting>, from: Setting, knot: number, level: number): Setting {
  const { least, most } = roomOf(from.levels, knot);
  if (level > most || level < least)
    lab.say(
      level > most
        ? 'Held: any higher, f would bulge above the chord of its neighbours, and not be convex.'
        : 'Held: any lower, f would turn the other way at a neighbour, and not be convex.',
    );
  return { ...from, levels: withLevel(from.levels, knot, level) };
}

const Hands = ({ lab }: { readonly lab: Lab<Setting> }) => {
  const { levels } = lab.setting.value;
  return (
    <>
      {knots.map((t, knot) => {
        const { least, most } = roomOf(levels, knot);
        const level = levels[knot]!;
        const stuck = level === least || level === most;
        return (
          <div key={t} class={stuck ? 'at-hull' : undefined}>
            <Handle
              lab={lab}
              id={`drag-f${knot}`}
              label={`f at the ${corners[knot]!} corner: the arrow keys move it up and down, as far as f stays convex`}
              at={{ x: along(across, t / 4), y: 1 - along(up, (level * unit) / 100) }}
              along="up"
              sign="f"
              drag={(from, { y }) => held(lab, from, knot, nearestLevel(valueAt(up, 1 - y)))}
              nudge={(now, _, steps) => held(lab, now, knot, nudgedLevel(now.levels, knot, steps))}
            />
          </div>
        );
      })}
    </>
  );
};

/** The function, the line of each score, and what it loses at the quotient. */
export function Generator({ lab }: { readonly lab: Lab<Setting> }) {
  const setting = lab.setting.value;
  const key = keyOf(setting);
  const curve = useMemo(() => functionPoints(setting, across, up), [key]);
  const touches = outcomesOf(setting).flatMap((outcome, x) => (outcome ? [touching(outcome, x)] : []));
  const beyond = touches.filter(({ t }) => t > across.to);
  const within = touches.filter(({ t }) => t <= across.to);
  return (
    <Plot
      x={across}
      y={up}
      title="The generator f, the quotient of the masses of each outcome on it, and for each outcome the line whose slope is the critic’s score"
      over={
        <>
          {within.map(({ x, t, value }) => (
            <At
              key={x}
              at={inside(across, up, { x: t, y: value })}
              tone={setting.kind === 'dr' ? 'outcome lifted' : 'outcome'}
            >
              {x + 1}
            </At>
          ))}
          {beyond.map(({ x }, k) => (
            <At key={x} at={{ x: 1, y: 0.95 - 0.12 * k }} tone="outcome leftwards">
              {x + 1} →
            </At>
          ))}
          {setting.kind === 'dr' && <Hands lab={lab} />}
        </>
      }
    >
      {touches.filter(isDrawn).map((touch) => (
        <Curve key={touch.x} tone="of-plan" points={lineOf(touch)} />
      ))}
      {within.filter(isDrawn).map((touch) => (
        <Gap key={touch.x} touch={touch} />
      ))}
      <Curve tone="generator" points={curve} />
      {within.map(({ x, t, value }) => {
        const at = inside(across, up, { x: t, y: value });
        return <circle key={x} class="dot" cx={percent(at.x)} cy={percent(1 - at.y)} r="4" />;
      })}
    </Plot>
  );
}
