/**
 * Logarithms of ratios from + − × ÷ and bit operations alone, so that every engine gives the same bits
 * (`Math.log` does not). A ratio a/b is brought to a′/b in [½, 2) by a power of two; then
 * log(a′/b) = 2 artanh(s), s = (a′ − b)/(a′ + b), |s| ≤ ⅓, and a′ − b is exact (Sterbenz).
 */
import { sumError } from './double-double.ts';

// log 2 in two parts; multiples k·LN2_HI are exact for |k| < 2²⁰.
export const LN2 = 0.6931471805599453;
export const LN2_HI = 0.6931471803691238;
export const LN2_LO = 1.9082149292705877e-10;

/** Masses from here up are handled by the tables: high word of 2⁻⁹⁵⁹. */
export const LEAST_WORD = 0x04000000;
const LEAST = 2.0522684006491881e-289; // 2⁻⁹⁵⁹
const UP = 4.149515568880993e180; // 2⁶⁰⁰
const DOWN = 2.409919865102884e-181; // 2⁻⁶⁰⁰

const cell = new Float64Array(1);
// Word 1 is the high word: every platform with a browser or Node is little-endian.
const cellWords = new Int32Array(cell.buffer);

/** 2^k by its bits, −1022 ≤ k ≤ 1023. */
export function powerOfTwo(k: number): number {
  cellWords[0] = 0;
  cellWords[1] = (k + 1023) << 20;
  return cell[0]!;
}

/** Upper 32 bits of a double: sign, exponent and 20 bits of the significand. */
export function highWord(a: number): number {
  cell[0] = a;
  return cellWords[1]!;
}

// By k mod 2048, for the |k| ≤ 990 that masses in [2⁻⁹⁵⁹, 2³¹) need.
const EXPONENTS = 2048;
const MOST = 990;
/** 2ᵏ */
export const POWER = new Float64Array(EXPONENTS);
/** k log 2, rounded once. */
export const LOG = new Float64Array(EXPONENTS);
/** k log 2 − 1 + 2⁻ᵏ ≥ 0, rounded once. */
export const REMAINDER = new Float64Array(EXPONENTS);
for (let k = -MOST; k <= MOST; k++) {
  const row = k & (EXPONENTS - 1);
  POWER[row] = powerOfTwo(k);
  LOG[row] = k * LN2_HI + k * LN2_LO;
  const exact = k * LN2_HI - 1;
  const sum = exact + powerOfTwo(-k);
  REMAINDER[row] = sum + (sumError(exact, powerOfTwo(-k), sum) + k * LN2_LO);
}

// Read from memory, since engines build a 64-bit constant anew at every use; not exported, since they would look up an
// exported array at every use, too.
const W = new Float64Array([
  0.3333333333333333, 0.19999999999999762, 0.1428571428580005, 0.11111111099118386, 0.09090909948981364,
  0.07692271982430039, 0.06667589315729777, 0.05867139530582202, 0.05422589198003121, 0.03746071895253924,
  0.0781528890524579,
]);

export const ARTANH_TAIL = W;

/** W(z) with artanh(s) = s + s·z·W(z), z = s² ≤ 1/9; minimax of degree 10, relative error below 7e-17. */
export function artanhTail(z: number): number {
  const z2 = z * z;
  const z4 = z2 * z2;
  const low = W[0]! + z * W[1]! + z2 * (W[2]! + z * W[3]!);
  const mid = W[4]! + z * W[5]! + z2 * (W[6]! + z * W[7]!);
  const high = W[8]! + z * W[9]! + z2 * W[10]!;
  return low + z4 * (mid + z4 * high);
}

/**
 * The exponent k mod 2048, k truncated towards zero, that brings b to within a factor of two of a: b·2ᵏ in (a/2, 2a).
 * From the high words of a and b.
 */
export function exponentBetween(aWord: number, bWord: number): number {
  const difference = aWord - bWord;
  return ((difference + ((difference >> 31) & 0xfffff)) >> 20) & (EXPONENTS - 1);
}

/**
 * log((a + aLow) / (b + bLow)) for 0 < a, b < 2³¹, the low parts tiny against them; relative error below 5 u (u = 2⁻⁵³).
 * The power of two and the artanh have one sign, so nothing cancels.
 */
export function logRatio(a: number, b: number, aLow = 0, bLow = 0): number {
  let shift = 0;
  if (a < LEAST) {
    a *= UP;
    aLow *= UP;
    shift -= 600;
  }
  if (b < LEAST) {
    b *= UP;
    bLow *= UP;
    shift += 600;
  }
  const k = exponentBetween(highWord(a), highWord(b));
  const power = POWER[k]!;
  const c = b * power;
  const s = (a - c + (aLow - bLow * power)) / (a + c);
  const z = s * s;
  const n = ((k << 21) >> 21) + shift;
  return n * LN2_HI + (2 * (s + s * z * artanhTail(z)) + n * LN2_LO);
}

/**
 * One outcome's generalised relative entropy, a log(a/b) − a + b ≥ 0, for 0 ≤ a, b < 2³¹; a = 0 gives b, b = 0 < a gives
 * Infinity.
 *
 * With b brought to c = b·2ᵏ near a, d = a − c and s = d/(a + c), the value is
 * d (s + s²(1 + s)W + k log 2) + c (k log 2 − 1 + 2⁻ᵏ): both summands are ≥ 0.
 *
 * Relative error below 6.2 u, u = 2⁻⁵³, with low parts or without, each operation rounding by at most 1 u. What rounding d
 * and a + c loses is added back to first order, with −z·rest and lost·(slope + s), of which 0.2 u and 0.4 u remain. The division's
 * 1 u counts 1.2-fold; s²(1 + s)W has 8 u at a weight of at most 0.14; then come the sum, the product and the last sum: 5.9 u for
 * k = 0. For k ≠ 0 the slope is two thirds k log 2, of the same sign: 5.4 u.
 */
export function excess(a: number, b: number, aLow = 0, bLow = 0): number {
  if (a === 0) return b;
  if (b === 0) return Infinity;
  if (a < LEAST || b < LEAST) {
    // Both tiny: the same term on a larger scale. One tiny: a and b differ so much that nothing cancels.
    if (a < 1e-100 && b < 1e-100) return excess(a * UP, b * UP, aLow * UP, bLow * UP) * DOWN;
    return a * logRatio(a, b, aLow, bLow) - a + b;
  }
  const k = exponentBetween(highWord(a), highWord(b));
  const power = POWER[k]!;
  const c = b * power;
  const cLow = bLow * power;
  const exact = a - c;
  const low = aLow - cLow;
  const d = exact + low;
  const both = a + c;
  const s = d / both;
  const z = s * s;
  const slope = s + z * (1 + s) * artanhTail(z) + LOG[k]!;
  const rest = sumError(a, c, both) + (aLow + cLow);
  const lost = sumError(exact, low, d);
  return d * slope + (c * REMAINDER[k]! + (lost * (slope + s) - z * rest));
}
