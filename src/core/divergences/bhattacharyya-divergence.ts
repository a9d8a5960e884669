import { log, log1p } from '../elementary/log.ts';
import { geometricMean, squaredHellingerShare } from './hellinger-distance.ts';
import { LOG_LIFT, liftedSumOfShares, sumOfShares } from './shares.ts';
import { pairOf } from '../pair.ts';
import type { DivergenceProperties } from '../properties.ts';
import type { Pmf } from '../pmf.ts';

export const bhattacharyyaDivergenceProperties: DivergenceProperties = {
  symmetric: true,
  metricPower: null,
  upperBound: null,
  finiteOnDisjointSupports: false,
  generator: null,
};

/**
 * Bhattacharyya coefficient (affinity) of P and Q (no unit).
 *
 *   BC(P, Q) = Σₓ √(p(x) q(x)) = 1 − H²(P, Q)
 *
 * Lies in [0, 1]; 1 only when P and Q are equal, 0 only when no outcome is shared. Symmetric to the last bit. Relative
 * error at most 9 u, u = 2⁻⁵³: from 1 − H² above one half, so that no value exceeds 1, otherwise from the sum.
 *
 * @throws DomainError if p and q have different lengths.
 * @see bhattacharyya-1943; kailath-1967
 */
export function bhattacharyyaCoefficient(p: Pmf, q: Pmf): number {
  const pair = pairOf('bhattacharyyaCoefficient', p, q);
  const squared = sumOfShares(pair, squaredHellingerShare);
  return squared <= 0.5 ? 1 - squared : sumOfShares(pair, geometricMean);
}

/**
 * Bhattacharyya divergence of P and Q, in nats.
 *
 *   B(P, Q) = − log Σₓ √(p(x) q(x))
 *
 * Infinity if no outcome is shared. Lies in [0, ∞]; zero only when P and Q are equal. Symmetric to the last bit; neither
 * it nor its root is a metric. Half the Rényi divergence of order ½. Relative error at most 14 u, u = 2⁻⁵³: − log(1 − H²)
 * grows no faster than 1.5 times the relative error of H² up to one half.
 *
 * @throws DomainError if p and q have different lengths.
 * @see bhattacharyya-1943; kailath-1967
 */
export function bhattacharyyaDivergence(p: Pmf, q: Pmf): number {
  const pair = pairOf('bhattacharyyaDivergence', p, q);
  const squared = sumOfShares(pair, squaredHellingerShare);
  if (squared <= 0.5) return -log1p(-squared) + 0;
  const coefficient = sumOfShares(pair, geometricMean);
  if (coefficient > 1e-280) return -log(coefficient);
  return LOG_LIFT - log(liftedSumOfShares(pair, geometricMean));
}
