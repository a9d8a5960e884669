import { useMemo } from 'preact/hooks';
import { Contours, type Field } from '../../charts/contours.tsx';
import { along, type Axis, Plot } from '../../charts/plot.tsx';
import { percent } from '../../charts/scale.ts';
import { Letter } from '../notation.tsx';
import { halfSide, side } from './cells.ts';
import { mixtures, type Sample } from './data.ts';
import { drawnPoints, fieldSide, type Shown } from './shown.ts';
import { dataOf } from './samples.ts';
import type { Task } from './task.ts';

const axis: Axis = { from: -halfSide, to: halfSide, name: '', ticks: [-2, 0, 2] };

/** How finely the places of dots are written: parts of the square’s side. */
const parts = 1000;
const share = (thousandths: number): number => Math.round(parts * along(axis, thousandths / 1000));

/** Points as dots of a line’s ends; those of the data are round, the others have corners. */
export const Dots = ({ tone, sample }: { readonly tone: string; readonly sample: Sample }) => (
  <svg class="cut" width="100%" height="100%" viewBox={`0 0 ${parts} ${parts}`} preserveAspectRatio="none">
    <path
      class={`dots ${tone}`}
      d={Array.from(
        { length: sample.length / 2 },
        (_, i) => `M${share(sample[2 * i]!)} ${parts - share(sample[2 * i + 1]!)}h0`,
      ).join('')}
    />
  </svg>
);

/** Above the middle the discriminator says data; the more it does, the darker. */
const levels = [60, 85];

const fieldOf = (values: readonly number[]): Field => ({
  columns: fieldSide,
  rows: fieldSide,
  values: Float64Array.from(values),
});

function HeatMap({ field }: { readonly field: readonly number[] }) {
  return useMemo(
    () => (
      <>
        <g class="tint-P">
          <Contours tone="of-P" field={fieldOf(field)} levels={levels} />
        </g>
        <g class="tint-Q">
          <Contours tone="of-Q" field={fieldOf(field.map((value) => 100 - value))} levels={levels} />
        </g>
        <g class="middle">
          <Contours tone="plain" field={fieldOf(field)} levels={[50]} />
        </g>
      </>
    ),
    [field],
  );
}

/** The lines of the cells in which points are counted. */
const Cells = () => (
  <>
    {Array.from({ length: side - 1 }, (_, k) => percent((k + 1) / side)).map((at) => (
      <g key={at} class="cell-lines">
        <line x1={at} x2={at} y2="100%" />
        <line y1={at} y2={at} x2="100%" />
      </g>
    ))}
  </>
);

/** A ring around each mode, as far as points belong to it. */
function Modes({ task }: { readonly task: Task }) {
  const { centres, spread } = mixtures[task.data];
  return (
    <>
      {centres.map(([x, y]) => (
        <circle
          key={`${x} ${y}`}
          class="mode"
          cx={percent(along(axis, x))}
          cy={percent(1 - along(axis, y))}
          r={percent((3 * spread) / (2 * halfSide))}
        />
      ))}
    </>
  );
}

interface Props {
  readonly task: Task;
  readonly shown: Shown | undefined;
}

/** The plane: what the discriminator says of it, data, and what the generator makes. */
export function Plane({ task, shown }: Props) {
  const { P } = dataOf(task);
  const critic = task.loss === 'wasserstein';
  return (
    <Plot
      x={axis}
      y={axis}
      title={`${critic ? 'The score of the critic' : 'What the discriminator says'} over the plane, with points of the data, which are round, and as many of the generator, which are square`}
    >
      {shown && <HeatMap field={shown.field} />}
      <Cells />
      <Modes task={task} />
      <Dots tone="of-P" sample={P.sample.slice(0, 2 * drawnPoints)} />
      {shown && <Dots tone="of-Q" sample={shown.made} />}
    </Plot>
  );
}

/** What the colours and marks stand for. */
export const Key = ({ task }: { readonly task: Task }) => (
  <p class="key">
    <span class="tone of-P">
      ● <Letter of="P" /> data
    </span>
    <span class="tone of-Q">
      ■ <Letter of="Q" /> made
    </span>
    <span>
      tinted: {task.loss === 'wasserstein' ? 'the critic scores it as' : 'the discriminator takes it for'}{' '}
      <span class="tone of-P">data</span> or <span class="tone of-Q">made</span>, with the line between them
    </span>
  </p>
);
