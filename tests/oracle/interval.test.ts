import { Decimal } from 'decimal.js';
import { expect, test } from 'vitest';
import type { Value } from './arithmetic.ts';
import { IntervalArithmetic, Uncertain } from './interval.ts';
import type { Interval } from './interval.ts';

const arithmetic = new IntervalArithmetic();
const read = (text: string): Interval => arithmetic.read(text);
const certain = (value: Value<Interval>): Interval => {
  if (value.kind === 'undefined') throw new Error(value.why);
  return value;
};

test('fractions stay exact through + − · / and whole powers', () => {
  const third = certain(arithmetic.divide(read('1'), read('3')));
  const sum = certain(arithmetic.add(third, arithmetic.add(third, third)));
  expect(arithmetic.compare(sum, read('1'))).toBe(0);
  expect(arithmetic.compare(certain(arithmetic.power(read('2/3'), read('-2'))), read('2.25'))).toBe(0);
  expect(arithmetic.usedIntervals).toBe(false);
});

test('the interval of a logarithm, an exponential and a root holds the value to 80 digits, and is narrow', () => {
  const Precise = Decimal.clone({ precision: 80 });
  for (const text of ['0.1', '0.7', '2', '1.000000000001', '123456.789', '1e-9']) {
    const x = new Precise(text);
    for (const [interval, value] of [
      [arithmetic.logarithm(read(text)), x.ln()],
      [arithmetic.exponential(arithmetic.negate(read(text))), x.neg().exp()],
      [arithmetic.root(read(text), 2), x.sqrt()],
      [arithmetic.power(read(text), read('0.3')), x.pow('0.3')],
    ] as const) {
      const { low, high } = certain(interval);
      expect(low.lte(value) && high.gte(value)).toBe(true);
      expect(high.minus(low).lte(value.abs().times('1e-53'))).toBe(true);
    }
  }
});

test('what intervals cannot tell is said to be uncertain', () => {
  const log2 = certain(arithmetic.logarithm(read('2')));
  const twice = certain(arithmetic.add(log2, log2));
  const log4 = certain(arithmetic.logarithm(read('4')));
  expect(() => arithmetic.compare(twice, log4)).toThrow(Uncertain);
  expect(() => arithmetic.divide(log2, arithmetic.add(twice, arithmetic.negate(log4)))).toThrow(Uncertain);
  expect(arithmetic.compare(log2, read('0.6931'))).toBe(1);
});

test('conventions: 0 · ∞ = 0, log 0 = −∞, and ∞ − ∞ is undefined', () => {
  const infinity = read('Infinity');
  expect(certain(arithmetic.multiply(read('0'), infinity)).low.isZero()).toBe(true);
  expect(certain(arithmetic.logarithm(read('0'))).high.toNumber()).toBe(-Infinity);
  expect(arithmetic.add(infinity, arithmetic.negate(infinity)).kind).toBe('undefined');
});
