import { klOfPair } from '../kl-divergence.ts';
import { exchangedPair, pairOf } from '../pair.ts';
import type { DivergenceProperties } from '../properties.ts';
import type { Pmf } from '../pmf.ts';

export const resistorAverageDivergenceProperties: DivergenceProperties = {
  symmetric: true,
  metricPower: null,
  upperBound: null,
  finiteOnDisjointSupports: false,
  generator: null,
};

/**
 * Resistor-average divergence of P and Q, in nats: the two KL divergences as resistors in parallel.
 *
 *   1 / R(P, Q) = 1 / D(P ‖ Q) + 1 / D(Q ‖ P)
 *
 * Where one of the two is Infinity, R is the other; Infinity only if both are. Lies in [0, ∞], between a half and the whole
 * of the smaller; zero only when P and Q are equal. Symmetric to the last bit. No f-divergence. Relative error at most
 * 12 u, u = 2⁻⁵³.
 *
 * @throws DomainError if p and q have different lengths.
 * @see johnson-sinanovic-2001
 */
export function resistorAverageDivergence(p: Pmf, q: Pmf): number {
  const pair = pairOf('resistorAverageDivergence', p, q);
  const forward = klOfPair(pair);
  const backward = klOfPair(exchangedPair(pair));
  const least = forward < backward ? forward : backward;
  const most = forward < backward ? backward : forward;
  return least === 0 || most === Infinity ? least : least / (1 + least / most);
}
