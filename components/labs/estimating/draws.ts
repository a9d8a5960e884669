import { seededRandom } from '../../../src/core/random.ts';
import { samples, sizes } from './kinds.ts';

const most = Number(sizes.at(-1));

/** Numbers from N(0, 1) for a sample of P, and as many for one of Q; smaller samples are the beginnings of larger ones. */
export interface Pair {
  readonly forP: Float64Array;
  readonly forQ: Float64Array;
}

let known: { readonly seed: number; readonly pairs: (Pair | undefined)[] } | undefined;

/** The pair of a seed with this number, made when it is first asked for. */
export function pairOf(seed: number, sample: number): Pair {
  if (known?.seed !== seed) known = { seed, pairs: Array.from({ length: samples }, () => undefined) };
  const filled = (own: number): Float64Array => {
    const { normal } = seededRandom(own);
    return Float64Array.from({ length: most }, normal);
  };
  return (known.pairs[sample] ??= {
    forP: filled(streamOf(seed, 2 * sample)),
    forQ: filled(streamOf(seed, 2 * sample + 1)),
  });
}

/** The numbers of a sample that N(mean, width²) would have drawn in place of N(0, 1). */
export const moved = (from: Float64Array, size: number, mean: number, width: number): Float64Array =>
  from.slice(0, size).map((z) => mean + width * z);

/** Points of the unit cube of a dimension, for the first sample and for the second one. */
export function cubePoints(
  seed: number,
  sample: number,
  dimension: number,
  side: 0 | 1,
  size: number,
): number[][] {
  const { uniform } = seededRandom(streamOf(seed, 2 * samples * dimension + 2 * sample + side));
  return Array.from({ length: size }, () => Array.from({ length: dimension }, uniform));
}

/** Every stream of every seed has a seed of its own. */
const streamOf = (seed: number, stream: number): number => 1000 * seed + stream;
