import { chiSquaredOfPair } from '../divergences/chi-squared-divergence.ts';
import { gradientOf, type GradientOptions } from './outcomes.ts';
import type { Pmf } from '../pmf.ts';

/**
 * Gradient of Pearson's χ²-divergence χ²(P ‖ Q) = Σₓ (p − q)²/q, per unit of probability or of a logit.
 *
 *   ∂/∂p(x) = 2 (p(x) − q(x))/q(x)        ∂/∂q(x) = 1 − (p(x)/q(x))²
 *   ∂/∂z(x) = 2 p(x) ((p(x) − q(x))/q(x) − χ²)      for P = softmax(z)
 *   ∂/∂z(x) = q(x) χ² − (p(x)² − q(x)²)/q(x)        for Q = softmax(z)
 *
 * Masses count as free variables; on the simplex only differences between outcomes matter. One-sided where q(x) = 0: ∂/∂p is
 * Infinity, ∂/∂q is 1. Beyond 1.8e308 an entry is infinite. Relative error of each entry at most 12 u, u = 2⁻⁵³; for logits 16 u times
 * the sum of the absolute values of the two summands.
 *
 * @throws DomainError if p and q have different lengths, if the divergence is Infinity, or if the variable is none of these.
 * @see tsybakov-2009, section 2.4
 */
export function chiSquaredDivergenceGradient(p: Pmf, q: Pmf, options: GradientOptions): Float64Array {
  const quantity = 'chiSquaredDivergenceGradient';
  return gradientOf(quantity, p, q, options, chiSquaredOfPair, (variable, _, value) => ({ p, q, d }) => {
    if (variable === 'p') return q === 0 ? Infinity : (2 * d) / q;
    if (variable === 'q') return q === 0 ? 1 : (-d / q) * ((p + q) / q);
    if (variable === 'logitsOfP') return p === 0 ? 0 : 2 * p * (d / q - value);
    return q === 0 ? 0 : q * value - (d / q) * (p + q);
  });
}
