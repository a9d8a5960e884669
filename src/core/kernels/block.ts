import { upperHalf, type DoubleDouble } from '../double-double.ts';

/** How many outcomes a kernel takes at a time: so few that what it keeps of each stays in the nearest cache. */
export const BLOCK = 512;

/** Below so many outcomes a loop copies faster than a call. */
const FEW = 32;

/** What rounding lost of the last block's sum: a kernel returns the sum and leaves this here. */
export const lost = new Float64Array(1);

const ahead = new Float64Array(1);

/**
 * Copies masses into a kernel's own memory: engines know its address and its length, which saves a third of the time of the
 * loops that follow.
 */
export function loadBlock(to: Float64Array, values: Float64Array, from: number, count: number): void {
  if (count < FEW) {
    for (let i = 0; i < count; i++) to[i] = values[from + i]!;
  } else {
    to.set(count === values.length ? values : values.subarray(from, from + count));
  }
  // Reads the beginning of the next block, which memory gets ready while this one is summed: a tenth of the time of 10⁷ outcomes.
  const next = from + count;
  if (next + 32 <= values.length) {
    ahead[0] = values[next]! + values[next + 8]! + values[next + 16]! + values[next + 24]!;
  }
}

/** What rounding lost of the masses that `scaleBlock` gave last. */
export const low = new Float64Array(BLOCK);

/** Masses times a factor: to + low, right to 2⁻¹⁰⁴. */
export function scaleBlock(
  to: Float64Array,
  values: Float64Array,
  from: number,
  count: number,
  factor: DoubleDouble,
): void {
  const { hi, lo } = factor;
  const half = upperHalf(hi);
  const rest = hi - half;
  for (let i = 0; i < count; i++) {
    const v = values[from + i]!;
    const product = v * hi;
    const vHalf = upperHalf(v);
    const vRest = v - vHalf;
    to[i] = product;
    low[i] = vHalf * half - product + vHalf * rest + vRest * half + vRest * rest + v * lo;
  }
}
