import { DomainError } from '../domain-error.ts';
import { highWord, powerOfTwo } from '../logarithm.ts';
import { readNumbers, requireArray } from '../masses.ts';
import type { Vector } from './small-least-squares.ts';

const MOST_STATISTICS = 64;
/** Outcomes times the square of the number of statistics: what a step of Newton's method costs. */
const MOST_PRODUCTS = 1e6;
const FARTHEST = 1e100;

/** Functions on the outcomes, one array each. */
export type Statistics = readonly ArrayLike<number>[];

export function readStatistics(quantity: string, source: Statistics, outcomes: number): Float64Array[] {
  if (!Array.isArray(source) || source.length === 0 || source.length > MOST_STATISTICS) {
    const received = Array.isArray(source) ? `has ${source.length} entries` : `is ${String(source)}`;
    throw new DomainError(
      `${quantity}: statistics ${received}; it must be an array of 1 to ${MOST_STATISTICS} arrays, each a number for every outcome`,
    );
  }
  if (outcomes * source.length * source.length > MOST_PRODUCTS) {
    throw new DomainError(
      `${quantity}: there are ${outcomes} outcomes and ${source.length} statistics; outcomes × statistics² must be at most ${MOST_PRODUCTS}`,
    );
  }
  return source.map((statistic: ArrayLike<number>, j) => {
    const name = `statistics[${j}]`;
    requireArray(quantity, name, statistic);
    if (statistic.length !== outcomes) {
      throw new DomainError(
        `${quantity}: ${name} has ${statistic.length} entries and there are ${outcomes} outcomes; it must have one for each`,
      );
    }
    return readTargets(quantity, name, statistic);
  });
}

export function readTargets(quantity: string, name: string, source: ArrayLike<number>): Float64Array {
  requireArray(quantity, name, source);
  return readNumbers(
    quantity,
    name,
    source,
    (x) => x >= -FARTHEST && x <= FARTHEST,
    'every entry must be a number within ±1e100',
  );
}

export interface Centred {
  /** By outcome: each statistic less its target, divided by its scale. */
  readonly vectors: readonly Vector[];
  /** Powers of two that bring the coordinates to at most 2. */
  readonly scales: Float64Array;
}

export function centre(
  statistics: readonly Float64Array[],
  targets: Float64Array,
  outcomes: readonly number[],
): Centred {
  const scales = Float64Array.from(statistics, (f, j) => {
    let largest = 0;
    for (const x of outcomes) {
      const g = f[x]! - targets[j]!;
      if (g > largest || -g > largest) largest = g < 0 ? -g : g;
    }
    return largest < 1e-290 ? 1 : powerOfTwo((highWord(largest) >> 20) - 1023);
  });
  const vectors: Vector[] = [];
  for (const x of outcomes) {
    vectors[x] = Float64Array.from(statistics, (f, j) => (f[x]! - targets[j]!) / scales[j]!);
  }
  return { vectors, scales };
}
