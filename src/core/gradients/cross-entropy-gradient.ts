import { crossEntropyOfPair } from '../cross-entropy.ts';
import { surprisalsOf } from '../information/surprisal.ts';
import { gradientOf, type GradientOptions } from './outcomes.ts';
import type { Pmf } from '../pmf.ts';

/**
 * Gradient of the cross-entropy H(P, Q) = − Σₓ p log q, in nats per unit of probability or of a logit.
 *
 *   ∂/∂p(x) = − log q(x)        ∂/∂q(x) = − p(x)/q(x)
 *   ∂/∂z(x) = − p(x) (log q(x) + H(P, Q)) for P = softmax(z)
 *   ∂/∂z(x) = q(x) − p(x)                 for Q = softmax(z)
 *
 * Masses count as free variables; on the simplex only differences between outcomes matter. ∂/∂p is Infinity where q(x) = 0.
 * Relative error of each entry at most 8 u, u = 2⁻⁵³; for the logits of P 12 u p(|log q| + H(P, Q)), for ∂/∂p 8 u (|log q| + 1).
 *
 * @throws DomainError if p and q have different lengths, if the cross-entropy is Infinity, or if the variable is none of these.
 * @see cover-thomas-2006, section 2.3
 */
export function crossEntropyGradient(p: Pmf, q: Pmf, options: GradientOptions): Float64Array {
  return gradientOf('crossEntropyGradient', p, q, options, crossEntropyOfPair, (variable, pair, value) => {
    const surprisal = surprisalsOf(pair.q);
    if (variable === 'p') return (_, x) => surprisal(x);
    if (variable === 'q') return ({ p, q }) => (p === 0 ? 0 : -p / q);
    if (variable === 'logitsOfP') return ({ p }, x) => (p === 0 ? 0 : p * (surprisal(x) - value));
    return ({ d }) => -d;
  });
}
