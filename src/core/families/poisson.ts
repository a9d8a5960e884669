import type { Bounded } from '../bounded.ts';
import { exp } from '../elementary/exp.ts';
import { log } from '../elementary/log.ts';
import { binet } from '../special/binet.ts';
import { logExcess } from '../special/log-excess.ts';
import { HALF_LOG_TWO_PI } from '../special/log-gamma.ts';
import { entropyOverIntegers, windowAround } from './integer-sum.ts';
import { requireArgument, requireMember, requireParameters } from './parameters.ts';

/** Counts of independent events. Made by `poisson`. */
export interface Poisson {
  readonly family: 'Poisson';
  readonly mean: number;
  /** e^(−λ) λᵏ/k!, 0 for k that is no integer ≥ 0; relative error at most (20 + 8 |log P(k)|) u, u = 2⁻⁵³. */
  pmf(k: number): number;
  /** log P(k), −Infinity where P(k) = 0; absolute error as above. */
  logPmf(k: number): number;
  /** −Σ P(k) log P(k), in nats, summed where the mass is: no closed form. */
  entropy(): Bounded;
}

/**
 * The Poisson distribution of mean λ; mean 0 is the point mass at 0.
 *
 * @throws DomainError if the mean is neither 0 nor a number from 1e-100 to 1e15.
 * @see loader-2000
 */
export function poisson(parameters: { readonly mean: number }): Poisson {
  const { mean } = requireParameters('poisson', parameters, {
    mean: { from: 0, to: 1e15, is: 'it must be 0 or a number from 1e-100 to 1e15' },
  });
  if (mean > 0 && mean < 1e-100) requireParameters('poisson', { mean }, { mean: TOO_SMALL });
  const logPmf = (k: number): number => {
    if (!(k >= 0 && Number.isInteger(k))) return -Infinity;
    if (k === 0) return 0 - mean;
    if (mean === 0) return -Infinity;
    // Stirling's formula taken out: what is left is the relative entropy of k from the mean.
    return -k * logExcess((mean - k) / k, mean / k) - (binet(k) + HALF_LOG_TWO_PI + 0.5 * log(k));
  };
  return Object.freeze<Poisson>({
    family: 'Poisson',
    mean,
    pmf: (k) => exp(logPmf(requireArgument('poisson.pmf', 'k', k))),
    logPmf: (k) => logPmf(requireArgument('poisson.logPmf', 'k', k)),
    entropy: () => entropyOverIntegers(windowAround(mean, Math.sqrt(mean), Infinity), logPmf),
  });
}

const TOO_SMALL = { from: 1e-100, to: 1e15, is: 'it must be 0 or a number from 1e-100 to 1e15' };

/**
 * Kullback–Leibler divergence of Poisson distributions of means λ and ν, in nats.
 *
 *   D(P ‖ Q) = λ log(λ/ν) − λ + ν
 *
 * ν where λ = 0; Infinity where only ν = 0. Lies in [0, ∞]; zero only when λ = ν. Relative error at most 14 u, u = 2⁻⁵³.
 *
 * @throws DomainError if an argument was not made by `poisson`.
 */
export function poissonKlDivergence(p: Poisson, q: Poisson): number {
  requireMember('poissonKlDivergence', 'p', 'Poisson', p);
  requireMember('poissonKlDivergence', 'q', 'Poisson', q);
  if (p.mean === 0) return q.mean;
  if (q.mean === 0) return Infinity;
  return p.mean * logExcess((q.mean - p.mean) / p.mean, q.mean / p.mean);
}
