import { productError, sumError } from '../double-double.ts';
import type { Cloud } from './points-in-space.ts';

/** A function of the points i of x and j of y. */
export type PairFunction = (
  x: Float64Array,
  i: number,
  y: Float64Array,
  j: number,
  dimension: number,
) => number;

/** E h(X, Y) for independent X of a and Y of b, with sums kept to 106 bits, as hi + lo. */
function meanOverPairs(a: Cloud, b: Cloud, h: PairFunction): { hi: number; lo: number } {
  let hi = 0;
  let lo = 0;
  for (let i = 0; i < a.count; i++) {
    const p = a.masses.values[i]!;
    if (p === 0) continue;
    for (let j = 0; j < b.count; j++) {
      const q = b.masses.values[j]!;
      const weight = p * q;
      const value = h(a.values, i, b.values, j, a.dimension);
      const term = weight * value;
      const next = hi + term;
      lo += sumError(hi, term, next) + productError(weight, value, term) + productError(p, q, weight) * value;
      hi = next;
    }
  }
  const total = a.masses.total.hi * b.masses.total.hi;
  return { hi: hi / total, lo: lo / total };
}

/**
 * 2 E h(X, Y) − E h(X, X′) − E h(Y, Y′), at least 0 by theorem for the functions it is used with. Where it is below the
 * rounding of h, `share` of the three means together, it cannot be told from 0, and is 0.
 */
export function squaredDiscrepancy(a: Cloud, b: Cloud, h: PairFunction, share: number): number {
  const between = meanOverPairs(a, b, h);
  const [within, other] = [meanOverPairs(a, a, h), meanOverPairs(b, b, h)];
  const value = between.hi - within.hi + (between.hi - other.hi) + (2 * between.lo - within.lo - other.lo);
  const noise = share * (2 * between.hi + within.hi + other.hi);
  return value > noise ? value : 0;
}
