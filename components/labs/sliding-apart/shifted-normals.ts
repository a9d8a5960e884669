import { type Enclosure, normal } from '../../../src/core/index.ts';
import { exp, expm1 } from '../../../src/core/elementary/exp.ts';
import { log1p } from '../../../src/core/elementary/log.ts';
import { gaussKronrod, type Panel } from '../../../src/core/quadrature-rule.ts';
import { logExcess } from '../../../src/core/special/log-excess.ts';

/*
 * Two normal distributions of one standard deviation, shifted apart by τ of it. In the coordinate y whose zero is half-way,
 * p(y) = φ(y + τ/2), q(y) = φ(y − τ/2) and p/q = e^(−τy).
 */

const LOG_2 = 0.6931471805599453;
const u = 2 ** -53;
/** Past so many standard deviations there is less than 10⁻²² of a normal distribution. */
const reach = 10;

const { pdf } = normal({ mean: 0, standardDeviation: 1 });

/** Panels wider than this would see too little of φ. */
const widest = 2.5;

/**
 * ∫ f from 0 to `end`, in panels that double in width from 2/τ on: near 0 the logistic function of τy, which all of these integrals
 * but one have in them, changes within 1/τ, and further out only φ within 1.
 */
function integralFromZero(f: (y: number) => number, end: number, tau: number): Panel {
  let [from, width, value, error] = [0, Math.min(2 / tau, widest), 0, 0];
  while (from < end) {
    const panel = gaussKronrod(f, from, Math.min(from + width, end));
    value += panel.value;
    error += panel.error;
    from += width;
    width = Math.min(2 * width, widest);
  }
  return { value, error };
}

const nothing: Enclosure = { value: 0, relativeErrorBound: 0, absoluteErrorBound: 0 };

/**
 * Jensen–Shannon divergence, in nats: by symmetry it is D(Q ‖ M) alone,
 *
 *   ∫ [ q log(q/m) − q + m ] dy = ∫ q [ w − log(1 + w) ] dy,  w = (p/q − 1)/2,
 *
 * of which nothing cancels. Where p/q may overflow the bracket is taken apart.
 */
export function jensenShannonOfShift(tau: number): Enclosure {
  if (tau === 0) return nothing;
  const share = (y: number): number => {
    const q = pdf(y - tau / 2);
    const logRatio = -tau * y;
    if (logRatio < 2) return q * logExcess(expm1(logRatio) / 2);
    return (pdf(y + tau / 2) - q) / 2 - q * (logRatio - LOG_2 + log1p(exp(-logRatio)));
  };
  const { value, error } = integralFromZero((y) => share(y) + share(-y), tau / 2 + reach, tau);
  return { value, relativeErrorBound: 8 * u, absoluteErrorBound: error };
}

/**
 * The derivative of the Jensen–Shannon divergence by τ,
 *
 *   (τ/2) ∫ pq/(p + q) dy = (τ/2) e^(−τ²/8) ∫ φ(y) / (e^(τy/2) + e^(−τy/2)) dy,
 *
 * which keeps its digits however small it is.
 */
export function jensenShannonSlope(tau: number): Enclosure {
  if (tau === 0) return nothing;
  const share = (y: number): number => (pdf(y) * exp((-tau * y) / 2)) / (1 + exp(-tau * y));
  const half = integralFromZero(share, reach, tau);
  const squared = (tau * tau) / 8;
  const factor = tau * exp(-squared);
  return {
    value: factor * half.value,
    relativeErrorBound: (8 + 4 * squared) * u + half.error / half.value,
    absoluteErrorBound: 0,
  };
}

/** Total variation distance: what lies within τ/2 of the middle of one of the two, 2 Φ(τ/2) − 1. */
export function totalVariationOfShift(tau: number): Enclosure {
  if (tau === 0) return nothing;
  const { value, error } = integralFromZero(pdf, Math.min(tau / 2, reach), 1);
  return { value: 2 * value, relativeErrorBound: 4 * u, absoluteErrorBound: 2 * error };
}

/** Its derivative by τ, φ(τ/2). */
export const totalVariationSlope = (tau: number): Enclosure => ({
  value: pdf(tau / 2),
  relativeErrorBound: (8 + 2 * tau * tau) * u,
  absoluteErrorBound: 0,
});
