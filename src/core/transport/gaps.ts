import { productError, subtract, sumError, type DoubleDouble } from '../double-double.ts';
import { crossFactors } from '../pair.ts';
import { sortedPointsBehind, type SortedPoints, type WeightedPoints } from '../points-on-line.ts';

const ONE: DoubleDouble = { hi: 1, lo: 0 };
const NO_FACTORS = { f: ONE, g: ONE };

/** Factors that bring two distributions on the line to one total. */
export function commonTotal(a: SortedPoints, b: SortedPoints): { f: DoubleDouble; g: DoubleDouble } {
  return subtract(a.total, b.total).hi === 0 ? NO_FACTORS : crossFactors({ p: a, q: b });
}

/** Visits every gap of positive length with |F − G| on it, times the scale that is returned. */
export function forEachGap(
  quantity: string,
  mu: WeightedPoints,
  nu: WeightedPoints,
  visit: (from: number, to: number, flow: number) => void,
): number {
  const a = sortedPointsBehind(quantity, 'mu', mu);
  const b = sortedPointsBehind(quantity, 'nu', nu);
  const { f, g } = commonTotal(a, b);
  const n = a.positions.length;
  const m = b.positions.length;
  let i = 0;
  let j = 0;
  let hi = 0; // F − G, times the scale returned, in double-double
  let lo = 0;
  let last = NaN;
  while (i < n || j < m) {
    const x = i < n ? a.positions[i]! : Infinity;
    const y = j < m ? b.positions[j]! : Infinity;
    const position = x < y ? x : y;
    if (position > last) visit(last, position, hi + lo < 0 ? -hi - lo : hi + lo);
    last = position;
    // Masses at one position are subtracted before they are added: the same bits for (μ, ν) and (ν, μ).
    const up = x <= y ? a.masses[i++]! : 0;
    const down = y <= x ? b.masses[j++]! : 0;
    const upHi = up * f.hi;
    const downHi = down * g.hi;
    const step = upHi - downHi;
    const stepLow = productLow(up, f, upHi) - productLow(down, g, downHi) + sumError(upHi, -downHi, step);
    const next = hi + step;
    const low = sumError(hi, step, next) + (lo + stepLow);
    hi = next + low;
    lo = next - hi + low;
  }
  return a.total.hi * f.hi;
}

/** What `product` = fl(mass · factor.hi) lacks of mass · factor. */
export function productLow(mass: number, factor: DoubleDouble, product: number): number {
  return productError(mass, factor.hi, product) + mass * factor.lo;
}
