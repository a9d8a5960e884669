import { DomainError } from '../domain-error.ts';
import { productError } from '../double-double.ts';
import { expExponent, exponential, scaleByPower } from './exp.ts';
import { logLow, logarithm } from './log.ts';

/**
 * xʸ for x ≥ 0, the same bits in every engine.
 *
 * x⁰ = 1 and 1ʸ = 1 for every x and y, infinite ones too; 0ʸ = 0 and ∞ʸ = ∞ for y > 0, 0ʸ = ∞ and ∞ʸ = 0 for y < 0;
 * x^∞ and x^−∞ are the limits. Within 0.51 ulp of the exact value where that is a normal number, within 1 ulp where it
 * is subnormal; exact where the value is a double.
 *
 * @throws DomainError if x is negative, or if x or y is not a number.
 */
export function pow(x: number, y: number): number {
  if (!(x >= 0)) throw new DomainError(`pow: x is ${String(x)}; x must be a number at least 0`);
  if (!(y === y)) throw new DomainError(`pow: y is ${String(y)}; y must be a number`);
  if (y === 0 || x === 1) return 1;
  if (x === 0 || x === Infinity) return (x === 0) === y > 0 ? 0 : Infinity;
  const log = logarithm(x, 0);
  const low = logLow;
  const product = y * log;
  // |log x| is at least 2⁻⁵³: past this the exponent is far out of range, and the products below could overflow.
  if (product > 720 || product < -760) return product > 0 ? Infinity : 0;
  const rest = productError(y, log, product) + y * low;
  return scaleByPower(exponential(product, rest), expExponent);
}
