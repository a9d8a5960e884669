import { DomainError } from '../domain-error.ts';
import { log, log1p } from '../elementary/log.ts';
import { binet } from './binet.ts';
import { HALF_LOG_TWO_PI, logGamma } from './log-gamma.ts';

/**
 * log B(a, b) for a, b > 0.
 *
 *   B(a, b) = Γ(a) Γ(b) / Γ(a + b) = ∫₀¹ x^(a − 1) (1 − x)^(b − 1) dx
 *
 * Infinity where a or b is 0. Symmetric to the last bit. Absolute error at most 8 u (1 + |log B| + |log a| + |log b|),
 * u = 2⁻⁵³: Stirling's formula for the three together, whose large parts are logarithms of a/(a + b) and b/(a + b).
 *
 * @throws DomainError if an argument is negative, infinite or not a number.
 * @see olver-2010, section 5.12
 */
export function logBeta(a: number, b: number): number {
  requireShape('a', a);
  requireShape('b', b);
  const small = a < b ? a : b;
  const large = a < b ? b : a;
  if (small === 0) return Infinity;
  if (large < 8) return logGamma(small) + (logGamma(large) - logGamma(small + large));
  const total = small + large;
  return (
    (large - 0.5) * log1p(-small / total) +
    small * log(small / total) -
    0.5 * log(small) +
    (HALF_LOG_TWO_PI + (binet(small) + (binet(large) - binet(total))))
  );
}

function requireShape(name: string, x: number): void {
  if (x >= 0 && x < Infinity) return;
  throw new DomainError(`logBeta: ${name} is ${String(x)}; it must be a finite number at least 0`);
}
