import type { Bounded } from './bounded.ts';
import { COMPONENTS, integralsOf, type Integrals } from './density-quadrature.ts';
import { DomainError } from './domain-error.ts';
import { exp } from './elementary/exp.ts';
import { log } from './elementary/log.ts';
import { expExcess } from './special/log-excess.ts';
import { readOptions, stretchesOf, type Interval, type QuadratureOptions } from './quadrature-interval.ts';
import { magnitude } from './magnitude.ts';

/** A probability density on the line by its logarithm, −Infinity where it is 0; the continuous families are such. */
export interface Density {
  logPdf(x: number): number;
  /** Where it has its mass, corners and infinite values: the interval is divided there at the start. */
  readonly breaks?: ArrayLike<number>;
}

/** How far from 1 the integral of a density may be; a larger gap is a mistake in the interval or in the density. */
const MASS_TOLERANCE = 1e-6;
/** What is asked of the integrals of the densities: mass that is missed shows in them. */
const MASS_ERROR = 1e-11;
const UNIT = 1.1102230246251565e-16;
const QUANTITY = 'klOfDensities';

/**
 * Kullback–Leibler divergence of probability densities on the line, in nats, by quadrature, with a bound of its error.
 *
 *   D(P ‖ Q) = ∫ p(x) log( p(x)/q(x) ) dx = ∫ [ p log(p/q) − p + q ] dx
 *
 * What is integrated is the second form, which is ≥ 0 everywhere; where p = 0 it is q. Infinity if q = 0 < p at a point of the
 * quadrature and beside it. Lies in [0, ∞]. The interval must hold the mass of both.
 *
 * The densities themselves are integrated on the same panels, to 1e-11, and must come to 1: a peak that the panels miss is mass that
 * is missing. The bound adds what two rules on each panel differ by, what halving every panel once more changes, what rounding of
 * the points and of the logarithms can do (8 u of 6 + |log p| + |log x|, or the same of q, u = 2⁻⁵³) and, for mass m that is missing all the
 * same, 4m (1 + |log(p/q)|), the largest such ratio where p could hold it. It is not a proof: no quadrature sees what lies between all
 * of its points, nor a wave that keeps step with them. Attacked by thousands of pairs whose divergence is known, it always held: ends
 * where densities are infinite, heavy tails, jumps, scales 10¹² apart. What is not known to three digits is refused.
 *
 * @throws DomainError if p or q has no `logPdf`, or does not integrate to 1 within 1e-6 over the interval, if the integrals do not
 * converge (a density that is infinite at an end other than 0 may need a closed form), or as `integral` does.
 */
export function klOfDensities(p: Density, q: Density, interval: Interval & QuadratureOptions): Bounded {
  requireDensity('p', p);
  requireDensity('q', q);
  const { relativeError, absoluteError, limit } = readOptions(QUANTITY, interval);
  const breaks = [interval.breaks, p.breaks, q.breaks].flatMap((points) => Array.from(points ?? []));
  const stretches = stretchesOf(QUANTITY, { from: interval.from, to: interval.to, breaks });
  const joint = new Joint(p, q);
  const wanted = (values: Float64Array): Float64Array => {
    const ofShare = relativeError * values[SHARE]!;
    return Float64Array.of(
      ofShare > absoluteError ? ofShare : absoluteError,
      MASS_ERROR,
      MASS_ERROR,
      Infinity,
    );
  };
  const integrals = integralsOf(joint.integrand, stretches, wanted, limit);
  requireUnitMass('p', integrals, P, interval);
  requireUnitMass('q', integrals, Q, interval);
  if (joint.isInfinite) return { value: Infinity, errorBound: 0 };
  const { values, errors, roundings } = integrals;
  const missing = (of: number): number => {
    const gap = magnitude(values[of]! - 1) - errors[of]! - roundings[of]!;
    return gap > 0 ? gap : 0;
  };
  const [missingP, missingQ] = [missing(P), missing(Q)];
  const errorBound =
    errors[SHARE]! +
    roundings[SHARE]! +
    values[ROUNDING]! +
    errors[ROUNDING]! +
    4 * (missingP * (1 + joint.largestRatio(missingP)) + missingQ);
  requireConverged(integrals, errorBound, { relativeError, absoluteError });
  return { value: values[SHARE]! + 0, errorBound };
}

// What is integrated together: the share of the divergence, both densities, and what rounding of the logarithms does to the share.
const [SHARE, P, Q, ROUNDING] = [0, 1, 2, 3] as const;

/** Of doubles. */
const [LEAST_LOGARITHM, LARGEST_LOGARITHM] = [-746, 710];

/** Both densities at the points of the quadrature. */
class Joint {
  readonly #p: Density;
  readonly #q: Density;
  /** The largest |log(p/q)| where log p − LEAST_LOGARITHM is from n to n + 1, for each n. */
  readonly #ratios = new Float64Array(LARGEST_LOGARITHM - LEAST_LOGARITHM + 1);
  #densest = 0;
  isInfinite = false;

  constructor(p: Density, q: Density) {
    this.#p = p;
    this.#q = q;
  }

  readonly integrand = (x: number, at: Float64Array): void => {
    const logP = logarithmAt('p', this.#p, x);
    const logQ = logarithmAt('q', this.#q, x);
    at[P] = exp(logP);
    at[Q] = exp(logQ);
    at[SHARE] = this.#shareAt(x, logP, logQ);
    // How much the share changes with log p and with log q: p log(p/q) and q − p.
    const [slopeP, slopeQ] = [magnitude(at[SHARE]! + at[P]! - at[Q]!), magnitude(at[Q]! - at[P]!)];
    const size = 6 + sizeOf(log(magnitude(x)));
    at[ROUNDING] = 8 * UNIT * (slopeP * (size + sizeOf(logP)) + slopeQ * (size + sizeOf(logQ)));
    for (let i = 0; i < COMPONENTS; i++) if (!Number.isFinite(at[i]!)) throw unbounded(x, at[i]!);
    if (logP >= LEAST_LOGARITHM && logQ > -Infinity)
      this.#note((logP - LEAST_LOGARITHM) | 0, magnitude(logP - logQ));
  };

  #note(level: number, ratio: number): void {
    if (level > this.#densest) this.#densest = level;
    if (ratio > this.#ratios[level]!) this.#ratios[level] = ratio;
  }

  /** The largest |log(p/q)| at points where p is at least so small a part of its largest value. */
  largestRatio(part: number): number {
    if (part === 0) return 0;
    const least = this.#densest + log(part) - 1;
    return this.#ratios.reduce((most, ratio, level) => (level >= least && ratio > most ? ratio : most), 0);
  }

  #shareAt(x: number, logP: number, logQ: number): number {
    if (logQ > -Infinity || exp(logP) === 0) return shareOf(logP, logQ);
    // A single zero of q does no harm: look beside it.
    const step = 1e-7 * (magnitude(x) || 1);
    for (const beside of [x + step, x - step]) {
      const other = logarithmAt('q', this.#q, beside);
      if (other > -Infinity) return shareOf(logarithmAt('p', this.#p, beside), other);
    }
    this.isInfinite = true;
    return 0;
  }
}

/** |log p|, 0 where p is 0. */
function sizeOf(logarithm: number): number {
  return logarithm > -Infinity ? magnitude(logarithm) : 0;
}

/** p log(p/q) − p + q ≥ 0. */
function shareOf(logP: number, logQ: number): number {
  const p = exp(logP);
  if (p === 0) return exp(logQ);
  const t = logQ - logP;
  return t > 1 ? exp(logQ) - p - p * t : p * expExcess(t);
}

function logarithmAt(name: string, density: Density, x: number): number {
  const value: unknown = density.logPdf(x);
  if (typeof value === 'number' && value < Infinity) return value;
  throw new DomainError(
    `${QUANTITY}: ${name}.logPdf(${x}) is ${String(value)}; it must be a finite number or −Infinity within the interval`,
  );
}

function unbounded(x: number, value: number): DomainError {
  return new DomainError(
    `${QUANTITY}: at ${x} a density or its share of the divergence is ${value}, beyond the range of doubles; use a closed form`,
  );
}

function requireDensity(name: string, density: unknown): void {
  if (
    typeof density === 'object' &&
    density !== null &&
    typeof (density as { logPdf?: unknown }).logPdf === 'function'
  ) {
    return;
  }
  throw new DomainError(
    `${QUANTITY}: ${name} has no logPdf; it must be an object with a function logPdf(x), the logarithm of the density`,
  );
}

function requireUnitMass(name: string, { values }: Integrals, component: number, interval: Interval): void {
  const mass = values[component]!;
  if (magnitude(mass - 1) <= MASS_TOLERANCE) return;
  throw new DomainError(
    `${QUANTITY}: ${name} integrates to ${mass} from ${interval.from} to ${interval.to}, not 1; widen the interval, or name in breaks where its mass is`,
  );
}

/** Refuses a value that halving the panels moved too far, or of which less is known than was asked for and than three digits. */
function requireConverged(
  { values, isVerified, evaluations }: Integrals,
  errorBound: number,
  { relativeError, absoluteError }: { relativeError: number; absoluteError: number },
): void {
  const isKnown = (part: number, least: number): boolean =>
    errorBound <= part * values[SHARE]! || errorBound <= least;
  if (isVerified && (isKnown(1e-3, 1e-9) || isKnown(relativeError, absoluteError))) return;
  throw new DomainError(
    `${QUANTITY}: after ${evaluations} evaluations the value is ${values[SHARE]!} with errors of ${errorBound} or more; it may be infinite: name in breaks where the densities are, or allow more evaluations`,
  );
}
