import { describe, expect, test } from 'vitest';
import { fromWeights, pmf } from '../../src/core/index.ts';
import { ulpError } from './measure.ts';
import { millionWeights, quantities, readReference, type Recipe } from './reference.ts';

// Each quantity is a sum of terms >= 0 with a fixed relative error; measured over these families: at most 2.1 ulp.
const ULPS = 4;
// F - G is kept to 106 bits, so W1 has an absolute error too: outcomes · 2^-104 of mass × span (see its comment).
const w1Slack = (outcomes: number): number => outcomes * (outcomes - 1) * 2 ** -104;

const files = [
  ['pmfs.json', 'doubles', pmf],
  ['thousand.json', 'doubles', pmf],
  ['weights.json', 'integer weights', fromWeights],
] as const;

for (const [file, kind, make] of files) {
  describe(`${kind} of ${file} (generate.py, mpmath, 50 digits)`, () => {
    const cases = readReference(file);
    const families = new Map<string, typeof cases>();
    for (const row of cases) families.set(row.name, [...(families.get(row.name) ?? []), row]);
    for (const [family, rows] of families) {
      test(`${family}: every quantity is within ${ULPS} units in the last place`, () => {
        for (const { p, q, values } of rows) {
          for (const [quantity, expected] of Object.entries(values)) {
            const actual = quantities[quantity]!(make(p), make(q));
            const slack = quantity === 'w1' ? w1Slack(p.length) : 0;
            const close = Math.abs(actual - Number(expected)) <= slack || ulpError(actual, expected) <= ULPS;
            expect(close, `${quantity} is ${actual}, expected ${expected}, of ${p.length} outcomes`).toBe(
              true,
            );
          }
        }
      });
    }
  });
}

describe('a million outcomes (recipe of generate.py)', () => {
  for (const { name, recipe, values } of readReference<Recipe>('million.json')) {
    test(`${name}: every quantity is within ${ULPS} units in the last place`, () => {
      const [p, q] = millionWeights(recipe).map((w) => fromWeights(w));
      for (const [quantity, expected] of Object.entries(values)) {
        expect(ulpError(quantities[quantity]!(p!, q!), expected), quantity).toBeLessThanOrEqual(ULPS);
      }
    });
  }
});

test('the error measure counts units in the last place exactly', () => {
  expect(ulpError(1, '1')).toBe(0);
  expect(ulpError(1 + 2 ** -52, '1')).toBe(1);
  expect(ulpError(0.1, '0.1')).toBeCloseTo(0.4, 9); // the double nearest to 0.1 is 0.4 units above it
  expect(ulpError(-0, '0')).toBe(Infinity);
  expect(ulpError(NaN, '1')).toBe(Infinity);
});
