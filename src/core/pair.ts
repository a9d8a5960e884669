import { DomainError } from './domain-error.ts';
import { divide, productError, subtract, sumError, type DoubleDouble } from './double-double.ts';
import { multiply, multiplyByPower } from './elementary/arithmetic.ts';
import { BLOCK, loadBlock, lost, scaleBlock } from './kernels/block.ts';
import { highWord, powerOfTwo } from './logarithm.ts';
import { massesBehind, type Masses, type Pmf } from './pmf.ts';

/** Two pmfs on the same outcomes, as masses with exact totals. */
export interface Pair {
  readonly p: Masses;
  readonly q: Masses;
  /** p.total − q.total */
  readonly totalsDiffer: number;
}

export function pairOf(quantity: string, p: Pmf, q: Pmf): Pair {
  const pMasses = massesBehind(quantity, 'p', p);
  const qMasses = massesBehind(quantity, 'q', q);
  if (p.length !== q.length) {
    throw new DomainError(
      `${quantity}: p has ${outcomes(p.length)} and q has ${q.length}; both must be pmfs on the same outcomes`,
    );
  }
  return { p: pMasses, q: qMasses, totalsDiffer: subtract(pMasses.total, qMasses.total).hi };
}

function outcomes(n: number): string {
  return n === 1 ? '1 outcome' : `${n} outcomes`;
}

/** The pair with P and Q exchanged. */
export function exchangedPair({ p, q, totalsDiffer }: Pair): Pair {
  return { p: q, q: p, totalsDiffer: -totalsDiffer };
}

interface Totals {
  readonly p: { readonly total: DoubleDouble };
  readonly q: { readonly total: DoubleDouble };
}

/** What brings two pmfs to one total: masses u of P become u·f, masses v of Q v·g. */
export interface Factors {
  readonly f: DoubleDouble;
  readonly g: DoubleDouble;
}

const ONE: DoubleDouble = { hi: 1, lo: 0 };
/** Of pmfs that have one total already. */
export const NO_FACTORS: Factors = { f: ONE, g: ONE };

/** The totals, crosswise, and the total that masses have then. Halved until the larger is in [1, 2), to keep products in range. */
export function crossFactors({ p, q }: Totals): Factors & { readonly total: DoubleDouble } {
  const larger = p.total.hi > q.total.hi ? p.total.hi : q.total.hi;
  const halving = powerOfTwo(1023 - (highWord(larger) >> 20));
  const f = { hi: q.total.hi * halving, lo: q.total.lo * halving };
  const g = { hi: p.total.hi * halving, lo: p.total.lo * halving };
  return { f, g, total: multiply(p.total, f) };
}

/** Cross factors times a power of two: masses then add up to 2²⁸ to 2³⁰ times `lift`, and the smallest are no smaller than before. */
export function liftedFactors(totals: Totals, lift = 1): Factors & { readonly total: DoubleDouble } {
  const { f, g, total } = crossFactors(totals);
  const power = powerOfTwo(1023 + 29 - (highWord(total.hi) >> 20)) * lift;
  return { f: multiplyByPower(f, power), g: multiplyByPower(g, power), total: multiplyByPower(total, power) };
}

/** Sums terms of a block of outcomes. */
export interface PairKernel {
  /** Where the masses go. */
  readonly block: { readonly p: Float64Array; readonly q: Float64Array };
  /** The sum over the first `count` outcomes; what rounding lost of it is left in `lost`. */
  readonly sum: (count: number) => number;
  /** What the low parts of scaled masses of Q change in that sum, to first order. */
  readonly ofLowParts: (count: number) => number;
}

/**
 * Σ kernel(p, q·factor), the factor 1 if none is given. What rounding lost is left in `lost`; Infinity as soon as a block's sum is.
 */
export function sumOverBlocks(
  { p, q }: Pair,
  { block, sum, ofLowParts }: PairKernel,
  factor?: DoubleDouble,
): number {
  const n = p.values.length;
  let hi = 0;
  let lo = 0;
  for (let from = 0; from < n; from += BLOCK) {
    const count = n - from < BLOCK ? n - from : BLOCK;
    loadBlock(block.p, p.values, from, count);
    if (factor) scaleBlock(block.q, q.values, from, count, factor);
    else loadBlock(block.q, q.values, from, count);
    const part = sum(count);
    if (part === Infinity) return Infinity;
    const next = hi + part;
    lo += sumError(hi, part, next) + lost[0]!;
    hi = next;
    if (factor) lo += ofLowParts(count);
  }
  lost[0] = lo;
  return hi;
}

/** P/Q, to multiply q with, so that it has the total of p; relative error below 2⁻¹⁰⁰. */
export function ratioOfTotals({ p, q }: Pair): DoubleDouble {
  return divide(p.total, q.total);
}

/** A non-negative term of masses a + aLow and b + bLow on one scale. */
export type Term = (a: number, b: number, aLow: number, bLow: number) => number;

/**
 * Σ term(p·f, q·g) over all outcomes, where the factors f and g bring the two totals together: products are double-double, and
 * right to 2⁻¹⁰⁴. Infinity as soon as the sum is.
 */
export function sumOfTerms({ p, q }: Pair, { f, g }: Factors, term: Term): DoubleDouble {
  const scaled = f !== ONE;
  let hi = 0;
  let lo = 0;
  for (let x = 0; x < p.values.length; x++) {
    const u = p.values[x]!;
    const v = q.values[x]!;
    const a = u * f.hi;
    const b = v * g.hi;
    const aLow = scaled ? productError(u, f.hi, a) + u * f.lo : 0;
    const bLow = scaled ? productError(v, g.hi, b) + v * g.lo : 0;
    const value = term(a, b, aLow, bLow);
    const next = hi + value;
    if (next === Infinity) return { hi: Infinity, lo: 0 };
    lo += sumError(hi, value, next);
    hi = next;
  }
  const sum = hi + lo;
  return { hi: sum, lo: hi - sum + lo };
}
