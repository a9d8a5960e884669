import { pairOf } from '../pair.ts';
import { sumOfShares, type Share } from './shares.ts';
import type { DivergenceProperties } from '../properties.ts';
import type { Pmf } from '../pmf.ts';

export const triangularDiscriminationProperties: DivergenceProperties = {
  symmetric: true,
  metricPower: 0.5,
  upperBound: 2,
  finiteOnDisjointSupports: true,
  generator: '\\tfrac{(t - 1)^2}{t + 1}',
};

/**
 * Triangular discrimination of P and Q (no unit), also called the Vincze–Le Cam divergence.
 *
 *   Δ(P, Q) = Σₓ (p(x) − q(x))² / (p(x) + q(x))
 *
 * Outcomes that neither has contribute 0. Lies in [0, 2]; zero only when P and Q are equal, 2 only when no outcome is
 * shared. Symmetric to the last bit; its root is a metric, it is not. Relative error at most 7 u, u = 2⁻⁵³: every summed
 * term is ≥ 0 and has at most 5 u; above 1, 2 − 4 Σ pq/(p + q) is taken, so that no value exceeds 2.
 *
 * @throws DomainError if p and q have different lengths.
 * @see topsoe-2000, section II
 */
export function triangularDiscrimination(p: Pmf, q: Pmf): number {
  const pair = pairOf('triangularDiscrimination', p, q);
  const value = sumOfShares(pair, triangularShare);
  return value <= 1 ? value : 2 - 4 * sumOfShares(pair, halfHarmonicMean);
}

/** (a − b)²/(a + b) */
export const triangularShare: Share = (a, b, aLow, bLow) => {
  const both = a + b;
  if (both === 0) return 0;
  const d = a - b + (aLow - bLow);
  return d * (d / both);
};

/** ab/(a + b) */
const halfHarmonicMean: Share = (a, b) =>
  a === 0 || b === 0 ? 0 : a < b ? a * (b / (a + b)) : b * (a / (a + b));
