import { sumError } from '../double-double.ts';
import { log, log1p } from '../elementary/log.ts';
import { excess } from '../logarithm.ts';
import { PROBABILITY, requireArgument, requireMember, requireParameters } from './parameters.ts';

/** A coin: 1 with a probability, else 0. Made by `bernoulli`. */
export interface Bernoulli {
  readonly family: 'Bernoulli';
  readonly probability: number;
  /** P(k): `probability` at 1, 1 − `probability` at 0, else 0; rounded once. */
  pmf(k: number): number;
  /** log P(k), −Infinity where P(k) = 0; relative error at most 2 u, u = 2⁻⁵³. */
  logPmf(k: number): number;
  /** −p log p − (1 − p) log(1 − p), in nats; in [0, log 2], relative error at most 4 u. */
  entropy(): number;
}

/**
 * The Bernoulli distribution with P(1) = `probability`.
 *
 * @throws DomainError if the probability is not a number in [0, 1].
 */
export function bernoulli(parameters: { readonly probability: number }): Bernoulli {
  const { probability } = requireParameters('bernoulli', parameters, { probability: PROBABILITY });
  const logPmf = (k: number): number => {
    requireArgument('bernoulli.logPmf', 'k', k);
    return k === 1 ? log(probability) : k === 0 ? log1p(-probability) : -Infinity;
  };
  return Object.freeze<Bernoulli>({
    family: 'Bernoulli',
    probability,
    pmf(k) {
      requireArgument('bernoulli.pmf', 'k', k);
      return k === 1 ? probability : k === 0 ? 1 - probability : 0;
    },
    logPmf,
    entropy: () => entropyOfCoin(probability),
  });
}

/** −p log p − (1 − p) log(1 − p) ≥ 0. */
export function entropyOfCoin(p: number): number {
  return p === 0 || p === 1 ? 0 : -p * log(p) - (1 - p) * log1p(-p);
}

/**
 * Kullback–Leibler divergence of two coins, in nats.
 *
 *   D(P ‖ Q) = p log(p/q) + (1 − p) log((1 − p)/(1 − q))
 *
 * Infinity if Q excludes a side that P does not. Lies in [0, ∞]; zero only when p = q. Relative error at most 12 u,
 * u = 2⁻⁵³: both sides are taken as p log(p/q) − p + q ≥ 0, and 1 − p is exact as two doubles.
 *
 * @throws DomainError if an argument was not made by `bernoulli`.
 * @see cover-thomas-2006, section 2.3
 */
export function bernoulliKlDivergence(p: Bernoulli, q: Bernoulli): number {
  requireMember('bernoulliKlDivergence', 'p', 'Bernoulli', p);
  requireMember('bernoulliKlDivergence', 'q', 'Bernoulli', q);
  return klOfCoins(p.probability, q.probability);
}

export function klOfCoins(p: number, q: number): number {
  if (p === q) return 0;
  const a = 1 - p;
  const b = 1 - q;
  return excess(p, q) + excess(a, b, sumError(1, -p, a), sumError(1, -q, b));
}
