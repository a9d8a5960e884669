import { squaredHellingerOfPair } from '../divergences/hellinger-distance.ts';
import { exchanged, gradientOf, type GradientOptions } from './outcomes.ts';
import type { Pmf } from '../pmf.ts';

/**
 * Gradient of the squared Hellinger divergence H² = ½ Σₓ (√p − √q)², per unit of probability or of a logit.
 *
 *   ∂/∂p(x) = ½ (1 − √(q(x)/p(x)))        ∂/∂z(x) = ½ (p(x) − √(p(x) q(x)) − p(x) H²) for P = softmax(z)
 *
 * and the same with P and Q exchanged. Masses count as free variables; on the simplex only differences between outcomes matter.
 * One-sided at mass 0: − Infinity where only p(x) = 0, ½ where q(x) = 0. Relative error of each entry at most 20 u, u = 2⁻⁵³; for
 * logits 12 u ½(|p − √(pq)| + p H²).
 *
 * @throws DomainError if p and q have different lengths, or if the variable is none of these.
 * @see tsybakov-2009, section 2.4
 */
export function squaredHellingerDivergenceGradient(p: Pmf, q: Pmf, options: GradientOptions): Float64Array {
  const quantity = 'squaredHellingerDivergenceGradient';
  return gradientOf(quantity, p, q, options, squaredHellingerOfPair, (variable, _, value) => (outcome) => {
    const { p, q, d } = variable === 'p' || variable === 'logitsOfP' ? outcome : exchanged(outcome);
    if (variable === 'p' || variable === 'q') {
      if (q === 0) return 0.5;
      return p === 0 ? -Infinity : d / Math.sqrt(p) / (Math.sqrt(p) + Math.sqrt(q)) / 2;
    }
    if (p === 0) return 0;
    return ((Math.sqrt(p) * d) / (Math.sqrt(p) + Math.sqrt(q)) - p * value) / 2;
  });
}
