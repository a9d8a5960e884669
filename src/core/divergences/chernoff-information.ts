import { chernoffOfPair } from './chernoff-divergence.ts';
import { exp, expm1 } from '../elementary/exp.ts';
import { squaredHellingerShare } from './hellinger-distance.ts';
import { liftedSumOfShares, logOfShares, sumOfShares } from './shares.ts';
import { sumError } from '../double-double.ts';
import { pairOf, type Pair } from '../pair.ts';
import type { DivergenceProperties } from '../properties.ts';
import type { Pmf } from '../pmf.ts';

export const chernoffInformationProperties: DivergenceProperties = {
  symmetric: true,
  metricPower: null,
  upperBound: null,
  finiteOnDisjointSupports: false,
  generator: null,
};

/**
 * Chernoff information of P and Q, in nats: the best exponent of the error of telling them apart.
 *
 *   C(P, Q) = max over α in [0, 1] of − log Σₓ p(x)^α q(x)^(1−α)
 *
 * Infinity if no outcome is shared. Lies in [0, ∞]; zero only when P and Q are equal. Symmetric, up to rounding. Relative
 * error at most 40 u, u = 2⁻⁵³: that of the Chernoff divergence, whose slope at the maximiser is 0.
 *
 * @throws DomainError if p and q have different lengths.
 * @see chernoff-1952; cover-thomas-2006, section 11.9; nielsen-2013
 */
export function chernoffInformation(p: Pmf, q: Pmf): number {
  const pair = pairOf('chernoffInformation', p, q);
  return chernoffOfPair(pair, maximiser(pair));
}

/**
 * The order α at which the Chernoff information is reached, in [0, 1]: argmax of − log Σₓ p(x)^α q(x)^(1−α).
 *
 * One half where every order is one: if P and Q are equal, or share no outcome. At 0 or 1 where the slope has one sign, which
 * needs different supports. Absolute error at most 1e-14.
 *
 * @throws DomainError if p and q have different lengths.
 * @see nielsen-2013
 */
export function chernoffOrder(p: Pmf, q: Pmf): number {
  return maximiser(pairOf('chernoffOrder', p, q));
}

const MOST_STEPS = 100;

/** The zero of the slope of Σ p^α q^(1−α), which is convex: Newton's steps, or halving the bracket. */
function maximiser(pair: Pair): number {
  const outcomes = outcomesOf(pair);
  const slopeOf = sumOfShares(pair, squaredHellingerShare) <= 0.5 ? slopeNear : slopeFar;
  const slope = (order: number) => total(outcomes, (outcome) => slopeOf(outcome, order));
  const bend = (order: number) => total(outcomes, (outcome) => curvature(outcome, order));
  if (bend(0.5) === 0) return 0.5;
  if (slope(0) >= 0) return 0;
  if (slope(1) <= 0) return 1;
  let low = 0;
  let high = 1;
  let width = 1;
  let order = 0.5;
  for (let step = 1; step <= MOST_STEPS; step++) {
    const value = slope(order);
    if (value === 0) return order;
    if (value > 0) high = order;
    else low = order;
    let next = order - value / bend(order);
    // Far from the zero the slope is exponential, and Newton's steps towards it are short.
    const isSlow = step % 3 === 0 && high - low > width / 2;
    if (isSlow || !(next > low && next < high)) next = (low + high) / 2;
    if (step % 3 === 0) width = high - low;
    const by = next - order;
    order = next;
    if (by < 1e-17 + 1e-16 * order && -by < 1e-17 + 1e-16 * order) return order;
  }
  return order;
}

/** An outcome of the pair, times 2¹⁰⁰ like every share; d = a − b, t = log(a/b) and 0 if one of them is 0. */
interface Outcome {
  readonly a: number;
  readonly b: number;
  readonly d: number;
  readonly t: number;
}

function outcomesOf(pair: Pair): Outcome[] {
  const outcomes: Outcome[] = [];
  liftedSumOfShares(pair, (a, b, aLow, bLow) => {
    const t = a === 0 || b === 0 ? 0 : logOfShares(a, b, aLow, bLow);
    outcomes.push({ a, b, d: a - b + (aLow - bLow), t });
    return 0;
  });
  return outcomes;
}

function total(outcomes: readonly Outcome[], share: (outcome: Outcome) => number): number {
  let sum = 0;
  let lost = 0;
  for (const outcome of outcomes) {
    const term = share(outcome);
    const next = sum + term;
    lost += sumError(sum, term, next);
    sum = next;
  }
  return sum + lost;
}

/** t a^α b^(1−α): the slope of the coefficient. */
function slopeFar(outcome: Outcome, order: number): number {
  return outcome.t * powerMean(outcome, order);
}

/** The same less a − b, whose sum is 0: nothing of first order in p − q is left to cancel. */
function slopeNear(outcome: Outcome, order: number): number {
  const { a, b, d, t } = outcome;
  if (a === 0 || b === 0) return -d;
  const h = t / 2;
  if (h > 1 || h < -1) return t * powerMean(outcome, order) - d;
  return 2 * Math.sqrt(a) * Math.sqrt(b) * (h * expm1((order - (1 - order)) * h) - sinhTail(h));
}

/** t² a^α b^(1−α) */
function curvature(outcome: Outcome, order: number): number {
  return outcome.t * (outcome.t * powerMean(outcome, order));
}

function powerMean({ a, b, t }: Outcome, order: number): number {
  if (a === 0 || b === 0) return 0;
  return order >= 0.5 ? a * exp((order - 1) * t) : b * exp(order * t);
}

/** sinh h − h for |h| ≤ 1. */
function sinhTail(h: number): number {
  const x = h * h;
  let term = (h * x) / 6;
  let sum = term;
  for (let k = 2; k <= 9; k++) {
    term *= x / (2 * k * (2 * k + 1));
    sum += term;
  }
  return sum;
}
