import { entropy } from '../entropy.ts';
import { fromWeights } from '../pmf.ts';
import { readCounts, type BiasedEstimate } from './counts.ts';

/**
 * Entropy of the frequencies of a sample, in nats: the plug-in, or maximum-likelihood, estimate.
 *
 *   Ĥ = − Σₓ n(x)/N log( n(x)/N ),  E[Ĥ] − H = − (K − 1)/(2N) + O(1/N²)
 *
 * for K possible outcomes. Its `bias` is that term with K replaced by the number of outcomes that were seen. Lies in
 * [0, log K]; relative error of the value at most 9 u, u = 2⁻⁵³, as for `entropy`.
 *
 * @throws DomainError if the counts are not integers ≥ 0, or all 0.
 * @see paninski-2003
 */
export function plugInEntropy(counts: ArrayLike<number>): BiasedEstimate {
  const { values, total, seen } = readCounts('plugInEntropy', 'counts', counts);
  return { value: entropy(fromWeights(values)), bias: seen === 1 ? 0 : (1 - seen) / (2 * total) };
}

/**
 * Miller and Madow's estimate of the entropy, in nats: the plug-in estimate with its bias taken off.
 *
 *   Ĥ + (K̂ − 1)/(2N),  K̂ the number of outcomes seen
 *
 * Of bias O(1/N²) where all outcomes were seen. At least 0; may exceed log K. Relative error at most 12 u, u = 2⁻⁵³.
 *
 * @throws DomainError if the counts are not integers ≥ 0, or all 0.
 * @see miller-1955
 */
export function millerMadowEntropy(counts: ArrayLike<number>): number {
  const { values, total, seen } = readCounts('millerMadowEntropy', 'counts', counts);
  return entropy(fromWeights(values)) + (seen - 1) / (2 * total);
}
