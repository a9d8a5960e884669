import { exp } from '../elementary/exp.ts';
import { log } from '../elementary/log.ts';
import { logExcess } from '../special/log-excess.ts';
import { SCALE, requireArgument, requireMember, requireParameters } from './parameters.ts';

/** Waiting time of constant rate. Made by `exponential`. */
export interface Exponential {
  readonly family: 'exponential';
  readonly rate: number;
  /** 0, and 2, 8 and 40 means. */
  readonly breaks: readonly number[];
  /** λ e^(−λx) for x ≥ 0, else 0; relative error at most (4 + λx) u, u = 2⁻⁵³. */
  pdf(x: number): number;
  /** log λ − λx, −Infinity for x < 0. */
  logPdf(x: number): number;
  /** 1 − log λ, in nats, of either sign; absolute error at most 2 u (1 + |log λ|). */
  differentialEntropy(): number;
}

/**
 * The exponential distribution with density λ e^(−λx) on x ≥ 0, λ = `rate`; its mean is 1/λ.
 *
 * @throws DomainError if the rate is not a number from 1e-100 to 1e100.
 */
export function exponential(parameters: { readonly rate: number }): Exponential {
  const { rate } = requireParameters('exponential', parameters, { rate: SCALE });
  return Object.freeze<Exponential>({
    family: 'exponential',
    rate,
    breaks: [0, 2, 8, 40].map((z) => z / rate),
    pdf(x) {
      requireArgument('exponential.pdf', 'x', x);
      return x < 0 ? 0 : rate * exp(-rate * x);
    },
    logPdf(x) {
      requireArgument('exponential.logPdf', 'x', x);
      return x < 0 ? -Infinity : log(rate) - rate * x;
    },
    differentialEntropy: () => 1 - log(rate),
  });
}

/**
 * Kullback–Leibler divergence of exponential distributions of rates λ and ν, in nats.
 *
 *   D(P ‖ Q) = log(λ/ν) + ν/λ − 1
 *
 * Lies in [0, ∞); zero only when λ = ν. Relative error at most 14 u, u = 2⁻⁵³: it is t − log(1 + t) of t = (ν − λ)/λ.
 *
 * @throws DomainError if an argument was not made by `exponential`.
 */
export function exponentialKlDivergence(p: Exponential, q: Exponential): number {
  requireMember('exponentialKlDivergence', 'p', 'exponential', p);
  requireMember('exponentialKlDivergence', 'q', 'exponential', q);
  return logExcess((q.rate - p.rate) / p.rate, q.rate / p.rate);
}
