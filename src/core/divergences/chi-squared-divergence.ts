import { exchangedPair, type Pair, pairOf } from '../pair.ts';
import { sumOfShares, type Share } from './shares.ts';
import type { DivergenceProperties } from '../properties.ts';
import type { Pmf } from '../pmf.ts';

export const chiSquaredDivergenceProperties: DivergenceProperties = {
  symmetric: false,
  metricPower: null,
  upperBound: null,
  finiteOnDisjointSupports: false,
  generator: '(t - 1)^2',
};

export const neymanChiSquaredDivergenceProperties: DivergenceProperties = {
  symmetric: false,
  metricPower: null,
  upperBound: null,
  finiteOnDisjointSupports: false,
  generator: '\\tfrac{(t - 1)^2}{t}',
};

/**
 * χ²-divergence of P from Q, Pearson's (no unit).
 *
 *   χ²(P ‖ Q) = Σₓ (p(x) − q(x))² / q(x) = Σₓ p(x)² / q(x) − 1
 *
 * Outcomes that neither has contribute 0. If P puts mass where Q has none, the value is Infinity; so it is where the
 * finite value exceeds 1.8e308. Lies in [0, ∞]; zero only when P and Q are equal. Not symmetric.
 * Relative error at most 7 u, u = 2⁻⁵³: every summed term is ≥ 0 and has at most 5 u.
 *
 * @throws DomainError if p and q have different lengths.
 * @see pearson-1900; tsybakov-2009, section 2.4
 */
export function chiSquaredDivergence(p: Pmf, q: Pmf): number {
  return chiSquaredOfPair(pairOf('chiSquaredDivergence', p, q));
}

/**
 * χ²-divergence with the arguments reversed, Neyman's (no unit).
 *
 *   χ²(Q ‖ P) = Σₓ (p(x) − q(x))² / p(x)
 *
 * Infinity if Q puts mass where P has none. Otherwise as `chiSquaredDivergence(q, p)`, to the last bit.
 *
 * @throws DomainError if p and q have different lengths.
 * @see neyman-1949
 */
export function neymanChiSquaredDivergence(p: Pmf, q: Pmf): number {
  const pair = pairOf('neymanChiSquaredDivergence', p, q);
  return chiSquaredOfPair(exchangedPair(pair));
}

const DOWN = 4.909093465297727e-91; // 2⁻³⁰⁰

export function chiSquaredOfPair(pair: Pair): number {
  const value = sumOfShares(pair, chiSquaredShare);
  if (value < Infinity) return value;
  // (p − q)/q can overflow where the sum does not.
  return sumOfShares(pair, reducedShare) / DOWN / DOWN;
}

/** (a − b)²/b */
export const chiSquaredShare: Share = (a, b, aLow, bLow) => {
  const d = a - b + (aLow - bLow);
  if (b === 0) return a === 0 ? 0 : Infinity;
  return d * (d / b);
};

/** 2⁻⁶⁰⁰ (a − b)²/b */
const reducedShare: Share = (a, b, aLow, bLow) => {
  const d = (a - b + (aLow - bLow)) * DOWN;
  if (b === 0) return a === 0 ? 0 : Infinity;
  return d * (d / b);
};
