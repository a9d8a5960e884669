import { productError, type DoubleDouble } from '../double-double.ts';
import { magnitude } from '../magnitude.ts';

/**
 * A sum without any rounding: doubles of which none reaches into the next, from the smallest up.
 * @see shewchuk-1997, section 2
 */
export type ExactSum = number[];

/** Adds x to the sum in place, exactly. */
export function addTo(sum: ExactSum, x: number): void {
  let kept = 0;
  for (const part of sum) {
    const larger = magnitude(x) < magnitude(part) ? part : x;
    const smaller = larger === x ? part : x;
    const next = larger + smaller;
    const lost = smaller - (next - larger);
    if (lost !== 0) sum[kept++] = lost;
    x = next;
  }
  sum.length = kept;
  if (x !== 0) sum.push(x);
}

/** Adds a·b in place, exactly as long as the product's last place does not underflow. */
export function addProductTo(sum: ExactSum, a: number, b: number): void {
  const product = a * b;
  addTo(sum, productError(a, b, product));
  addTo(sum, product);
}

/** The sum of doubles, exactly. */
export function exactSum(values: Iterable<number>): ExactSum {
  const sum: ExactSum = [];
  for (const value of values) addTo(sum, value);
  return sum;
}

/** The leading two doubles of the sum; relative error below 2⁻¹⁰⁴. */
export function leading(sum: ExactSum): DoubleDouble {
  let hi = sum.at(-1) ?? 0;
  let lo = 0;
  for (let i = sum.length - 2; i >= 0; i--) {
    const part = sum[i]! + lo;
    const next = hi + part;
    lo = part - (next - hi);
    hi = next;
  }
  return { hi, lo };
}

export function isSame(a: ExactSum, b: ExactSum): boolean {
  const difference = a.slice();
  for (const part of b) addTo(difference, -part);
  return difference.length === 0;
}
