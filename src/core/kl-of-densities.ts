import type { Bounded } from './bounded.ts';
import { DomainError } from './domain-error.ts';
import { exp } from './elementary/exp.ts';
import { expExcess } from './special/log-excess.ts';
import { integralOf, type Interval, type QuadratureOptions } from './quadrature.ts';
import { magnitude } from './quadrature-rule.ts';

/** A probability density on the line by its logarithm, −Infinity where it is 0; the continuous families are such. */
export interface Density {
  logPdf(x: number): number;
}

/** How far from 1 the integral of a density may be; a larger gap is a mistake in the interval, not of quadrature. */
const MASS_TOLERANCE = 1e-6;
const UNIT = 1.1102230246251565e-16;

/**
 * Kullback–Leibler divergence of probability densities on the line, in nats, by quadrature, with a bound of its error.
 *
 *   D(P ‖ Q) = ∫ p(x) log( p(x)/q(x) ) dx = ∫ [ p log(p/q) − p + q ] dx
 *
 * The interval must hold the mass of both: what is integrated is the second form, which is ≥ 0 everywhere. Where p = 0 it is
 * q. Infinity if q = 0 < p at a point of the quadrature and beside it. Lies in [0, ∞]. The bound is that of `integral` plus
 * what rounding of the logarithms, of relative error u = 2⁻⁵³ each, can do: for nearly equal densities much of the value.
 * It is an estimate, not a proof: a peak narrow beside the interval and not named in `breaks` can be missed (a Laplace of
 * scale 0.06 against one of scale 49 was, by 2e-7 of the value), and rounding of x is not counted.
 *
 * @throws DomainError if p or q has no `logPdf`, or does not integrate to 1 within 1e-6 over the interval (a density that is
 * infinite at an end may need a closed form instead), or as `integral` does.
 */
export function klOfDensities(p: Density, q: Density, interval: Interval & QuadratureOptions): Bounded {
  const quantity = 'klOfDensities';
  requireDensity('p', p);
  requireDensity('q', q);
  requireUnitMass('p', p, interval);
  requireUnitMass('q', q, interval);
  let infinite = false;
  const share = (x: number): number => {
    const logP = p.logPdf(x);
    const logQ = q.logPdf(x);
    if (logQ > -Infinity || logP === -Infinity) return shareOf(logP, logQ);
    // A single zero of q does no harm: look beside it.
    const step = 1e-7 * (magnitude(x) || 1);
    for (const beside of [x + step, x - step]) {
      if (q.logPdf(beside) > -Infinity) return shareOf(p.logPdf(beside), q.logPdf(beside));
    }
    infinite = true;
    return 0;
  };
  const { value, errorBound } = integralOf(quantity, share, interval, interval);
  if (infinite) return { value: Infinity, errorBound: 0 };
  const rounding = integralOf(quantity, (x) => roundingOf(p.logPdf(x), q.logPdf(x)), interval, {
    evaluations: 2000,
    relativeError: 0.01,
  });
  return { value, errorBound: errorBound + rounding.value + rounding.errorBound };
}

/** p log(p/q) − p + q ≥ 0. */
function shareOf(logP: number, logQ: number): number {
  if (logP === -Infinity) return exp(logQ);
  const t = logQ - logP;
  const p = exp(logP);
  return t > 1 ? exp(logQ) - p - p * t : p * expExcess(t);
}

/** What two roundings of each logarithm do to a share: |p − q| times them. */
function roundingOf(logP: number, logQ: number): number {
  const scale = 2 + (logP > -Infinity ? magnitude(logP) : 0) + (logQ > -Infinity ? magnitude(logQ) : 0);
  return magnitude(exp(logP) - exp(logQ)) * scale * 4 * UNIT;
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
    `klOfDensities: ${name} has no logPdf; it must be an object with a function logPdf(x), the logarithm of the density`,
  );
}

function requireUnitMass(name: string, density: Density, interval: Interval): void {
  const mass = integralOf('klOfDensities', (x) => exp(density.logPdf(x)), interval, {
    relativeError: 1e-8,
    absoluteError: 1e-9,
  }).value;
  if (magnitude(mass - 1) <= MASS_TOLERANCE) return;
  throw new DomainError(
    `klOfDensities: ${name} integrates to ${mass} from ${interval.from} to ${interval.to}, not 1; widen the interval, or name in breaks where its mass is`,
  );
}
