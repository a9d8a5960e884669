import { DomainError } from './domain-error.ts';
import type { DoubleDouble } from './double-double.ts';
import { readNumbers, requireArray } from './masses.ts';
import { fromWeights, massesBehind, type Pmf } from './pmf.ts';

declare const brand: unique symbol;

/** A probability distribution on finitely many points of the real line. Made by `pointsOnLine` only. */
export interface WeightedPoints {
  /** Positions from left to right; a position may occur more than once. */
  readonly positions: Omit<
    Float64Array,
    'fill' | 'set' | 'sort' | 'reverse' | 'copyWithin' | 'buffer' | 'subarray'
  >;
  readonly [brand]: 'WeightedPoints';
}

export interface SortedPoints {
  readonly positions: Float64Array;
  /** Masses in the order of the positions; masses[i] / total is a probability. */
  readonly masses: Float64Array;
  readonly total: DoubleDouble;
}

const sortedBehind = new WeakMap<WeightedPoints, SortedPoints>();

/** Positions up to here leave room for every gap and cost: 2¹⁰⁰⁰. */
const FARTHEST = 1.0715086071862673e301;

/**
 * A distribution on points of the real line: mass weights[i] at positions[i], or equal masses if no weights are given.
 *
 * Positions need no order and may repeat. Weights are a pmf, made by `pmf` or `fromWeights`, so that numbers
 * meant as positions cannot be taken for masses.
 *
 * @throws DomainError if a position is not a number within ±2¹⁰⁰⁰, or if there are not as many weights as positions.
 */
export function pointsOnLine(positions: ArrayLike<number>, weights?: Pmf): WeightedPoints {
  requireArray('pointsOnLine', 'positions', positions);
  const values = readNumbers(
    'pointsOnLine',
    'positions',
    positions,
    (x) => x >= -FARTHEST && x <= FARTHEST,
    'every position must be a number within ±2¹⁰⁰⁰',
  );
  const { values: masses, total } = massesBehind(
    'pointsOnLine',
    'weights',
    weights === undefined ? fromWeights(new Float64Array(values.length).fill(1)) : weights,
  );
  if (masses.length !== values.length) {
    throw new DomainError(
      `pointsOnLine: there are ${values.length} positions and ${masses.length} weights; each position needs one weight`,
    );
  }
  const order = orderOf(values);
  const sorted: SortedPoints = order
    ? { positions: gather(values, order), masses: gather(masses, order), total }
    : { positions: values, masses, total };
  const points = { positions: sorted.positions } as unknown as WeightedPoints;
  sortedBehind.set(points, sorted);
  return points;
}

/** What is behind weighted points; refuses anything that `pointsOnLine` did not make. */
export function sortedPointsBehind(quantity: string, name: string, points: WeightedPoints): SortedPoints {
  const sorted = sortedBehind.get(points);
  if (sorted) return sorted;
  throw new DomainError(
    `${quantity}: ${name} is not a distribution on the line; build it with pointsOnLine(positions, weights)`,
  );
}

function gather(values: Float64Array, order: Uint32Array): Float64Array {
  const gathered = new Float64Array(order.length);
  for (let i = 0; i < order.length; i++) gathered[i] = values[order[i]!]!;
  return gathered;
}

/** Indices that sort `values`, equal ones in their given order; undefined if they are sorted already. */
function orderOf(values: Float64Array): Uint32Array | undefined {
  let i = 1;
  while (i < values.length && values[i - 1]! <= values[i]!) i++;
  if (i >= values.length) return undefined;
  return Uint32Array.from(values.keys()).sort((a, b) => values[a]! - values[b]! || a - b);
}
