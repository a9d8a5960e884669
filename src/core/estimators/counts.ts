import { DomainError } from '../domain-error.ts';
import { readNumbers, requireArray } from '../masses.ts';

export interface Counts {
  readonly values: Float64Array;
  readonly total: number;
  /** How many outcomes were seen. */
  readonly seen: number;
}

/** How often each outcome was seen, at least once in all. */
export function readCounts(quantity: string, name: string, source: ArrayLike<number>): Counts {
  requireArray(quantity, name, source);
  const values = readNumbers(
    quantity,
    name,
    source,
    (n) => n >= 0 && n <= Number.MAX_SAFE_INTEGER && Number.isInteger(n),
    'every count must be an integer from 0 to 2⁵³ − 1',
  );
  let total = 0;
  let seen = 0;
  for (const n of values) {
    total += n;
    if (n > 0) seen++;
  }
  if (total === 0) {
    throw new DomainError(
      `${quantity}: all entries of ${name} are 0; at least one outcome must have been seen`,
    );
  }
  return { values, total, seen };
}

/** An estimate from a sample, with the leading term of what its expectation exceeds the true value by. */
export interface BiasedEstimate {
  readonly value: number;
  /** Leading term of E[value] − true value, itself estimated; subtract it to correct to first order. */
  readonly bias: number;
}
