import { quotient, type DoubleDouble } from '../double-double.ts';
import { multiply, multiplyByPower } from '../elementary/arithmetic.ts';
import { LN2, highWord, logRatio, powerOfTwo } from '../logarithm.ts';
import { NO_FACTORS, crossFactors, sumOfTerms, type Pair, type Term } from '../pair.ts';

/**
 * What one outcome adds to a divergence: q f(p/q) for masses p = a + aLow and q = b + bLow of one scale. Homogeneous,
 * share(ca, cb) = c·share(a, b), and for an f with f′(1) = 0, so that every share is ≥ 0 and nothing of first order in
 * p − q is left to cancel.
 */
export type Share = Term;

/** Keeps products of subnormal masses with totals normal. */
const LIFT = 1.2676506002282294e30; // 2¹⁰⁰
export const LOG_LIFT = 100 * LN2;

/**
 * Σ share(p, q) over all outcomes, of probabilities; exact up to the rounding of each share and 2⁻¹⁰⁰. Masses with
 * different totals P, Q are multiplied crosswise, pQ and qP, in double-double. An overflow counts as Infinity.
 */
export function sumOfShares(pair: Pair, share: Share): number {
  const lift = pair.totalsDiffer === 0 ? 1 : LIFT;
  const sum = sumOfProducts(pair, share, lift);
  if (sum < Infinity) return sum / lift;
  // Large shares, which need no lift: on the scale of probabilities.
  const scale = powerOfTwo(1023 - (highWord(scaleOfShares(pair) / lift) >> 20));
  return sumOfProducts(pair, share, scale) / scale;
}

/** The same times 2¹⁰⁰, for what is tiny: its logarithm or root needs the digits that would underflow. */
export function liftedSumOfShares(pair: Pair, share: Share): number {
  return sumOfProducts(pair, share, LIFT);
}

/** √(Σ share(p, q)) to full precision, even where the sum underflows. */
export function rootOfShares(pair: Pair, share: Share): number {
  return Math.sqrt(liftedSumOfShares(pair, share)) / 1125899906842624; // 2⁵⁰
}

/** What `sumOfShares` multiplies probabilities by, to about 2 u. */
export function scaleOfShares(pair: Pair): number {
  const { hi } = pair.p.total;
  return pair.totalsDiffer === 0 ? hi : hi * crossFactors(pair).f.hi * LIFT;
}

function sumOfProducts(pair: Pair, share: Share, lift: number): number {
  const oneTotal = pair.totalsDiffer === 0;
  const { f, g } = oneTotal ? NO_FACTORS : crossFactors(pair);
  const lifted = (a: DoubleDouble) => (lift === 1 ? a : multiplyByPower(a, lift));
  const { hi, lo } = sumOfTerms(pair, { f: lifted(f), g: lifted(g) }, share);
  const total = oneTotal ? pair.p.total : multiply(pair.p.total, f);
  return quotient(hi, lo, total.hi, total.lo);
}

const FAR = 5.260135901548374e210; // 2⁷⁰⁰
const TINY = 3.054936363499605e-151; // 2⁻⁵⁰⁰
const UP = 4.149515568880993e180; // 2⁶⁰⁰
const STEP = 7.52316384526264e-37; // 2⁻¹²⁰

/** log((a + aLow)/(b + bLow)) for masses times 2¹⁰⁰, whose ratio the tables of `logRatio` may not span; below 5 u. */
export function logOfShares(a: number, b: number, aLow: number, bLow: number): number {
  if (a < TINY && b < TINY) return logRatio(a * UP, b * UP, aLow * UP, bLow * UP);
  if (a > FAR * b) return logRatio(a * STEP, b) + 120 * LN2;
  if (b > FAR * a) return logRatio(a, b * STEP) - 120 * LN2;
  return logRatio(a, b, aLow, bLow);
}
