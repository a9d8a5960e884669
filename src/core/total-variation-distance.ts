import { pairOf, ratioOfTotals, sumOverPairs, sumOverProducts, type Stretch } from './pair.ts';
import type { DivergenceProperties } from './properties.ts';
import type { Pmf } from './pmf.ts';

export const totalVariationDistanceProperties: DivergenceProperties = {
  symmetric: true,
  metricPower: 1,
  upperBound: 1,
  finiteOnDisjointSupports: true,
  generator: '\\tfrac12 |t - 1|',
};

/**
 * Total variation distance of P and Q, a probability (no unit).
 *
 *   TV(P, Q) = ½ Σₓ |p(x) − q(x)| = max over events A of |P(A) − Q(A)|
 *
 * Lies in [0, 1]; zero only when P and Q are equal, 1 only when no outcome is shared. A metric; symmetric to the
 * last bit. Relative error at most 6 u, u = 2⁻⁵³, or absolute error n·2⁻¹⁰⁴ where that is more: totals are kept to
 * 106 bits. A difference has 2 u (1 u without low parts), the sum of a block, the sum of blocks, the division by the total
 * and the total's low part 1 u each. The largest found by search is below 4 u.
 *
 * @throws DomainError if p and q have different lengths.
 * @see levin-peres-2017, section 4.1
 */
export function totalVariationDistance(p: Pmf, q: Pmf): number {
  const given = pairOf('totalVariationDistance', p, q);
  // The smaller total is scaled up, whichever argument it belongs to: the same bits in both orders.
  const pair =
    given.totalsDiffer >= 0 ? given : { p: given.q, q: given.p, totalsDiffer: -given.totalsDiffer };
  const { p: a, totalsDiffer } = pair;
  const factor = totalsDiffer === 0 ? undefined : ratioOfTotals(pair);
  const half = sumOverPairs(differencesOfBlock, pair, undefined, factor) / 2;
  if (totalsDiffer === 0 || half >= 1e-14 * a.total.hi) return atMostOne(half / a.total.hi);
  return atMostOne(sumOverProducts(differencesOfBlock, pair) / 2);
}

// Rounding can lift the distance of disjoint pmfs just above 1.
function atMostOne(value: number): number {
  return value > 1 ? 1 : value;
}

/** Σ |a − b| over a block. */
function differencesOfBlock(a: Stretch, b: Stretch, count: number): number {
  const { hi: aHi, lo: aLo, start: aStart } = a;
  const { hi: bHi, lo: bLo, start: bStart } = b;
  let total = 0;
  let lost = 0;
  for (let i = 0; i < count; i++) {
    const d = aHi[aStart + i]! - bHi[bStart + i]! + (aLo[i]! - bLo[i]!);
    const term = d < 0 ? -d : d;
    const next = total + term;
    const part = next - total;
    lost += total - (next - part) + (term - part);
    total = next;
  }
  return total + lost;
}
