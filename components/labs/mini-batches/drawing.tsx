import { Curve } from '../../charts/curve.tsx';
import { along, type Axis, Plot } from '../../charts/plot.tsx';
import { percent, roundLimit } from '../../charts/scale.ts';
import { Handle, nudged, type Place } from '../frame/handle.tsx';
import type { Lab } from '../frame/lab.ts';
import { steps } from './data.ts';
import { type LossName, lossNames } from './losses.ts';
import { grids, runUpTo, type Setting, stepOf, taskOf } from './model.ts';
import { Named, tones } from './names.tsx';
import { runOf, type Step } from './training.ts';

const time: Axis = { from: 0, to: steps, name: 'step', ticks: [0, 20, 40, 60] };
const nats: Axis = { from: 0, to: 1.6, name: 'loss of the batch, in nats', ticks: [0, 0.5, 1, 1.5] };

export const curveOf = (run: readonly Step[], name: LossName) =>
  run.map(({ loss }, k) => ({ x: along(time, k + 1), y: along(nats, loss[name]) }));

const { step } = grids;
const drag = (from: Setting, { x }: Place): Setting => ({
  ...from,
  step: Math.min(step.most, Math.max(step.least, Math.round(x * steps))),
});
const nudge = (now: Setting, right: number): Setting => ({ ...now, step: nudged(step, now.step, right) });

/** What both trainers would log, batch by batch. */
export function Losses({ lab }: { readonly lab: Lab<Setting> }) {
  const setting = lab.setting.value;
  const run = runOf(taskOf(setting));
  const at = along(time, setting.step);
  return (
    <Plot
      x={time}
      y={nats}
      title="The two losses of each batch, over the steps"
      over={
        <Handle
          lab={lab}
          id="drag-step"
          label="the step that is looked at: the arrow keys move it"
          at={{ x: at, y: 1 }}
          along="across"
          tone="plain"
          sign="t"
          {...{ drag, nudge }}
        />
      }
    >
      <line class="halfway" x1={percent(at)} x2={percent(at)} y2="100%" />
      {lossNames.map((name) => (
        <Curve key={name} tone={tones[name]} points={curveOf(run, name)} />
      ))}
      {lossNames.map((name) => {
        const y = along(nats, stepOf(setting).loss[name]);
        return y >= 0 && y <= 1 ? (
          <circle key={name} class={`dot ${tones[name]}`} cx={percent(at)} cy={percent(1 - y)} r="4" />
        ) : null;
      })}
    </Plot>
  );
}

/** A square of round ends around everything that is drawn. */
function axes(run: readonly Step[]): readonly [x: Axis, y: Axis] {
  let most = 0;
  for (const { weights } of run)
    for (const name of lossNames)
      most = Math.max(most, Math.abs(weights[name][0]!), Math.abs(weights[name][1]!));
  const to = roundLimit(most, [1, 2, 3, 5, 10]);
  const ticks = [-to, 0, to];
  const across: Axis = { from: -1.08 * to, to: 1.08 * to, name: 'weight of the first feature', ticks };
  return [across, { ...across, name: 'weight of the second feature' }];
}

const pathOf = (run: readonly Step[], name: LossName, [x, y]: readonly [Axis, Axis]) =>
  run.map(({ weights }) => ({ x: along(x, weights[name][0]!), y: along(y, weights[name][1]!) }));

/** Where the loss has led two weights of the first class, one path over the other. */
export function Paths({ lab }: { readonly lab: Lab<Setting> }) {
  const setting = lab.setting.value;
  const [x, y] = axes(runOf(taskOf(setting)));
  const run = runUpTo(setting);
  return (
    <Plot
      x={x}
      y={y}
      title="The paths of two weights of the first class: by cross-entropy solid, by divergence dashed"
      over={lossNames.map((name, k) => {
        const at = pathOf(run, name, [x, y]).at(-1)!;
        return (
          <span
            key={name}
            class={`mark-at tone ${tones[name]} ${k === 0 ? 'path-end-above' : 'path-end-below'} ${at.x > 0.5 ? 'path-end-left' : 'path-end-right'}`}
            style={{ left: percent(at.x), top: percent(1 - at.y) }}
          >
            by <Named name={name} />
          </span>
        );
      })}
    >
      {lossNames.map((name) => (
        <Curve key={name} tone={`path ${tones[name]}`} points={pathOf(run, name, [x, y])} />
      ))}
      {lossNames.map((name, k) => {
        const at = pathOf(run, name, [x, y]).at(-1)!;
        return (
          <circle
            key={name}
            class={`dot ${tones[name]}`}
            cx={percent(at.x)}
            cy={percent(1 - at.y)}
            r={k === 0 ? 6 : 3}
          />
        );
      })}
    </Plot>
  );
}
