import { DomainError } from '../domain-error.ts';
import { ASYMPTOTIC } from './binet.ts';

/** B₂ₖ, k = 1 … 9. */
const BERNOULLI = [
  0.16666666666666666, -0.03333333333333333, 0.023809523809523808, -0.03333333333333333, 0.07575757575757576,
  -0.2531135531135531, 1.1666666666666667, -7.092156862745098, 54.971177944862156,
];

/**
 * Trigamma function, the second derivative of log Γ, for x > 0.
 *
 *   ψ′(x) = Σ 1/(x + k)², k = 0, 1, 2, …
 *
 * Infinity at 0 (and where 1/x² is past the doubles), decreasing to 0. Relative error at most 12 u, u = 2⁻⁵³: positive
 * summands 1/x² up to 16, the asymptotic series above.
 *
 * @throws DomainError if x is negative or not a number.
 * @see olver-2010, section 5.15
 */
export function trigamma(x: number): number {
  if (!(x >= 0)) throw new DomainError(`trigamma: x is ${String(x)}; x must be a number at least 0`);
  if (x === Infinity) return 0;
  let steps = 0;
  let y = x;
  for (; y < ASYMPTOTIC; y++) steps++;
  const inverse = 1 / y;
  const z = inverse * inverse;
  let series = 0;
  for (let k = BERNOULLI.length - 1; k >= 0; k--) series = BERNOULLI[k]! + z * series;
  let sum = inverse * (1 + inverse * (0.5 + inverse * series));
  // From the smallest summand up.
  for (let i = steps - 1; i >= 0; i--) sum += 1 / (x + i) / (x + i);
  return sum;
}
