import { DomainError } from './domain-error.ts';
import type { DoubleDouble } from './double-double.ts';
import { readNumbers, requireArray } from './masses.ts';
import { massesBehind, type Pmf } from './pmf.ts';
import { copyOf, sortedCopy } from './transport/cell-sort.ts';
import { extentOf, type Extent } from './transport/extent.ts';
import { sortingOrder } from './transport/sort.ts';

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
  /** Every mass is 1. */
  readonly uniform: boolean;
}

/** Keeps the masses out of reach and unforgeable. */
class Sorted {
  readonly positions: Float64Array;
  readonly #points: SortedPoints;

  constructor(points: SortedPoints) {
    this.positions = points.positions;
    this.#points = points;
  }

  static behind(points: unknown): SortedPoints | undefined {
    return typeof points === 'object' && points !== null && #points in points ? points.#points : undefined;
  }
}

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
  if (weights === undefined) {
    const total = { hi: positions.length, lo: 0 };
    let ones: Float64Array | undefined;
    return register({
      positions: readInOrder(positions),
      get masses() {
        return (ones ??= new Float64Array(total.hi).fill(1));
      },
      total,
      uniform: true,
    });
  }
  const values = readPositions(positions);
  const { values: masses, total } = massesBehind('pointsOnLine', 'weights', weights);
  if (masses.length !== values.length) {
    throw new DomainError(
      `pointsOnLine: there are ${values.length} positions and ${masses.length} weights; each position needs one weight`,
    );
  }
  const order = sortingOrder(values);
  return register(
    order
      ? { positions: gather(values, order), masses: gather(masses, order), total, uniform: false }
      : { positions: values, masses, total, uniform: false },
  );
}

function register(points: SortedPoints): WeightedPoints {
  return new Sorted(points) as unknown as WeightedPoints;
}

/** Whether all points have equal masses because no weights were given. */
export function isUniform(points: WeightedPoints): boolean {
  return Sorted.behind(points)?.uniform === true;
}

/** A sorted copy; numbers in a Float64Array are checked while their extent is found. */
function readInOrder(positions: ArrayLike<number>): Float64Array {
  const values = positions instanceof Float64Array ? positions : readPositions(positions);
  const extent = extentOf(values);
  return isInRange(extent) ? sortedCopy(values, extent) : readPositions(positions);
}

/** A copy, or the error that says which position is wrong. */
function readPositions(positions: ArrayLike<number>): Float64Array {
  if (positions instanceof Float64Array && isInRange(extentOf(positions))) return copyOf(positions);
  return readNumbers(
    'pointsOnLine',
    'positions',
    positions,
    (x) => x >= -FARTHEST && x <= FARTHEST,
    'every position must be a number within ±2¹⁰⁰⁰',
  );
}

function isInRange({ least, most }: Extent): boolean {
  return least >= -FARTHEST && most <= FARTHEST;
}

/** What is behind weighted points; refuses anything that `pointsOnLine` did not make. */
export function sortedPointsBehind(quantity: string, name: string, points: WeightedPoints): SortedPoints {
  const sorted = Sorted.behind(points);
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
