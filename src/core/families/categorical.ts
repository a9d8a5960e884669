import { entropy } from '../entropy.ts';
import { klDivergence } from '../kl-divergence.ts';
import { logRatio } from '../logarithm.ts';
import { massesBehind, type Pmf } from '../pmf.ts';
import { requireArgument, requireMember } from './parameters.ts';

/** A die: outcome k, from 0, with probability p(k). Made by `categorical`. */
export interface Categorical {
  readonly family: 'categorical';
  readonly probabilities: Pmf;
  /** P(k); 0 for k that is no outcome. */
  pmf(k: number): number;
  /** log P(k), −Infinity where P(k) = 0; relative error at most 5 u, u = 2⁻⁵³. */
  logPmf(k: number): number;
  /** Shannon entropy in nats, as `entropy` has it. */
  entropy(): number;
}

/**
 * The categorical distribution of a pmf on the outcomes 0 … n − 1.
 *
 * @throws DomainError if the pmf was not made by `pmf` or `fromWeights`.
 */
export function categorical(probabilities: Pmf): Categorical {
  const { values, total } = massesBehind('categorical', 'probabilities', probabilities);
  return Object.freeze<Categorical>({
    family: 'categorical',
    probabilities,
    pmf(k) {
      requireArgument('categorical.pmf', 'k', k);
      return probabilities[k] ?? 0;
    },
    logPmf(k) {
      requireArgument('categorical.logPmf', 'k', k);
      const mass = values[k] ?? 0;
      return mass === 0 ? -Infinity : logRatio(mass, total.hi, 0, total.lo) + 0;
    },
    entropy: () => entropy(probabilities),
  });
}

/**
 * Kullback–Leibler divergence of categorical distributions, in nats: `klDivergence` of their pmfs.
 *
 * @throws DomainError if an argument was not made by `categorical`, or if they have different numbers of outcomes.
 * @see cover-thomas-2006, section 2.3
 */
export function categoricalKlDivergence(p: Categorical, q: Categorical): number {
  requireMember('categoricalKlDivergence', 'p', 'categorical', p);
  requireMember('categoricalKlDivergence', 'q', 'categorical', q);
  return klDivergence(p.probabilities, q.probabilities);
}
