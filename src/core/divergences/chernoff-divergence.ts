import { DomainError } from '../domain-error.ts';
import { exp } from '../elementary/exp.ts';
import { log, log1p } from '../elementary/log.ts';
import { pairOf, type Pair } from '../pair.ts';
import { powerShare } from './power-share.ts';
import { received } from '../options.ts';
import { LOG_LIFT, liftedSumOfShares, logOfShares, sumOfShares, type Share } from './shares.ts';
import type { DivergenceProperties } from '../properties.ts';
import type { Pmf } from '../pmf.ts';

/** What the Chernoff divergence of an order in (0, 1) obeys. */
export function chernoffDivergenceProperties(order: number): DivergenceProperties {
  requireOrder('chernoffDivergenceProperties', order);
  return {
    symmetric: order === 0.5,
    metricPower: null,
    upperBound: null,
    finiteOnDisjointSupports: false,
    generator: null,
  };
}

/**
 * Chernoff coefficient of P and Q of order α (no unit), also called the Hellinger integral or α-affinity.
 *
 *   c_α(P, Q) = Σₓ p(x)^α q(x)^(1−α),  0 ≤ α ≤ 1
 *
 * Outcomes that one of the two lacks contribute 0; so c₀ = Q(p > 0) and c₁ = P(q > 0), the limits. Lies in [0, 1]; for
 * 0 < α < 1 it is 1 only when P and Q are equal, 0 only when no outcome is shared. Relative error at most 30 u above one half,
 * where it is 1 − α(1 − α)D_α so that no value exceeds 1, and (30 + max |log(p/q)|) u below, from the sum, whose powers
 * carry the rounding of the logarithms; u = 2⁻⁵³.
 *
 * @throws DomainError if p and q have different lengths, or if order is not in [0, 1].
 * @see chernoff-1952; nielsen-2013
 */
export function chernoffCoefficient(p: Pmf, q: Pmf, order: number): number {
  requireOrder('chernoffCoefficient', order);
  const pair = pairOf('chernoffCoefficient', p, q);
  const missing = missingFromCoefficient(pair, order);
  return missing <= 0.5 ? 1 - missing : sumOfShares(pair, powerMean(order));
}

/**
 * Chernoff α-divergence of P and Q, in nats.
 *
 *   C_α(P, Q) = − log Σₓ p(x)^α q(x)^(1−α),  0 ≤ α ≤ 1
 *
 * Infinity if no outcome is shared. Lies in [0, ∞]; for 0 < α < 1 zero only when P and Q are equal. It is (1 − α) times
 * the Rényi divergence of order α, and at ½ the Bhattacharyya divergence. Relative error at most 40 u, u = 2⁻⁵³.
 *
 * @throws DomainError if p and q have different lengths, or if order is not in [0, 1].
 * @see chernoff-1952; nielsen-2013
 */
export function chernoffDivergence(p: Pmf, q: Pmf, order: number): number {
  requireOrder('chernoffDivergence', order);
  return chernoffOfPair(pairOf('chernoffDivergence', p, q), order);
}

/** − log Σ p^α q^(1−α) for α in [0, 1]. */
export function chernoffOfPair(pair: Pair, order: number): number {
  const missing = missingFromCoefficient(pair, order);
  if (missing <= 0.5) return -log1p(-missing) + 0;
  const coefficient = sumOfShares(pair, powerMean(order));
  if (coefficient > 1e-280) return -log(coefficient);
  return LOG_LIFT - log(liftedSumOfShares(pair, powerMean(order)));
}

/** Orders this close to 0 or 1 are the limit, up to a share of them that is far below rounding. */
const LEAST = 1e-290;

/** 1 − Σ p^α q^(1−α), without cancellation. */
function missingFromCoefficient(pair: Pair, order: number): number {
  if (order < LEAST) return sumOfShares(pair, (a, b) => (a === 0 ? b : 0));
  if (order === 1) return sumOfShares(pair, (a, b) => (b === 0 ? a : 0));
  return order * (1 - order) * sumOfShares(pair, powerShare(order));
}

/** a^α b^(1−α) for α in [0, 1]; 0 where either is. */
function powerMean(order: number): Share {
  return (a, b, aLow, bLow) => {
    if (a === 0 || b === 0) return 0;
    const t = logOfShares(a, b, aLow, bLow);
    return order >= 0.5 ? a * exp((order - 1) * t) : b * exp(order * t);
  };
}

function requireOrder(quantity: string, order: unknown): void {
  if (typeof order === 'number' && order >= 0 && order <= 1) return;
  throw new DomainError(`${quantity}: order is ${received(order)}; the order must be a number in [0, 1]`);
}
