import { quotient, type DoubleDouble } from './double-double.ts';
import { lost, low } from './kernels/block.ts';
import { block, relativeEntropy } from './kernels/relative-entropy.ts';
import { excess } from './logarithm.ts';
import {
  liftedFactors,
  pairOf,
  ratioOfTotals,
  sumOfTerms,
  sumOverBlocks,
  type Pair,
  type PairKernel,
} from './pair.ts';
import type { DivergenceProperties } from './properties.ts';
import type { Pmf } from './pmf.ts';

export const klDivergenceProperties: DivergenceProperties = {
  symmetric: false,
  metricPower: null,
  upperBound: null,
  finiteOnDisjointSupports: false,
  generator: 't \\log t',
};

/**
 * Kullback–Leibler divergence of P from Q, in nats.
 *
 *   D(P ‖ Q) = Σₓ p(x) log( p(x) / q(x) )
 *
 * Terms with p(x) = 0 contribute 0. If P puts mass where Q has none, the value is Infinity.
 * Lies in [0, ∞]; zero only when P and Q are equal. Not symmetric.
 * Relative error at most 8 u, u = 2⁻⁵³, or absolute error 2⁻¹⁰² √D where that is more (D < 1e-31): derived below.
 * The largest found by search is below 5 u.
 *
 * @throws DomainError if p and q have different lengths.
 * @see cover-thomas-2006, section 2.3
 */
export function klDivergence(p: Pmf, q: Pmf): number {
  return klOfPair(pairOf('klDivergence', p, q));
}

export function klOfPair(pair: Pair): number {
  const sum = fastSum(pair);
  const { total } = pair.p;
  if (sum === sum) return quotient(sum, lost[0]!, total.hi, total.lo);
  const exact = exactSum(pair);
  return quotient(exact.sum.hi, exact.sum.lo, exact.total.hi, exact.total.lo);
}

/** D(P ‖ Q) as a sum kept in two doubles and what to divide it by. */
export function klSum(pair: Pair): { sum: DoubleDouble; total: DoubleDouble } {
  const hi = fastSum(pair);
  return hi === hi ? { sum: { hi, lo: lost[0]! }, total: pair.p.total } : exactSum(pair);
}

const kernel: PairKernel = { block, sum: relativeEntropy, ofLowParts };

/**
 * The numerator of D(p/P ‖ q/Q) = (G(p, q) − G(P, Q)) / P, G(p, q) = Σ p log(p/q) − p + q; NaN where the value is so small that masses
 * must be multiplied with the totals first.
 *
 * Error: every term is ≥ 0 and has at most 6.2 u (see `relativeEntropy` and `excess`), and so has their sum, which is kept in two doubles.
 * Totals that are close: G(P, Q), of 2 u, is at most 1/1024 of it. Others: q·P/Q is rounded, and what that loses is added to first order;
 * the second order is below u². The quotient is rounded once: 7.3 u. For tiny values totals count, which are known to 2⁻¹⁰⁵
 * of themselves, and products with them to 2⁻¹⁰⁴, so that d(x) = pQ − qP is off by ε(x) ≤ 2⁻¹⁰³ p(x) and
 * D ≈ ½ Σ d²/q by Σ dε/q ≤ √(2D) · 2⁻¹⁰³ (Cauchy and Schwarz): at most 2⁻¹⁰² √D.
 */
function fastSum(pair: Pair): number {
  const { p, q, totalsDiffer } = pair;
  if (!(totalsDiffer < 1e-6 * q.total.hi && -totalsDiffer < 1e-6 * q.total.hi)) {
    const sum = sumOverBlocks(pair, kernel, ratioOfTotals(pair));
    return sum > LEAST * p.total.hi ? sum : NaN;
  }
  const sum = sumOverBlocks(pair, kernel);
  if (totalsDiffer === 0 || sum === Infinity) return sum;
  const s = totalsDiffer / (p.total.hi + q.total.hi);
  const ofTotals = totalsDiffer * s * (1 + s / 3);
  if (ofTotals > sum / 1024) return NaN;
  lost[0]! -= ofTotals;
  return sum;
}

/** From here up, what is lost to first order is right to less than 0.01 u of the value. */
const LEAST = 1e-11;

/** Σ e (1 − p/q) for masses q + e of Q. */
function ofLowParts(count: number): number {
  let sum = 0;
  for (let x = 0; x < count; x++) sum += (low[x]! * (block.q[x]! - block.p[x]!)) / block.q[x]!;
  return sum;
}

function exactSum(pair: Pair): { sum: DoubleDouble; total: DoubleDouble } {
  const { f, g, total } = liftedFactors(pair);
  return { sum: sumOfTerms(pair, { f, g }, excess), total };
}
