import { add, quotient, sumError, type DoubleDouble } from './double-double.ts';
import { multiply } from './elementary/arithmetic.ts';
import { lost, low } from './kernels/block.ts';
import {
  addUnshared,
  block,
  jensenShannon,
  noSides,
  pairedTail,
  type SideSums,
} from './kernels/jensen-shannon.ts';
import { LN2, excess, logRatio } from './logarithm.ts';
import {
  exchangedPair,
  liftedFactors,
  pairOf,
  ratioOfTotals,
  sumOfTerms,
  sumOverBlocks,
  type Pair,
  type PairKernel,
} from './pair.ts';
import type { DivergenceProperties } from './properties.ts';
import type { Pmf } from './pmf.ts';

export const jensenShannonDivergenceProperties: DivergenceProperties = {
  symmetric: true,
  metricPower: 0.5,
  upperBound: LN2,
  finiteOnDisjointSupports: true,
  generator: '\\tfrac12 t \\log t - \\tfrac12 (t + 1) \\log \\tfrac{t + 1}{2}',
};

/**
 * Jensen–Shannon divergence of P and Q, in nats.
 *
 *   JSD(P, Q) = ½ D(P ‖ M) + ½ D(Q ‖ M),  M = (P + Q) / 2
 *
 * Always finite. Lies in [0, log 2]; zero only when P and Q are equal, log 2 only when no outcome is shared.
 * Symmetric, to the last bit; its square root is a metric, it is not. Relative error at most 9 u, u = 2⁻⁵³, or
 * absolute error 2⁻¹⁰² √JSD where that is more (JSD < 1e-31): every summed term is ≥ 0 and has no part of first order in
 * p − q that could cancel. Derived below; the largest found by search is below 6 u.
 *
 * @throws DomainError if p and q have different lengths.
 * @see lin-1991, section 4; endres-schindelin-2003
 */
export function jensenShannonDivergence(p: Pmf, q: Pmf): number {
  return jensenShannonOfPair(pairOf('jensenShannonDivergence', p, q));
}

export function jensenShannonOfPair(given: Pair): number {
  // The smaller total is scaled up, whichever argument it belongs to: the same bits in both orders.
  const pair = given.totalsDiffer >= 0 ? given : exchangedPair(given);
  const value = ofCloseTotals(pair) ?? ofScaledMasses(pair) ?? liftedJensenShannon(pair, 1);
  // Rounding can lift the divergence of disjoint pmfs just above log 2.
  return value > LN2 ? LN2 : value;
}

const kernel: PairKernel = { block, sum: jensenShannon, ofLowParts };

/**
 * With N(p, q) = Σ p log(2p/(p + q)) + q log(2q/(p + q)) of masses as they are, and of the totals alone, N(p, q) − N(P, Q) is P + Q
 * times the divergence with weights P/(P + Q) and Q/(P + Q). In these it has the slope D(P ‖ M) − D(Q ‖ M), and the next term of the
 * series is below ¼ δ² of it, δ = (P − Q)/Q. Undefined where δ is too large for that.
 *
 * Error: the terms have at most 7.4 u (see `jensenShannon`), and so has their sum, which is kept in two doubles; the slope, right
 * to 2e-6, is multiplied by at most 2.5e-12: 0.05 u; N(P, Q) is at most 1/1024 of the sum; the quotient is rounded once: 8.5 u.
 */
function ofCloseTotals(pair: Pair): number | undefined {
  const { p, q, totalsDiffer } = pair;
  if (!(totalsDiffer < 5e-12 * q.total.hi)) return undefined;
  const sides = noSides();
  const { hi, lo } = withUnshared(sumOverBlocks(pair, kernel), sides);
  const whole = p.total.hi + q.total.hi;
  const wholeLow = sumError(p.total.hi, q.total.hi, whole) + (p.total.lo + q.total.lo);
  const delta = totalsDiffer / whole;
  const ofTotals = delta * totalsDiffer;
  if (ofTotals > hi / 1024) return undefined;
  const slope = delta * (sides.skew + (2 - 2 * LN2) * (sides.onlyP - sides.onlyQ));
  return quotient(hi, lo + (slope - ofTotals), 2 * whole, 2 * wholeLow);
}

/** With q·P/Q instead of q: what rounding that loses is added to first order, and the second order is below u² of the total. */
function ofScaledMasses(pair: Pair): number | undefined {
  const { total } = pair.p;
  const sides = noSides();
  const { hi, lo } = withUnshared(sumOverBlocks(pair, kernel, ratioOfTotals(pair)), sides);
  return hi > 1e-11 * total.hi ? quotient(hi, lo, 4 * total.hi, 4 * total.lo) : undefined;
}

/** Twice Σ e log(q/m) for masses q + e of Q. */
function ofLowParts(count: number): number {
  const { p, q } = block;
  let sum = 0;
  for (let x = 0; x < count; x++) if (low[x] !== 0) sum += low[x]! * logRatio(q[x]!, (p[x]! + q[x]!) / 2);
  return 2 * sum;
}

/** Twice the sum over all outcomes; one that only P or Q has adds its mass times log 2. */
function withUnshared(shared: number, { onlyP, onlyPLost, onlyQ, onlyQLost }: SideSums): DoubleDouble {
  const sum = { hi: shared, lo: lost[0]! };
  if (onlyP === 0 && onlyQ === 0) return sum;
  return add(sum, multiply(add({ hi: onlyP, lo: onlyPLost }, { hi: onlyQ, lo: onlyQLost }), TWICE_LN2));
}

const TWICE_LN2: DoubleDouble = { hi: 1.3862943611198906, lo: 4.638093627692599e-17 };

/**
 * JSD times `lift`, the slow and exact way: masses are multiplied crosswise with the totals, in double-double. A power of two keeps what
 * would underflow, and the root needs. Integer masses in proportion give exactly 0.
 */
export function liftedJensenShannon(pair: Pair, lift: number): number {
  const { f, g, total } = liftedFactors(pair, lift);
  const sides = noSides();
  const shared = sumOfTerms(pair, { f, g }, (a, b, aLow, bLow) => {
    if (a !== 0 && b !== 0) return doubleTerm(a, b, aLow, bLow);
    addUnshared(a, b);
    addUnshared(aLow, bLow);
    return 0;
  });
  lost[0] = shared.lo;
  const { hi, lo } = withUnshared(shared.hi, sides);
  return quotient(hi, lo, (4 / lift) * total.hi, (4 / lift) * total.lo);
}

/**
 * 2 (a log(a/m) + b log(b/m)), m = (a + b)/2, for positive a and b. Near a = b what rounding d and a + b loses is added back; a term
 * has 4 u there, and elsewhere 7.2 u, as two excesses.
 */
export function doubleTerm(a: number, b: number, aLow: number, bLow: number): number {
  const both = a + b;
  const difference = a - b;
  const low = sumError(a, -b, difference) + (aLow - bLow);
  const d = difference + low;
  const s = d / both;
  const z = s * s;
  if (z > 0.25) return 2 * (excess(a, both / 2, aLow) + excess(b, both / 2, bLow));
  const square = d * s;
  const lost = 2 * sumError(difference, low, d) * s;
  const rest = sumError(a, b, both) + (aLow + bLow);
  return square + (square * pairedTail(z) + (lost - z * rest));
}
