import { DomainError } from '../domain-error.ts';
import { sumError } from '../double-double.ts';
import { logarithm } from '../elementary/log.ts';
import { log1p, log } from '../elementary/log.ts';
import { LOCATION, requireArgument, requireMember, requireParameters } from './parameters.ts';

/** Constant density on an interval. Made by `uniform`. */
export interface Uniform {
  readonly family: 'uniform';
  readonly from: number;
  readonly to: number;
  /** Both ends. */
  readonly breaks: readonly number[];
  /** 1/(to − from) on the interval, ends included, else 0; relative error at most 2 u, u = 2⁻⁵³. */
  pdf(x: number): number;
  /** −log(to − from) on the interval, else −Infinity. */
  logPdf(x: number): number;
  /** log(to − from), in nats, of either sign; 0 for length 1. Relative error at most 2 u. */
  differentialEntropy(): number;
}

/**
 * The uniform distribution on the interval [from, to].
 *
 * @throws DomainError if an end is not a number within ±1e100, or if `to` is not above `from`.
 */
export function uniform(parameters: { readonly from: number; readonly to: number }): Uniform {
  const { from, to } = requireParameters('uniform', parameters, { from: LOCATION, to: LOCATION });
  if (!(from < to)) {
    throw new DomainError(`uniform: from is ${from} and to is ${to}; to must be above from`);
  }
  const length = to - from;
  const logLength = logarithm(length, sumError(to, -from, length));
  return Object.freeze<Uniform>({
    family: 'uniform',
    from,
    to,
    breaks: [from, to],
    pdf(x) {
      requireArgument('uniform.pdf', 'x', x);
      return x >= from && x <= to ? 1 / length : 0;
    },
    logPdf(x) {
      requireArgument('uniform.logPdf', 'x', x);
      return x >= from && x <= to ? 0 - logLength : -Infinity;
    },
    differentialEntropy: () => logLength,
  });
}

/**
 * Kullback–Leibler divergence of uniform distributions, in nats.
 *
 *   D(P ‖ Q) = log( length of Q / length of P )
 *
 * where the interval of P lies in that of Q; otherwise P has mass where Q has none, and the value is Infinity. Lies in
 * [0, ∞]; zero only when the intervals are equal. Relative error at most 5 u, u = 2⁻⁵³: nearly equal intervals through
 * log(1 + t), t what Q has on both sides of P, relative to P.
 *
 * @throws DomainError if an argument was not made by `uniform`.
 */
export function uniformKlDivergence(p: Uniform, q: Uniform): number {
  requireMember('uniformKlDivergence', 'p', 'uniform', p);
  requireMember('uniformKlDivergence', 'q', 'uniform', q);
  if (p.from < q.from || p.to > q.to) return Infinity;
  const length = p.to - p.from;
  const more = p.from - q.from + (q.to - p.to);
  return more < length ? log1p(more / length) : log((q.to - q.from) / length);
}
