import { powerOfTwo } from '../logarithm.ts';

export const LOG2_E = 1.4426950408889634;
// log 2 in two parts; multiples k·LN2_HI are exact for |k| < 2²⁰.
export const LN2_HI = 0.6931471803691238;
export const LN2_LO = 1.9082149292705877e-10;
/** 1.5 · 2⁵²: adding it leaves no fraction. */
export const ROUND = 6755399441055744;
/** Below it, eˣ counts as 0: 2ᵏ would leave the range of normal doubles. */
export const LEAST_EXPONENT = -707;
const MOST = 1021;

const powers = new Float64Array(MOST + 1);
for (let k = 0; k <= MOST; k++) powers[k] = powerOfTwo(-k);

/**
 * eˣ for x ≤ 0, small enough to be compiled into loops: relative error below 2 u, u = 2⁻⁵³; 0 for x < −707.
 *
 * x = k log 2 + r, |r| ≤ ½ log 2, and 13 terms of the series of eʳ.
 */
export function expOfNegative(x: number): number {
  if (!(x >= LEAST_EXPONENT)) return 0;
  const k = x * LOG2_E + ROUND - ROUND;
  const r = x - k * LN2_HI - k * LN2_LO;
  const r2 = r * r;
  const r4 = r2 * r2;
  const low = 0.5 + r * 0.16666666666666666 + r2 * (0.041666666666666664 + r * 0.008333333333333333);
  const mid =
    0.001388888888888889 +
    r * 0.0001984126984126984 +
    r2 * (0.0000248015873015873 + r * 0.0000027557319223985893);
  const high =
    2.755731922398589e-7 + r * 2.505210838544172e-8 + r2 * (2.08767569878681e-9 + r * 1.6059043836821613e-10);
  // 0 − k is never −0, which engines take for no index, and recompile for, time and again.
  return (1 + (r + r2 * (low + r4 * (mid + r4 * high)))) * powers[0 - k]!;
}
