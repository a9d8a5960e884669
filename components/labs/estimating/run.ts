import {
  costMatrix,
  fromWeights,
  millerMadowEntropy,
  nearestNeighbourKlDivergence,
  optimalTransport,
  plugInEntropy,
  plugInKlDivergence,
  sampleWassersteinDistance,
} from '../../../src/core/index.ts';
import { cubePoints, moved, type Pair, pairOf } from './draws.ts';
import { dimensions, places, samples, sizesOf } from './kinds.ts';
import { binOf } from './normals.ts';
import { countsBins, numberOf, type Setting } from './setting.ts';

/** How many draws of the first sample of P, and of Q, fell into each bin. */
export interface Counts {
  readonly P: readonly number[];
  readonly Q: readonly number[];
}

/** The estimates from all samples of one size, in units of 10^−places; null where one is infinite. */
export type Estimates = readonly (number | null)[];

export interface Run {
  readonly setting: Setting;
  /** For each size the estimates; of the cube, for each dimension. */
  readonly series: readonly (readonly Estimates[])[];
  /** For each size, where bins are counted. */
  readonly counts: readonly Counts[];
}

const inUnits = (value: number): number | null =>
  value === Infinity ? null : Math.round(value * 10 ** places) + 0;

export function countsOf(bins: number, values: Float64Array): number[] {
  const counts = Array.from({ length: bins }, () => 0);
  for (const x of values) counts[binOf(bins, x)]! += 1;
  return counts;
}

interface Drawn {
  readonly P: Float64Array;
  readonly Q: Float64Array;
}

function draw(setting: Setting, { forP, forQ }: Pair, size: number): Drawn {
  const [mean, width] = [numberOf('mean', setting), numberOf('width', setting)];
  return { P: forP.slice(0, size), Q: moved(forQ, size, mean, width) };
}

const binned = ({ bins }: Setting, { P, Q }: Drawn): Counts => ({
  P: countsOf(bins, P),
  Q: countsOf(bins, Q),
});

const each = (values: Float64Array): number[][] => Array.from(values, (x) => [x]);

function estimate(setting: Setting, drawn: Drawn): number {
  switch (setting.kind) {
    case 'neighbours':
      return nearestNeighbourKlDivergence(each(drawn.P), each(drawn.Q), { neighbours: setting.neighbours });
    case 'transport':
      return sampleWassersteinDistance(drawn.P, drawn.Q);
    case 'plugIn':
      return plugInEntropy(countsOf(setting.bins, drawn.P)).value;
    case 'corrected':
      return millerMadowEntropy(countsOf(setting.bins, drawn.P));
    default: {
      const { P, Q } = binned(setting, drawn);
      return plugInKlDivergence(P, Q).value;
    }
  }
}

/** What it costs to move one sample of points of the cube onto another one. */
function cubeDistance(seed: number, sample: number, dimension: number, size: number): number {
  const [x, y] = ([0, 1] as const).map((side) => cubePoints(seed, sample, dimension, side, size)) as [
    number[][],
    number[][],
  ];
  if (dimension === 1) return sampleWassersteinDistance(x.flat(), y.flat());
  const mass = fromWeights(new Float64Array(size).fill(1));
  return optimalTransport(mass, mass, costMatrix(x, y)).cost;
}

/** Draws and estimates, a sample of every size after the other, and yields the share that is done. */
export function* steps(setting: Setting): Generator<number, Run> {
  const { kind, seed } = setting;
  const cube = kind === 'cube';
  const series = (cube ? dimensions : [1]).map((_, k) => sizesOf(kind, k).map((): (number | null)[] => []));
  const counts: Counts[] = [];
  for (let sample = 0; sample < samples; sample++) {
    for (const [d, ofSizes] of series.entries())
      for (const [k, estimates] of ofSizes.entries()) {
        const size = Number(sizesOf(kind, d)[k]);
        if (cube) {
          estimates.push(inUnits(cubeDistance(seed, sample, dimensions[d]!, size)));
          continue;
        }
        const drawn = draw(setting, pairOf(seed, sample), size);
        estimates.push(inUnits(estimate(setting, drawn)));
        if (sample === 0 && countsBins(setting)) counts.push(binned(setting, drawn));
      }
    yield (sample + 1) / samples;
  }
  return { setting, series, counts };
}

/** The run in one go. */
export function run(setting: Setting): Run {
  const going = steps(setting);
  for (;;) {
    const { done, value } = going.next();
    if (done) return value;
  }
}
