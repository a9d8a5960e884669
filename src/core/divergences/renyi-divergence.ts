import { DomainError } from '../domain-error.ts';
import { exp } from '../elementary/exp.ts';
import { log, log1p } from '../elementary/log.ts';
import { klOfPair } from '../kl-divergence.ts';
import { alphaOfPair } from './alpha-divergence.ts';
import { received } from '../options.ts';
import { chernoffOfPair } from './chernoff-divergence.ts';
import { logRatio } from '../logarithm.ts';
import { pairOf, type Pair } from '../pair.ts';
import { logOfShares, sumOfShares } from './shares.ts';
import type { DivergenceProperties } from '../properties.ts';
import type { Pmf } from '../pmf.ts';

/** What the Rényi divergence of an order in [0, ∞] obeys. It is no f-divergence, but for order 1. */
export function renyiDivergenceProperties(order: number): DivergenceProperties {
  requireOrder('renyiDivergenceProperties', order);
  return {
    symmetric: order === 0.5,
    metricPower: null,
    upperBound: null,
    finiteOnDisjointSupports: false,
    generator: order === 1 ? 't \\log t' : null,
  };
}

/**
 * Rényi divergence of P from Q of an order α in [0, ∞], in nats.
 *
 *   D_α(P ‖ Q) = log( Σₓ p(x)^α q(x)^(1−α) ) / (α − 1)
 *
 * By continuity D₀ = − log Q(p > 0), D₁ = D(P ‖ Q) and D_∞ = log max p(x)/q(x). Outcomes that P lacks contribute 0. For
 * α ≥ 1 Infinity if P puts mass where Q has none, for α < 1 only if no outcome is shared. Lies in [0, ∞] and increases
 * with α; for α > 0 zero only when P and Q are equal. Relative error at most 60 u, u = 2⁻⁵³, for every order: from
 * log(1 + α(α − 1)D) with the α-divergence D, whose shares are ≥ 0, so that order 1 and P near Q lose no digit.
 *
 * @throws DomainError if p and q have different lengths, or if order is not a number at least 0.
 * @see renyi-1961; van-erven-harremoes-2014, sections II and III
 */
export function renyiDivergence(p: Pmf, q: Pmf, order: number): number {
  requireOrder('renyiDivergence', order);
  const pair = pairOf('renyiDivergence', p, q);
  if (order === 1) return klOfPair(pair);
  if (order < 1) return belowOne(pair, order);
  if (!isAbsolutelyContinuous(pair)) return Infinity;
  if (order === Infinity) return largestLogRatio(pair);
  const value = alphaOfPair(pair, order);
  const integral = order * ((order - 1) * value);
  if (integral < LEAST) return order * value;
  return integral < 1e200 ? log1p(integral) / (order - 1) : byLargest(pair, order - 1);
}

/** Below this log(1 + x) is x to the last bit; x itself could underflow. */
const LEAST = 1e-17;

function belowOne(pair: Pair, order: number): number {
  const value = chernoffOfPair(pair, order);
  // For orders below 1e-290 the Chernoff divergence is that of order 0.
  if (value < LEAST && order > 0) return order * alphaOfPair(pair, order < 1e-290 ? 0 : order);
  return value / (1 - order);
}

function isAbsolutelyContinuous({ p, q }: Pair): boolean {
  return p.values.every((mass, x) => mass === 0 || q.values[x]! > 0);
}

/** log max p/q, at least 0 since the ratio of the totals is 1. */
function largestLogRatio(pair: Pair): number {
  let largest = 0;
  sumOfShares(pair, (a, b, aLow, bLow) => {
    if (a === 0) return 0;
    const t = logOfShares(a, b, aLow, bLow);
    if (t > largest) largest = t;
    return 0;
  });
  return largest;
}

/** The divergence of order ν + 1 where Σ p (p/q)^ν overflows: its largest summand e^(νM) outside the logarithm. */
function byLargest(pair: Pair, nu: number): number {
  const { values, total } = pair.p;
  const exponents: number[] = [];
  let largest = -Infinity;
  let x = 0;
  sumOfShares(pair, (a, b, aLow, bLow) => {
    const mass = values[x++]!;
    if (mass === 0) return 0;
    const exponent = logOfShares(a, b, aLow, bLow) + logRatio(mass, total.hi, 0, total.lo) / nu;
    exponents.push(exponent);
    if (exponent > largest) largest = exponent;
    return 0;
  });
  let sum = 0;
  for (const exponent of exponents) sum += exp(nu * (exponent - largest));
  return largest + log(sum) / nu;
}

function requireOrder(quantity: string, order: unknown): void {
  if (typeof order === 'number' && order >= 0) return;
  throw new DomainError(
    `${quantity}: order is ${received(order)}; the order must be a number at least 0, or Infinity`,
  );
}
