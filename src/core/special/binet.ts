import { log, log1p } from '../elementary/log.ts';
import { artanhTail } from '../logarithm.ts';

/** From here up, eight terms of the asymptotic series of the log-gamma function leave less than 2e-19 of it. */
export const ASYMPTOTIC = 16;

/** B₂ₖ / (2k (2k − 1)), k = 1 … 8: μ(x) ~ Σ of these times x^(1 − 2k). */
export const STIRLING = [
  0.08333333333333333, -0.002777777777777778, 0.0007936507936507937, -0.0005952380952380953,
  0.0008417508417508417, -0.0019175269175269176, 0.00641025641025641, -0.029550653594771242,
];

/**
 * Binet's function, the remainder of Stirling's formula, for x > 0.
 *
 *   μ(x) = log Γ(x) − (x − ½) log x + x − ½ log 2π
 *
 * Positive, convex, decreasing from Infinity at 0 to 0. Relative error at most 8 u, u = 2⁻⁵³, for x ≥ 1, and absolute
 * error at most 4 u (1 + |log x|) below: from 16 up the asymptotic series, below it
 * μ(x) = μ(x + 1) + (x + ½) log(1 + 1/x) − 1, whose summands are positive.
 *
 * @see olver-2010, section 5.11
 */
export function binet(x: number): number {
  let sum = 0;
  let y = x;
  for (; y < ASYMPTOTIC; y++) sum += stirlingStep(y);
  return sum + stirlingSeries(y);
}

/** (x + ½) log(1 + 1/x) − 1 ≥ 0. */
function stirlingStep(x: number): number {
  if (x < 1) return (x + 0.5) * (log1p(x) - log(x)) - 1;
  const s = 1 / (2 * x + 1);
  const z = s * s;
  return z * artanhTail(z);
}

function stirlingSeries(x: number): number {
  const inverse = 1 / x;
  const z = inverse * inverse;
  let sum = 0;
  for (let k = STIRLING.length - 1; k >= 0; k--) sum = STIRLING[k]! + z * sum;
  return inverse * sum;
}

/** −μ′(x) x for x ≥ 16, which is Σ B₂ₖ/(2k) x^(1 − 2k). */
export function binetSlope(x: number): number {
  const inverse = 1 / x;
  const z = inverse * inverse;
  let sum = 0;
  for (let k = STIRLING.length - 1; k >= 0; k--) sum = (2 * k + 1) * STIRLING[k]! + z * sum;
  return inverse * sum;
}
