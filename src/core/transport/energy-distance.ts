import { sumError } from '../double-double.ts';
import type { WeightedPoints } from '../points-on-line.ts';
import type { DivergenceProperties } from '../properties.ts';
import { forEachGap } from './gaps.ts';
import { groundMetrics } from './ground-metric.ts';
import { squaredDiscrepancy } from './mean-over-pairs.ts';
import { cloudsBehind, isPointCloud, type PointCloud } from './points-in-space.ts';

export const energyDistanceProperties: DivergenceProperties = {
  symmetric: true,
  metricPower: 1,
  upperBound: null,
  finiteOnDisjointSupports: true,
  generator: null,
};

/**
 * Energy distance between distributions on the line or in ℝᵈ, in the root of the unit of the coordinates.
 *
 *   ( 2 E‖X − Y‖ − E‖X − X′‖ − E‖Y − Y′‖ )^(1/2), X, X′ from μ and Y, Y′ from ν, all independent
 *     = ( 2 ∫ (F − G)² dx )^(1/2) on the line
 *
 * The root is taken, as in SciPy. Lies in [0, (2·diameter)^(1/2)]; zero only when μ and ν are equal. A metric. On the line
 * symmetric to the last bit, relative error at most 6 u, u = 2⁻⁵³, or n·2⁻¹⁰⁴ of mass × span^(1/2) where that is more,
 * in O(n + m). In ℝᵈ the square has an absolute error of (d + 6) u of the three means together, which cancel: below
 * that it is 0; O((n + m)²·d).
 *
 * @throws DomainError if the arguments were not both made by `pointsOnLine` or both by `pointsInSpace`, or if the dimensions
 * differ.
 * @see szekely-rizzo-2013, equation 2.1 and section 2
 */
export function energyDistance(mu: WeightedPoints, nu: WeightedPoints): number;
export function energyDistance(mu: PointCloud, nu: PointCloud): number;
export function energyDistance(mu: WeightedPoints | PointCloud, nu: WeightedPoints | PointCloud): number {
  if (isPointCloud(mu)) {
    const [a, b] = cloudsBehind('energyDistance', mu, nu as PointCloud);
    const share = (a.dimension + 6) * 1.1102230246251565e-16;
    return Math.sqrt(squaredDiscrepancy(a, b, groundMetrics.euclidean, share));
  }
  return onLine(mu, nu as WeightedPoints);
}

function onLine(mu: WeightedPoints, nu: WeightedPoints): number {
  let total = 0;
  let lost = 0;
  let most = 0;
  const flows: [number, number][] = [];
  const scale = forEachGap('energyDistance', mu, nu, (from, to, flow) => {
    if (flow > most) most = flow;
    flows.push([flow, to - from]);
  });
  if (most === 0) return 0;
  for (const [flow, gap] of flows) {
    // In units of the largest flow, so that no square underflows.
    const share = flow / most;
    const term = share * share * gap;
    const next = total + term;
    lost += sumError(total, term, next);
    total = next;
  }
  return (most / scale) * Math.sqrt(2 * (total + lost));
}
