/**
 * A sum kept as two doubles, `hi + lo`, with |lo| at most half a unit in the last place of `hi`: about 106 bits.
 * @see dekker-1971; knuth-1997, section 4.2.2, theorem B
 */
export interface DoubleDouble {
  readonly hi: number;
  readonly lo: number;
}

/** The part of a + b that rounding to `sum` = fl(a + b) loses; exact. */
export function sumError(a: number, b: number, sum: number): number {
  const bRounded = sum - a;
  return a - (sum - bRounded) + (b - bRounded);
}

const SPLITTER = 134217729; // 2²⁷ + 1

/** The leading 26 bits of a double, so that products of halves are exact. Needs |a| below 2⁹⁹⁶. */
export function upperHalf(a: number): number {
  const c = SPLITTER * a;
  return c - (c - a);
}

/** The part of a·b that rounding to `product` = fl(a·b) loses; exact unless it underflows. */
export function productError(a: number, b: number, product: number): number {
  const ah = upperHalf(a);
  const al = a - ah;
  const bh = upperHalf(b);
  const bl = b - bh;
  return ah * bh - product + ah * bl + al * bh + al * bl;
}

/** a + b, relative error below 2⁻¹⁰⁴ when the signs agree. */
export function add(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const s = a.hi + b.hi;
  const e = sumError(a.hi, b.hi, s) + (a.lo + b.lo);
  const hi = s + e;
  return { hi, lo: s - hi + e };
}

/** a − b. Exact to about 2⁻¹⁰⁶ of |a| + |b|, and exactly 0 for equal pairs. */
export function subtract(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  return add(a, { hi: -b.hi, lo: -b.lo });
}

/** a / b, relative error below 2⁻¹⁰⁰. */
export function divide(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const quotient = a.hi / b.hi;
  const product = quotient * b.hi;
  const rest = a.hi - product - productError(quotient, b.hi, product) + a.lo - quotient * b.lo;
  const low = rest / b.hi;
  const hi = quotient + low;
  return { hi, lo: quotient - hi + low };
}

/** (hi + lo)/(byHi + byLo) ≥ 0, rounded once: relative error below 1.01 u, u = 2⁻⁵³, and 3 u where hi is above 2⁹⁰⁰. */
export function quotient(hi: number, lo: number, byHi: number, byLo: number): number {
  // Below and above, the remainder of the division would underflow or overflow.
  if (!(hi >= LEAST)) return hi > 0 ? quotient(hi * LIFT, lo * LIFT, byHi, byLo) / LIFT : 0;
  const rounded = hi / byHi;
  return hi > MOST ? rounded : rounded + remainder(hi, lo, rounded, byHi, byLo) / byHi;
}

/** hi + lo − rounded·(byHi + byLo) */
function remainder(hi: number, lo: number, rounded: number, byHi: number, byLo: number): number {
  const product = rounded * byHi;
  return hi - product - productError(rounded, byHi, product) + (lo - rounded * byLo);
}

/** a/b + c/d, all ≥ 0, rounded once in the same sense; the same bits in either order. */
export function sumOfQuotients(a: DoubleDouble, b: DoubleDouble, c: DoubleDouble, d: DoubleDouble): number {
  const first = quotientInParts(a, b);
  const second = quotientInParts(c, d);
  const sum = first.hi + second.hi;
  return sum === Infinity ? sum : sum + (sumError(first.hi, second.hi, sum) + (first.lo + second.lo));
}

function quotientInParts(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  if (!(a.hi >= LEAST && a.hi <= MOST)) return { hi: quotient(a.hi, a.lo, b.hi, b.lo), lo: 0 };
  const hi = a.hi / b.hi;
  return { hi, lo: remainder(a.hi, a.lo, hi, b.hi, b.lo) / b.hi };
}

const LEAST = 1.1830521861667747e-271; // 2⁻⁹⁰⁰
const MOST = 8.452712498170644e270; // 2⁹⁰⁰
const LIFT = 1.6069380442589903e60; // 2²⁰⁰

const LEAF = 1024;

/**
 * Sum of `values[from] … values[to − 1]` as a double-double; relative error for non-negative values below 2⁻¹⁰⁵ up to 1024
 * terms, where what rounding loses is added up with what that loses in turn, and below 2⁻¹⁰⁰ up to 2²⁷, as a tree of such sums.
 */
export function sum(values: Float64Array, from = 0, to = values.length): DoubleDouble {
  if (to - from > LEAF) {
    const middle = from + LEAF * ((to - from) >> 11 || 1);
    return add(sum(values, from, middle), sum(values, middle, to));
  }
  let s = 0;
  let c = 0;
  let cc = 0;
  for (let i = from; i < to; i++) {
    const v = values[i]!;
    const t = s + v;
    const e = sumError(s, v, t);
    const next = c + e;
    cc += sumError(c, e, next);
    c = next;
    s = t;
  }
  const low = c + cc;
  const hi = s + low;
  return { hi, lo: s - hi + low };
}
