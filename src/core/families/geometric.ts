import { exp } from '../elementary/exp.ts';
import { log, log1p } from '../elementary/log.ts';
import { entropyOfCoin, klOfCoins } from './bernoulli.ts';
import { requireArgument, requireMember, requireParameters } from './parameters.ts';

/** Failures of a coin before its first success: 0, 1, 2, … Made by `geometric`. */
export interface Geometric {
  readonly family: 'geometric';
  readonly probability: number;
  /** P(k) = (1 − p)ᵏ p; relative error at most (4 + 2 |log P(k)|) u, u = 2⁻⁵³. */
  pmf(k: number): number;
  /** log P(k), −Infinity off the support; relative error at most 4 u. */
  logPmf(k: number): number;
  /** (−p log p − (1 − p) log(1 − p)) / p, in nats; in [0, ∞), relative error at most 5 u. */
  entropy(): number;
}

/**
 * The geometric distribution on 0, 1, 2, …: how many failures come before the first success, of probability
 * `probability`. Counting the trials instead, from 1, shifts the argument by one and changes no entropy or divergence.
 *
 * @throws DomainError if the probability is not a number from 1e-100 to 1.
 */
export function geometric(parameters: { readonly probability: number }): Geometric {
  const { probability } = requireParameters('geometric', parameters, {
    probability: { from: 1e-100, to: 1, is: 'it must be a number from 1e-100 to 1' },
  });
  const logPmf = (k: number): number => {
    if (!(k >= 0 && Number.isInteger(k))) return -Infinity;
    return k === 0 ? log(probability) : log(probability) + k * log1p(-probability);
  };
  return Object.freeze<Geometric>({
    family: 'geometric',
    probability,
    pmf: (k) => exp(logPmf(requireArgument('geometric.pmf', 'k', k))),
    logPmf: (k) => logPmf(requireArgument('geometric.logPmf', 'k', k)),
    entropy: () => entropyOfCoin(probability) / probability,
  });
}

/**
 * Kullback–Leibler divergence of geometric distributions, in nats.
 *
 *   D(P ‖ Q) = [ p log(p/q) + (1 − p) log((1 − p)/(1 − q)) ] / p
 *
 * the coin's divergence times the expected number of its trials. Infinity if q = 1 ≠ p. Lies in [0, ∞]; zero only when
 * p = q. Relative error at most 13 u, u = 2⁻⁵³, as for the coins.
 *
 * @throws DomainError if an argument was not made by `geometric`.
 */
export function geometricKlDivergence(p: Geometric, q: Geometric): number {
  requireMember('geometricKlDivergence', 'p', 'geometric', p);
  requireMember('geometricKlDivergence', 'q', 'geometric', q);
  return klOfCoins(p.probability, q.probability) / p.probability;
}
