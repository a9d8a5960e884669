import type { WeightedPoints } from './points-on-line.ts';
import { areaBetween } from './transport/area-between.ts';
import { forEachGap } from './transport/gaps.ts';

/** What moving mass across the gap between two neighbouring positions costs. */
export interface GapCost {
  readonly from: number;
  readonly to: number;
  /** |F − G| · (to − from), F and G the distribution functions on the gap. */
  readonly cost: number;
}

/**
 * Earth mover's distance between distributions on the real line: the Wasserstein distance of order 1, in the unit of the
 * positions.
 *
 *   W₁(μ, ν) = ∫ |F(x) − G(x)| dx, F and G the distribution functions
 *
 * `wassersteinDistance` with order 1 has the same bounds; this function alone needs no powers, and is light where bytes count.
 * Boundary cases, range and error bound are those of `wassersteinDistance` with order 1.
 *
 * @throws DomainError if an argument was not made by `pointsOnLine`.
 * @see villani-2009, remark 2.19
 */
export const earthMoversDistance = (mu: WeightedPoints, nu: WeightedPoints): number =>
  areaBetween('earthMoversDistance', mu, nu);

/** The cost of each gap between neighbouring positions of μ and ν together, from left to right; they sum to W₁. */
export function wassersteinTerms(mu: WeightedPoints, nu: WeightedPoints): GapCost[] {
  const gaps: GapCost[] = [];
  const scale = forEachGap('wassersteinTerms', mu, nu, (from, to, flow) => {
    gaps.push({ from, to, cost: flow * (to - from) });
  });
  return gaps.map((gap) => ({ ...gap, cost: gap.cost / scale }));
}
