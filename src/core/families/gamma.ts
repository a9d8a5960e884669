import { exp } from '../elementary/exp.ts';
import { log } from '../elementary/log.ts';
import { ASYMPTOTIC, binet, binetSlope } from '../special/binet.ts';
import { digamma } from '../special/digamma.ts';
import { HALF_LOG_TWO_PI, logGamma } from '../special/log-gamma.ts';
import { shapeExcess } from '../special/log-gamma-excess.ts';
import { logExcess } from '../special/log-excess.ts';
import { productError } from '../double-double.ts';
import { SCALE, SHAPE, requireArgument, requireMember, requireParameters } from './parameters.ts';

/** The gamma distribution. Made by `gamma`. */
export interface Gamma {
  readonly family: 'gamma';
  readonly shape: number;
  readonly scale: number;
  /** 0 and points between which the density changes by some orders of magnitude. */
  readonly breaks: readonly number[];
  /**
   * x^(a − 1) e^(−x/θ)/(Γ(a) θᵃ) for x ≥ 0, else 0; at 0 Infinity if a < 1. Relative error at most
   * (40 + 8 |log of it| + 8 |log x|) u, u = 2⁻⁵³.
   */
  pdf(x: number): number;
  /** log of the density, −Infinity where that is 0; absolute error as above. */
  logPdf(x: number): number;
  /** a + log θ + log Γ(a) + (1 − a) ψ(a), in nats, of either sign; absolute error at most 100 u (1 + |log θ| + |log a|). */
  differentialEntropy(): number;
}

/**
 * The gamma distribution of shape a and scale θ; its mean is aθ. Shape 1 gives the exponential distribution of rate 1/θ.
 *
 * @throws DomainError if the shape is not a number from 1e-30 to 1e30, or the scale not one from 1e-100 to 1e100.
 */
export function gamma(parameters: { readonly shape: number; readonly scale: number }): Gamma {
  const { shape, scale } = requireParameters('gamma', parameters, { shape: SHAPE, scale: SCALE });
  const constant = 0.5 * log(shape) - HALF_LOG_TWO_PI - binet(shape);
  const logPdf = (x: number): number => {
    if (x < 0 || x === Infinity) return -Infinity;
    if (x === 0) return shape < 1 ? Infinity : shape === 1 ? -log(scale) : -Infinity;
    // Stirling's formula taken out: what is left is the relative entropy of the shape from x/θ.
    const y = x / scale;
    return constant - shape * logExcess((y - shape) / shape, y / shape) - log(x);
  };
  return Object.freeze<Gamma>({
    family: 'gamma',
    shape,
    scale,
    breaks: gammaBreaks(shape).map((y) => y * scale),
    pdf: (x) => exp(logPdf(requireArgument('gamma.pdf', 'x', x))),
    logPdf: (x) => logPdf(requireArgument('gamma.logPdf', 'x', x)),
    differentialEntropy: () => entropyOfShape(shape) + log(scale),
  });
}

/**
 * Points that divide the mass of the gamma distribution of scale 1: some standard deviations about its mean, and for small shapes those
 * below which 1e-1 … 1e-15 of it lie, x^a/Γ(a + 1) = 1e-1 … 1e-15.
 */
export function gammaBreaks(shape: number): number[] {
  const deviation = Math.sqrt(shape);
  const about = [-6, -2, 0, 2, 6, 15, 40].map((z) => shape + z * deviation + (z > 0 ? z : 0));
  const below = shape < 4 ? [1, 2, 3, 4, 6, 8, 10, 12, 15].map((n) => exp((-n * LN10) / shape)) : [];
  return [0, ...about, ...below].filter((y) => y >= 0);
}

const LN10 = 2.302585092994046;

/** a + log Γ(a) + (1 − a) ψ(a); for large a, where that cancels, ½ log 2πea − 1/(2a) + μ(a) + (1 − a) μ′(a). */
export function entropyOfShape(a: number): number {
  if (a < ASYMPTOTIC) return a + logGamma(a) + (1 - a) * digamma(a);
  return 0.5 * log(a) + HALF_LOG_TWO_PI + (0.5 - 0.5 / a + binet(a) + (1 - 1 / a) * binetSlope(a));
}

/**
 * Kullback–Leibler divergence of gamma distributions of shapes a, b and scales θ, η, in nats.
 *
 *   D(P ‖ Q) = (a − b) ψ(a) − log Γ(a) + log Γ(b) + b log(η/θ) + a (θ/η − 1)
 *            = [ b log(bη/(aθ)) − b + aθ/η ] + [ F(b) − F(a) − F′(a)(b − a) ],  F(x) = log Γ(x) − x log x + x
 *
 * Lies in [0, ∞); zero only when both parameters are equal. Relative error at most 60 u, u = 2⁻⁵³: the second form has
 * two brackets ≥ 0, one for the means and one for the shapes, each without cancellation.
 *
 * @throws DomainError if an argument was not made by `gamma`.
 * @see penny-2001
 */
export function gammaKlDivergence(p: Gamma, q: Gamma): number {
  requireMember('gammaKlDivergence', 'p', 'gamma', p);
  requireMember('gammaKlDivergence', 'q', 'gamma', q);
  const meanOfP = p.shape * p.scale;
  const meanOfQ = q.shape * q.scale;
  const step =
    meanOfP - meanOfQ + (productError(p.shape, p.scale, meanOfP) - productError(q.shape, q.scale, meanOfQ));
  return (
    q.shape * logExcess(step / meanOfQ, meanOfP / meanOfQ) + shapeExcess(p.shape, q.shape, q.shape - p.shape)
  );
}
