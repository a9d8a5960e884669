import { sumError } from '../double-double.ts';
import { pairOf, type Pair } from '../pair.ts';
import { rootOfShares, sumOfShares, type Share } from './shares.ts';
import type { DivergenceProperties } from '../properties.ts';
import type { Pmf } from '../pmf.ts';

export const squaredHellingerDivergenceProperties: DivergenceProperties = {
  symmetric: true,
  metricPower: 0.5,
  upperBound: 1,
  finiteOnDisjointSupports: true,
  generator: '\\tfrac12 (\\sqrt t - 1)^2',
};

export const hellingerDistanceProperties: DivergenceProperties = {
  symmetric: true,
  metricPower: 1,
  upperBound: 1,
  finiteOnDisjointSupports: true,
  generator: null,
};

/**
 * Squared Hellinger divergence of P and Q (no unit).
 *
 *   H²(P, Q) = ½ Σₓ (√p(x) − √q(x))² = 1 − Σₓ √(p(x) q(x))
 *
 * Lies in [0, 1]; zero only when P and Q are equal, 1 only when no outcome is shared. Symmetric to the last bit; its
 * root is a metric, it is not. Relative error at most 9 u, u = 2⁻⁵³: derived at `squaredHellingerShare`; above one half, 1 minus
 * the coefficient is taken, so that no value exceeds 1. The largest found by search is below 7 u.
 *
 * @throws DomainError if p and q have different lengths.
 * @see lecam-1986, section 4.2; tsybakov-2009, section 2.4
 */
export function squaredHellingerDivergence(p: Pmf, q: Pmf): number {
  return squaredHellingerOfPair(pairOf('squaredHellingerDivergence', p, q));
}

/**
 * Hellinger distance of P and Q (no unit): H(P, Q) = √(½ Σₓ (√p(x) − √q(x))²).
 *
 * Lies in [0, 1]; zero only when P and Q are equal, 1 only when no outcome is shared. A metric; symmetric to the last
 * bit. Relative error at most 6 u, u = 2⁻⁵³, half that of H² and one rounding, even where H² is below the least double.
 *
 * @throws DomainError if p and q have different lengths.
 * @see lecam-1986, section 4.2; tsybakov-2009, section 2.4
 */
export function hellingerDistance(p: Pmf, q: Pmf): number {
  const pair = pairOf('hellingerDistance', p, q);
  const squared = squaredHellingerOfPair(pair);
  return squared >= 1e-280 ? Math.sqrt(squared) : rootOfShares(pair, squaredHellingerShare);
}

export function squaredHellingerOfPair(pair: Pair): number {
  const value = sumOfShares(pair, squaredHellingerShare);
  return value <= 0.5 ? value : 1 - sumOfShares(pair, geometricMean);
}

/**
 * ½ (√a − √b)² = ½ d · d/(a + b + 2√(ab)), d = a − b.
 *
 * Error in roundings of at most u = 2⁻⁵³: d has 1 u; a + b 1 u and √(ab) 1.5 u at weights of at least and at most one half, their sum
 * 1 u, and the low parts that it leaves out are 1 u; the quotient and the product 1 u each: 7.3 u. Sums and totals are kept in two
 * doubles, and their quotient is rounded once: 8.3 u. The coefficient Σ √p√q has 5 u, and is subtracted from 1 where it is below one half.
 */
export const squaredHellingerShare: Share = (a, b, aLow, bLow) => {
  if (a === 0 || b === 0) return (a + b) / 2;
  const difference = a - b;
  const d = difference + (sumError(a, -b, difference) + (aLow - bLow));
  const product = a * b;
  const root = product > LEAST ? Math.sqrt(product) : Math.sqrt(a * UP * (b * UP)) * DOWN;
  return (d * (d / (a + b + 2 * root))) / 2;
};

const LEAST = 1e-290;
const UP = 3.273390607896142e150; // 2⁵⁰⁰
const DOWN = 3.054936363499605e-151; // 2⁻⁵⁰⁰

/** √(ab) */
export const geometricMean: Share = (a, b) => Math.sqrt(a) * Math.sqrt(b);
