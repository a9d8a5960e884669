import { sumOfQuotients } from './double-double.ts';
import { surprisalSum } from './entropy.ts';
import { klSum } from './kl-divergence.ts';
import { pairOf, type Pair } from './pair.ts';
import type { Pmf } from './pmf.ts';

/**
 * Cross-entropy of Q under P, in nats.
 *
 *   H(P, Q) = − Σₓ p(x) log q(x) = H(P) + D(P ‖ Q)
 *
 * Terms with p(x) = 0 contribute 0. If P puts mass where Q has none, the value is Infinity.
 * Lies in [0, ∞]; for fixed P least at Q = P, where it is H(P). Not a divergence: H(P, P) is not 0.
 * Computed by the right-hand side, whose summands are ≥ 0: relative error at most 8 u, u = 2⁻⁵³, that of D, whose bound is the
 * larger, since the two are kept in two doubles each until their sum is rounded. The largest found by search is below 5 u.
 *
 * @throws DomainError if p and q have different lengths.
 * @see cover-thomas-2006, section 2.3
 */
export function crossEntropy(p: Pmf, q: Pmf): number {
  return crossEntropyOfPair(pairOf('crossEntropy', p, q));
}

export function crossEntropyOfPair(pair: Pair): number {
  const { sum, total } = klSum(pair);
  return sumOfQuotients(surprisalSum(pair.p), pair.p.total, sum, total);
}
