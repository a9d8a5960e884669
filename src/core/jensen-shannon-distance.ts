import { LN2, powerOfTwo } from './logarithm.ts';
import { jensenShannonOfPair, liftedJensenShannon } from './jensen-shannon-divergence.ts';
import { pairOf } from './pair.ts';
import type { DivergenceProperties } from './properties.ts';
import type { Pmf } from './pmf.ts';

export const jensenShannonDistanceProperties: DivergenceProperties = {
  symmetric: true,
  metricPower: 1,
  upperBound: Math.sqrt(LN2),
  finiteOnDisjointSupports: true,
  generator: null,
};

/**
 * Jensen–Shannon distance of P and Q: √JSD(P, Q), with JSD in nats.
 *
 * Lies in [0, √log 2]; zero only when P and Q are equal. A metric; symmetric to the last bit. Relative error at
 * most 6 u, u = 2⁻⁵³, half that of JSD and one rounding, or absolute error 2⁻¹⁰² where that is more: totals are kept to 105
 * bits. The largest found by search is below 4 u.
 *
 * @throws DomainError if p and q have different lengths.
 * @see endres-schindelin-2003
 */
export function jensenShannonDistance(p: Pmf, q: Pmf): number {
  const pair = pairOf('jensenShannonDistance', p, q);
  const divergence = jensenShannonOfPair(pair);
  if (divergence >= 1e-280) return Math.sqrt(divergence);
  // The root is a double of full precision even where the divergence itself underflows.
  return Math.sqrt(liftedJensenShannon(pair, powerOfTwo(400))) * powerOfTwo(-200);
}
