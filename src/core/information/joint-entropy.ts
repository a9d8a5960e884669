import { entropyOf } from '../entropy.ts';
import { tableBehind, type JointPmf } from './joint-pmf.ts';

/**
 * Joint entropy of two variables, in nats.
 *
 *   H(X, Y) = − Σ p(x, y) log p(x, y)
 *
 * Pairs with p(x, y) = 0 contribute 0. Lies in [0, log(rows · columns)]; zero only if one pair has all the mass. Relative
 * error at most 9 u, u = 2⁻⁵³, as `entropy`.
 *
 * @throws DomainError if joint was not made by `jointPmf` or `jointFromWeights`.
 * @see cover-thomas-2006, section 2.2
 */
export function jointEntropy(joint: JointPmf): number {
  return entropyOf(tableBehind('jointEntropy', joint).masses);
}
