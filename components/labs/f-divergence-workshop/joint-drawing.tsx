import { Curve, type Point } from '../../charts/curve.tsx';
import { along, type Axis, Plot } from '../../charts/plot.tsx';
import { percent } from '../../charts/scale.ts';
import { type Bound, jointOf } from './bounds.ts';
import { boundsOf } from './joint.ts';
import { type JointName, sidesOf } from './kinds.ts';
import type { Setting } from './model.ts';
import { shortNames } from './names.tsx';
import { sideReadings } from './readings.ts';
import { type Fibre, regionOf } from './region.ts';

const steps = 100;
const clamped = (share: number): number => Math.min(1, Math.max(0, share));

/** The outline of what is between the least and the greatest values, cut off a little above the box. */
function outline(fibres: readonly Fibre[], x: Axis, y: Axis): readonly Point[] {
  const height = (value: number): number => Math.min(1.2, along(y, value));
  const below = fibres.map((fibre) => ({ x: along(x, fibre.x), y: height(fibre.least) }));
  const above = fibres.map((fibre) => ({ x: along(x, fibre.x), y: height(fibre.most) }));
  return [...below, ...above.reverse()];
}

const boundPoints = ({ curve }: Bound, setting: Setting, x: Axis, y: Axis): readonly Point[] =>
  Array.from({ length: steps + 1 }, (_, k) => {
    const at = (x.to * k) / steps;
    return { x: k / steps, y: Math.min(1.5, along(y, curve(at, setting))) };
  });

export const boundTones = ['bound-first', 'bound-second', 'bound-third', 'bound-fourth'] as const;

const axesOf = (name: JointName): Record<'x' | 'y', Axis> => {
  const { across, up } = jointOf[name];
  const [x, y] = sidesOf[name];
  return { x: { ...across, name: shortNames[x] }, y: { ...up, name: shortNames[y] } };
};

/** The two regions. */
function Range({ name }: { readonly name: JointName }) {
  const { x, y } = axesOf(name);
  const { coins, all } = regionOf(name);
  return (
    <>
      <Curve tone="everything" points={outline(all, x, y)} down={0} />
      <Curve tone="coins" points={outline(coins, x, y)} down={0} />
    </>
  );
}

/** What pairs of both divergences there are, the bounds that are proved, and where this pair lies. */
export function JointDrawing({ setting }: { readonly setting: Setting }) {
  const { x, y } = axesOf(setting.joint);
  const [{ value: across }, { value: up }] = sideReadings(setting);
  const at = { x: along(x, across), y: along(y, up) };
  const beyond = at.x > 1 || at.y > 1;
  const place = { left: percent(clamped(at.x)), top: percent(1 - clamped(at.y)) };
  return (
    <Plot
      x={x}
      y={y}
      title="What pairs of values two divergences can have together, the proved bounds as curves, and the present pair as a point"
      over={
        <span class={`mark-at here${at.x > 0.6 ? ' leftwards' : ''}`} style={place}>
          {beyond ? 'P and Q, beyond' : 'P and Q'}
        </span>
      }
    >
      <Range name={setting.joint} />
      {boundsOf(setting).map((bound, k) => (
        <Curve key={bound.name} tone={`bound ${boundTones[k]!}`} points={boundPoints(bound, setting, x, y)} />
      ))}
      <circle class="dot pair" cx={place.left} cy={place.top} r="5" />
    </Plot>
  );
}
