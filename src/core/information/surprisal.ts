import { DomainError } from '../domain-error.ts';
import { dominant, restWithout, surprisalOfDominant } from '../entropy.ts';
import { received } from '../options.ts';
import { logRatio } from '../logarithm.ts';
import { massesBehind, type Masses, type Pmf } from '../pmf.ts';

/**
 * Surprisal (information content) of an outcome under P, in nats.
 *
 *   s(x) = − log p(x)
 *
 * Infinity if p(x) = 0. Lies in [0, ∞]; zero only if x has all the mass. Its mean under P is the entropy. Relative error at most
 * 8 u, u = 2⁻⁵³: the logarithm of a mass over one half comes from what the other outcomes leave.
 *
 * @throws DomainError if outcome is not an index of p.
 * @see shannon-1948, section 6; cover-thomas-2006, section 2.1
 */
export function surprisal(p: Pmf, outcome: number): number {
  const masses = massesBehind('surprisal', 'p', p);
  const { values } = masses;
  if (!Number.isInteger(outcome) || outcome < 0 || outcome >= values.length) {
    throw new DomainError(
      `surprisal: outcome is ${received(outcome)}; it must be an integer from 0 to ${values.length - 1}, an index of p`,
    );
  }
  return surprisalsOf(masses)(outcome);
}

/** x ↦ log(1/p(x)); Infinity where p(x) = 0. */
export function surprisalsOf(masses: Masses): (x: number) => number {
  const { values, total } = masses;
  const top = dominant(masses);
  const ofTop = top < 0 ? 0 : surprisalOfDominant(values[top]!, restWithout(masses, top));
  return (x) => {
    const mass = values[x]!;
    if (x === top) return ofTop;
    return mass === 0 ? Infinity : -logRatio(mass, total.hi, 0, total.lo);
  };
}
