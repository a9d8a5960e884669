import { exp } from '../elementary/exp.ts';
import { log1p } from '../elementary/log.ts';
import { sumError } from '../double-double.ts';
import { readNumbers, requireArray } from '../masses.ts';
import { fromWeights, type Pmf } from '../pmf.ts';
import { DomainError } from '../domain-error.ts';

/**
 * The pmf with given logits: softmax(z)(x) = exp z(x) / Σ exp z.
 *
 * A logit of − Infinity gives probability 0, as does one over 744 below the largest, whose probability no double holds.
 * Adding a constant to all logits changes nothing but their rounding. Relative error of each probability at most 4 u, u = 2⁻⁵³:
 * z(x) − max z is kept in two doubles, since the exponential turns its rounding into a relative error.
 *
 * @throws DomainError if logits is no array of numbers, has NaN or + Infinity, or only − Infinity.
 * @see blanchard-2021
 */
export function softmax(logits: ArrayLike<number>): Pmf {
  const { weights } = shifted('softmax', logits);
  let sum = 0;
  for (const weight of weights) sum += weight;
  return fromWeights(weights.map((weight) => (weight / sum < 5e-324 ? 0 : weight)));
}

/**
 * The logarithms of `softmax(logits)`, in nats: log softmax(z)(x) = z(x) − log Σ exp z.
 *
 * − Infinity where the logit is. Every entry is ≤ 0. Relative error of each at most 6 u, u = 2⁻⁵³, the largest one's too: it is
 * − log(1 + Σ exp(z − max z)) over the others, and never underflows to probability 0.
 *
 * @throws DomainError if logits is no array of numbers, has NaN or + Infinity, or only − Infinity.
 * @see blanchard-2021
 */
export function logSoftmax(logits: ArrayLike<number>): Float64Array {
  const { values, top, weights } = shifted('logSoftmax', logits);
  let rest = 0;
  let lost = 0;
  weights.forEach((weight, x) => {
    if (x === top) return;
    const next = rest + weight;
    lost += sumError(rest, weight, next);
    rest = next;
  });
  const logTotal = log1p(rest + lost);
  return values.map((z) => z - values[top]! - logTotal);
}

interface Shifted {
  readonly values: Float64Array;
  /** Index of the largest. */
  readonly top: number;
  /** exp(z − max z), accurate although the difference rounds. */
  readonly weights: Float64Array;
}

function shifted(quantity: string, logits: ArrayLike<number>): Shifted {
  requireArray(quantity, 'logits', logits);
  const domain = 'every logit must be a number below Infinity';
  const values = readNumbers(quantity, 'logits', logits, (z) => z < Infinity, domain);
  let top = 0;
  values.forEach((z, x) => {
    if (z > values[top]!) top = x;
  });
  const largest = values[top]!;
  if (largest === -Infinity) {
    throw new DomainError(`${quantity}: every logit is -Infinity; at least one must be finite`);
  }
  const weights = values.map((z) => {
    const difference = z - largest;
    if (difference < -800) return 0;
    const power = exp(difference);
    return power + power * sumError(z, -largest, difference);
  });
  return { values, top, weights };
}
