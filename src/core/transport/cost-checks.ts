import { DomainError } from '../domain-error.ts';
import { extentOf, type Extent } from './extent.ts';

/** 2²⁶: half a gigabyte of doubles for the costs, and as much for the plan. */
export const MOST_PAIRS = 67108864;

/** Sums of costs up to here stay in range: 2⁹⁰⁰. */
const LARGEST_COST = 8.452712498170644e270;

/** The extent of costs; refuses what is not a row-major Float64Array of n × m finite ones. */
export function requireCosts(
  quantity: string,
  name: string,
  costs: Float64Array,
  n: number,
  m: number,
): Extent {
  requirePairs(quantity, n, m);
  if (!(costs instanceof Float64Array)) {
    throw new DomainError(
      `${quantity}: ${name} is ${Array.isArray(costs) ? 'a plain array' : 'not an array'}; it must be a Float64Array, row after row`,
    );
  }
  if (costs.length !== n * m) {
    throw new DomainError(
      `${quantity}: ${name} has ${costs.length} entries for ${n} sources and ${m} targets; it needs ${n * m}, row after row`,
    );
  }
  const extent = extentOf(costs);
  if (extent.least >= -LARGEST_COST && extent.most <= LARGEST_COST) return extent;
  const bad = costs.findIndex((c) => !(c >= -LARGEST_COST && c <= LARGEST_COST));
  throw new DomainError(
    `${quantity}: ${name}[${bad}] is ${costs[bad]!}, from source ${(bad - (bad % m)) / m} to target ${bad % m}; every cost must be a number within ±2⁹⁰⁰`,
  );
}

/** Refuses more pairs than memory is meant for, before anything is computed. */
export function requirePairs(quantity: string, n: number, m: number): void {
  if (n * m <= MOST_PAIRS) return;
  throw new DomainError(
    `${quantity}: there are ${n} sources and ${m} targets, ${n * m} pairs; at most ${MOST_PAIRS} are supported`,
  );
}
