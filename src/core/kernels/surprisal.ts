import { sumError } from '../double-double.ts';
import { LEAST_WORD, LOG, POWER, exponentBetween, highWord, logRatio } from '../logarithm.ts';
import { BLOCK, lost } from './block.ts';
import { cellsOf } from './cells.ts';
import { LEAST_INSTALLED, installed } from './installed.ts';

const powers = POWER;
const logs = LOG;
const p = new Float64Array(BLOCK);
/** Where the masses go before the call. */
export const block = p;
const words = new Int32Array(p.buffer);
const slopes = new Float64Array(BLOCK);
const shifted = new Float64Array(BLOCK);
const shiftedWords = new Int32Array(shifted.buffer);
const others = new Float64Array(BLOCK);

/** artanh(s)/s − 1 for 0 ≤ s ≤ ⅓; the cell of s is the leading 8 bits of s + 1 after the point. */
export const ARTANH_CELLS = cellsOf(
  Array.from({ length: 40 }, (_, n) => (n === 0 || n % 2 === 1 ? 0 : 1 / (n + 1))),
  { count: 256, first: 0, last: 85 },
  (j) => (j + 0.5) / 256,
);
const { centre, c0, c1, c2, c3, c4, c5 } = ARTANH_CELLS;

/**
 * Σ a log(whole/a) over the first outcomes of `block`, which it may change; none has more than `whole`.
 *
 * Error of a term, in roundings of at most u = 2⁻⁵³: c = whole·2ᵏ and c − a are exact, so that s = (c − a)/(c + a) has 2 u,
 * which artanh sees 1.1-fold; G from the cells and s·G have 0.2 u of s together, the sum 1 u; −k log 2 ≥ 0 has 1 u, and the last
 * sum 1 u, but for k = 0 it is none: 3.4 u. Times a: 4.4 u; two terms are added before the compensated sum: 5.4 u.
 */
export function surprisal(count: number, whole: number): number {
  if (installed.kernels && count >= LEAST_INSTALLED) {
    const sum = installed.kernels.surprisal(block, count, whole);
    if (sum === sum) return sum;
  }
  if (prepare(count, whole)) return total(count);
  const apart = setApart(count, whole);
  const lostApart = lost[0]!;
  prepare(count, whole);
  const rest = total(count);
  const sum = rest + apart;
  lost[0] = lost[0]! + lostApart + sumError(rest, apart, sum);
  return sum;
}

/** False if a mass is tiny or 0. */
function prepare(count: number, whole: number): boolean {
  const wholeWord = highWord(whole);
  for (let i = 0; i < count; i++) {
    const x = i & (BLOCK - 1);
    const a = p[x]!;
    const word = words[2 * x + 1]!;
    if (word < LEAST_WORD) return false;
    const k = exponentBetween(word, wholeWord);
    const c = whole * powers[k]!;
    const s = (c - a) / (c + a);
    slopes[x] = s;
    shifted[x] = s + 1;
    others[x] = logs[k]!;
  }
  if ((count & 1) === 1) p[count] = slopes[count] = others[count] = 0;
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
    const first = p[x]! * (2 * (s + s * g) - others[x]!);
    x = (x + 1) & (BLOCK - 1);
    j = (shiftedWords[2 * x + 1]! >> 12) & 255;
    s = slopes[x]!;
    e = s - centre[j]!;
    e2 = e * e;
    g = c0[j]! + e * c1[j]! + e2 * (c2[j]! + e * c3[j]! + e2 * (c4[j]! + e * c5[j]!));
    const both = first + p[x]! * (2 * (s + s * g) - others[x]!);
    const next = sum + both;
    const part = next - sum;
    rounded += sum - (next - part) + (both - part);
    sum = next;
  }
  lost[0] = rounded;
  return sum;
}

/** Sums the terms of tiny masses, and puts the whole, which adds nothing, in the place of these and of zeros. */
function setApart(count: number, whole: number): number {
  let sum = 0;
  let rounded = 0;
  for (let x = 0; x < count; x++) {
    if (words[2 * x + 1]! >= LEAST_WORD) continue;
    const mass = p[x]!;
    const term = mass === 0 ? 0 : -mass * logRatio(mass, whole);
    const next = sum + term;
    rounded += sumError(sum, term, next);
    sum = next;
    p[x] = whole;
  }
  lost[0] = rounded;
  return sum;
}
