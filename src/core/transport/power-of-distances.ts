import { DomainError } from '../domain-error.ts';
import { sumError } from '../double-double.ts';
import { pow } from '../elementary/pow.ts';
import { highWord, powerOfTwo } from '../logarithm.ts';
import type { WeightedPoints } from '../points-on-line.ts';
import { forEachSegment } from './quantile-segments.ts';

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
