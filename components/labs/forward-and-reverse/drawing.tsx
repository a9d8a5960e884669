import { useMemo } from 'preact/hooks';
import { Curve } from '../../charts/curve.tsx';
import { LevelLines } from '../../charts/level-lines.tsx';
import { along, type Axis, Plot, valueAt as valueOn } from '../../charts/plot.tsx';
import { percent } from '../../charts/scale.ts';
import { exp } from '../../../src/core/elementary/exp.ts';
import { nearestStep } from '../frame/grid.ts';
import { Handle, nudged, type Place } from '../frame/handle.tsx';
import type { Lab } from '../frame/lab.ts';
import { Letter } from '../notation.tsx';
import { logMixture, logNormal } from './densities.ts';
import { forwardFit, grids, mixtureOf, normalOf, pathOf, reverseFits, type Setting } from './model.ts';
import { deviations, type Direction, means, surface } from './surface.ts';

const ticks = [-4, -2, 0, 2, 4];
const line: Axis = { ...means, name: null, ticks };
const high: Axis = { from: 0, to: 1.1, name: 'density', ticks: [] };
const across: Axis = {
  ...means,
  name: (
    <>
      mean <Letter of="μ" />
    </>
  ),
  ticks,
};
const up: Axis = {
  ...deviations,
  name: (
    <>
      standard deviation <Letter of="σ" />
    </>
  ),
  ticks: [1, 2, 3, 4],
};

const points = Array.from({ length: 81 }, (_, k) => valueOn(line, k / 80));

/** Densities in units of the peak of N(0, 1); higher ones are cut off. */
const curveOf = (logDensity: (x: number) => number) =>
  points.map((x) => ({ x: along(line, x), y: along(high, exp(logDensity(x))) }));

const clamp = (name: 'left' | 'right' | 'mean' | 'deviation', value: number): number =>
  Math.min(grids[name].most, Math.max(grids[name].least, nearestStep(grids[name], value)));

const bump = (name: 'left' | 'right') => ({
  drag: (from: Setting, { x }: Place): Setting => ({ ...from, [name]: clamp(name, valueOn(line, x)) }),
  nudge: (now: Setting, right: number): Setting => ({
    ...now,
    [name]: nudged(grids[name], now[name], right),
  }),
});
const bumps = { left: bump('left'), right: bump('right') };

/** The mixture, whose bumps can be moved, and the normal below it on the map. */
export function Densities({ lab }: { readonly lab: Lab<Setting> }) {
  const setting = lab.setting.value;
  const [p, q] = [mixtureOf(setting), normalOf(setting)];
  const ofP = curveOf(logMixture(p));
  return (
    <div class="densities">
      <Plot
        x={line}
        y={high}
        title="The mixture p, solid, and the normal q, dashed"
        over={(['left', 'right'] as const).map((name) => (
          <Handle
            key={name}
            lab={lab}
            id={`drag-${name}`}
            label={`the ${name} bump of p, moved by the arrow keys`}
            at={{ x: along(line, p[name]), y: 1 }}
            along="across"
            tone="P"
            sign="p"
            {...bumps[name]}
          />
        ))}
      >
        <Curve tone="of-P" points={ofP} down={0} />
        <Curve tone="of-P" points={ofP} />
        <Curve tone="of-Q" points={curveOf(logNormal(q))} />
      </Plot>
    </div>
  );
}

const levels: readonly number[] = [0.02, 0.05, 0.1, 0.2, 0.3, 0.45, 0.7, 1, 1.5, 2.5, 4, 8];

const drag = (from: Setting, { x, y }: Place): Setting => ({
  ...from,
  mean: clamp('mean', valueOn(across, x)),
  deviation: clamp('deviation', valueOn(up, 1 - y)),
});
const nudge = (now: Setting, right: number, upwards: number): Setting => ({
  ...now,
  mean: nudged(grids.mean, now.mean, right),
  deviation: nudged(grids.deviation, now.deviation, upwards),
});

const place = (mean: number, deviation: number) => ({ x: along(across, mean), y: along(up, deviation) });

const Fit = ({
  of,
  mean,
  deviation,
}: {
  readonly of: Direction;
  readonly mean: number;
  readonly deviation: number;
}) => {
  const { x, y } = place(mean, deviation);
  return (
    <circle class={`dot ${of === 'forward' ? 'of-P' : 'of-Q'}`} cx={percent(x)} cy={percent(1 - y)} r="5" />
  );
};

/** The divergence over all means and standard deviations of q, its best fits, and the way downhill from q. */
export function LossMap({ lab }: { readonly lab: Lab<Setting> }) {
  const setting = lab.setting.value;
  const at = place(setting.mean / 100, setting.deviation / 100);
  const forward = forwardFit(setting);
  const { left, right, weight, map } = setting;
  const lines = useMemo(
    () => <LevelLines field={surface(mixtureOf(setting), map)} levels={levels} />,
    [left, right, weight, map],
  );
  return (
    <Plot
      x={across}
      y={up}
      title="Level lines of the divergence over the mean, to the right, and the standard deviation of q, upwards"
      over={
        <Handle
          lab={lab}
          id="point"
          label="the normal q: left and right move its mean, up and down its standard deviation"
          at={{ x: at.x, y: 1 - at.y }}
          along="both"
          tone="Q"
          sign="q"
          {...{ drag, nudge }}
        />
      }
    >
      {lines}
      <Curve tone="of-plan" points={pathOf(setting).map(({ mean, deviation }) => place(mean, deviation))} />
      {setting.map === 'forward' ? (
        <Fit of="forward" mean={forward.mean.value} deviation={forward.deviation.value} />
      ) : (
        reverseFits(setting).map((fit) => (
          <Fit key={fit.mean} of="reverse" mean={fit.mean / 100} deviation={fit.deviation / 100} />
        ))
      )}
    </Plot>
  );
}
