import { sumError } from '../double-double.ts';
import { sortedPointsBehind, type SortedPoints, type WeightedPoints } from '../points-on-line.ts';
import { commonTotal, productLow } from './gaps.ts';

/** Mass that the monotone coupling moves from x to y, times the scale that `forEachSegment` returns. */
export type VisitSegment = (x: number, y: number, mass: number) => void;

/** An operation on doubles kept as hi + lo loses at most this much of its operands: 2⁻¹⁰⁴. */
const LOST = 4.930380657631324e-32;

/**
 * Visits the segments of the coupling of quantiles, F⁻¹(t) with G⁻¹(t), from left to right: at most n + m − 1, each of
 * positive mass. What is left of a mass is kept in double-double, and is 0 where it cannot be told from 0.
 * Equal masses, n against m of them, are counted in units of 1/(nm), exactly.
 */
export function forEachSegment(
  quantity: string,
  mu: WeightedPoints,
  nu: WeightedPoints,
  visit: VisitSegment,
): number {
  const a = sortedPointsBehind(quantity, 'mu', mu);
  const b = sortedPointsBehind(quantity, 'nu', nu);
  if (!a.uniform || !b.uniform) return weightedSegments(a, b, visit);
  if (a.positions.length === b.positions.length) return pairs(a.positions, b.positions, visit);
  return uniformSegments(a.positions, b.positions, visit);
}

/** The quantiles that the coupling pairs where there are as many equal masses on either side. */
export function pairsOfQuantiles(
  quantity: string,
  mu: WeightedPoints,
  nu: WeightedPoints,
): readonly [Float64Array, Float64Array] | undefined {
  const a = sortedPointsBehind(quantity, 'mu', mu);
  const b = sortedPointsBehind(quantity, 'nu', nu);
  const paired = a.uniform && b.uniform && a.positions.length === b.positions.length;
  return paired ? [a.positions, b.positions] : undefined;
}

function pairs(x: Float64Array, y: Float64Array, visit: VisitSegment): number {
  for (let i = 0; i < x.length; i++) visit(x[i]!, y[i]!, 1);
  return x.length;
}

function uniformSegments(x: Float64Array, y: Float64Array, visit: VisitSegment): number {
  const n = x.length;
  const m = y.length;
  let i = 0;
  let j = 0;
  let xLeft = m;
  let yLeft = n;
  while (i < n && j < m) {
    const mass = xLeft < yLeft ? xLeft : yLeft;
    visit(x[i]!, y[j]!, mass);
    xLeft -= mass;
    yLeft -= mass;
    if (xLeft === 0) {
      i++;
      xLeft = m;
    }
    if (yLeft === 0) {
      j++;
      yLeft = n;
    }
  }
  return n * m;
}

function weightedSegments(a: SortedPoints, b: SortedPoints, visit: VisitSegment): number {
  const { f, g } = commonTotal(a, b);
  const n = a.positions.length;
  const m = b.positions.length;
  let i = -1;
  let j = -1;
  // What is left of the masses at x and y, and how far off that may be.
  let [aHi, aLo, aOff, bHi, bLo, bOff] = [0, 0, 0, 0, 0, 0];
  for (;;) {
    while (aHi <= 0) {
      if (++i === n) return a.total.hi * f.hi;
      const mass = a.masses[i]!;
      aHi = mass * f.hi;
      aLo = productLow(mass, f, aHi);
      aOff = aHi * LOST;
    }
    while (bHi <= 0) {
      if (++j === m) return a.total.hi * f.hi;
      const mass = b.masses[j]!;
      bHi = mass * g.hi;
      bLo = productLow(mass, g, bHi);
      bOff = bHi * LOST;
    }
    const difference = aHi - bHi;
    const rest = sumError(aHi, -bHi, difference) + (aLo - bLo);
    const hi = difference + rest;
    const lo = difference - hi + rest;
    const off = aOff + bOff + (aHi > bHi ? aHi : bHi) * LOST;
    visit(a.positions[i]!, b.positions[j]!, hi > 0 ? bHi : aHi);
    if (hi > off) {
      [aHi, aLo, aOff, bHi] = [hi, lo, off, 0];
    } else if (-hi > off) {
      [bHi, bLo, bOff, aHi] = [-hi, -lo, off, 0];
    } else {
      aHi = bHi = 0;
    }
  }
}
