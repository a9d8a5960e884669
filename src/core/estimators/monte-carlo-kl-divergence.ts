import { DomainError } from '../domain-error.ts';
import { readNumbers, requireArray } from '../masses.ts';
import { expExcess } from '../special/log-excess.ts';

/** Mean of a sample of some statistic, with what the sample says about its spread. */
export interface Estimate {
  readonly value: number;
  /** Sample variance of the statistic, with n − 1 below. */
  readonly variance: number;
  /** Of `value`: √(variance / n). */
  readonly standardError: number;
}

export interface MonteCarloEstimates {
  readonly k1: Estimate;
  readonly k2: Estimate;
  readonly k3: Estimate;
}

/**
 * Three Monte-Carlo estimates of the Kullback–Leibler divergence of P from Q, in nats, from ℓ(i) = log( p(xᵢ)/q(xᵢ) ) at points xᵢ
 * drawn from P (not from Q, and not log q/p).
 *
 *   k₁ = mean of ℓ             unbiased; single terms may be negative
 *   k₂ = mean of ℓ²/2          biased: to leading order D where P and Q are near
 *   k₃ = mean of e^(−ℓ) − 1 + ℓ    unbiased where Q ≪ P; every term is ≥ 0
 *
 * Where Q puts mass outside the support of P, k₃ falls short by that mass. ℓ may be Infinity (q = 0): then the estimates are,
 * and their variances. Relative error of k₂ and k₃ at most 12 u, u = 2⁻⁵³; of k₁ 2 u relative to the mean of |ℓ|; of the
 * variances 40 u, where n u is far below 1 and they are not far below the squares of the values.
 *
 * @throws DomainError if there are fewer than 2 logarithms, or one is not a number within ±1e150 or Infinity.
 * @see schulman-2020
 */
export function monteCarloKlDivergence(logRatios: ArrayLike<number>): MonteCarloEstimates {
  requireArray('monteCarloKlDivergence', 'logRatios', logRatios);
  const values = readNumbers(
    'monteCarloKlDivergence',
    'logRatios',
    logRatios,
    (l) => l >= -LARGEST && (l <= LARGEST || l === Infinity),
    'every log(p/q) at a point drawn from P must be a number within ±1e150, or Infinity',
  );
  if (values.length < 2) {
    throw new DomainError(
      'monteCarloKlDivergence: logRatios has 1 entry; there must be at least 2, to estimate a variance',
    );
  }
  return {
    k1: estimate(values, (l) => l),
    k2: estimate(values, (l) => (l * l) / 2),
    k3: estimate(values, (l) => (l === Infinity ? Infinity : expExcess(-l))),
  };
}

const LARGEST = 1e150;
const INFINITE: Estimate = { value: Infinity, variance: Infinity, standardError: Infinity };

function estimate(sample: Float64Array, statistic: (l: number) => number): Estimate {
  const n = sample.length;
  const terms = sample.map(statistic);
  const mean = sumOf(terms) / n;
  if (!(mean < Infinity && mean > -Infinity)) return INFINITE;
  const deviations = terms.map((term) => term - mean);
  const squares = sumOf(deviations.map((d) => d * d));
  const variance = squares / (n - 1);
  return { value: mean, variance, standardError: Math.sqrt(variance / n) };
}

function sumOf(terms: Float64Array): number {
  let total = 0;
  let lost = 0;
  for (const term of terms) {
    const next = total + term;
    if (next === Infinity || next === -Infinity) return next;
    const part = next - total;
    lost += total - (next - part) + (term - part);
    total = next;
  }
  return total + lost;
}
