import type { ComponentChildren } from 'preact';
import { Curve } from '../../charts/curve.tsx';
import { along, type Axis, Plot } from '../../charts/plot.tsx';
import { percent, roundLimit } from '../../charts/scale.ts';
import { Letter } from '../notation.tsx';
import type { Kind } from './kinds.ts';
import { countsOf, type Histogram } from './model.ts';
import type { Run } from './run.ts';

/** What is measured of each image. */
export const measured: Readonly<Record<Histogram, string>> = {
  distances: 'distance of an image’s pixel values from noise',
  entropies: 'entropy of an image’s brightness, in bits',
};

/** Round numbers from one end to the other, a few of them. */
function ticksBetween(from: number, to: number): readonly number[] {
  const step = roundLimit((to - from) / 4);
  const least = Math.ceil(from / step);
  const count = Math.floor(to / step) - least + 1;
  return Array.from({ length: count }, (_, k) => Number(((least + k) * step).toPrecision(9)));
}

/** The outline of a histogram, over the width of the box. */
export const outline = (counts: readonly number[], images: number, up: Pick<Axis, 'from' | 'to'>) =>
  counts.flatMap((count, bin) =>
    [bin, bin + 1].map((edge) => ({ x: edge / counts.length, y: along(up, count / images) })),
  );

/** Names a histogram where it stands highest above another one, or, where it has none beside it, highest. */
function Named(props: {
  readonly counts: readonly number[];
  readonly beside?: readonly number[];
  readonly tone: string;
  readonly height: (count: number) => number;
  readonly children: ComponentChildren;
}) {
  const { counts, beside, tone, height, children } = props;
  const above = counts.map((count, bin) => count - (beside?.[bin] ?? 0));
  const peak = above.indexOf(Math.max(...above));
  const at = (peak + 0.5) / counts.length;
  return (
    <span
      class={`mark-at ${at > 0.5 ? 'leftwards' : ''} tone ${tone}`}
      style={{ left: percent(at), top: percent(1 - height(counts[peak]!)) }}
    >
      {children}
    </span>
  );
}

interface Props {
  readonly run: Run;
  readonly of: Histogram;
  readonly kind: Kind;
}

/** The histogram of the images, filled, and over it, dashed, that of what became of them. */
export function HistogramOf({ run, of, kind }: Props) {
  const { from, to, made } = run[of];
  const other = countsOf(run, of, kind);
  const highest = Math.max(...made, ...other) / run.images;
  const top = roundLimit(highest);
  const x: Axis = { from, to, name: measured[of], ticks: ticksBetween(from, to) };
  const y: Axis = { from: 0, to: top * 1.15, name: 'share of the images', ticks: [0, top / 2, top] };
  const P = outline(made, run.images, y);
  const apart = other !== made;
  const height = (count: number) => along(y, count / run.images);
  return (
    <Plot
      x={x}
      y={y}
      title={`The histogram of the script: ${measured[of]}`}
      over={
        apart ? (
          <>
            <Named counts={made} beside={other} tone="of-P" height={height}>
              <Letter of="P" />
            </Named>
            <Named counts={other} beside={made} tone="of-Q" height={height}>
              <Letter of="Q" />
            </Named>
          </>
        ) : (
          <Named counts={made} tone="of-P" height={height}>
            <Letter of="P" /> and, on it,{' '}
            <span class="tone of-Q">
              <Letter of="Q" />
            </span>
          </Named>
        )
      }
    >
      <Curve tone="of-P" points={P} down={0} />
      <Curve tone="of-P" points={P} />
      <Curve tone="of-Q" points={outline(other, run.images, y)} />
    </Plot>
  );
}
