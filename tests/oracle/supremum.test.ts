import { Decimal } from 'decimal.js';
import { expect, test } from 'vitest';
import { decimals, negate, real } from './number.ts';
import type { Real, Value } from './number.ts';

const { numerical, add, multiply, logarithm, exponential } = decimals;
const top = (f: (x: Real) => Value, from: number, to: number): Real => {
  const found = numerical.supremum(f, real(from), real(to)).value;
  if (found.kind === 'undefined') throw new Error(found.why);
  return found;
};
const near = (found: Real, expected: Decimal.Value, digits: number): void => {
  expect(found.value.minus(expected).abs().lt(new Decimal(10).pow(-digits))).toBe(true);
};
const entropy = (x: Real): Value =>
  negate(add(multiply(x, logarithm(x)), multiply(less(x), logarithm(less(x)))));
const less = (x: Real): Real => add(real(1), negate(x)) as Real;

test('the greatest value has 44 digits, on an interval, a half-line and the line', () => {
  near(top(entropy, 0, 1), new Decimal(2).ln(), 18);
  expect(top(entropy, 0, 1).value.toSignificantDigits(40).toString()).toBe(
    '0.6931471805599453094172321214581765680755',
  );
  // x − x log x is greatest at 1; −(x − 3)² at 3.
  near(
    top((x) => add(x, negate(multiply(x, logarithm(x)))), 0, Infinity),
    1,
    44,
  );
  near(
    top((x) => negate(multiply(add(x, real(-3)), add(x, real(-3)))), -Infinity, Infinity),
    0,
    44,
  );
  near(
    top((x) => add(x, negate(exponential(x))), -Infinity, 100),
    -1,
    44,
  );
});

test('a kink, an end, a limit and no bound at all', () => {
  const kink = top((x) => negate(decimals.absolute(add(x, real('-0.3')))), 0, 1);
  near(kink, 0, 20);
  expect(kink.scale * 1e-45).toBeGreaterThan(kink.value.abs().toNumber());
  near(
    top((x) => multiply(real(2), x), 0, 1),
    2,
    50,
  );
  near(
    top((x) => negate(exponential(negate(x))), 0, Infinity),
    0,
    35,
  );
  expect(top(logarithm, 0, Infinity).value.toNumber()).toBe(Infinity);
  expect(top((x) => negate(x), -Infinity, 0).value.toNumber()).toBe(Infinity);
});

test('a function with two peaks is refused', () => {
  const wave = (x: Real): Value => real(x.value.times(12).sin());
  expect(numerical.supremum(wave, real(0), real(1)).value).toMatchObject({ kind: 'undefined' });
});
