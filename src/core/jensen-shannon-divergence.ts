import { meanOfSums } from './jensen-shannon-kernel.ts';
import { LN2 } from './logarithm.ts';
import { crossFactors, pairOf, ratioOfTotals, sumOverPairs, sumOverProducts, type Pair } from './pair.ts';
import type { DivergenceProperties } from './properties.ts';
import type { Pmf } from './pmf.ts';

export const jensenShannonDivergenceProperties: DivergenceProperties = {
  symmetric: true,
  metricPower: 0.5,
  upperBound: LN2,
  finiteOnDisjointSupports: true,
  generator: '\\tfrac12 t \\log t - \\tfrac12 (t + 1) \\log \\tfrac{t + 1}{2}',
};

/**
 * Jensen–Shannon divergence of P and Q, in nats.
 *
 *   JSD(P, Q) = ½ D(P ‖ M) + ½ D(Q ‖ M),  M = (P + Q) / 2
 *
 * Always finite. Lies in [0, log 2]; zero only when P and Q are equal, log 2 only when no outcome is shared.
 * Symmetric, to the last bit; its square root is a metric, it is not. Relative error at most 16 u, u = 2⁻⁵³, or
 * absolute error 2⁻¹⁰² √JSD where that is more (JSD < 1e-31): every summed term is ≥ 0 and has no part of first order in
 * p − q that could cancel. Derived at the kernel; the largest found by search is below 7 u.
 *
 * @throws DomainError if p and q have different lengths.
 * @see lin-1991, section 4; endres-schindelin-2003
 */
export function jensenShannonDivergence(p: Pmf, q: Pmf): number {
  return jensenShannonOfPair(pairOf('jensenShannonDivergence', p, q));
}

export function jensenShannonOfPair(given: Pair): number {
  // The smaller total is scaled up, whichever argument it belongs to: the same bits in both orders.
  const pair =
    given.totalsDiffer >= 0 ? given : { p: given.q, q: given.p, totalsDiffer: -given.totalsDiffer };
  const { p, totalsDiffer } = pair;
  if (totalsDiffer < 2e-16 * p.total.hi) {
    // Totals in the ratio 1 + δ shift the quotient by less than δ/2 of itself, and by δ²/8.
    const value = meanOfSums((kernel) => sumOverPairs(kernel, pair)) / (p.total.hi - totalsDiffer / 2);
    const delta = totalsDiffer / p.total.hi;
    if (delta * delta <= value / 2) return atMostLog2(value - (delta * delta) / 8);
  }
  const factor = ratioOfTotals(pair);
  const value = meanOfSums((kernel) => sumOverPairs(kernel, pair, undefined, factor)) / p.total.hi;
  if (value >= 5e-29) return atMostLog2(value);
  return liftedJensenShannon(pair, 1);
}

/** JSD times `lift`, for JSD below 1e-28: a power of two keeps what would underflow, and the root needs. */
export function liftedJensenShannon(pair: Pair, lift: number): number {
  const { total } = crossFactors(pair);
  return meanOfSums((kernel) => sumOverProducts(kernel, pair, lift) * total) / total;
}

// Rounding can lift the divergence of disjoint pmfs just above log 2.
function atMostLog2(value: number): number {
  return value > LN2 ? LN2 : value;
}
