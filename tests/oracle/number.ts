import { Decimal } from 'decimal.js';
import { undefinedValue } from './arithmetic.ts';
import type { Arithmetic, Undefined } from './arithmetic.ts';
import * as elementary from './elementary.ts';
import * as special from './special.ts';
import { entropicTransport } from './entropic.ts';
import { integrate, settle } from './quadrature.ts';
import { supremum } from './supremum.ts';

/** Arithmetic at 60 digits, in the extended reals of measure theory, with the scale of the rounding errors. */
export const Digits = Decimal.clone({ precision: 60, toExpNeg: -20, toExpPos: 60 });

export interface Real {
  readonly kind: 'number';
  readonly value: Decimal;
  /** Rounding errors are of the size scale · 1e-60. */
  readonly scale: number;
}
export type Value = Real | Undefined;

/** Beyond this, scales are cut: powers of masses can be far larger than a double. */
const LARGEST = 1e300;
const size = (value: Decimal): number => (value.isFinite() ? Math.min(roughly(value), LARGEST) : 0);

/** |value| to seven digits: a scale needs no more, and a conversion by way of a string takes ten times as long. */
function roughly({ d, e }: Decimal): number {
  const [first = 0, second = 0] = d;
  const digits =
    first < 10
      ? 1
      : first < 100
        ? 2
        : first < 1000
          ? 3
          : first < 1e4
            ? 4
            : first < 1e5
              ? 5
              : first < 1e6
                ? 6
                : 7;
  const power = e - digits + 1;
  return (
    (first + second / 1e7) * (power > -320 && power < 320 ? TENS[power + 320]! : power < 0 ? 0 : Infinity)
  );
}
const TENS = Array.from({ length: 640 }, (_, k) => Number(`1e${k - 320}`));
export const real = (value: Decimal.Value, scale?: number): Real => {
  const decimal = value instanceof Decimal && value.constructor === Digits ? value : new Digits(value);
  return {
    kind: 'number',
    value: decimal,
    scale: Math.max(Math.min(scale ?? 0, LARGEST), size(decimal), 1e-300),
  };
};
export const zero = real(0);
export const one = real(1);
const isZero = (x: Value): boolean => x.kind === 'number' && x.value.isZero();

export function negate(a: Value): Value {
  return a.kind === 'undefined' ? a : real(a.value.neg(), a.scale);
}

export function add(a: Value, b: Value): Value {
  if (a.kind === 'undefined') return a;
  if (b.kind === 'undefined') return b;
  if (!a.value.isFinite() && !b.value.isFinite() && !a.value.eq(b.value)) return undefinedValue('∞ − ∞');
  const sum = a.value.plus(b.value);
  const scale = a.scale + b.scale;
  // What is left of terms that cancel is rounding error, and must be 0 to be divided by.
  return real(sum.isFinite() && size(sum) < scale * 1e-56 ? 0 : sum, scale);
}

export function multiply(a: Value, b: Value): Value {
  if (isZero(a) || isZero(b)) return zero; // 0 · ∞ = 0, also where the other factor is 0/0
  if (a.kind === 'undefined') return a;
  if (b.kind === 'undefined') return b;
  return real(a.value.times(b.value), a.scale * size(b.value) + size(a.value) * b.scale);
}

export function divide(a: Value, b: Value): Value {
  if (a.kind === 'undefined') return a;
  if (b.kind === 'undefined') return b;
  if (b.value.isZero()) {
    if (a.value.isZero()) return undefinedValue('0/0');
    return real(a.value.isNeg() ? -Infinity : Infinity);
  }
  if (!b.value.isFinite()) return a.value.isFinite() ? zero : undefinedValue('∞/∞');
  const quotient = a.value.div(b.value);
  return real(
    quotient,
    size(quotient) * relative(b) +
      (size(b.value) > LEAST ? a.scale / size(b.value) : size(quotient) * relative(a)),
  );
}

/** Logarithms of the same masses recur in every formula; one costs as much as ten divisions. */
const logarithms = new Map<string, Decimal>();

function ln(value: Decimal): Decimal {
  const key = value.toString();
  const known = logarithms.get(key);
  if (known) return known;
  if (logarithms.size > 200_000) logarithms.clear();
  const computed = elementary.logarithm(value);
  logarithms.set(key, computed);
  return computed;
}

export function logarithm(a: Value): Value {
  if (a.kind === 'undefined') return a;
  if (a.value.isZero()) return real(-Infinity);
  if (a.value.isNeg()) return undefinedValue('the logarithm of a negative number');
  if (!a.value.isFinite()) return real(Infinity);
  const value = ln(a.value);
  return real(value, size(value) + relative(a));
}

export function exponential(a: Value): Value {
  if (a.kind === 'undefined') return a;
  if (!a.value.isFinite()) return real(a.value.isNeg() ? 0 : Infinity);
  const value = elementary.exponential(a.value);
  return real(value, size(value) * (1 + a.scale));
}

export function power(a: Value, b: Value): Value {
  if (a.kind === 'undefined') return a;
  if (b.kind === 'undefined') return b;
  if (b.value.isZero()) return one;
  if (b.value.isInteger() && b.value.abs().lt(1000) && a.value.isFinite()) {
    if (a.value.isZero()) return b.value.isNeg() ? real(Infinity) : zero;
    const value = a.value.pow(b.value);
    return real(value, (size(value) * size(b.value) * a.scale) / size(a.value));
  }
  if (a.value.isZero()) return b.value.isNeg() ? real(Infinity) : zero;
  if (a.value.isNeg()) return undefinedValue('a power of a negative number');
  return exponential(multiply(b, logarithm(a)));
}

export function root(a: Value, degree: number): Value {
  if (a.kind === 'undefined') return a;
  if (a.value.isNeg() && !a.value.isZero()) return undefinedValue('the root of a negative number');
  if (a.value.isZero() || !a.value.isFinite()) return a;
  const value = degree === 2 ? a.value.sqrt() : a.value.pow(new Digits(1).div(degree));
  return real(value, size(value) + (a.scale / (degree * size(a.value))) * size(value));
}

export function absolute(a: Value): Value {
  return a.kind === 'undefined' ? a : real(a.value.abs(), a.scale);
}

/** An integer that 45 digits of the scale cannot tell from the value is the value. */
export function round(a: Value, which: 'up' | 'down'): Value {
  if (a.kind === 'undefined' || !a.value.isFinite()) return a;
  const nearest = a.value.round();
  if (
    nearest
      .minus(a.value)
      .abs()
      .lte(a.scale * 1e-45)
  )
    return real(nearest);
  return real(which === 'up' ? a.value.ceil() : a.value.floor());
}

/** Below this a scale, which is a double, says nothing about the size of a number. */
const LEAST = 1e-280;

/** The relative error of a number, in units of 1e-60; one that a scale cannot measure comes from an exponential. */
const relative = ({ value, scale }: Real): number => (size(value) > LEAST ? scale / size(value) : 1e7);

/** Agreement in 45 digits of the scale counts as equal. */
export function compareReal(a: Real, b: Real): { sign: -1 | 0 | 1; slack: number } {
  if (a.value.eq(b.value)) return { sign: 0, slack: 0 };
  const difference = a.value.minus(b.value);
  const slack = difference.toNumber();
  if (difference.isFinite() && difference.abs().lte((a.scale + b.scale) * 1e-45)) return { sign: 0, slack };
  return { sign: difference.isNeg() ? -1 : 1, slack };
}

const sine = (a: Value): Value => (a.kind === 'undefined' ? a : real(a.value.sin(), 1 + a.scale));
const cosine = (a: Value): Value => (a.kind === 'undefined' ? a : real(a.value.cos(), 1 + a.scale));

/** A special function of a positive number, as wide as rounding of the argument makes it. */
function positive(a: Real, of: (x: Decimal) => Decimal): Value {
  if (!a.value.gt(0) || !a.value.isFinite()) return undefinedValue('Γ or ψ of a number that is not positive');
  const value = new Digits(of(a.value)).toSignificantDigits(60);
  return real(value, size(value) * (1 + size(a.value)) + a.scale / size(a.value));
}

/** Arithmetic at 60 digits. */
export const decimals: Arithmetic<Real> = {
  zero,
  one,
  read(text) {
    const [top, bottom] = text.split('/');
    return bottom === undefined ? real(text) : real(new Digits(top!).div(bottom));
  },
  add,
  negate,
  multiply,
  divide,
  power,
  root,
  logarithm,
  exponential,
  absolute,
  round,
  compare: (a, b) => compareReal(a, b).sign,
  mayEqual: (a, b) => compareReal(a, b).sign === 0,
  isZero: (a) => a !== undefined && isZero(a),
  integer: ({ value }) => (value.isInteger() ? value.toNumber() : undefined),
  show: ({ value }) => value.toSignificantDigits(12).toString(),
  numerical: {
    pi: real(Digits.acos(-1)),
    integrate,
    settle,
    supremum,
    entropicTransport,
    sine,
    cosine,
    gamma: (a) => positive(a, (x) => special.gammaOf(x)),
    logGamma: (a) => positive(a, (x) => special.logGamma(x)),
    digamma: (a) => positive(a, (x) => special.digamma(x)),
    normalCdf: ({ value, scale }) =>
      real(new Digits(special.normalCdf(value)).toSignificantDigits(60), 1 + Math.min(scale, 1e3)),
  },
};
