import { DomainError } from '../domain-error.ts';
import { excessShare } from './excess-share.ts';
import { log1p } from '../elementary/log.ts';
import { pairOf } from '../pair.ts';
import { option, received } from '../options.ts';
import { sumOfShares, type Share } from './shares.ts';
import type { DivergenceProperties } from '../properties.ts';
import type { Pmf } from '../pmf.ts';

export interface SkewOptions {
  /** The share α of Q in the mixture, in [0, 1]; 1 gives the KL divergence. 0.99 unless given, as its author uses. */
  readonly skew?: number;
}

/** What the skew divergence with the share α of Q obeys. */
export function skewDivergenceProperties(options: SkewOptions = {}): DivergenceProperties {
  const skew = readSkew('skewDivergenceProperties', options);
  return {
    symmetric: skew === 0,
    metricPower: null,
    upperBound: skew === 1 ? null : -log1p(-skew) + 0,
    finiteOnDisjointSupports: skew < 1,
    generator: 't \\log \\tfrac{t}{(1 - \\alpha) t + \\alpha}',
  };
}

/**
 * Skew divergence of P from Q, in nats: KL with a little of P mixed into Q.
 *
 *   S_α(P ‖ Q) = D(P ‖ αQ + (1 − α)P)
 *
 * Finite for α < 1, whatever the supports. Lies in [0, − log(1 − α)], which it is only when no outcome is shared; for α > 0
 * zero only when P and Q are equal. Not symmetric. Relative error at most 12 u, u = 2⁻⁵³: every summed term is ≥ 0, and the
 * difference of P from the mixture is α(p − q).
 *
 * @throws DomainError if p and q have different lengths, or if the skew is not in [0, 1].
 * @see lee-1999, section 2.2
 */
export function skewDivergence(p: Pmf, q: Pmf, options: SkewOptions = {}): number {
  const skew = readSkew('skewDivergence', options);
  return sumOfShares(pairOf('skewDivergence', p, q), skewShare(skew));
}

/** a log(a/m) − a + m, m = αb + (1 − α)a. */
export function skewShare(skew: number): Share {
  const rest = 1 - skew;
  return (a, b, aLow, bLow) => {
    const m = skew * b + rest * a;
    if (m === 0) return a === 0 ? 0 : Infinity;
    return excessShare(skew * (a - b + (aLow - bLow)), a, m);
  };
}

function readSkew(quantity: string, options: SkewOptions): number {
  const skew = option(quantity, options, 'skew', '{ skew: 0.99 }') ?? 0.99;
  if (typeof skew === 'number' && skew >= 0 && skew <= 1) return skew;
  throw new DomainError(`${quantity}: skew is ${received(skew)}; the skew must be a number in [0, 1]`);
}
