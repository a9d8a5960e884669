import { exp } from '../elementary/exp.ts';
import { log } from '../elementary/log.ts';
import { expExcess, logExcess } from '../special/log-excess.ts';
import { LOCATION, SCALE, requireArgument, requireMember, requireParameters } from './parameters.ts';

/** Exponential tails to both sides of a location. Made by `laplace`. */
export interface Laplace {
  readonly family: 'Laplace';
  readonly location: number;
  readonly scale: number;
  /** The location, and 2, 8 and 40 scales to either side. */
  readonly breaks: readonly number[];
  /** e^(−|x − location|/b)/(2b), b the scale; relative error at most (4 + 2 |x − location|/b) u, u = 2⁻⁵³. */
  pdf(x: number): number;
  /** −|x − location|/b − log 2b. */
  logPdf(x: number): number;
  /** 1 + log 2b, in nats, of either sign; absolute error at most 2 u (1 + |log 2b|). */
  differentialEntropy(): number;
}

/**
 * The Laplace distribution with density e^(−|x − location|/b)/(2b), b = `scale`.
 *
 * @throws DomainError if the location is not a number within ±1e100, or the scale not one from 1e-100 to 1e100.
 */
export function laplace(parameters: { readonly location: number; readonly scale: number }): Laplace {
  const { location, scale } = requireParameters('laplace', parameters, { location: LOCATION, scale: SCALE });
  const logTwiceScale = log(2 * scale);
  const exponent = (x: number): number => (x < location ? x - location : location - x) / scale;
  return Object.freeze<Laplace>({
    family: 'Laplace',
    location,
    scale,
    breaks: [-40, -8, -2, 0, 2, 8, 40].map((z) => location + z * scale),
    pdf: (x) => exp(exponent(requireArgument('laplace.pdf', 'x', x))) / (2 * scale),
    logPdf: (x) => exponent(requireArgument('laplace.logPdf', 'x', x)) - logTwiceScale,
    differentialEntropy: () => 1 + logTwiceScale,
  });
}

/**
 * Kullback–Leibler divergence of Laplace distributions of scales b and c whose locations are b·δ apart, in nats.
 *
 *   D(P ‖ Q) = log(c/b) − 1 + (b/c)(δ + e^(−δ)) = [ r − 1 − log r ] + r [ e^(−δ) − 1 + δ ],  r = b/c
 *
 * Lies in [0, ∞); zero only when both parameters are equal. Relative error at most 16 u, u = 2⁻⁵³: both brackets are ≥ 0
 * and computed without cancellation.
 *
 * @throws DomainError if an argument was not made by `laplace`.
 */
export function laplaceKlDivergence(p: Laplace, q: Laplace): number {
  requireMember('laplaceKlDivergence', 'p', 'Laplace', p);
  requireMember('laplaceKlDivergence', 'q', 'Laplace', q);
  const ratio = p.scale / q.scale;
  const apart = (p.location < q.location ? q.location - p.location : p.location - q.location) / p.scale;
  return logExcess((p.scale - q.scale) / q.scale, ratio) + ratio * expExcess(-apart);
}
