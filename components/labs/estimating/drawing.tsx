import { useMemo } from 'preact/hooks';
import { Curve } from '../../charts/curve.tsx';
import { along, Plot, valueAt } from '../../charts/plot.tsx';
import { percent } from '../../charts/scale.ts';
import { Handle } from '../frame/handle.tsx';
import type { Lab } from '../frame/lab.ts';
import { dimensions, type Size, sizesOf } from './kinds.ts';
import { axisNames, dimensionNames, kindNames } from './names.tsx';
import { binnedReading, expectedBias, truthReading } from './readings.ts';
import type { Estimates, Run } from './run.ts';
import { linearScale, log10, logarithmicScale, type Scale, sizeAxis } from './scales.ts';
import { type Setting, sizeOf } from './setting.ts';
import { acrossOf, Means, meanOf, Strip } from './strip.tsx';

interface Props {
  readonly lab: Lab<Setting>;
  readonly run: Run | undefined;
}

/** The size nearest to a place of the axis. */
function nearestSize({ kind }: Setting, at: number): Size {
  const sizes = sizesOf(kind);
  return sizes.reduce((best, size) =>
    Math.abs(log10(Number(size)) - at) < Math.abs(log10(Number(best)) - at) ? size : best,
  );
}

const drag = (from: Setting, { x }: { readonly x: number }): Setting => ({
  ...from,
  size: nearestSize(from, valueAt(sizeAxis, x)),
});
function nudge(now: Setting, right: number): Setting {
  const sizes = sizesOf(now.kind);
  const place = sizes.indexOf(sizeOf(now)) + Math.sign(right);
  return { ...now, size: sizes[Math.min(sizes.length - 1, Math.max(0, place))]! };
}

const SizeHandle = ({ lab }: Pick<Props, 'lab'>) => (
  <Handle
    lab={lab}
    id="drag-size"
    label="the size of the samples whose numbers are shown: the arrow keys change it"
    at={{ x: acrossOf(sizeOf(lab.setting.value)), y: 1 }}
    along="across"
    sign="N"
    {...{ drag, nudge }}
  />
);

const Chosen = ({ setting }: { readonly setting: Setting }) => {
  const x = percent(acrossOf(sizeOf(setting)));
  return <line class="halfway" x1={x} x2={x} y2="100%" />;
};

const Level = ({
  value,
  scale,
  tone,
}: {
  readonly value: number;
  readonly scale: Scale;
  readonly tone: string;
}) => <Curve tone={tone} points={[0, 1].map((x) => ({ x, y: along(scale.up, value) }))} />;

/** Where the leading term of the bias puts the mean. */
const expectedPoints = (setting: Setting, truth: number, { up }: Scale) =>
  sizesOf(setting.kind).flatMap((size) => {
    const bias = expectedBias(setting, size);
    return bias ? [{ x: acrossOf(size), y: along(up, truth + bias.value) }] : [];
  });

function Estimated({ lab, run }: Props) {
  const setting = lab.setting.value;
  const { kind } = setting;
  const truth = truthReading(setting).value;
  const binned = binnedReading(setting)?.value;
  // Zero is of interest to a divergence and a distance, not to an entropy.
  const levels = [truth, binned ?? truth, ...(expectedBias(setting, '10') ? [] : [0])];
  const scale = linearScale(run, levels, axisNames[kind]);
  const at = (value: number) => percent(1 - along(scale.up, value));
  const sizes = sizesOf(kind);
  // While a hand moves, the estimates stay as they are until the samples are drawn.
  const strips = useMemo(
    () =>
      run?.series[0]!.map((estimates, k) => (
        <Strip key={sizes[k]} size={sizes[k]!} {...{ estimates, scale }} />
      )),
    [run, scale.up.from, scale.up.to],
  );
  return (
    <Plot
      x={sizeAxis}
      y={scale.up}
      title={`Forty estimates for each size of the samples, and the true value: ${kindNames[kind]}`}
      over={
        <>
          <span class="mark-at name-truth" style={{ top: at(truth) }}>
            truth
          </span>
          {binned !== undefined && (
            <span class="mark-at name-bins" style={{ top: at(binned) }}>
              in bins
            </span>
          )}
          <SizeHandle lab={lab} />
        </>
      }
    >
      <Chosen setting={setting} />
      {strips}
      <Level value={truth} scale={scale} tone="truth" />
      {binned !== undefined && <Level value={binned} scale={scale} tone="truth of-bins" />}
      <Curve tone="plain expected" points={expectedPoints(setting, truth, scale)} />
      {run && <Means of={run.series[0]!} {...{ sizes, scale }} tone="mean" />}
    </Plot>
  );
}

/** Powers of the number of draws, from the first mean on: the rates that theory gives. */
const rates = [1 / 2, 1 / 2, 1 / 3] as const;
const cubeScale = logarithmicScale(axisNames.cube);

interface Dimension {
  readonly of: readonly Estimates[];
  readonly series: number;
}

const heightOfMean = (estimates: Estimates): number => log10(meanOf(estimates)!);

/** The distances in one dimension, and the line that falls at the rate of theory. */
function Distances({ of, series }: Dimension) {
  const sizes = sizesOf('cube', series);
  const ends = [sizes[0]!, sizes.at(-1)!] as const;
  const fallen = rates[series]! * (log10(Number(ends[1])) - log10(Number(ends[0])));
  const start = heightOfMean(of[0]!);
  return (
    <g>
      {of.map((estimates, k) => (
        <Strip key={sizes[k]} size={sizes[k]!} scale={cubeScale} {...{ estimates }} />
      ))}
      <Curve
        tone="plain rate"
        points={[start, start - fallen].map((height, k) => ({
          x: acrossOf(ends[k]!),
          y: along(cubeScale.up, height),
        }))}
      />
      <Means scale={cubeScale} {...{ of, sizes }} tone={`mean dimension-${dimensions[series]}`} />
    </g>
  );
}

const NameOf = ({ of, series }: Dimension) => (
  <span
    class="mark-at name-dimension"
    style={{
      left: percent(acrossOf(sizesOf('cube', series).at(-1)!)),
      top: percent(1 - along(cubeScale.up, heightOfMean(of.at(-1)!))),
    }}
  >
    {dimensionNames[series]}
  </span>
);

function Cube({ lab, run }: Props) {
  return (
    <Plot
      x={sizeAxis}
      y={cubeScale.up}
      title="Distances of two samples of one uniform distribution, in one, two and three dimensions, both axes logarithmic"
      over={
        <>
          {run?.series.map((of, series) => (
            <NameOf key={series} {...{ of, series }} />
          ))}
          <SizeHandle lab={lab} />
        </>
      }
    >
      <Chosen setting={lab.setting.value} />
      {run?.series.map((of, series) => (
        <Distances key={series} {...{ of, series }} />
      ))}
    </Plot>
  );
}

/** All estimates over the size of the sample. */
export const Drawing = (props: Props) =>
  props.lab.setting.value.kind === 'cube' ? <Cube {...props} /> : <Estimated {...props} />;
