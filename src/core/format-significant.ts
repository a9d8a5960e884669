import { certainDecimal, shownWithin, signed, sizeOf } from './certain-digits.ts';
import { DomainError } from './domain-error.ts';

/**
 * Relative error below which entropy, cross-entropy, KL, Jeffreys, JSD, total variation, Hellinger and W₁, and their terms, are proven
 * to stay: 9 units of 2⁻⁵³, the terms 10, and 2 more in bits: 1.4e-15. What a search for the worst finds is half of it.
 */
export const RELATIVE_ERROR_BOUND = 1.4e-15;
const LARGEST_BOUND = 1e-3;
const MOST_DIGITS = 17;

/**
 * A number as it is shown, with the given count of significant digits: `0.2900`, `5.833 × 10⁻¹³`, `−1.5`, `∞`, `0`.
 *
 * Digits are those of the true value, which lies within `relativeErrorBound` of `value`: exact integer arithmetic
 * rounds both ends. Where the ends round differently, as at a tie, the fewest further digits at which they agree are
 * shown (0.12345 to 4 digits is `0.12345`), and if none up to 17 do, as many as agree.
 * Positional notation from 1e-4 up to 1e6, as long as no digit before the point would be invented.
 *
 * @throws DomainError if value is NaN, digits is not an integer from 1 to 17, or the bound is not in [0, 0.001].
 */
export function formatSignificant(
  value: number,
  digits: number,
  relativeErrorBound: number = RELATIVE_ERROR_BOUND,
): string {
  requireArguments(value, digits, relativeErrorBound);
  if (value === 0) return '0';
  const size = sizeOf(value);
  if (size === Infinity) return signed(value, '∞');
  // Below a bound of 1e-3 the ends can differ to one digit or to two, not to both.
  const decimal = certainDecimal(size, digits, relativeErrorBound)!;
  return signed(value, shownWithin(decimal, size, relativeErrorBound));
}

function requireArguments(value: number, digits: number, bound: number): void {
  if (typeof value !== 'number' || Number.isNaN(value)) {
    throw new DomainError(`formatSignificant: value is ${String(value)}; it must be a number`);
  }
  if (!(Number.isInteger(digits) && digits >= 1 && digits <= MOST_DIGITS)) {
    throw new DomainError(
      `formatSignificant: digits is ${String(digits)}; it must be an integer from 1 to ${MOST_DIGITS}`,
    );
  }
  if (!(bound >= 0 && bound <= LARGEST_BOUND)) {
    throw new DomainError(
      `formatSignificant: relativeErrorBound is ${String(bound)}; it must lie in [0, ${LARGEST_BOUND}]`,
    );
  }
}
