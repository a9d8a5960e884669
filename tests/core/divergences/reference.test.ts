import { describe, expect, test } from 'vitest';
import { relativeError, ulpError } from '../measure.ts';
import { compared, parametric, plain } from './quantities.ts';

/** The relative error that the comment of each quantity promises, as a multiple of 2⁻⁵³. */
const bounds: Readonly<Record<string, number>> = {
  squaredHellinger: 9,
  hellinger: 6,
  chiSquared: 7,
  neyman: 7,
  triangular: 7,
  bhattacharyyaCoefficient: 9,
  bhattacharyya: 9,
  chernoffInformation: 30,
  chernoffOrder: 30,
  resistorAverage: 9,
  jensenShannonOfThree: 9,
  renyi: 60,
  alpha: 25,
  chernoff: 30,
  weightedJensenShannon: 9,
  skew: 9,
  geometricJensenShannon: 30,
};

interface Miss {
  readonly error: number;
  readonly text: string;
}

const worst = new Map<string, Miss>();
for (const { family, p, quantity, parameter, expected, actual } of compared()) {
  // A subnormal value has no more digits than its last place.
  const inUlps = 2 * ulpError(actual, expected);
  const relative = relativeError(actual, expected);
  const error = inUlps < relative ? inUlps : relative;
  if (error <= (worst.get(quantity)?.error ?? -1)) continue;
  const of = parameter === undefined ? quantity : `${quantity} of ${parameter}`;
  worst.set(quantity, {
    error,
    text: `${family}, ${p.length} outcomes: ${of} is ${actual}, expected ${expected}`,
  });
}

describe('divergences of the hard families (generate-divergences.py, mpmath, 700 digits)', () => {
  for (const [quantity, bound] of Object.entries(bounds)) {
    test(`${quantity} is within ${bound} units of 2⁻⁵³ of every value`, () => {
      const { error, text } = worst.get(quantity)!;
      expect(error, text).toBeLessThanOrEqual(bound);
    });
  }

  test('every quantity of the file has its bound', () => {
    expect(Object.keys(bounds)).toEqual([...Object.keys(plain), ...Object.keys(parametric)]);
    expect([...worst.keys()].sort()).toEqual(Object.keys(bounds).sort());
  });
});
