import { DomainError } from '../domain-error.ts';
import { excessShare } from './excess-share.ts';
import { log, log1p } from '../elementary/log.ts';
import { pairOf } from '../pair.ts';
import { option, received } from '../options.ts';
import { sumOfShares, type Share } from './shares.ts';
import type { DivergenceProperties } from '../properties.ts';
import type { Pmf } from '../pmf.ts';

export interface WeightOptions {
  /** The weight π of P, in [0, 1]; Q has 1 − π. One half unless given. */
  readonly weight?: number;
}

/** What the Jensen–Shannon divergence with weight π of P obeys. */
export function weightedJensenShannonDivergenceProperties(options: WeightOptions = {}): DivergenceProperties {
  const weight = readWeight('weightedJensenShannonDivergenceProperties', options);
  return {
    symmetric: weight === 0.5,
    metricPower: weight === 0.5 ? 0.5 : null,
    upperBound: weight === 0 || weight === 1 ? 0 : -weight * log(weight) - (1 - weight) * log1p(-weight),
    finiteOnDisjointSupports: true,
    generator: '\\pi t \\log \\tfrac{t}{\\pi t + 1 - \\pi} - (1 - \\pi) \\log(\\pi t + 1 - \\pi)',
  };
}

/**
 * Jensen–Shannon divergence of P and Q with weights π and 1 − π, in nats.
 *
 *   JSD_π(P, Q) = π D(P ‖ M) + (1 − π) D(Q ‖ M),  M = πP + (1 − π)Q
 *
 * Always finite. Lies in [0, h(π)], h(π) = − π log π − (1 − π) log(1 − π) the entropy of the weights, which it is only
 * when no outcome is shared; for 0 < π < 1 zero only when P and Q are equal, for π = 0 and 1 always. The mutual information
 * of an outcome and the one of P, Q it was drawn from. Relative error at most 14 u, u = 2⁻⁵³: every summed term is ≥ 0,
 * and p − m = (1 − π)(p − q), q − m = − π(p − q) do not cancel.
 *
 * @throws DomainError if p and q have different lengths, or if the weight is not in [0, 1].
 * @see lin-1991, section 4
 */
export function weightedJensenShannonDivergence(p: Pmf, q: Pmf, options: WeightOptions = {}): number {
  const weight = readWeight('weightedJensenShannonDivergence', options);
  const pair = pairOf('weightedJensenShannonDivergence', p, q);
  return sumOfShares(pair, weightedJensenShannonShare(weight));
}

/** π e(a, m) + (1 − π) e(b, m), e(a, m) = a log(a/m) − a + m, m = πa + (1 − π)b. */
export function weightedJensenShannonShare(weight: number): Share {
  const rest = 1 - weight;
  if (weight === 0 || rest === 0) return () => 0;
  return (a, b, aLow, bLow) => {
    if (a === 0 && b === 0) return 0;
    const d = a - b + (aLow - bLow);
    const m = weight * a + rest * b;
    return weight * excessShare(rest * d, a, m) + rest * excessShare(-weight * d, b, m);
  };
}

export function readWeight(quantity: string, options: WeightOptions): number {
  const weight = option(quantity, options, 'weight', '{ weight: 0.5 }') ?? 0.5;
  if (typeof weight === 'number' && weight >= 0 && weight <= 1) return weight;
  throw new DomainError(`${quantity}: weight is ${received(weight)}; the weight must be a number in [0, 1]`);
}
