import { sumError } from '../double-double.ts';
import { BLOCK, lost } from './block.ts';
import { cellsOf } from './cells.ts';
import { LEAST_INSTALLED, installed } from './installed.ts';
import { block as farBlock, oddLessEven, relativeEntropy } from './relative-entropy.ts';

const p = new Float64Array(BLOCK);
const q = new Float64Array(BLOCK);
/** Where the masses of P and Q go before the call. */
export const block = { p, q };
const steps = new Float64Array(BLOCK);
const squares = new Float64Array(BLOCK);
const products = new Float64Array(BLOCK);
const shifted = new Float64Array(BLOCK);
const shiftedWords = new Int32Array(shifted.buffer);
const far = new Int32Array(BLOCK);
/** The sum over near outcomes, what rounding lost of it, and their part of `skew`. */
const results = new Float64Array(3);

/** The first cell of z ≤ ½; those of larger z hold −1, so that q + q·g is 0. */
export const FIRST_NEAR = 128;
const layout = { count: 512, first: FIRST_NEAR, last: 256 };
const centreOf = (j: number): number => 1 - (j + 0.5) / 256;

/**
 * g(z) − 1 for z ≤ ½, where (1 + s) log(1 + s) + (1 − s) log(1 − s) = z g(z), z = s²; the cell of z is the leading 9 bits of
 * 3 − z after the point.
 */
export const PAIRED_CELLS = cellsOf(
  Array.from({ length: 100 }, (_, n) => (n === 0 ? 0 : 1 / ((2 * n + 1) * (n + 1)))),
  { ...layout, elsewhere: -1 },
  centreOf,
);
/** K(z) with (1 − s) log(1 − s) − (1 + s) log(1 + s) + 2s = s z K(z); two terms are right to 2e-6. */
export const SKEW_CELLS = cellsOf(
  Array.from({ length: 100 }, (_, n) => 1 / ((n + 1) * (2 * n + 3))),
  layout,
  centreOf,
);
const { centre, c0, c1, c2, c3, c4, c5 } = PAIRED_CELLS;
const { c0: k0, c1: k1 } = SKEW_CELLS;

/** g(z) − 1 for z ≤ ½, absolute error below 0.3 u, u = 2⁻⁵³. */
export function pairedTail(z: number): number {
  const j = ((1 - z) * 256) | 0;
  const e = z - centre[j]!;
  const e2 = e * e;
  return c0[j]! + e * c1[j]! + e2 * (c2[j]! + e * c3[j]! + e2 * (c4[j]! + e * c5[j]!));
}

/** What `jensenShannon` adds to beside the sum that it returns. */
export interface SideSums {
  /** 2 Σ e(b, m) − e(a, m), e(a, m) = a log(a/m) − a + m, over the outcomes that both have; right to 2e-6 of the sum. */
  skew: number;
  /** The mass of outcomes that only P has, and that only Q has. */
  onlyP: number;
  onlyPLost: number;
  onlyQ: number;
  onlyQLost: number;
}

// One object for all calls: making one takes longer than the sums of a few outcomes. Fields that hold doubles from the start stay fast.
const sides: SideSums = { skew: 0.5, onlyP: 0.5, onlyPLost: 0.5, onlyQ: 0.5, onlyQLost: 0.5 };

/** The side sums, set to 0; they hold until the next call. */
export function noSides(): SideSums {
  sides.skew = sides.onlyP = sides.onlyPLost = sides.onlyQ = sides.onlyQLost = 0;
  return sides;
}

/** Adds the mass of an outcome that only P has, or only Q. */
export function addUnshared(a: number, b: number): void {
  const nextP = sides.onlyP + a;
  sides.onlyPLost += sumError(sides.onlyP, a, nextP);
  sides.onlyP = nextP;
  const nextQ = sides.onlyQ + b;
  sides.onlyQLost += sumError(sides.onlyQ, b, nextQ);
  sides.onlyQ = nextQ;
}

/**
 * 2 Σ a log(a/m) + b log(b/m), m = (a + b)/2, over the first outcomes of `block` that both P and Q have; it may change the block.
 *
 * An outcome with z = s² ≤ ½, s = d/(a + b), d = a − b, adds d·s·g(z) = q + q·G, q = d·s. Error in roundings of at most
 * u = 2⁻⁵³: d is exact for z ≤ 1/9 and has 1 u beyond, so that s has 2 u or 3 u and q 3 u or 5 u; of z, 7 u at most, g sees
 * 0.13 times as much; G has 0.3 u and its product 0.2 u of q; the sum 1 u: 7.4 u. The other outcomes add e(a, m) + e(b, m), of which
 * rounding m takes nothing in the first order: 5.9 u, see `relativeEntropy`.
 */
export function jensenShannon(count: number): number {
  let farCount = nearSum(count);
  if (farCount < 0) {
    leaveOutZeros(count);
    farCount = nearSum(count);
  }
  sides.skew += results[2]!;
  for (let first = 0; first < farCount; first += BLOCK / 2) {
    addFar(first, farCount < first + BLOCK / 2 ? farCount : first + BLOCK / 2);
  }
  lost[0] = results[1]!;
  return results[0]!;
}

/** Adds e(a, m) + e(b, m) of far outcomes, the masses a and b following each other in the block of `relativeEntropy`. */
function addFar(first: number, last: number): void {
  let used = 0;
  for (let i = first; i < last; i++) {
    const x = far[i]!;
    const a = p[x]!;
    const b = q[x]!;
    if (a === 0 || b === 0) {
      addUnshared(a, b);
      continue;
    }
    farBlock.p[used] = a;
    farBlock.p[used + 1] = b;
    farBlock.q[used] = farBlock.q[used + 1] = (a + b) / 2;
    used += 2;
  }
  if (used === 0) return;
  const ofFar = 2 * relativeEntropy(used);
  const sum = results[0]! + ofFar;
  results[1]! += sumError(results[0]!, ofFar, sum) + 2 * lost[0]!;
  results[0] = sum;
  sides.skew += 2 * oddLessEven(used);
}

/** Sums the near outcomes and notes the far ones; returns how many those are, or −1 if there is an outcome that neither has. */
function nearSum(count: number): number {
  if (installed.kernels && count >= LEAST_INSTALLED)
    return installed.kernels.nearSum(block, count, results, far);
  prepare(count);
  return total(count);
}

function prepare(count: number): void {
  for (let i = 0; i < count; i++) {
    const x = i & (BLOCK - 1);
    const a = p[x]!;
    const b = q[x]!;
    const d = a - b;
    const s = d / (a + b);
    const z = s * s;
    steps[x] = d;
    squares[x] = z;
    shifted[x] = 3 - z;
    products[x] = d * s;
  }
}

function total(count: number): number {
  let sum = 0;
  let rounded = 0;
  let skew = 0;
  let farCount = 0;
  for (let i = 0; i < count; i++) {
    const x = i & (BLOCK - 1);
    const j = (shiftedWords[2 * x + 1]! >> 11) & 511;
    const z = squares[x]!;
    const product = products[x]!;
    const e = z - centre[j]!;
    const e2 = e * e;
    const g = c0[j]! + e * c1[j]! + e2 * (c2[j]! + e * c3[j]! + e2 * (c4[j]! + e * c5[j]!));
    const term = product + product * g;
    skew += steps[x]! * z * (k0[j]! + e * k1[j]!);
    far[farCount & (BLOCK - 1)] = x;
    farCount += (j - FIRST_NEAR) >>> 31;
    const next = sum + term;
    const part = next - sum;
    rounded += sum - (next - part) + (term - part);
    sum = next;
  }
  results[0] = sum;
  results[1] = rounded;
  results[2] = skew;
  return sum === sum ? farCount : -1;
}

function leaveOutZeros(count: number): void {
  for (let x = 0; x < count; x++) if (p[x] === 0 && q[x] === 0) p[x] = q[x] = 1;
}
