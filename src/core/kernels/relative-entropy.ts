import { sumError } from '../double-double.ts';
import { LEAST_WORD, LOG, POWER, REMAINDER, excess, exponentBetween } from '../logarithm.ts';
import { BLOCK, lost } from './block.ts';
import { cellsOf } from './cells.ts';
import { LEAST_INSTALLED, installed } from './installed.ts';

// Constants of this module: engines know their addresses and lengths.
const powers = POWER;
const logs = LOG;
const remainders = REMAINDER;
const p = new Float64Array(BLOCK);
const q = new Float64Array(BLOCK);
const pWords = new Int32Array(p.buffer);
const qWords = new Int32Array(q.buffer);
/** Where the masses of P and Q go before the call. */
export const block = { p, q };
const steps = new Float64Array(BLOCK);
const slopes = new Float64Array(BLOCK);
const terms = new Float64Array(BLOCK);
const shifted = new Float64Array(BLOCK);
const shiftedWords = new Int32Array(shifted.buffer);

/** Whether the last sum was made by a kernel that is installed. */
let isInstalled = false;

/**
 * f(s)/s − 1 for |s| ≤ ⅓, f(s) = ((1 + s) artanh(s) − s)/s; the cell of s is the leading 8 bits of s + 1.5 after the point.
 */
export const SLOPE_CELLS = cellsOf(
  Array.from({ length: 42 }, (_, n) => (n === 0 ? 0 : 1 / (2 * ((n - 1) >> 1) + 3))),
  { count: 256, first: 42, last: 213 },
  (j) => (j + 0.5) / 256 - 0.5,
);
const { centre, c0, c1, c2, c3, c4, c5 } = SLOPE_CELLS;

/**
 * Σ a log(a/b) − a + b over the first outcomes of `block`, which it may change; the value of a term is as in `excess`.
 *
 * Error of a term, each operation rounding by at most u = 2⁻⁵³. d = a − c is exact. For k = 0 the value is d·f, f = s + s·G, G
 * from the cells: s has 2 u, of which f sees at most 1.2 times as much; G has 0.5 u absolutely and s·G 0.2 u of s, where f is
 * above 1.1 s; then come the sum and the product: 4.9 u. For k ≠ 0 at most a third of the term is d·f; d k log 2 and
 * c (k log 2 − 1 + 2⁻ᵏ) have 3 u with their sum, and the last sum 1 u: 4.6 u. Two terms are added before the compensated sum,
 * which rounds by less than 2⁻⁸⁰: 5.9 u.
 */
export function relativeEntropy(count: number): number {
  if (installed.kernels && count >= LEAST_INSTALLED) {
    const sum = installed.kernels.relativeEntropy(block, count);
    isInstalled = sum === sum;
    if (isInstalled) return sum;
  }
  isInstalled = false;
  if (prepare(count)) return total(count);
  const apart = setApart(count);
  if (apart === Infinity) return Infinity;
  const lostApart = lost[0]!;
  prepare(count);
  const rest = total(count);
  const sum = rest + apart;
  lost[0] = lost[0]! + lostApart + sumError(rest, apart, sum);
  return sum;
}

/** A loop for each half of the formula: together they would wait for each other's division. False if a mass is tiny or 0. */
function prepare(count: number): boolean {
  for (let i = 0; i < count; i++) {
    const x = i & (BLOCK - 1);
    const a = p[x]!;
    const b = q[x]!;
    const aWord = pWords[2 * x + 1]!;
    const bWord = qWords[2 * x + 1]!;
    if (aWord < LEAST_WORD || bWord < LEAST_WORD) return false;
    const k = exponentBetween(aWord, bWord);
    const c = b * powers[k]!;
    const d = a - c;
    const s = d / (a + c);
    steps[x] = d;
    slopes[x] = s;
    shifted[x] = s + 1.5;
    terms[x] = c * remainders[k]! + d * logs[k]!;
  }
  if ((count & 1) === 1) steps[count] = slopes[count] = terms[count] = 0;
  return true;
}

function total(count: number): number {
  let sum = 0;
  let rounded = 0;
  for (let i = 0; i < count; i += 2) {
    let x = i & (BLOCK - 1);
    let j = (shiftedWords[2 * x + 1]! >> 12) & 255;
    let s = slopes[x]!;
    let e = s - centre[j]!;
    let e2 = e * e;
    let g = c0[j]! + e * c1[j]! + e2 * (c2[j]! + e * c3[j]! + e2 * (c4[j]! + e * c5[j]!));
    const first = steps[x]! * (s + s * g) + terms[x]!;
    terms[x] = first;
    x = (x + 1) & (BLOCK - 1);
    j = (shiftedWords[2 * x + 1]! >> 12) & 255;
    s = slopes[x]!;
    e = s - centre[j]!;
    e2 = e * e;
    g = c0[j]! + e * c1[j]! + e2 * (c2[j]! + e * c3[j]! + e2 * (c4[j]! + e * c5[j]!));
    const second = steps[x]! * (s + s * g) + terms[x]!;
    terms[x] = second;
    const both = first + second;
    const next = sum + both;
    const part = next - sum;
    rounded += sum - (next - part) + (both - part);
    sum = next;
  }
  lost[0] = rounded;
  return sum;
}

/** The terms of odd outcomes less those of even ones in the last block, but for those that needed care; plain sums. */
export function oddLessEven(count: number): number {
  if (isInstalled) return installed.kernels!.oddLessEven();
  let even = 0;
  let odd = 0;
  for (let x = 0; x < count; x += 2) {
    even += terms[x]!;
    odd += terms[x + 1]!;
  }
  return odd - even;
}

/** Sums the terms that need care, of zeros and tiny masses, and puts pairs in their place that add nothing. */
function setApart(count: number): number {
  let sum = 0;
  let rounded = 0;
  for (let x = 0; x < count; x++) {
    if (pWords[2 * x + 1]! >= LEAST_WORD && qWords[2 * x + 1]! >= LEAST_WORD) continue;
    const term = excess(p[x]!, q[x]!);
    if (term === Infinity) return Infinity;
    const next = sum + term;
    rounded += sumError(sum, term, next);
    sum = next;
    p[x] = q[x] = 1;
  }
  lost[0] = rounded;
  return sum;
}
