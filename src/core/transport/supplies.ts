import type { Masses } from '../pmf.ts';

/** Masses as integers with one total on both sides, so that every step of the simplex method is exact. */
export interface Supplies {
  readonly a: Float64Array;
  readonly b: Float64Array;
}

const TOTAL = 4503599627370496; // 2⁵²

/**
 * Integer supplies: the masses a·Q and b·P where they are integers and small, and otherwise the masses rounded to
 * multiples of 2⁻⁵² of the total, at least one each. All masses are positive.
 */
export function integerSupplies(a: Masses, b: Masses, aKept: Float64Array, bKept: Float64Array): Supplies {
  if (a.total.hi * b.total.hi <= TOTAL && areIntegers(aKept) && areIntegers(bKept)) {
    return { a: aKept.map((w) => w * b.total.hi), b: bKept.map((w) => w * a.total.hi) };
  }
  return { a: rounded(aKept, a.total.hi), b: rounded(bKept, b.total.hi) };
}

function areIntegers(values: Float64Array): boolean {
  for (const value of values) if (value > TOTAL || value + TOTAL - TOTAL !== value) return false;
  return true;
}

function rounded(masses: Float64Array, total: number): Float64Array {
  let left = TOTAL;
  let largest = 0;
  const units = masses.map((mass, x) => {
    const unit = (mass / total) * TOTAL + TOTAL - TOTAL; // adding 2⁵² leaves an integer
    const atLeastOne = unit < 1 ? 1 : unit;
    if (mass > masses[largest]!) largest = x;
    left -= atLeastOne;
    return atLeastOne;
  });
  units[largest]! += left;
  return units;
}
