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

const BLOCK = 1024;

/**
 * Sum of `values[from] … values[to − 1]` as a double-double, relative error for non-negative values below 2⁻¹⁰⁰
 * up to 10⁷ terms (compensated within blocks, double-double between them).
 */
export function sum(values: Float64Array, from = 0, to = values.length): DoubleDouble {
  let total: DoubleDouble = { hi: 0, lo: 0 };
  for (let start = from; start < to; start += BLOCK) {
    total = add(total, sumBlock(values, start, start + BLOCK < to ? start + BLOCK : to));
  }
  return total;
}

// A small inner function over blocks: one long loop stays in the engine's slower tier.
function sumBlock(values: Float64Array, from: number, to: number): DoubleDouble {
  let s = 0;
  let c = 0;
  for (let i = from; i < to; i++) {
    const v = values[i]!;
    const t = s + v;
    const w = t - s;
    c += s - (t - w) + (v - w);
    s = t;
  }
  const hi = s + c;
  return { hi, lo: s - hi + c };
}
