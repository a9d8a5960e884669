import { Decimal } from 'decimal.js';
import { undefinedValue } from './arithmetic.ts';
import type { Arithmetic, Value } from './arithmetic.ts';
import { fraction, fractionPower, readFraction } from './fraction.ts';
import type { Fraction } from './fraction.ts';

const Down = Decimal.clone({ precision: 64, rounding: Decimal.ROUND_FLOOR });
const Up = Decimal.clone({ precision: 64, rounding: Decimal.ROUND_CEIL });
/** More than the error of decimal.js's logarithm and exponential, which round the last digit rightly almost always. */
const DOUBT = new Decimal('1e-60');

/** A number that certainly lies between two decimals; a fraction as long as nothing but + − · / made it. */
export interface Interval {
  readonly kind: 'number';
  readonly low: Decimal;
  readonly high: Decimal;
  readonly exact?: Fraction;
}

/** Thrown where an interval is too wide to tell. */
export class Uncertain extends Error {
  override name = 'Uncertain';
}

const between = (low: Decimal, high: Decimal): Interval => ({ kind: 'number', low, high });
const infinite = (sign: number): Interval => between(new Down(sign * Infinity), new Up(sign * Infinity));
const ofFraction = (exact: Fraction): Interval => {
  const [top, bottom] = [exact.top.toString(), exact.bottom.toString()];
  return { kind: 'number', low: Down.div(top, bottom), high: Up.div(top, bottom), exact };
};
const isZero = (a: Value<Interval> | undefined): boolean => a?.kind === 'number' && a.exact?.top === 0n;
const zero = ofFraction({ top: 0n, bottom: 1n });
const one = ofFraction({ top: 1n, bottom: 1n });
const finite = (a: Interval): boolean => a.low.isFinite() && a.high.isFinite();

/** A function that grows, computed at both ends and widened by its doubt. */
function growing(a: Interval, of: (ends: typeof Decimal, end: Decimal) => Decimal): Interval {
  const [low, high] = [of(Down, a.low), of(Up, a.high)];
  return between(Down.sub(low, Down.mul(low.abs(), DOUBT)), Up.add(high, Up.mul(high.abs(), DOUBT)));
}

/** Arithmetic that is certain: fractions where there is no logarithm, intervals rounded outward elsewhere. */
export class IntervalArithmetic implements Arithmetic<Interval> {
  readonly zero = zero;
  readonly one = one;
  readonly isZero = isZero;
  /** Whether any comparison so far rested on an interval. */
  usedIntervals = false;

  read(text: string): Interval {
    if (text.endsWith('Infinity')) return infinite(text.startsWith('-') ? -1 : 1);
    return ofFraction(readFraction(text));
  }

  add(a: Value<Interval>, b: Value<Interval>): Value<Interval> {
    if (a.kind === 'undefined') return a;
    if (b.kind === 'undefined') return b;
    if (a.exact && b.exact) {
      const [x, y] = [a.exact, b.exact];
      return ofFraction(fraction(x.top * y.bottom + y.top * x.bottom, x.bottom * y.bottom));
    }
    if (!finite(a) && !finite(b) && !a.low.eq(b.low)) return undefinedValue('∞ − ∞');
    return between(Down.add(a.low, b.low), Up.add(a.high, b.high));
  }

  negate(a: Value<Interval>): Value<Interval> {
    if (a.kind === 'undefined') return a;
    if (a.exact) return ofFraction({ top: -a.exact.top, bottom: a.exact.bottom });
    return between(a.high.neg(), a.low.neg());
  }

  multiply(a: Value<Interval>, b: Value<Interval>): Value<Interval> {
    if (isZero(a) || isZero(b)) return zero; // 0 · ∞ = 0, also where the other factor is 0/0
    if (a.kind === 'undefined') return a;
    if (b.kind === 'undefined') return b;
    if (a.exact && b.exact)
      return ofFraction(fraction(a.exact.top * b.exact.top, a.exact.bottom * b.exact.bottom));
    const ends = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => [x, y] as const));
    const low = ends.map(([x, y]) => Down.mul(x, y));
    const high = ends.map(([x, y]) => Up.mul(x, y));
    if (low.some((end) => end.isNaN())) throw new Uncertain('0 · ∞');
    return between(Decimal.min(...low), Decimal.max(...high));
  }

  divide(a: Value<Interval>, b: Value<Interval>): Value<Interval> {
    if (a.kind === 'undefined') return a;
    if (b.kind === 'undefined') return b;
    if (isZero(b)) {
      if (isZero(a)) return undefinedValue('0/0');
      return infinite(this.compare(a, zero));
    }
    if (!finite(b)) return finite(a) ? zero : undefinedValue('∞/∞');
    if (a.exact && b.exact)
      return ofFraction(fraction(a.exact.top * b.exact.bottom, a.exact.bottom * b.exact.top));
    if (b.low.lte(0) && b.high.gte(0)) throw new Uncertain('a divisor that may be 0');
    return this.multiply(a, between(Down.div(1, b.high), Up.div(1, b.low)));
  }

  power(a: Value<Interval>, b: Value<Interval>): Value<Interval> {
    if (a.kind === 'undefined') return a;
    if (b.kind === 'undefined') return b;
    if (isZero(b)) return one;
    if (isZero(a)) return this.compare(b, zero) < 0 ? infinite(1) : zero;
    const whole = this.integer(b);
    if (a.exact && whole !== undefined && Math.abs(whole) <= 1000)
      return ofFraction(fractionPower(a.exact, whole));
    if (this.compare(a, zero) > 0) return this.exponential(this.multiply(b, this.logarithm(a)));
    if (whole === undefined) return undefinedValue('a power of a negative number');
    const size = this.power(this.negate(a), b);
    return whole % 2 === 0 ? size : this.negate(size);
  }

  root(a: Value<Interval>, degree: number): Value<Interval> {
    if (a.kind === 'undefined' || isZero(a) || !finite(a)) return a;
    if (this.compare(a, zero) < 0) return undefinedValue('the root of a negative number');
    if (degree === 2) return growing(a, (ends, end) => ends.sqrt(end));
    return this.power(a, ofFraction({ top: 1n, bottom: BigInt(degree) }));
  }

  logarithm(a: Value<Interval>): Value<Interval> {
    if (a.kind === 'undefined') return a;
    if (isZero(a)) return infinite(-1);
    if (a.exact && a.exact.top === a.exact.bottom) return zero;
    if (!finite(a)) return a;
    if (this.compare(a, zero) < 0) return undefinedValue('the logarithm of a negative number');
    return growing(a, (ends, end) => ends.ln(end));
  }

  exponential(a: Value<Interval>): Value<Interval> {
    if (a.kind === 'undefined') return a;
    if (isZero(a)) return one;
    if (!finite(a)) return a.low.isNeg() ? zero : a;
    return growing(a, (ends, end) => ends.exp(end));
  }

  absolute(a: Value<Interval>): Value<Interval> {
    if (a.kind === 'undefined') return a;
    if (a.low.gte(0)) return a;
    if (a.high.lte(0)) return this.negate(a);
    return between(new Down(0), Decimal.max(a.low.neg(), a.high));
  }

  compare(a: Interval, b: Interval): -1 | 0 | 1 {
    if (a.exact && b.exact) {
      const difference = a.exact.top * b.exact.bottom - b.exact.top * a.exact.bottom;
      return difference === 0n ? 0 : difference < 0n ? -1 : 1;
    }
    if (!finite(a) && a.low.eq(b.low) && a.high.eq(b.high)) return 0;
    this.usedIntervals ||= finite(a) && finite(b);
    if (a.high.lt(b.low)) return -1;
    if (a.low.gt(b.high)) return 1;
    throw new Uncertain('the intervals overlap');
  }

  mayEqual(a: Interval, b: Interval): boolean {
    return a.low.lte(b.high) && b.low.lte(a.high);
  }

  round(a: Value<Interval>, which: 'up' | 'down'): Value<Interval> {
    if (a.kind === 'undefined' || !finite(a)) return a;
    const whole = (end: Decimal): Decimal => (which === 'up' ? end.ceil() : end.floor());
    if (a.exact) {
      const { top, bottom } = a.exact;
      const below = top >= 0n || top % bottom === 0n ? top / bottom : top / bottom - 1n;
      const up = which === 'up' && top % bottom !== 0n ? 1n : 0n;
      return ofFraction({ top: below + up, bottom: 1n });
    }
    if (!whole(a.low).eq(whole(a.high))) throw new Uncertain('an interval around an integer');
    return this.read(whole(a.low).toFixed(0));
  }

  integer(a: Interval): number | undefined {
    return a.exact?.bottom === 1n ? Number(a.exact.top) : undefined;
  }

  get numerical(): never {
    throw new Uncertain('an integral, a limit or a search');
  }

  show(a: Interval): string {
    return a.low.toSignificantDigits(12).toString();
  }
}
