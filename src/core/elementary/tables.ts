import { add, divide, type DoubleDouble } from '../double-double.ts';
import { multiply, squareRoot } from './arithmetic.ts';

/**
 * Tables of the logarithm and the exponential, filled at their first use in double-double arithmetic: 0.1 ms instead of
 * 8 kB to load. The tests check every entry against 50 digits.
 */

/** Multiples of 2⁻⁴² below 2¹¹ are added exactly. */
const GRID = 1.5 * 1024; // a double near here has its last place at 2⁻⁴²

/** Numbers an entry of `logTable` has. */
export const LOG_ROW = 4;

let logs: Float64Array | undefined;

/**
 * Row i, 0 ≤ i ≤ 128, for significands m nearest to 1 + i/128, halved from i = 53 on: c ≈ 1/m with 10 bits, then
 * −log c as a multiple of 2⁻⁴² and two further doubles, together to 2⁻¹⁰² of itself. The first and the last row are
 * c = 1, −log c = 0, so that nothing cancels near log 1.
 */
export function logTable(): Float64Array {
  return (logs ??= fillLogs());
}

function fillLogs(): Float64Array {
  const table = new Float64Array(LOG_ROW * 129);
  for (let i = 0; i <= 128; i++) {
    const n = roundToInteger((i < 53 ? 512 : 1024) / (1 + i / 128));
    const { hi, lo } = logOf512Over(n);
    const coarse = hi + GRID - GRID;
    const rest = hi - coarse + lo;
    const row = LOG_ROW * i;
    table[row] = n / 512;
    table[row + 1] = coarse;
    table[row + 2] = rest;
    table[row + 3] = hi - coarse - rest + lo;
  }
  return table;
}

/** log(512/n) = 2 artanh((512 − n)/(512 + n)) by the series, |s| ≤ 0.173. */
function logOf512Over(n: number): DoubleDouble {
  const s = divide({ hi: 512 - n, lo: 0 }, { hi: 512 + n, lo: 0 });
  if (s.hi === 0) return s;
  const z = multiply(s, s);
  let tail: DoubleDouble = { hi: 0, lo: 0 };
  for (let j = 43; j >= 3; j -= 2) tail = multiply(z, add(tail, divide({ hi: 1, lo: 0 }, { hi: j, lo: 0 })));
  const half = add(s, multiply(s, tail));
  return { hi: 2 * half.hi, lo: 2 * half.lo };
}

let powers: Float64Array | undefined;

/** Entries 2j and 2j + 1, 0 ≤ j < 128: 2^(j/128) as hi + lo, relative error below 2⁻¹⁰⁰, by seven square roots. */
export function powerTable(): Float64Array {
  return (powers ??= fillPowers());
}

function fillPowers(): Float64Array {
  const table = new Float64Array(256);
  table[0] = 1;
  let root: DoubleDouble = { hi: 2, lo: 0 };
  for (let step = 64; step >= 1; step >>= 1) {
    root = squareRoot(root);
    for (let j = step; j < 128; j += 2 * step) {
      const before = { hi: table[2 * (j - step)]!, lo: table[2 * (j - step) + 1]! };
      const { hi, lo } = multiply(before, root);
      table[2 * j] = hi;
      table[2 * j + 1] = lo;
    }
  }
  return table;
}

const TO_INTEGER = 6755399441055744; // 1.5 · 2⁵²: adding it leaves no fraction

/** The nearest integer, ties to even, for |x| < 2⁵¹. */
export function roundToInteger(x: number): number {
  return x + TO_INTEGER - TO_INTEGER;
}
