import { pointsOnLine } from '../points-on-line.ts';
import { wassersteinDistance, type WassersteinOptions } from '../wasserstein-distance.ts';

/**
 * Wasserstein distance between two samples of numbers, in their unit: that of their empirical distributions, each number
 * having equal mass.
 *
 *   Ŵ_p = W_p( (1/n) Σ δ(xᵢ), (1/m) Σ δ(yⱼ) )
 *
 * p is 1 if no order is given. The samples may have different sizes. Its expectation exceeds W_p of what was sampled, most where
 * that is 0: for equal distributions on a line it tends to 0 like n^(−1/2). Error as `wassersteinDistance`.
 *
 * @throws DomainError if a sample is empty or holds anything but numbers within ±2¹⁰⁰⁰, or if the order is below 1.
 * @see bobkov-ledoux-2019
 */
export function sampleWassersteinDistance(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  options?: WassersteinOptions,
): number {
  return wassersteinDistance(pointsOnLine(x), pointsOnLine(y), options);
}
