import { Decimal } from 'decimal.js';
import { expect, test } from 'vitest';
import { digamma, factorial, gammaOf, logGamma, normalCdf } from './special.ts';

const near = (found: Decimal, expected: Decimal.Value, digits = 58): void => {
  expect(
    found
      .minus(expected)
      .abs()
      .lte(new Decimal(10).pow(-digits).times(Decimal.max(1, found.abs()))),
  ).toBe(true);
};
const Wide = Decimal.clone({ precision: 75 });

test('Γ at halves is a multiple of √π, and at integers a factorial', () => {
  const root = Wide.acos(-1).sqrt();
  near(gammaOf(new Wide('0.5')), root);
  near(gammaOf(new Wide('3.5')), root.times(15).div(8));
  near(logGamma(new Wide(11)), factorial(10).ln());
  near(logGamma(new Wide(300)), new Wide(factorial(299)).ln());
  near(gammaOf(new Wide('0.001')).times('0.001'), gammaOf(new Wide('1.001')));
});

test('ψ obeys its recurrence and its reflection', () => {
  const gamma = '-0.57721566490153286060651209008240243104215933593992359880577';
  near(digamma(new Wide(1)), gamma);
  near(digamma(new Wide('0.5')), new Wide(gamma).minus(new Wide(2).ln().times(2)));
  near(digamma(new Wide('7.3')).minus(digamma(new Wide('6.3'))), new Wide(1).div('6.3'));
});

test('Φ has the same digits from the series and from the continued fraction, on either side', () => {
  near(normalCdf(new Wide(0)), '0.5');
  near(normalCdf(new Wide(1)), '0.841344746068542948585232545632', 29);
  near(normalCdf(new Wide(-3)).plus(normalCdf(new Wide(3))), 1);
  const [before, after] = [normalCdf(new Wide('-19.9999999')), normalCdf(new Wide('-20.0000001'))];
  const middle = normalCdf(new Wide(-20));
  expect(before.gt(middle) && middle.gt(after)).toBe(true);
  near(before.plus(after).div(middle.times(2)), 1, 11);
  expect(middle.toSignificantDigits(15).toExponential()).toBe('2.75362411860623e-89');
});
