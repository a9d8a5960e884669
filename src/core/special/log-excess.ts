import { expm1 } from '../elementary/exp.ts';
import { log, log1p } from '../elementary/log.ts';
import { artanhTail } from '../logarithm.ts';

/**
 * t − log(1 + t) for t > −1: what a logarithm falls short of its tangent at 1.
 *
 * At least 0, and 0 only for t = 0; Infinity for t = −1. Give 1 + t too where it is known better than adding 1 to t tells.
 * With s = t/(2 + t), z = s²: t − log(1 + t) = z (2/(1 − s) − 2 s W(z)), artanh(s) = s + s z W(z), so that nothing cancels
 * for |s| ≤ ⅓; elsewhere the two differ by a fifth or more. Relative error at most 10 u, u = 2⁻⁵³.
 */
export function logExcess(t: number, onePlus = 1 + t): number {
  if (t > 1) return t - log1p(t);
  if (t < -0.5) return t - log(onePlus);
  const s = t / (2 + t);
  const z = s * s;
  return z * (2 / (1 - s) - 2 * s * artanhTail(z));
}

/**
 * b log(b/a) − b + a for a, b > 0, step = b − a: the relative entropy of two numbers, which is 0 only for step = 0.
 * Relative error at most 14 u, u = 2⁻⁵³, for a step that is right to u.
 */
export function relativeExcess(a: number, b: number, step: number): number {
  return b * logExcess(-step / b, a / b);
}

/**
 * eᵗ − 1 − t: at least 0, and 0 only for t = 0. Relative error at most 8 u, u = 2⁻⁵³: for |t| ≤ 1 from its series,
 * t²/2 · (1 + t/3 · (1 + t/4 · (…))), elsewhere the two parts do not cancel.
 */
export function expExcess(t: number): number {
  if (t > 1 || t < -1) return expm1(t) - t;
  let sum = 1;
  for (let k = 19; k >= 3; k--) sum = 1 + (t / k) * sum;
  return t * t * 0.5 * sum;
}
