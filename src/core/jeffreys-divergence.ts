import { klSum } from './kl-divergence.ts';
import { sumOfQuotients } from './double-double.ts';
import { exchangedPair, pairOf } from './pair.ts';
import type { DivergenceProperties } from './properties.ts';
import type { Pmf } from './pmf.ts';

export const jeffreysDivergenceProperties: DivergenceProperties = {
  symmetric: true,
  metricPower: null,
  upperBound: null,
  finiteOnDisjointSupports: false,
  generator: '(t - 1) \\log t',
};

/**
 * Jeffreys divergence of P and Q, in nats.
 *
 *   J(P, Q) = D(P ‖ Q) + D(Q ‖ P) = Σₓ (p(x) − q(x)) log( p(x) / q(x) )
 *
 * Infinity if one puts mass where the other has none. Lies in [0, ∞]; zero only when P and Q are equal.
 * Symmetric, to the last bit. Relative error at most 8 u, u = 2⁻⁵³: that of its two summands, both ≥ 0 and kept in two doubles
 * until their sum is rounded. The largest found by search is below 5 u.
 *
 * @throws DomainError if p and q have different lengths.
 * @see jeffreys-1946
 */
export function jeffreysDivergence(p: Pmf, q: Pmf): number {
  const pair = pairOf('jeffreysDivergence', p, q);
  const forward = klSum(pair);
  const backward = klSum(exchangedPair(pair));
  return sumOfQuotients(forward.sum, forward.total, backward.sum, backward.total);
}
