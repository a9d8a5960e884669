import { DomainError } from '../domain-error.ts';
import { add, sumError, type DoubleDouble } from '../double-double.ts';
import { pow } from '../elementary/pow.ts';
import { highWord, powerOfTwo } from '../logarithm.ts';
import type { WeightedPoints } from '../points-on-line.ts';
import { forEachSegment, pairsOfQuantiles } from './quantile-segments.ts';

/** What is summed for W_p: mean of (d / unit)^p over the coupling of quantiles. */
export interface MeanPower {
  /** The mean, ≥ 0. */
  readonly mean: number;
  /** Distances are divided by it, so that their powers stay in range; 0 if all distances are 0. */
  readonly unit: number;
}

export function requireOrder(quantity: string, options: { readonly order?: unknown } | undefined): number {
  const order = options === undefined ? 1 : options.order;
  if (typeof order !== 'number' || Number.isNaN(order)) {
    throw new DomainError(
      `${quantity}: order is ${typeof order === 'string' ? `the string "${order}"` : String(order)}; the order must be a number, at least 1`,
    );
  }
  if (order < 1) throw new DomainError(`${quantity}: order is ${order}; the order must be at least 1`);
  return order;
}

/** The largest distance that the coupling of quantiles moves any mass. */
export function farthest(quantity: string, mu: WeightedPoints, nu: WeightedPoints): number {
  let most = 0;
  forEachSegment(quantity, mu, nu, (x, y) => {
    const d = x < y ? y - x : x - y;
    if (d > most) most = d;
  });
  return most;
}

export function meanPower(
  quantity: string,
  mu: WeightedPoints,
  nu: WeightedPoints,
  order: number,
): MeanPower {
  if (order === 1) {
    const pairs = pairsOfQuantiles(quantity, mu, nu);
    if (pairs) return { mean: meanDistance(...pairs), unit: 1 };
  }
  const unit = order === 1 ? 1 : unitFor(farthest(quantity, mu, nu), order);
  if (unit === 0) return { mean: 0, unit };
  const power = powerFunction(order);
  let total = 0;
  let lost = 0;
  const scale = forEachSegment(quantity, mu, nu, (x, y, mass) => {
    const term = mass * power((x < y ? y - x : x - y) / unit);
    const next = total + term;
    lost += sumError(total, term, next);
    total = next;
  });
  return { mean: (total + lost) / scale, unit };
}

const BLOCK = 1024;

/** (1/n) Σ |xᵢ − yᵢ|: compensated within blocks, in double-double between them. */
function meanDistance(x: Float64Array, y: Float64Array): number {
  let total: DoubleDouble = { hi: 0, lo: 0 };
  for (let from = 0; from < x.length; from += BLOCK) total = add(total, distancesOfBlock(x, y, from));
  return total.hi / x.length;
}

// A small inner function over blocks: one long loop stays in the engine's slower tier.
function distancesOfBlock(x: Float64Array, y: Float64Array, from: number): DoubleDouble {
  const to = from + BLOCK < x.length ? from + BLOCK : x.length;
  let total = 0;
  let lost = 0;
  for (let i = from; i < to; i++) {
    const d = x[i]! - y[i]!;
    const term = d < 0 ? -d : d;
    const next = total + term;
    lost += sumError(total, term, next);
    total = next;
  }
  const hi = total + lost;
  return { hi, lo: total - hi + lost };
}

/** A power of two near the largest distance, to divide by exactly; that distance itself where its power is high. */
function unitFor(distance: number, order: number): number {
  if (order > 64 || distance < 1e-300) return distance;
  return powerOfTwo((highWord(distance) >> 20) - 1023);
}

function powerFunction(order: number): (t: number) => number {
  if (order === 1) return (t) => t;
  if (order === 2) return (t) => t * t;
  return (t) => pow(t, order);
}

/** The root of a given order; relative error below 2 u. */
export function rootOf(mean: number, order: number): number {
  if (order === 1 || mean === 0) return mean;
  if (order === 2) return Math.sqrt(mean);
  const root = pow(mean, 1 / order);
  // 1/order is rounded; one step of Newton's method takes that back.
  return root - (root * (pow(root, order) / mean - 1)) / order;
}
