import { Decimal } from 'decimal.js';
import { expect, test } from 'vitest';
import { seeded } from '../../src/formula/families.ts';
import { exponential, logarithm } from './elementary.ts';

const At60 = Decimal.clone({ precision: 60 });
const At70 = Decimal.clone({ precision: 70 });
const Reference = Decimal.clone({ precision: 90 });

const random = seeded(7);
const decimals = (text: () => string, count: number): string[] => Array.from({ length: count }, text);
const digits = (n: number): string => Array.from({ length: n }, () => Math.floor(10 * random())).join('');

const positive = [
  ...['2', '10', '0.5', '1e-12', '1e12', '0.999999', '1.000001', '3e-200', '7e200', '1e-300', '1e300'],
  ...['1.00000000001', '0.99999999999', '1.000000000000000000000000000001', '1', '1e-2000', '1e2000'],
  ...decimals(() => `0.${digits(6)}1`, 100),
  ...decimals(() => `${digits(3)}1.${digits(56)}1`, 100),
  ...decimals(() => `${digits(1)}.${digits(60)}1e${Math.floor(500 * random() - 250)}`, 100),
  ...decimals(() => `1.${'0'.repeat(Math.floor(20 * random()))}${digits(40)}1`, 100),
];
const any = [
  ...['0', '1', '-1', '710', '-745', '1999', '-1999', '2500', '-2500', '1e-10', '-1e-14', '1e-20', '-1e-40'],
  ...decimals(() => `${random() < 0.5 ? '-' : ''}0.${digits(62)}1`, 100),
  ...decimals(() => `${random() < 0.5 ? '-' : ''}${digits(3)}.${digits(20)}1`, 100),
  ...decimals(
    () => `${random() < 0.5 ? '-' : ''}0.${'0'.repeat(Math.floor(20 * random()))}${digits(40)}1`,
    100,
  ),
];

/** The distance in units of the last digit that is kept. */
function off(found: Decimal, exact: Decimal, precision: number): number {
  if (found.eq(exact)) return 0;
  return found
    .minus(exact)
    .div(Reference.pow(10, exact.e - precision + 1))
    .abs()
    .toNumber();
}

test.each([
  ['logarithm', logarithm, (x: Decimal) => x.ln(), positive],
  ['exponential', exponential, (x: Decimal) => x.exp(), any],
] as const)('the %s is that of decimal.js to the last of 60 and of 70 digits', (_, ours, theirs, points) => {
  for (const text of points) {
    for (const Digits of [At60, At70]) {
      const exact = theirs(new Reference(text));
      const found = ours(new Digits(text));
      expect(found.constructor, text).toBe(Digits);
      expect(found.precision(), text).toBeLessThanOrEqual(Digits.precision);
      // Half a unit by rounding, and what is lost before it.
      expect(off(new Reference(found), exact, Digits.precision), text).toBeLessThan(0.501);
    }
  }
});

test('they undo each other, and what they leave to decimal.js is left to it', () => {
  for (const text of positive.slice(20, 60)) {
    const x = new At60(text);
    expect(exponential(logarithm(x)).minus(x).abs().lt(x.times('1e-56'))).toBe(true);
  }
  expect(exponential(new At60(-Infinity)).toString()).toBe('0');
  expect(exponential(new At60(Infinity)).toString()).toBe('Infinity');
  expect(logarithm(new At60(1)).toString()).toBe('0');
});
