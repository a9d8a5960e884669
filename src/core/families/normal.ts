import { exp } from '../elementary/exp.ts';
import { log } from '../elementary/log.ts';
import { logExcess } from '../special/log-excess.ts';
import { LOCATION, SCALE, requireArgument, requireMember, requireParameters } from './parameters.ts';

const HALF_LOG_TWO_PI = 0.9189385332046728;
const HALF_LOG_TWO_PI_E = 1.4189385332046727;
const ROOT_TWO_PI = 2.5066282746310002;

/** The normal (Gaussian) distribution. Made by `normal`. */
export interface Normal {
  readonly family: 'normal';
  readonly mean: number;
  readonly standardDeviation: number;
  /** The mean, and 2, 6 and 15 standard deviations to either side. */
  readonly breaks: readonly number[];
  /** e^(−z²/2)/(σ√2π), z = (x − mean)/σ; relative error at most (6 + 4z²) u, u = 2⁻⁵³. */
  pdf(x: number): number;
  /** −z²/2 − log σ − ½ log 2π. */
  logPdf(x: number): number;
  /** ½ log 2πe + log σ, in nats, of either sign; absolute error at most 2 u (1 + |log σ|), u = 2⁻⁵³. */
  differentialEntropy(): number;
}

/**
 * The normal distribution of a mean and a standard deviation (not a variance).
 *
 * @throws DomainError if the mean is not a number within ±1e100, or the standard deviation not one from 1e-100 to 1e100.
 */
export function normal(parameters: { readonly mean: number; readonly standardDeviation: number }): Normal {
  const { mean, standardDeviation } = requireParameters('normal', parameters, {
    mean: LOCATION,
    standardDeviation: SCALE,
  });
  const logDeviation = log(standardDeviation);
  const exponent = (x: number): number => {
    const z = (x - mean) / standardDeviation;
    return (-z * z) / 2;
  };
  return Object.freeze<Normal>({
    family: 'normal',
    mean,
    standardDeviation,
    breaks: [-15, -6, -2, 0, 2, 6, 15].map((z) => mean + z * standardDeviation),
    pdf: (x) => exp(exponent(requireArgument('normal.pdf', 'x', x))) / (standardDeviation * ROOT_TWO_PI),
    logPdf: (x) => exponent(requireArgument('normal.logPdf', 'x', x)) - (logDeviation + HALF_LOG_TWO_PI),
    differentialEntropy: () => HALF_LOG_TWO_PI_E + logDeviation,
  });
}

/**
 * Kullback–Leibler divergence of normal distributions N(μ, σ²) and N(ν, τ²), in nats.
 *
 *   D(P ‖ Q) = log(τ/σ) + (σ² + (μ − ν)²)/(2τ²) − ½ = ½ [ r² − 1 − log r² ] + (μ − ν)²/(2τ²),  r = σ/τ
 *
 * Lies in [0, ∞); zero only when both parameters are equal, save where (μ − ν)² is below the least double; Infinity past
 * the largest. Relative error
 * at most 20 u, u = 2⁻⁵³: r² − 1 = (σ − τ)(σ + τ)/τ² does not cancel.
 *
 * @throws DomainError if an argument was not made by `normal`.
 */
export function normalKlDivergence(p: Normal, q: Normal): number {
  requireMember('normalKlDivergence', 'p', 'normal', p);
  requireMember('normalKlDivergence', 'q', 'normal', q);
  const ratio = p.standardDeviation / q.standardDeviation;
  const apart = (p.mean - q.mean) / q.standardDeviation;
  const step = (p.standardDeviation - q.standardDeviation) / q.standardDeviation;
  return 0.5 * logExcess(step * (1 + ratio), ratio * ratio) + 0.5 * apart * apart;
}
