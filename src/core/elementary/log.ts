import { DomainError } from '../domain-error.ts';
import { sumError, upperHalf } from '../double-double.ts';
import { LOG_ROW, logTable } from './tables.ts';

/** log 2 as a multiple of 2⁻⁴² and the rest: k times the first is exact for |k| < 2¹¹. */
const LN2_COARSE = 0.6931471805598903;
const LN2_REST = 5.497923018708371e-14;

const cell = new Float64Array(1);
const words = new Int32Array(cell.buffer);

/** What the sum of `logarithm` lost: log x is the value returned + logLow, to 2⁻⁶⁶ of itself. */
export let logLow = 0;

/**
 * log(x + low) for 0 < x < ∞, |low| at most half a unit in the last place of x, or any low ≥ −½ beside x = 1.
 *
 * x = 2ᵏm with m in [√½, √2); c ≈ 1/m from the table has 10 bits, so r = mc − 1 is exact as two doubles, |r| < 2⁻⁷·⁵.
 * log x = k log 2 − log c + r − r²/2 + r³/3 − …: the first two are added exactly, r² is kept in two doubles, and the
 * rest is below 2⁻¹⁷ of the result. Near x = 1 the first two are 0.
 */
export function logarithm(x: number, low: number): number {
  const table = logTable();
  let k = -1023;
  cell[0] = x;
  let high = words[1]!;
  if (high < 0x00100000) {
    cell[0] = x * 18014398509481984; // 2⁵⁴
    high = words[1]!;
    k -= 54;
  }
  const fraction = high & 0xfffff;
  k += high >> 20;
  const i = (fraction + 0x1000) >> 13;
  words[1] = fraction | (i < 53 ? 0x3ff00000 : 0x3fe00000);
  if (i >= 53) k++;
  const m = cell[0];
  const row = LOG_ROW * i;
  const c = table[row]!;
  words[0] = words[0]! & 0xf8000000;
  const mh = cell[0];
  // Both exact; the first is a multiple of the last place of the second.
  const a = mh * c - 1;
  const b = (m - mh) * c;
  let r = a + b;
  let rl = b - (r - a);
  if (low !== 0 && k < 1022) {
    words[0] = 0;
    words[1] = (1023 - k) << 20;
    const shifted = low * cell[0] * c;
    const sum = r + shifted;
    rl += sumError(r, shifted, sum);
    r = sum;
  }
  const square = r * r;
  const rh = upperHalf(r);
  const rr = r - rh;
  const squareLow = rh * rh - square + 2 * rh * rr + rr * rr;
  const cubic =
    square *
    r *
    (0.3333333333333333 -
      r * 0.25 +
      square * (0.2 - r * 0.16666666666666666 + square * (0.14285714285714285 - r * 0.125 + square / 9)));
  const coarse = k * LN2_COARSE + table[row + 1]!;
  const first = coarse + r;
  const half = 0.5 * square;
  const second = first - half;
  const lost =
    coarse -
    first +
    r +
    (first - second - half) +
    (rl - r * rl) -
    0.5 * squareLow +
    cubic +
    (table[row + 2]! + k * LN2_REST);
  const value = second + lost;
  logLow = second - value + lost;
  return value;
}

/**
 * Natural logarithm of x ≥ 0, the same bits in every engine.
 *
 * log 0 = −Infinity, log Infinity = Infinity, log 1 = 0. Within 0.501 ulp of the exact value everywhere, subnormal x
 * included.
 *
 * @throws DomainError if x is negative or not a number.
 * @see tang-1990
 */
export function log(x: number): number {
  if (x > 0 && x < Infinity) return logarithm(x, 0);
  if (x === 0) return -Infinity;
  if (x === Infinity) return x;
  throw new DomainError(`log: x is ${String(x)}; x must be a number at least 0`);
}

/**
 * log(1 + x) for x ≥ −1, the same bits in every engine; accurate where 1 + x would round.
 *
 * log1p(−1) = −Infinity. Within 0.501 ulp of the exact value.
 *
 * @throws DomainError if x is below −1 or not a number.
 */
export function log1p(x: number): number {
  if (x > -1 && x < Infinity) {
    if (x < 1.1102230246251565e-16 && x > -1.1102230246251565e-16) return x - x * x * 0.5;
    const sum = 1 + x;
    return logarithm(sum, sumError(1, x, sum));
  }
  if (x === -1) return -Infinity;
  if (x === Infinity) return x;
  throw new DomainError(`log1p: x is ${String(x)}; x must be a number at least −1`);
}
