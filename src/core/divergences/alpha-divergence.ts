import { DomainError } from '../domain-error.ts';
import { klOfPair } from '../kl-divergence.ts';
import { exchangedPair, type Pair, pairOf } from '../pair.ts';
import { received } from '../options.ts';
import { powerShare } from './power-share.ts';
import { sumOfShares } from './shares.ts';
import type { DivergenceProperties } from '../properties.ts';
import type { Pmf } from '../pmf.ts';

/** What the α-divergence of an order obeys. */
export function alphaDivergenceProperties(order: number): DivergenceProperties {
  requireOrder('alphaDivergenceProperties', order);
  const inside = order > 0 && order < 1;
  return {
    symmetric: order === 0.5,
    metricPower: order === 0.5 ? 0.5 : null,
    upperBound: inside ? 1 / (order * (1 - order)) : null,
    finiteOnDisjointSupports: inside,
    generator: alphaGeneratorTex(order),
  };
}

/**
 * α-divergence of P from Q of a real order (Amari's, as Cressie and Read's power divergence; no unit, nats at 0 and 1).
 *
 *   D_α(P ‖ Q) = (Σₓ p(x)^α q(x)^(1−α) − 1) / (α (α − 1))
 *
 * By continuity D₁ = D(P ‖ Q) and D₀ = D(Q ‖ P); D₂ and D₋₁ are half of Pearson's and Neyman's χ², D_{1/2} is 4 H², and
 * D_α(P ‖ Q) = D_{1−α}(Q ‖ P). For α ≥ 1 Infinity if P puts mass where Q has none, for α ≤ 0 if Q does where P has none;
 * Infinity also where a finite value exceeds 1.8e308. Lies in [0, 1/(α(1 − α))] for 0 < α < 1, otherwise in [0, ∞]; zero
 * only when P and Q are equal. Relative error at most 25 u, u = 2⁻⁵³, for every order: each summed share
 * (αp + (1 − α)q − p^α q^(1−α))/(α(1 − α)) is ≥ 0 and computed without cancellation.
 *
 * @throws DomainError if p and q have different lengths, or if order is not a finite number.
 * @see cressie-read-1984; amari-2009, section III
 */
export function alphaDivergence(p: Pmf, q: Pmf, order: number): number {
  requireOrder('alphaDivergence', order);
  return alphaOfPair(pairOf('alphaDivergence', p, q), order);
}

/** f with f′(1) = 0, as TeX; its limits at 0 and 1. */
export function alphaGeneratorTex(order: number): string {
  if (order === 1) return 't \\log t - t + 1';
  if (order === 0) return '-\\log t + t - 1';
  return '\\tfrac{t^\\alpha - \\alpha t - (1 - \\alpha)}{\\alpha (\\alpha - 1)}';
}

export function alphaOfPair(pair: Pair, order: number): number {
  if (order === 1) return klOfPair(pair);
  if (order === 0) return klOfPair(exchangedPair(pair));
  return sumOfShares(pair, powerShare(order));
}

function requireOrder(quantity: string, order: unknown): void {
  if (typeof order === 'number' && order - order === 0) return;
  throw new DomainError(`${quantity}: order is ${received(order)}; the order must be a finite number`);
}
