import { DomainError } from '../domain-error.ts';
import { add, divide, productError, sumError, type DoubleDouble } from '../double-double.ts';
import { multiply, multiplyByDouble, multiplyByPower } from './arithmetic.ts';
import { powerOfTwo } from '../logarithm.ts';
import { LOG_ROW, logTable, powerTable, roundToInteger } from './tables.ts';

const LN2: DoubleDouble = { hi: 0.6931471805599453, lo: 2.3190468138462996e-17 };
const ONE: DoubleDouble = { hi: 1, lo: 0 };
const over = (n: number): DoubleDouble => divide(ONE, { hi: n, lo: 0 });
const THIRD = over(3);
const FIFTH = over(5);

const cell = new Float64Array(1);
const words = new Int32Array(cell.buffer);

/**
 * log x for x ≥ 0 given as hi + lo, |lo| at most half a unit in the last place of hi, as a double-double: relative error
 * below 1e-30.
 *
 * The reduction is that of `log`; log(1 + r) = 2 artanh(r/(2 + r)), whose first three terms are double-double.
 *
 * @throws DomainError if x is negative, infinite or not a number.
 */
export function logDoubleDouble(x: DoubleDouble): DoubleDouble {
  if (x.hi === 0) return { hi: -Infinity, lo: 0 };
  if (!(x.hi > 0 && x.hi < Infinity)) {
    throw new DomainError(`logDoubleDouble: x is ${String(x.hi)}; x must be a finite number at least 0`);
  }
  if (x.hi < 1e-270) {
    const shifted = logDoubleDouble({ hi: x.hi * powerOfTwo(600), lo: x.lo * powerOfTwo(600) });
    return add(shifted, multiplyByDouble(LN2, -600));
  }
  const table = logTable();
  cell[0] = x.hi;
  const fraction = words[1]! & 0xfffff;
  const i = (fraction + 0x1000) >> 13;
  const k = (words[1]! >> 20) - (i < 53 ? 1023 : 1022);
  // 2⁻ᵏ in two factors: for k = 1024 it would not be normal.
  const half = k >> 1;
  const down = powerOfTwo(-half);
  const down2 = powerOfTwo(half - k);
  const row = LOG_ROW * i;
  const s = artanhArgument(x.hi * down * down2, x.lo * down * down2, table[row]!);
  const log1p = twiceArtanh(s);
  const c = { hi: table[row + 1]! + table[row + 2]!, lo: 0 };
  c.lo = table[row + 1]! - c.hi + table[row + 2]! + table[row + 3]!;
  if (k === 0) return c.hi === 0 ? log1p : add(c, log1p);
  return add(add(multiplyByDouble(LN2, k), c), log1p);
}

/** r/(2 + r) with r = (m + low)c − 1, c of 10 bits. */
function artanhArgument(m: number, low: number, c: number): DoubleDouble {
  cell[0] = m;
  words[0] = words[0]! & 0xf8000000;
  const mh = cell[0];
  const a = mh * c - 1;
  const b = (m - mh) * c;
  const lowProduct = low * c;
  const first = a + b;
  const second = b - (first - a) + productError(low, c, lowProduct);
  const hi = first + lowProduct;
  const lo = sumError(first, lowProduct, hi) + second;
  const r = { hi: hi + lo, lo: 0 };
  r.lo = hi - r.hi + lo;
  return divide(r, add({ hi: 2, lo: 0 }, r));
}

/** 2 artanh(s) for |s| < 2⁻⁸·⁴. */
function twiceArtanh(s: DoubleDouble): DoubleDouble {
  if (s.hi === 0) return s;
  const z = multiply(s, s);
  const tail =
    z.hi * (0.14285714285714285 + z.hi * (0.1111111111111111 + z.hi * (0.09090909090909091 + z.hi / 13)));
  const inner = multiply(z, add(THIRD, multiply(z, add(FIFTH, { hi: tail, lo: 0 }))));
  return multiplyByPower(add(s, multiply(s, inner)), 2);
}

/** (log 2)/128 in three parts, n times the first exact for |n| < 2¹⁸. */
const STEP_COARSE = 0.0054152123482253955;
const STEP_REST = -1.0082281460997769e-13;
const STEP_TAIL = 2.3681038446414578e-30;
const STEPS_PER_UNIT = 184.6649652337873;
const FACTORIALS = [over(2), over(6), over(24), over(120), over(720)];

/**
 * eˣ for x given as hi + lo, as a double-double: relative error below 1e-30 for results above 2⁻⁹⁰⁰; below, the absolute
 * error is that of the smallest double.
 *
 * @throws DomainError if x is not a number.
 */
export function expDoubleDouble(x: DoubleDouble): DoubleDouble {
  if (!(x.hi === x.hi)) throw new DomainError(`expDoubleDouble: x is ${String(x.hi)}; x must be a number`);
  if (x.hi > 710) return { hi: Infinity, lo: 0 };
  if (x.hi < -746) return { hi: 0, lo: 0 };
  const n = roundToInteger(x.hi * STEPS_PER_UNIT);
  const fine = n * STEP_REST;
  const fineLow = productError(n, STEP_REST, fine) + n * STEP_TAIL;
  const r = add({ hi: x.hi - n * STEP_COARSE, lo: 0 }, add({ hi: x.lo, lo: 0 }, { hi: -fine, lo: -fineLow }));
  const table = powerTable();
  const j = n & 127;
  const power = { hi: table[2 * j]!, lo: table[2 * j + 1]! };
  const value = add(power, multiply(power, expm1Series(r)));
  const k = (n - j) / 128;
  const half = k >> 1;
  return multiplyByPower(multiplyByPower(value, powerOfTwo(half)), powerOfTwo(k - half));
}

/** eʳ − 1 for |r| ≤ 2⁻⁸·⁵: ten terms, the first six in double-double. */
function expm1Series(r: DoubleDouble): DoubleDouble {
  if (r.hi === 0) return r;
  const high = (r.hi * (1 + (r.hi / 8) * (1 + (r.hi / 9) * (1 + r.hi / 10)))) / 5040;
  let sum: DoubleDouble = { hi: high, lo: 0 };
  for (let i = FACTORIALS.length - 1; i >= 0; i--) sum = multiply(r, add(FACTORIALS[i]!, sum));
  return add(r, multiply(r, sum));
}
