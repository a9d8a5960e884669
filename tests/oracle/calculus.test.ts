import { describe, expect, test } from 'vitest';
import { Digits, decimals, real } from './number.ts';
import type { Real, Value } from './number.ts';
import { cheapestCoupling, steepestFunction } from './transport.ts';

const value = (of: Value): Real => {
  if (of.kind === 'undefined') throw new Error(of.why);
  return of;
};
const near = (of: Value, expected: string): void => {
  expect(value(of).value.minus(expected).abs().lt('1e-48')).toBe(true);
};
const infinity = real(Infinity);

describe('the quadrature has 23 digits, and its scale says so', () => {
  const near = (of: Value, expected: string): void => {
    const { value: found, scale } = value(of);
    expect(
      found
        .minus(expected)
        .abs()
        .lt(scale * 1e-45),
    ).toBe(true);
    expect(scale).toBeLessThan(1e24);
  };
  test('of a Gaussian integral, √π', () => {
    const gaussian = (x: Real): Value => real(x.value.pow(2).neg().exp());
    const integral = decimals.numerical.integrate(gaussian, decimals.negate(infinity) as Real, infinity);
    near(integral, Digits.acos(-1).sqrt().toString());
  });
  test('on a half-line, 1', () => {
    near(
      decimals.numerical.integrate((x) => real(x.value.neg().exp()), real(0), infinity),
      '1',
    );
  });
  test('with singular ends, π', () => {
    const arcsine = (x: Real): Value => real(x.value.times(new Digits(1).minus(x.value)).sqrt().pow(-1));
    const half = decimals.numerical.integrate(arcsine, real(0), real('0.5'));
    near(decimals.multiply(real(2), half), Digits.acos(-1).toString());
  });
  test('and says so where it does not settle', () => {
    const jump = (x: Real): Value => real(x.value.lt('0.3') ? 0 : 1);
    expect(decimals.numerical.integrate(jump, real(0), real(1)).kind).toBe('undefined');
  });
});

test('the cheapest coupling of two outcomes is one of its two vertices', () => {
  const [p, q] = [
    [real('0.4'), real('0.6')],
    [real('0.7'), real('0.3')],
  ];
  // π(1, 1) = s in [0.1, 0.4]: cost 2s + 5(0.4 − s) + (0.7 − s) + 3(s − 0.1) = 2.4 − s.
  const cost = [
    [real(2), real(5)],
    [real(1), real(3)],
  ];
  expect(value(cheapestCoupling(decimals, [p, q], cost)).value.toString()).toBe('2');
});

test('the steepest function rises wherever more is gained to the right', () => {
  const gain = [real('-0.5'), real('0.2'), real('0.3')];
  expect(value(steepestFunction(decimals, gain)).value.toString()).toBe('0.8');
  expect(value(steepestFunction(decimals, [real(1), real(1)])).value.toNumber()).toBe(Infinity);
});

test('a sequence that settles is extrapolated, however its points run, and one that does not is refused', () => {
  for (const distance of [
    (k: number) => new Digits(2).pow(-k),
    (k: number) => new Digits(1).div(3 * k + 1),
  ]) {
    const distances = Array.from({ length: 20 }, (_, k) => real(distance(k)));
    const values = distances.map(({ value: h }) => real(h.times(5).plus(3).minus(h.pow(3))));
    near(decimals.numerical.settle(values, distances), '3');
  }
  const halves = [1, 0.5, 0.25, 0.125].map((h) => real(h));
  const swings = [real(1), real(-1), real(1), real(-1)];
  expect(decimals.numerical.settle(swings, halves).kind).toBe('undefined');
});

test('numbers beyond the range of doubles keep their digits in logarithms and quotients', () => {
  const { add, divide, exponential, logarithm, negate } = decimals;
  const [a, b] = [exponential(real(-5000)), exponential(real(-4000))];
  near(add(logarithm(a), negate(logarithm(b))), '-1000');
  near(add(divide(a, a), negate(divide(b, b))), '0');
  expect(value(divide(a, a)).scale).toBeLessThan(1e9);
});
