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
const nats: Axis = { from: 0, to: 2, name: 'loss, in nats', ticks: [0, 0.5, 1, 1.5, 2] };

export const curveOf = (run: readonly Step[], name: LossName) =>
  run.map(({ loss }, k) => ({ x: along(time, k + 1), y: along(nats, loss[name]) }));

const { step } = grids;
const drag = (from: Setting, { x }: Place): Setting => ({
  ...from,
  step: Math.min(step.most, Math.max(step.least, Math.round(x * steps))),
});
const nudge = (now: Setting, right: number): Setting => ({ ...now, step: nudged(step, now.step, right) });

/** Which line is whose, for both plots; beside the lines the names would lie on them. */
const Key = () => (
  <span class="key">
    {lossNames.map((name) => (
      <span key={name} class={`tone ${tones[name]}`}>
        <svg width="30" height="8" aria-hidden="true">
          <path class={`curve ${tones[name]}`} d="M0 4H30" />
        </svg>{' '}
        <Named name={name} />
      </span>
    ))}
  </span>
);

/** What both trainers would log, batch by batch. */
export function Losses({ lab }: { readonly lab: Lab<Setting> }) {
  const setting = lab.setting.value;
  const run = runOf(taskOf(setting));
  const at = along(time, setting.step);
  const dots = lossNames
    .map((name) => ({ name, x: at, y: along(nats, stepOf(setting).loss[name]) }))
    .filter(({ y }) => y >= 0 && y <= 1);
  return (
    <Plot
      x={time}
      y={nats}
      title="The two losses of each batch, over the steps"
      over={
        <>
          <Key />
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
        </>
      }
    >
      <line class="halfway" x1={percent(at)} x2={percent(at)} y2="100%" />
      {lossNames.map((name) => (
        <Curve key={name} tone={tones[name]} points={curveOf(run, name)} />
      ))}
      {dots.map(({ name, x, y }) => (
        <circle key={name} class={`dot ${tones[name]}`} cx={percent(x)} cy={percent(1 - y)} r="4" />
      ))}
    </Plot>
  );
}

/** Round ends around everything that is drawn, in both directions with the same distance between ticks. */
function axes(run: readonly Step[]): readonly [x: Axis, y: Axis] {
  const ranges = [0, 1].map((k) => {
    const places = run.flatMap(({ weights }) => lossNames.map((name) => weights[name][k]!));
    return { least: Math.min(...places), most: Math.max(...places) };
  });
  const unit = roundLimit(Math.max(...ranges.map(({ least, most }) => most - least)) / 2);
  const [x, y] = ranges.map(({ least, most }) => {
    const first = Math.floor(least / unit);
    const count = Math.max(1, Math.ceil(most / unit) - first);
    const ticks = Array.from(
      { length: count + 1 },
      (_, k) => Math.round((first + k) * unit * 1000) / 1000 + 0,
    );
    return { from: ticks[0]!, to: ticks[count]!, ticks };
  });
  return [
    { ...x!, name: 'weight of the first feature' },
    { ...y!, name: 'weight of the second feature' },
  ];
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
