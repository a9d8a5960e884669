import { formatSignificant } from '../../src/core/index.ts';
import { number } from '../../src/formula/evaluate-core.ts';
import type { Definition, Environment, Givens } from '../../src/formula/environment.ts';
import type { Program } from '../../src/site/exercise-data.ts';

/** A computed number in its unit, and by how much of itself its double may be off. */
export interface Computed {
  readonly value: number;
  readonly error: number;
}

/** Some two thousand roundings of a double: more than an expression of an exercise adds up to. */
const roundings = 2e-13;
/** Beyond this the digits that are shown would not be certain. */
const largestError = 1e-3;

/** The value of a program; undefined where it has none, or where too little of it is left after cancelling. */
export function compute(
  { expression, outcomes, unit }: Program,
  values: Givens,
  definitions: readonly Definition[],
): Computed | undefined {
  const counted = typeof outcomes === 'string' && values[outcomes];
  const environment: Environment = {
    values,
    definitions,
    outcomes: typeof outcomes === 'number' ? outcomes : counted ? counted.length : 1,
  };
  const { value, scale } = number(expression)({ environment, bound: new Map(), exact: true });
  if (Number.isNaN(value)) return undefined;
  const regular = Number.isFinite(value) && value !== 0;
  const error = regular ? roundings * Math.max(1, scale / Math.abs(value)) : 0;
  if (error > largestError) return undefined;
  return { value: unit === 'bits' ? value / Math.LN2 : value, error };
}

/** As the site shows numbers. */
export const shown = ({ value, error }: Computed, digits: number): string =>
  formatSignificant(value, digits, error);
