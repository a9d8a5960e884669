import { DomainError } from '../domain-error.ts';
import { pow } from '../elementary/pow.ts';
import type { WeightedPoints } from '../points-on-line.ts';
import type { WassersteinOptions } from '../wasserstein-distance.ts';
import { meanPower, requireOrder } from './power-of-distances.ts';

/**
 * Wasserstein cost of order p between distributions on the real line, in the p-th power of the unit of the positions.
 *
 *   W_p(μ, ν)ᵖ = min over couplings of E|X − Y|ᵖ = ∫₀¹ |F⁻¹(t) − G⁻¹(t)|ᵖ dt
 *
 * The p-th power of `wassersteinDistance`; p is 1 if no order is given. Lies in [0, spanᵖ]; zero only when μ and ν are
 * equal. Not a metric for p > 1. Symmetric to the last bit. Relative error at most (p + 6) u, u = 2⁻⁵³: every summed
 * term is ≥ 0, and a distance rounded once is raised to the power p; or absolute error n·2⁻¹⁰⁴ of mass × spanᵖ where
 * that is more. A cost below 10⁻³⁰⁸ loses digits, and below 10⁻³²⁴ becomes 0.
 *
 * @throws DomainError if an argument was not made by `pointsOnLine`, if the order is below 1, is Infinity (W_∞ is no
 * mean of a power), or if the cost is larger than the largest double.
 * @see villani-2009, theorem 2.18; peyre-cuturi-2019, remark 2.30
 */
export function wassersteinCost(
  mu: WeightedPoints,
  nu: WeightedPoints,
  options?: WassersteinOptions,
): number {
  const order = requireOrder('wassersteinCost', options);
  if (order === Infinity) {
    throw new DomainError(
      'wassersteinCost: order is Infinity; the order must be finite, or use wassersteinDistance',
    );
  }
  const { mean, unit } = meanPower('wassersteinCost', mu, nu, order);
  if (mean === 0) return 0;
  const factor = pow(unit, order);
  if (factor > 1e-300 && factor < 1e300) return mean * factor;
  // In two steps, since the factor alone can leave the range of doubles.
  const half = pow(unit, order / 2);
  const cost = mean * half * half;
  if (cost < Infinity) return cost;
  throw new DomainError(
    `wassersteinCost: the cost of order ${order} is larger than the largest double; use wassersteinDistance`,
  );
}
