import { Decimal } from 'decimal.js';
import { exponential, logarithm } from './elementary.ts';
import { fraction } from './fraction.ts';
import type { Fraction } from './fraction.ts';

/** Special functions to 65 digits. */
const Wide = Decimal.clone({ precision: 75, toExpNeg: -9e15, toExpPos: 9e15 });
/** For the tails of the normal distribution, which are differences of numbers near 1. */
const Widest = Decimal.clone({ precision: 220, toExpNeg: -9e15, toExpPos: 9e15 });

const TERMS = 42;
/** Stirling's series has 70 digits from here on. */
const FAR = 60;

let bernoulliNumbers: readonly Decimal[] | undefined;

/** B₂, B₄, …, from Σ C(n + 1, j) Bⱼ = 0. */
function bernoulli(): readonly Decimal[] {
  if (bernoulliNumbers) return bernoulliNumbers;
  const all: Fraction[] = [{ top: 1n, bottom: 1n }];
  for (let n = 1; n <= 2 * TERMS; n++) {
    let [sum, choose] = [{ top: 0n, bottom: 1n } as Fraction, 1n];
    for (const [j, b] of all.entries()) {
      sum = fraction(sum.top * b.bottom + choose * b.top * sum.bottom, sum.bottom * b.bottom);
      choose = (choose * BigInt(n + 1 - j)) / BigInt(j + 1);
    }
    all.push(fraction(-sum.top, sum.bottom * BigInt(n + 1)));
  }
  bernoulliNumbers = all
    .filter((_, n) => n > 0 && n % 2 === 0)
    .map(({ top, bottom }) => new Wide(top.toString()).div(bottom.toString()));
  return bernoulliNumbers;
}

const HALF_LOG_OF_TWO_PI = new Wide(2).times(Wide.acos(-1)).ln().div(2);

/** log Γ(x) of x > 0: Stirling's series further out, and back by Γ(x + 1) = x Γ(x). */
export function logGamma(x: Decimal): Decimal {
  let z = new Wide(x);
  let product = new Wide(1);
  for (; z.lt(FAR); z = z.plus(1)) product = product.times(z);
  const square = z.times(z);
  let power = z;
  let sum = z.minus('0.5').times(logarithm(z)).minus(z).plus(HALF_LOG_OF_TWO_PI);
  for (const [k, b] of bernoulli().entries()) {
    sum = sum.plus(b.div(power.times((2 * k + 2) * (2 * k + 1))));
    power = power.times(square);
  }
  return sum.minus(logarithm(product));
}

/** ψ(x), the derivative of log Γ, of x > 0. */
export function digamma(x: Decimal): Decimal {
  let z = new Wide(x);
  let back = new Wide(0);
  for (; z.lt(FAR); z = z.plus(1)) back = back.plus(new Wide(1).div(z));
  const square = z.times(z);
  let power = square;
  let sum = logarithm(z).minus(new Wide(1).div(z.times(2)));
  for (const [k, b] of bernoulli().entries()) {
    sum = sum.minus(b.div(power.times(2 * k + 2)));
    power = power.times(square);
  }
  return sum.minus(back);
}

const ROOT_OF_HALF_PI = Widest.acos(-1).div(2).sqrt();

/** Φ(x): ½ + e^(−x²/2)/√(2π) · Σ x^(2n+1)/(2n + 1)!!, and a continued fraction far out. */
export function normalCdf(x: Decimal): Decimal {
  if (!x.isFinite()) return new Wide(x.isNeg() ? 0 : 1);
  const size = new Widest(x).abs();
  const square = size.times(size);
  const height = Widest.exp(square.div(-2)).div(ROOT_OF_HALF_PI.times(2));
  let tail: Decimal;
  if (size.gt(20)) {
    // 1/(x + 1/(x + 2/(x + 3/(x + …))))
    let below = size;
    for (let n = 400; n > 0; n--) below = size.plus(new Widest(n).div(below));
    tail = height.div(below);
  } else {
    let [sum, term] = [size, size];
    for (let n = 1; term.gt('1e-215'); n++) {
      term = term.times(square).div(2 * n + 1);
      sum = sum.plus(term);
    }
    tail = new Widest('0.5').minus(height.times(sum));
  }
  const below = x.isNeg() ? tail : new Widest(1).minus(tail);
  return new Wide(below).toSignificantDigits(75);
}

export function factorial(k: number): Decimal {
  let product = 1n;
  for (let j = 2n; j <= BigInt(k); j++) product *= j;
  return new Wide(product.toString());
}

export const gammaOf = (x: Decimal): Decimal => exponential(logGamma(x));
