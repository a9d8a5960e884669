import { artanhTail, excess } from '../logarithm.ts';
import { logOfShares } from './shares.ts';

/**
 * a log(a/b) − a + b ≥ 0 with a − b = d given to full accuracy; relative error below 8 u. For masses up to 2¹³¹, as
 * `sumOfShares` passes them. a = 0 gives b; b = 0 < a gives Infinity.
 */
export function excessShare(d: number, a: number, b: number): number {
  const s = d / (a + b);
  if (s <= 0.25 && s >= -0.25) return d * (s + s * s * (1 + s) * artanhTail(s * s));
  if (a === 0) return b;
  if (b === 0) return a === 0 ? 0 : Infinity;
  if (a > LEAST && b > LEAST) return excess(a * DOWN, b * DOWN) / DOWN;
  if (a < MOST && b < MOST) return excess(a, b);
  return a * logOfShares(a, b, 0, 0) - a + b;
}

const DOWN = 3.944304526105059e-31; // 2⁻¹⁰¹
const LEAST = 1.3319983461951343e-256; // 2⁻⁸⁵⁰
const MOST = 1048576; // 2²⁰
