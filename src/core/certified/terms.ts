import { add, divide, subtract, type DoubleDouble } from '../double-double.ts';
import { multiply, multiplyByDouble, multiplyByPower } from '../elementary/arithmetic.ts';
import { logDoubleDouble } from '../elementary/double-double-functions.ts';
import { highWord, powerOfTwo } from '../logarithm.ts';
import type { Outcome } from './outcomes.ts';

/**
 * The terms of the divergences in double-double. Each has two forms: for |s| ≤ ¼, s = (a − b)/(a + b), a series in
 * z = s² with positive coefficients, in which nothing cancels however near a and b are; else logarithms, where at most
 * a factor of 5 is lost.
 */

const ONE: DoubleDouble = { hi: 1, lo: 0 };
const ZERO: DoubleDouble = { hi: 0, lo: 0 };
const LN2: DoubleDouble = { hi: 0.6931471805599453, lo: 2.3190468138462996e-17 };

/** Coefficients of a series Σ cⱼ zʲ for z ≤ 1/16, cⱼ = 1/denominator(j): 26 of them reach 2⁻¹⁰⁷. */
interface Series {
  readonly leading: readonly DoubleDouble[];
  readonly rest: readonly number[];
}

function series(denominator: (j: number) => number): Series {
  // From z¹³ on, 2⁻⁵², doubles do.
  return {
    leading: Array.from({ length: 13 }, (_, j) => divide(ONE, { hi: denominator(j), lo: 0 })),
    rest: Array.from({ length: 13 }, (_, j) => 1 / denominator(j + 13)),
  };
}

function valueOf({ leading, rest }: Series, z: DoubleDouble): DoubleDouble {
  let tail = 0;
  for (let j = rest.length - 1; j >= 0; j--) tail = rest[j]! + z.hi * tail;
  let value: DoubleDouble = { hi: tail, lo: 0 };
  for (let j = leading.length - 1; j >= 0; j--) value = add(leading[j]!, multiply(z, value));
  return value;
}

let artanhSeries: Series | undefined;
/** (artanh(s)/s − 1)/z */
const artanhTail = (z: DoubleDouble) => valueOf((artanhSeries ??= series((j) => 2 * j + 3)), z);

let pairedSeries: Series | undefined;
/** ((1 + s) log(1 + s) + (1 − s) log(1 − s))/z */
const pairedTail = (z: DoubleDouble) => valueOf((pairedSeries ??= series((j) => (j + 1) * (2 * j + 1))), z);

function isNear({ a, b, d }: Outcome): boolean {
  const size = d.hi < 0 ? -d.hi : d.hi;
  return size <= (a.hi + b.hi) / 4;
}

/** w log(a/b), a and b positive, d = a − b; relative error below 2⁻⁹⁹. */
export function timesLogRatio(w: DoubleDouble, outcome: Outcome): DoubleDouble {
  const { a, b, d } = outcome;
  if (d.hi === 0) return ZERO;
  if (!isNear(outcome)) return multiply(w, logFarRatio(a, b));
  // log(a/b) = 2s (1 + z W), s = d/(a + b). The product comes first: s could underflow where w s does not.
  const size = d.hi < 0 ? -d.hi : d.hi;
  if (size < a.hi * SMALL_RATIO) return multiplyByPower(divide(multiply(w, d), add(a, b)), 2);
  const s = divide(d, add(a, b));
  const z = multiply(s, s);
  return multiplyByPower(multiply(w, add(s, multiply(s, multiply(z, artanhTail(z))))), 2);
}

/** 2⁻²⁰⁰: below it, z W is less than 2⁻⁴⁰⁰. */
export const SMALL_RATIO = 6.223015277861142e-61;

/** log(a/b) for a, b that differ by a factor of 5/3 at least: at most a factor of 3 is lost to k log 2. */
function logFarRatio(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const i = exponentOf(a.hi);
  const j = exponentOf(b.hi);
  const ratio = divide(multiplyByPower(a, powerOfTwo(-i)), multiplyByPower(b, powerOfTwo(-j)));
  return add(multiplyByDouble(LN2, i - j), logDoubleDouble(ratio));
}

/** The exponent of a normal double of either sign. */
export function exponentOf(x: number): number {
  return ((highWord(x) >> 20) & 0x7ff) - 1023;
}

/** a log(a/b) − a + b ≥ 0. With d = a − b it is d (s + z (1 + s) W), W the artanh series. */
export function excess(outcome: Outcome): DoubleDouble {
  const { a, b, d } = outcome;
  if (a.hi === 0) return b;
  if (b.hi === 0) return { hi: Infinity, lo: 0 };
  if (d.hi === 0) return ZERO;
  if (!isNear(outcome)) return subtract(multiply(a, logFarRatio(a, b)), d);
  const s = divide(d, add(a, b));
  const z = multiply(s, s);
  return multiply(d, add(s, multiply(multiply(z, add(ONE, s)), artanhTail(z))));
}

/** (a − b) log(a/b) ≥ 0. */
export function symmetricExcess(outcome: Outcome): DoubleDouble {
  if (outcome.d.hi === 0) return ZERO;
  if (outcome.a.hi === 0 || outcome.b.hi === 0) return { hi: Infinity, lo: 0 };
  return timesLogRatio(outcome.d, outcome);
}

/** ½ (a log(a/m) + b log(b/m)), m = (a + b)/2. With z = s² it is ¼ (a + b) z V, V the paired series. */
export function jensenShannonTerm(outcome: Outcome): DoubleDouble {
  const { a, b, d } = outcome;
  if (d.hi === 0) return ZERO;
  const both = add(a, b);
  if (isNear(outcome)) {
    const s = divide(d, both);
    return multiplyByPower(multiply(multiply(d, s), pairedTail(multiply(s, s))), 0.25);
  }
  const m = multiplyByPower(both, 0.5);
  return multiplyByPower(
    add(share({ a, b: m, d: multiplyByPower(d, 0.5) }), share({ a: b, b: m, d: multiplyByPower(d, -0.5) })),
    0.5,
  );
}

/** a log(a/b); 0 for a = 0 and Infinity where only b is 0. */
export function share(outcome: Outcome): DoubleDouble {
  if (outcome.a.hi === 0) return ZERO;
  return outcome.b.hi === 0 ? { hi: Infinity, lo: 0 } : timesLogRatio(outcome.a, outcome);
}
