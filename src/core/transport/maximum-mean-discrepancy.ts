import { DomainError } from '../domain-error.ts';
import { expm1 } from '../elementary/exp.ts';
import type { DivergenceProperties } from '../properties.ts';
import { squaredDistance } from './ground-metric.ts';
import { squaredDiscrepancy } from './mean-over-pairs.ts';
import { cloudsBehind, type PointCloud } from './points-in-space.ts';

export const maximumMeanDiscrepancyProperties: DivergenceProperties = {
  symmetric: true,
  metricPower: 1,
  upperBound: 1.4142135623730951,
  finiteOnDisjointSupports: true,
  generator: null,
};

export interface KernelOptions {
  /** Width σ of the Gaussian kernel, in the unit of the coordinates: above 0. */
  readonly bandwidth: number;
}

/**
 * Maximum mean discrepancy between distributions in ℝᵈ with a Gaussian kernel (no unit).
 *
 *   MMD(μ, ν) = ( E k(X, X′) + E k(Y, Y′) − 2 E k(X, Y) )^(1/2), k(x, y) = exp( −‖x − y‖² / (2σ²) )
 *
 * The root is taken, and pairs X = X′ are counted: the distance of the distributions given, not an unbiased estimate for those
 * they were drawn from. Lies in [0, √2]; zero only when μ and ν are equal. A metric. Means of 1 − k are summed, so wide
 * kernels lose nothing; the square has an absolute error of (d + 8) u of these means together, u = 2⁻⁵³, and below that it
 * is 0. O((n + m)²·d).
 *
 * @throws DomainError if an argument was not made by `pointsInSpace`, if the dimensions differ, or if the bandwidth is not a
 * number from 2⁻⁴⁵⁰ to 2⁴⁵⁰.
 * @see gretton-2012, equation 2 and lemma 6
 */
export function maximumMeanDiscrepancy(mu: PointCloud, nu: PointCloud, options: KernelOptions): number {
  const [a, b] = cloudsBehind('maximumMeanDiscrepancy', mu, nu);
  const bandwidth: unknown = options === undefined ? undefined : options.bandwidth;
  if (typeof bandwidth !== 'number' || !(bandwidth >= LEAST && bandwidth <= MOST)) {
    throw new DomainError(
      `maximumMeanDiscrepancy: bandwidth is ${String(bandwidth)}; it must be a number from 2⁻⁴⁵⁰ to 2⁴⁵⁰`,
    );
  }
  const width = 2 * bandwidth * bandwidth;
  const share = (a.dimension + 8) * 1.1102230246251565e-16;
  const square = squaredDiscrepancy(
    a,
    b,
    (x, i, y, j, dimension) => -expm1(-squaredDistance(x, i, y, j, dimension) / width),
    share,
  );
  const root = Math.sqrt(square);
  return root > ROOT_OF_2 ? ROOT_OF_2 : root;
}

const ROOT_OF_2 = 1.4142135623730951;
const LEAST = 3.4395525670743494e-136;
const MOST = 2.9073548971824276e135;
