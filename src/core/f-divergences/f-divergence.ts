import { DomainError } from '../domain-error.ts';
import { received } from '../options.ts';
import { pairOf } from '../pair.ts';
import { sumOfShares, type Share } from '../divergences/shares.ts';
import type { Pmf } from '../pmf.ts';

/** A convex f on [0, ∞) with f(1) = 0, and what duality needs of it. */
export interface FDivergenceGenerator {
  /** f(t) as TeX. */
  readonly tex: string;
  /** f(t) for 0 < t < ∞. */
  readonly value: (t: number) => number;
  /** f′(t) for 0 ≤ t ≤ ∞, as limits at the ends; where f has a kink, a slope between its two. */
  readonly derivative: (t: number) => number;
  /** f*(s) = sup over t ≥ 0 of st − f(t); Infinity where there is no bound. */
  readonly conjugate: (s: number) => number;
  /** f(0), the limit; may be Infinity. */
  readonly atZero: number;
  /** f′(∞) = lim f(t)/t; may be Infinity. */
  readonly slopeAtInfinity: number;
  /** q f(p/q) − f′(1)(p − q) ≥ 0 with full accuracy near p = q; from `value` unless given. */
  readonly share?: Share;
}

/**
 * f-divergence of P from Q with a generator f (the unit is that of f).
 *
 *   D_f(P ‖ Q) = Σₓ q(x) f( p(x)/q(x) )
 *
 * Outcomes that neither has contribute 0, those of P alone p(x) f′(∞), those of Q alone q(x) f(0). Lies in
 * [0, f(0) + f′(∞)]. Summed as q f(p/q) − f′(1)(p − q) ≥ 0, which has the same sum. For the generators exported here the
 * relative error is that of the named divergence, at most 40 u, u = 2⁻⁵³. For one with a `value` only, p/q and f are rounded
 * before they cancel: a share is good to some u·(|f| + |t f′|) q, and one that rounding leaves below 0 counts as the 0 it is
 * to that accuracy.
 *
 * @throws DomainError if p and q have different lengths, or if generator is not one or returns NaN.
 * @see csiszar-shields-2004, section 4; liese-vajda-2006
 */
export function fDivergence(p: Pmf, q: Pmf, generator: FDivergenceGenerator): number {
  requireGenerator('fDivergence', generator);
  return sumOfShares(pairOf('fDivergence', p, q), generator.share ?? shareOf(generator));
}

function shareOf(generator: FDivergenceGenerator): Share {
  const { atZero, slopeAtInfinity } = generator;
  const tilt = evaluate('fDivergence', generator, 'derivative', 1);
  return (a, b, aLow, bLow) => {
    if (a === 0) return b === 0 ? 0 : b * (atZero + tilt);
    const t = a / b;
    if (t === Infinity) return slopeAtInfinity === Infinity ? Infinity : a * (slopeAtInfinity - tilt);
    const d = a - b + (aLow - bLow);
    if (d === 0) return 0;
    const share = b * evaluate('fDivergence', generator, 'value', t) - tilt * d;
    return share > 0 ? share : 0;
  };
}

/** f, f′ or f* at a point; refuses NaN. */
export function evaluate(
  quantity: string,
  generator: FDivergenceGenerator,
  what: 'value' | 'derivative' | 'conjugate',
  at: number,
): number {
  const result: unknown = generator[what](at);
  if (typeof result === 'number' && !Number.isNaN(result)) return result;
  throw new DomainError(
    `${quantity}: the generator's ${what}(${at}) is ${received(result)}; it must be a number, Infinity where it has no bound`,
  );
}

export function requireGenerator(quantity: string, generator: FDivergenceGenerator): void {
  const given = generator as Partial<FDivergenceGenerator> | null | undefined;
  const isOne =
    typeof given === 'object' &&
    given !== null &&
    [given.value, given.derivative, given.conjugate].every((part) => typeof part === 'function') &&
    [given.atZero, given.slopeAtInfinity].every((part) => typeof part === 'number' && !Number.isNaN(part));
  if (isOne) return;
  throw new DomainError(
    `${quantity}: generator is ${received(generator)}; it must have value, derivative, conjugate, atZero and slopeAtInfinity`,
  );
}
