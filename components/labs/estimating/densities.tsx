import { Curve, type Point } from '../../charts/curve.tsx';
import { along, type Axis, Plot, valueAt } from '../../charts/plot.tsx';
import { percent } from '../../charts/scale.ts';
import type { Normal } from '../../../src/core/index.ts';
import { nearestStep } from '../frame/grid.ts';
import { Handle, nudged } from '../frame/handle.tsx';
import type { Lab } from '../frame/lab.ts';
import { Letter } from '../notation.tsx';
import type { Size } from './kinds.ts';
import { edgesOf, P, qOf, reach } from './normals.ts';
import { countsAt } from './readings.ts';
import type { Counts, Run } from './run.ts';
import { countsBins, grids, type Setting, sizeOf } from './setting.ts';

const line: Axis = { from: -4.5, to: 4.5, name: 'the line, with its bins', ticks: [-4, -2, 0, 2, 4] };
const bare: Axis = { ...line, name: 'the line' };
const up: Axis = { from: 0, to: 0.9, name: 'density', ticks: [0, 0.4, 0.8] };

const steps = Array.from({ length: 121 }, (_, k) => line.from + (k * (line.to - line.from)) / 120);
const curveOf = ({ pdf }: Normal): readonly Point[] =>
  steps.map((x) => ({ x: along(line, x), y: along(up, pdf(x)) }));
const pCurve = curveOf(P);

/** The outline of the shares of a sample as heights; the outermost bins as wide as the others. */
function outlineOf(counts: readonly number[], size: Size): readonly Point[] {
  const width = (2 * reach) / counts.length;
  return counts.flatMap((count, bin) =>
    [bin, bin + 1].map((edge) => ({
      x: along(line, edge * width - reach),
      y: along(up, count / Number(size) / width),
    })),
  );
}

/** Bins that P has seen and Q has not: each alone makes the estimate infinite. */
function Empty({ counts }: { readonly counts: Counts }) {
  const width = (2 * reach) / counts.P.length;
  return (
    <>
      {counts.P.flatMap((count, bin) =>
        count > 0 && counts.Q[bin] === 0
          ? [
              <rect
                key={bin}
                class="empty-bin"
                x={percent(along(line, bin * width - reach))}
                width={percent(width / (line.to - line.from))}
                height="100%"
              />,
            ]
          : [],
      )}
    </>
  );
}

const { mean } = grids;
const drag = (from: Setting, { x }: { readonly x: number }): Setting => ({
  ...from,
  mean: Math.min(mean.most, Math.max(mean.least, nearestStep(mean, valueAt(line, x)))) + 0,
});
const nudge = (now: Setting, right: number): Setting => ({ ...now, mean: nudged(mean, now.mean, right) + 0 });

/** The two densities, and over them the histogram of the first samples of the chosen size. */
export function Densities({ lab, run }: { readonly lab: Lab<Setting>; readonly run: Run | undefined }) {
  const setting = lab.setting.value;
  const { kind, bins } = setting;
  const ofEntropy = kind === 'plugIn' || kind === 'corrected';
  const binned = countsBins(setting);
  const size = sizeOf(setting);
  const counts = run && binned && run.setting.bins === bins ? countsAt(run, size) : undefined;
  return (
    <Plot
      x={binned ? line : bare}
      y={up}
      title={`The densities that are sampled${binned ? ', the bins, and the first sample of the chosen size in them' : ''}`}
      over={
        <>
          <span class="mark-at letter-P name-P" style={{ left: percent(along(line, -0.9)) }}>
            <Letter of="P" />
          </span>
          {!ofEntropy && (
            <Handle
              lab={lab}
              id="drag-mean"
              label="the mean of Q: the arrow keys move it"
              at={{ x: along(line, setting.mean / 100), y: 1 }}
              along="across"
              tone="Q"
              sign="Q"
              {...{ drag, nudge }}
            />
          )}
        </>
      }
    >
      {binned &&
        edgesOf(bins).map((edge) => {
          const x = percent(along(line, edge));
          return <line key={edge} class="edge" x1={x} x2={x} y2="100%" />;
        })}
      {counts && !ofEntropy && <Empty counts={counts} />}
      {counts && <Curve tone="of-P" points={outlineOf(counts.P, size)} down={0} />}
      {counts && !ofEntropy && <Curve tone="of-Q counted" points={outlineOf(counts.Q, size)} />}
      <Curve tone="of-P" points={pCurve} />
      {!ofEntropy && <Curve tone="of-Q" points={curveOf(qOf(setting))} />}
    </Plot>
  );
}
