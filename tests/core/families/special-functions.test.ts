import { expect, test } from 'vitest';
import { digamma, logBeta, logGamma, trigamma } from '../../../src/core/index.ts';
import { binet } from '../../../src/core/special/binet.ts';
import { exactly, relativeError } from '../measure.ts';
import { readJson } from './members.ts';

interface Row {
  readonly function: string;
  readonly x: readonly number[];
  readonly value: string;
}
const { cases } = readJson<{ readonly cases: readonly Row[] }>('special-functions.json');
const rowsOf = (name: string): readonly Row[] => cases.filter((row) => row.function === name);

// Bounds in units of 2⁻⁵³, as the doc comments state them.
const functions: readonly [string, (x: number) => number, number][] = [
  ['logGamma', logGamma, 16],
  ['digamma', digamma, 20],
  ['trigamma', trigamma, 12],
];

for (const [name, of, bound] of functions) {
  test(`${name} is within ${bound} units of 2⁻⁵³, beside its zeros too (generate-families.py)`, () => {
    for (const { x, value } of rowsOf(name)) {
      const nearest = Number(value);
      if (nearest === 0 || nearest === Infinity) expect(of(x[0]!), `${x[0]}`).toBe(nearest);
      else expect(relativeError(of(x[0]!), value), `${name}(${x[0]}) = ${value}`).toBeLessThanOrEqual(bound);
    }
  });
}

test('the remainder of Stirling’s formula is within 8 units of 2⁻⁵³ from 1 up, and absolutely below', () => {
  for (const { x, value } of rowsOf('binet')) {
    const error = exactly(binet(x[0]!)).minus(value).abs().toNumber() * 2 ** 53;
    const bound = x[0]! < 1 ? 4 * (1 + Math.abs(Math.log(x[0]!))) : 8 * Number(value);
    expect(error, `${x[0]}`).toBeLessThanOrEqual(bound);
  }
});

test('logBeta is within 8 units of 2⁻⁵³ of its parts, and symmetric to the last bit', () => {
  for (const { x, value } of rowsOf('logBeta')) {
    const [a, b] = [x[0]!, x[1]!];
    const error = exactly(logBeta(a, b)).minus(value).abs().toNumber() * 2 ** 53;
    const parts = 1 + Math.abs(Number(value)) + Math.abs(Math.log(a)) + Math.abs(Math.log(b));
    expect(error, `${a}, ${b}`).toBeLessThanOrEqual(8 * parts);
    expect(logBeta(b, a)).toBe(logBeta(a, b));
  }
});

test('at the ends of their domains the special functions take their limits', () => {
  expect([logGamma(0), logGamma(Infinity), logGamma(1), logGamma(2)]).toEqual([Infinity, Infinity, 0, 0]);
  expect([digamma(0), digamma(Infinity)]).toEqual([-Infinity, Infinity]);
  expect([trigamma(0), trigamma(5e-324), trigamma(Infinity)]).toEqual([Infinity, Infinity, 0]);
  expect([logBeta(0, 1), logBeta(1, 0)]).toEqual([Infinity, Infinity]);
});
