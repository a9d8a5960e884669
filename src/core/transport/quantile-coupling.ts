import type { WeightedPoints } from '../points-on-line.ts';
import { forEachSegment } from './quantile-segments.ts';

/** Mass that a transport plan moves from one position to another. */
export interface TransportedMass {
  readonly from: number;
  readonly to: number;
  /** A probability above 0. */
  readonly mass: number;
}

/**
 * Coupling of the quantiles of two distributions on the real line: the law of (F⁻¹(U), G⁻¹(U)), U uniform on (0, 1).
 *
 * The optimal transport plan for every cost h(x − y) with h convex, so for every W_p, p ≥ 1; listed from left to right,
 * at most n + m − 1 entries, positions never decreasing on either side. Masses have relative error at most 3 u,
 * u = 2⁻⁵³, or absolute error n·2⁻¹⁰⁴; they sum to 1, and at each position to its probability.
 *
 * @throws DomainError if an argument was not made by `pointsOnLine`.
 * @see villani-2009, theorem 2.18; santambrogio-2015, theorem 2.9
 */
export function quantileCoupling(mu: WeightedPoints, nu: WeightedPoints): TransportedMass[] {
  const segments: TransportedMass[] = [];
  const scale = forEachSegment('quantileCoupling', mu, nu, (from, to, mass) => {
    segments.push({ from, to, mass });
  });
  return segments.map(({ from, to, mass }) => ({ from, to, mass: mass / scale }));
}
