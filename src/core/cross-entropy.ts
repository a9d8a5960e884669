import { entropyOf } from './entropy.ts';
import { klOfPair } from './kl-divergence.ts';
import { pairOf } from './pair.ts';
import type { Pmf } from './pmf.ts';

/**
 * Cross-entropy of Q under P, in nats.
 *
 *   H(P, Q) = − Σₓ p(x) log q(x) = H(P) + D(P ‖ Q)
 *
 * Terms with p(x) = 0 contribute 0. If P puts mass where Q has none, the value is Infinity.
 * Lies in [0, ∞]; for fixed P least at Q = P, where it is H(P). Not a divergence: H(P, P) is not 0.
 * Computed by the right-hand side, whose summands are ≥ 0: relative error at most 13 u, u = 2⁻⁵³, that of the larger bound
 * and one rounding. The largest found by search is below 6 u.
 *
 * @throws DomainError if p and q have different lengths.
 * @see cover-thomas-2006, section 2.3
 */
export function crossEntropy(p: Pmf, q: Pmf): number {
  const pair = pairOf('crossEntropy', p, q);
  return entropyOf(pair.p) + klOfPair(pair);
}
