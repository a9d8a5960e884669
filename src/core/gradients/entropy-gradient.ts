import { DomainError } from '../domain-error.ts';
import { entropy } from '../entropy.ts';
import { surprisalsOf } from '../information/surprisal.ts';
import { massesBehind, type Pmf } from '../pmf.ts';
import { option, received } from '../options.ts';

export interface EntropyGradientOptions {
  readonly withRespectTo: 'p' | 'logitsOfP';
}

/**
 * Gradient of the entropy H(P) = − Σₓ p log p, in nats per unit of probability or of a logit.
 *
 *   ∂/∂p(x) = − log p(x) − 1        ∂/∂z(x) = − p(x) (log p(x) + H(P)) for P = softmax(z)
 *
 * Masses count as free variables; on the simplex only differences between outcomes matter. ∂/∂p is Infinity where p(x) = 0.
 * Absolute error of each entry at most 10 u (|log p| + 1), u = 2⁻⁵³, and 20 u p(|log p| + H) for logits.
 *
 * @throws DomainError if p was not made by `pmf` or `fromWeights`, or if the variable is neither.
 * @see cover-thomas-2006, section 2.1
 */
export function entropyGradient(p: Pmf, options: EntropyGradientOptions): Float64Array {
  const withRespectTo = option('entropyGradient', options, 'withRespectTo', "{ withRespectTo: 'p' }");
  const surprisal = surprisalsOf(massesBehind('entropyGradient', 'p', p));
  if (withRespectTo === 'p') return Float64Array.from(p, (_, x) => surprisal(x) - 1);
  if (withRespectTo === 'logitsOfP') {
    const value = entropy(p);
    return Float64Array.from(p, (mass, x) => (mass === 0 ? 0 : mass * (surprisal(x) - value)));
  }
  throw new DomainError(
    `entropyGradient: withRespectTo is ${received(withRespectTo)}; it must be 'p' or 'logitsOfP'`,
  );
}
