import { productError, sumError } from '../double-double.ts';
import { exp } from '../elementary/exp.ts';
import { log, log1p } from '../elementary/log.ts';
import { binet } from '../special/binet.ts';
import { digamma } from '../special/digamma.ts';
import { logBetaExcess } from '../special/log-beta-excess.ts';
import { HALF_LOG_TWO_PI } from '../special/log-gamma.ts';
import { logExcess } from '../special/log-excess.ts';
import { entropyOfShape, gammaBreaks } from './gamma.ts';
import { SHAPE, requireArgument, requireMember, requireParameters } from './parameters.ts';

/** A distribution of probabilities. Made by `beta`. */
export interface Beta {
  readonly family: 'beta';
  readonly a: number;
  readonly b: number;
  /** 0, 1 and points between which the density changes by some orders of magnitude. */
  readonly breaks: readonly number[];
  /**
   * x^(a − 1)(1 − x)^(b − 1)/B(a, b) on [0, 1], else 0; Infinity at an end whose exponent is negative. Relative error at
   * most (60 + 8 |log of it| + 8 |log x(1 − x)| + 8 |log a| + 8 |log b|) u, u = 2⁻⁵³.
   */
  pdf(x: number): number;
  /** log of the density, −Infinity where that is 0; absolute error as above. */
  logPdf(x: number): number;
  /**
   * log B(a, b) − (a − 1) ψ(a) − (b − 1) ψ(b) + (a + b − 2) ψ(a + b), in nats; at most 0, which is at a = b = 1.
   * Absolute error at most 100 u (1 + |log a| + |log b|), or relative 100 u where that is more.
   */
  differentialEntropy(): number;
}

/**
 * The beta distribution on [0, 1] with density proportional to x^(a − 1)(1 − x)^(b − 1).
 *
 * @throws DomainError if a or b is not a number from 1e-30 to 1e30.
 */
export function beta(parameters: { readonly a: number; readonly b: number }): Beta {
  const { a, b } = requireParameters('beta', parameters, { a: SHAPE, b: SHAPE });
  const total = a + b;
  const totalLow = sumError(a, b, total);
  const constant =
    binet(total) - binet(a) - binet(b) + (0.5 * (log(a) + log(b) - log(total)) - HALF_LOG_TWO_PI);
  const atEnd = (exponent: number, other: number): number =>
    exponent < 1 ? Infinity : exponent === 1 ? log(other) : -Infinity;
  const logPdf = (x: number): number => {
    if (x < 0 || x > 1) return -Infinity;
    if (x === 0) return atEnd(a, b);
    if (x === 1) return atEnd(b, a);
    // Stirling's formula taken out: what is left is (a + b) times the relative entropy of two coins.
    const expected = total * x;
    const step = expected - a + (productError(total, x, expected) + totalLow * x);
    const deviance = a * logExcess(step / a, expected / a) + b * logExcess(-step / b, (total / b) * (1 - x));
    return constant - deviance - log(x) - log1p(-x);
  };
  return Object.freeze<Beta>({
    family: 'beta',
    a,
    b,
    breaks: breaksOf(a, b),
    pdf: (x) => exp(logPdf(requireArgument('beta.pdf', 'x', x))),
    logPdf: (x) => logPdf(requireArgument('beta.logPdf', 'x', x)),
    differentialEntropy: () =>
      entropyOfShape(a) + (entropyOfShape(b) - entropyOfShape(total)) - digamma(total),
  });
}

/** Near an end the distribution is a gamma one: of shape a and scale 1/b at 0 if a is the smaller. */
function breaksOf(a: number, b: number): number[] {
  const deviation = Math.sqrt(((a / (a + b)) * (b / (a + b))) / (a + b + 1));
  const about = [-15, -6, -2, 0, 2, 6, 15].map((z) => a / (a + b) + z * deviation);
  const atZero = gammaBreaks(a).map((y) => y / (b > 1 ? b : 1));
  const atOne = gammaBreaks(b).map((y) => 1 - y / (a > 1 ? a : 1));
  // Nearer to 1 doubles are too coarse to divide by.
  return [0, ...[...about, ...atZero, ...atOne].filter((x) => x > 0 && x < 1 - 1e-11), 1];
}

/**
 * Kullback–Leibler divergence of beta distributions, in nats.
 *
 *   D(P ‖ Q) = log B(a′, b′)/B(a, b) + (a − a′) ψ(a) + (b − b′) ψ(b) + (a′ + b′ − a − b) ψ(a + b)
 *
 * where P has a, b and Q has a′, b′. Lies in [0, ∞); zero only when both parameters are equal. It is the Bregman divergence
 * of log B, computed without cancellation: relative error at most 90 u, u = 2⁻⁵³ (shapes from 1e-3 to 1e6).
 *
 * @throws DomainError if an argument was not made by `beta`.
 * @see penny-2001
 */
export function betaKlDivergence(p: Beta, q: Beta): number {
  requireMember('betaKlDivergence', 'p', 'beta', p);
  requireMember('betaKlDivergence', 'q', 'beta', q);
  return logBetaExcess(
    { before: p.a, after: q.a, step: q.a - p.a },
    { before: p.b, after: q.b, step: q.b - p.b },
  );
}
