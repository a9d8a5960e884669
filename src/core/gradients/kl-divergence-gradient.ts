import { klOfPair } from '../kl-divergence.ts';
import { exchangedPair } from '../pair.ts';
import { exchanged, exchangedVariable, gradientOf, type GradientOptions } from './outcomes.ts';
import type { GradientVariable, Outcome } from './outcomes.ts';
import type { Pmf } from '../pmf.ts';

/**
 * Gradient of the KL divergence D(P ‖ Q) = Σₓ p log(p/q), in nats per unit of probability or of a logit.
 *
 *   ∂/∂p(x) = log(p(x)/q(x)) + 1        ∂/∂q(x) = − p(x)/q(x)
 *   ∂/∂z(x) = p(x) (log(p(x)/q(x)) − D(P ‖ Q)) for P = softmax(z)
 *   ∂/∂z(x) = q(x) − p(x)                      for Q = softmax(z)
 *
 * Masses count as free variables; on the simplex only differences between outcomes matter. One-sided at mass 0: ∂/∂p is
 * − Infinity where only p(x) = 0, Infinity where q(x) = 0. Relative error of each entry at most 8 u, u = 2⁻⁵³, for the logits of
 * P 12 u p(|log(p/q)| + D), for ∂/∂p 8 u (|log(p/q)| + 1).
 *
 * @throws DomainError if p and q have different lengths, if the divergence is Infinity, or if the variable is none of these.
 * @see cover-thomas-2006, section 2.3
 */
export function klDivergenceGradient(p: Pmf, q: Pmf, options: GradientOptions): Float64Array {
  return gradientOf('klDivergenceGradient', p, q, options, klOfPair, (variable, _, value) =>
    klDerivative(variable, value),
  );
}

/**
 * Gradient of the reverse KL divergence D(Q ‖ P) = Σₓ q log(q/p): that of `klDivergenceGradient` with P and Q exchanged.
 *
 *   ∂/∂q(x) = log(q(x)/p(x)) + 1        ∂/∂z(x) = q(x) (log(q(x)/p(x)) − D(Q ‖ P)) for Q = softmax(z)
 *
 * @throws DomainError if p and q have different lengths, if the divergence is Infinity, or if the variable is none of these.
 * @see cover-thomas-2006, section 2.3
 */
export function reverseKlDivergenceGradient(p: Pmf, q: Pmf, options: GradientOptions): Float64Array {
  const reverse = (pair: Parameters<typeof klOfPair>[0]) => klOfPair(exchangedPair(pair));
  return gradientOf('reverseKlDivergenceGradient', p, q, options, reverse, (variable, _, value) => {
    const derivative = klDerivative(exchangedVariable(variable), value);
    return (outcome) => derivative(exchanged(outcome));
  });
}

function klDerivative(variable: GradientVariable, value: number): (outcome: Outcome) => number {
  if (variable === 'p') return ({ t }) => t + 1;
  if (variable === 'q') return ({ p, q }) => (p === 0 ? 0 : -p / q);
  if (variable === 'logitsOfP') return ({ p, t }) => (p === 0 ? 0 : p * (t - value));
  return ({ d }) => -d;
}
