import Decimal from 'decimal.js';
import { describe, expect, test } from 'vitest';
import { exactly } from '../measure.ts';
import { readReference } from '../reference.ts';
import { densitiesOf, evaluators, type Evaluator, type Given } from './evaluators.ts';

type Numbers = string | readonly Numbers[];

interface Row {
  readonly of: string;
  readonly given: Given;
  readonly value: Numbers;
  readonly size?: number;
}

const cases = readReference<Row>('quantities.json');
const flat = (numbers: Numbers): string[] =>
  typeof numbers === 'string' ? [numbers] : numbers.flatMap((part) => flat(part));

/** |actual − expected| as a multiple of what is allowed: above 1 is wrong. */
function excess(actual: number, expected: string, { units, floor = 0 }: Evaluator, size?: number): number {
  if (!Number.isFinite(actual) || !Number.isFinite(Number(expected))) {
    return actual === Number(expected) ? 0 : Infinity;
  }
  const error = exactly(actual).minus(expected).abs();
  const allowed = new Decimal(size ?? expected)
    .abs()
    .mul(units * 2 ** -53)
    .plus(floor);
  return error.isZero() ? 0 : error.div(allowed).toNumber();
}

describe('quantities that other tables lack (generate-quantities.py, mpmath, 90 digits)', () => {
  for (const [of, evaluator] of Object.entries(evaluators)) {
    test(`${of}: every number is within ${evaluator.units} units of 2⁻⁵³`, () => {
      for (const { given, value, size } of cases.filter((row) => row.of === of)) {
        const actual = [...evaluator.of(given)];
        const expected = flat(value);
        expect(actual.length, JSON.stringify(given)).toBe(expected.length);
        expected.forEach((number, i) => {
          const where = `${JSON.stringify(given)}: number ${i} is ${actual[i]}, expected ${number}`;
          expect(excess(actual[i]!, number, evaluator, size), where).toBeLessThanOrEqual(1);
        });
      }
    });
  }

  test('a row is there for each of them, and each row is of one of them', () => {
    const named = new Set(cases.map((row) => row.of));
    expect([...named].sort()).toEqual(Object.keys(evaluators).sort());
  });

  test('klOfDensities: the value is within the bound that comes with it', () => {
    for (const { given, value } of cases.filter((row) => row.of === 'klOfDensities')) {
      const { value: actual, errorBound } = densitiesOf(given);
      const error = exactly(actual)
        .minus(value as string)
        .abs()
        .toNumber();
      expect(
        error,
        `${JSON.stringify(given)}: ${actual} ± ${errorBound}, ${String(value)}`,
      ).toBeLessThanOrEqual(errorBound);
    }
  });
});
