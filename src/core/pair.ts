import { DomainError } from './domain-error.ts';
import { divide, subtract, sumError, upperHalf, type DoubleDouble } from './double-double.ts';
import { BLOCK } from './installed-kernels.ts';
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

/**
 * A stretch of masses, each the unevaluated sum hi + lo.
 * Entry i of the stretch is hi[start + i] + lo[i]; `words` is the memory of `hi` as 32-bit words.
 */
export interface Stretch {
  readonly hi: Float64Array;
  readonly words: Int32Array;
  readonly start: number;
  readonly lo: Float64Array;
}

/** Sum of a non-negative term over `count` outcomes. Small, and called once a block, so that engines compile it well. */
export type BlockKernel = (a: Stretch, b: Stretch, count: number) => number;

const zeros = new Float64Array(BLOCK);

function scratch(): Stretch {
  const hi = new Float64Array(BLOCK);
  return { hi, words: new Int32Array(hi.buffer), start: 0, lo: new Float64Array(BLOCK) };
}
const scaledP = scratch();
const scaledQ = scratch();

/**
 * Σ kernel(p·f, q·g) over all outcomes, where the factors f and g (double-double, or none for exactly 1) bring the
 * two totals together.
 */
export function sumOverPairs(
  kernel: BlockKernel,
  { p, q }: Pair,
  f?: DoubleDouble,
  g?: DoubleDouble,
): number {
  const n = p.values.length;
  let total = 0;
  let lost = 0;
  for (let from = 0; from < n; from += BLOCK) {
    const count = n - from < BLOCK ? n - from : BLOCK;
    const a = f ? scaleInto(scaledP, p, from, count, f) : stretchOf(p, from);
    const b = g ? scaleInto(scaledQ, q, from, count, g) : stretchOf(q, from);
    const term = kernel(a, b, count);
    if (term === Infinity) return Infinity;
    const next = total + term;
    lost += sumError(total, term, next);
    total = next;
  }
  return total + lost;
}

function stretchOf({ values, words }: Masses, start: number): Stretch {
  return { hi: values, words, start, lo: zeros };
}

function scaleInto(out: Stretch, { values }: Masses, from: number, count: number, f: DoubleDouble): Stretch {
  const { hi, lo } = out;
  const fh = upperHalf(f.hi);
  const fl = f.hi - fh;
  for (let i = 0; i < count; i++) {
    const v = values[from + i]!;
    const product = v * f.hi;
    const vh = upperHalf(v);
    const vl = v - vh;
    hi[i] = product;
    lo[i] = vh * fh - product + vh * fl + vl * fh + vl * fl + v * f.lo;
  }
  return out;
}

interface Totals {
  readonly p: { readonly total: DoubleDouble };
  readonly q: { readonly total: DoubleDouble };
}

/** P/Q, to multiply q with, so that it has the total of p. */
export function ratioOfTotals({ p, q }: Pair): DoubleDouble {
  return divide(p.total, q.total);
}

/** The totals, crosswise: p·f and q·g have one total. Halved until the larger is in [1, 2), to keep products in range. */
export function crossFactors({ p, q }: Totals): { f: DoubleDouble; g: DoubleDouble; total: number } {
  const larger = p.total.hi > q.total.hi ? p.total.hi : q.total.hi;
  const halving = powerOfTwo(1023 - (highWord(larger) >> 20));
  const f = { hi: q.total.hi * halving, lo: q.total.lo * halving };
  const g = { hi: p.total.hi * halving, lo: p.total.lo * halving };
  return { f, g, total: p.total.hi * f.hi };
}

/**
 * Σ kernel(pQ, qP) / PQ: the slow and exact way, for pmfs that all but agree. Integer masses in proportion give
 * exactly 0. Multiplied by `lift`, which keeps tiny results from underflowing.
 */
export function sumOverProducts(kernel: BlockKernel, pair: Pair, lift = 1): number {
  const { f, g, total } = crossFactors(pair);
  const lifted = ({ hi, lo }: DoubleDouble) => ({ hi: hi * lift, lo: lo * lift });
  return sumOverPairs(kernel, pair, lifted(f), lifted(g)) / total;
}
