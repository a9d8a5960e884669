import { DomainError } from '../domain-error.ts';
import { sumError, upperHalf } from '../double-double.ts';
import { powerTable, roundToInteger } from './tables.ts';

/** (log 2)/128 as a multiple of 2⁻⁴² of 35 bits and the rest: n times the first is exact for |n| < 2¹⁸. */
const STEP_COARSE = 0.0054152123482253955;
const STEP_REST = -1.0082281460997769e-13;
const STEPS_PER_UNIT = 184.6649652337873;

const cell = new Float64Array(1);
const words = new Int32Array(cell.buffer);

/** exp(x + low) = (the value returned + expLow)·2^expExponent, to 2⁻⁶⁶; the value returned lies in [0.99, 2). */
export let expLow = 0;
export let expExponent = 0;

/**
 * exp(x + low) for |x| < 2000, |low| at most one unit in the last place of x.
 *
 * x = n (log 2)/128 + r, |r| ≤ 2⁻⁸·⁵, n = 128k + j: exp x = 2ᵏ · 2^(j/128) · (1 + r + r²/2 + …), the power of two from
 * the table in two doubles, its product with r exact in two.
 */
export function exponential(x: number, low: number): number {
  const table = powerTable();
  const n = roundToInteger(x * STEPS_PER_UNIT);
  const t = x - n * STEP_COARSE; // exact
  const fine = n * STEP_REST;
  const first = t - fine;
  const rest = t - first - fine + low;
  const r = first + rest;
  const square = r * r;
  const tail =
    first -
    r +
    rest +
    square *
      (0.5 +
        r * 0.16666666666666666 +
        square * (0.041666666666666664 + r * 0.008333333333333333 + square / 720));
  const j = n & 127;
  const power = table[2 * j]!;
  const product = power * r;
  const ph = upperHalf(power);
  const pl = power - ph;
  const rh = upperHalf(r);
  const rl = r - rh;
  const productLow = ph * rh - product + ph * rl + pl * rh + pl * rl;
  const sum = power + product;
  const lost = power - sum + product + (productLow + power * tail + table[2 * j + 1]! * (1 + r));
  const value = sum + lost;
  expLow = sum - value + lost;
  expExponent = (n - j) / 128;
  return value;
}

/** value·2ᵏ, rounded once, for value near 1. */
export function scaleByPower(value: number, k: number): number {
  if (k > 1023) return value * 8.98846567431158e307 * power(k - 1023);
  return k >= -1021 ? value * power(k) : value * power(k + 200) * 6.223015277861142e-61; // 2⁻²⁰⁰
}

function power(k: number): number {
  words[0] = 0;
  words[1] = (k + 1023) << 20;
  return cell[0]!;
}

/**
 * eˣ, the same bits in every engine.
 *
 * exp(−∞) = 0, exp(∞) = ∞, exp 0 = 1. Within 0.501 ulp of the exact value where that is a normal number, within 1 ulp
 * where it is subnormal.
 *
 * @throws DomainError if x is not a number.
 * @see tang-1989
 */
export function exp(x: number): number {
  if (x > -746 && x < 710) return scaleByPower(exponential(x, 0), expExponent);
  if (x >= 710) return Infinity;
  if (x <= -746) return 0;
  throw new DomainError(`exp: x is ${String(x)}; x must be a number`);
}

/**
 * eˣ − 1, the same bits in every engine; accurate where eˣ is near 1.
 *
 * expm1(−∞) = −1, expm1(∞) = ∞. Within 0.51 ulp of the exact value.
 *
 * @throws DomainError if x is not a number.
 */
export function expm1(x: number): number {
  if (x < 0.0025 && x > -0.0025) {
    // Through r⁶: the tail is at most 2⁻⁹ of x.
    const square = x * x;
    const tail =
      0.5 +
      x * 0.16666666666666666 +
      square * (0.041666666666666664 + x * 0.008333333333333333 + square / 720);
    return x + square * tail;
  }
  if (x > 45) return exp(x);
  if (x > -40) {
    const value = exponential(x, 0);
    const scale = power(expExponent);
    const scaled = value * scale;
    const difference = scaled - 1;
    return difference + (sumError(scaled, -1, difference) + expLow * scale);
  }
  if (x <= -40) return -1;
  throw new DomainError(`expm1: x is ${String(x)}; x must be a number`);
}
