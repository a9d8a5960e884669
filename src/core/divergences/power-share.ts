import { exp, expm1 } from '../elementary/exp.ts';
import { pow } from '../elementary/pow.ts';
import { productError } from '../double-double.ts';
import { logOfShares, type Share } from './shares.ts';

/**
 * One outcome's share of the α-divergence of an order,
 *
 *   K_α(a, b) = (α a + (1 − α) b − a^α b^(1−α)) / (α (1 − α)) ≥ 0,
 *
 * with the limits a log(a/b) − a + b at α = 1 and b log(b/a) + a − b at α = 0. Relative error below 20 u for every
 * order. K_α(a, b) = K_{1−α}(b, a), so orders of at least ½ suffice.
 */
export function powerShare(order: number): Share {
  if (order >= 0.5) return (a, b, aLow, bLow) => share(order, order - 1, a, b, aLow, bLow);
  return (a, b, aLow, bLow) => share(1 - order, -order, b, a, bLow, aLow);
}

/** K for an order of at least ½; `excess` = order − 1, to full accuracy where the order is near 1. */
function share(order: number, excess: number, a: number, b: number, aLow: number, bLow: number): number {
  if (a === 0) return b / order;
  if (b === 0) return excess >= 0 ? Infinity : a / -excess;
  const t = logOfShares(a, b, aLow, bLow);
  const half = t / 2;
  const bent = half * order + half * excess;
  if (half <= 1 && half >= -1 && bent <= 1 && bent >= -1) {
    return 4 * Math.sqrt(a) * Math.sqrt(b) * series(half, bent);
  }
  const d = a - b + (aLow - bLow);
  // Divided before the sum, which could overflow.
  return growth(excess, t, a, b, aLow, bLow, order) - d / order;
}

/**
 * With h = ½ log(a/b), c = 2α − 1: K = 4 √(ab) Σ_{k≥1} (1 + c² + … + c^{2k−2}) h^{2k} / (2k)! · (1 + ch/(2k + 1)), all
 * of whose terms are positive; here for |h|, |ch| ≤ 1.
 */
function series(h: number, ch: number): number {
  const x = h * h;
  const y = ch * ch;
  let numerator = x / 2;
  let power = x / 2; // xy^(k−1), divided by (2k)! like the numerator
  let sum = numerator * (1 + ch / 3);
  for (let k = 2; k <= 12; k++) {
    const step = 2 * k * (2 * k - 1);
    power *= y / step;
    numerator = (numerator * x) / step + power;
    const term = numerator * (1 + ch / (2 * k + 1));
    sum += term;
    if (term < 1e-18 * sum) break;
  }
  return sum;
}

/** a ((a/b)^ν − 1)/(ν α), t = log(a/b); a t/α at ν = 0. */
function growth(
  nu: number,
  t: number,
  a: number,
  b: number,
  aLow: number,
  bLow: number,
  order: number,
): number {
  if (nu < 1e-290 && nu > -1e-290) return (a * t) / order;
  const x = nu * t;
  // For ν < 0 a large power has little weight beside b. For ν > 0 it is the value, so it must not lose digits to t.
  if (x <= 2 || nu < 0) return (a * (expm1(x) / nu)) / order;
  if (x > 2800) return Infinity;
  const root = pow(2, FAR_POWER * (nu / 4));
  const isFar = a > FAR * b;
  const ratio = isFar ? a / (b * FAR) : a / b;
  const quarter = pow(ratio, nu / 4) * (isFar ? root : 1);
  const correction = exp(nu * roundingOf(ratio, a, isFar ? b * FAR : b, aLow, isFar ? bLow * FAR : bLow));
  return inRange(a * correction, quarter, nu, order) - a / nu / order;
}

/** a·quarter⁴/(να), dividing where the product would overflow. */
function inRange(a: number, quarter: number, nu: number, order: number): number {
  let value = a;
  let divisors = 2;
  for (let factors = 4; factors > 0;) {
    if (value > 1 && divisors > 0) {
      value /= divisors === 2 ? nu : order;
      divisors--;
    } else {
      value *= quarter;
      factors--;
    }
  }
  return divisors === 2 ? value / nu / order : divisors === 1 ? value / order : value;
}

const FAR_POWER = 512;
const FAR = 1.3407807929942597e154; // 2⁵¹²
const UP = 2.582249878086909e120; // 2⁴⁰⁰

/** log((a + aLow)/(b + bLow)) − log(ratio), for ratio = fl(a/b). */
function roundingOf(ratio: number, a: number, b: number, aLow: number, bLow: number): number {
  if (a < 1e-150) return roundingOf(ratio, a * UP, b * UP, aLow * UP, bLow * UP);
  const product = ratio * b;
  return (a - product - productError(ratio, b, product) + aLow) / a - bLow / b;
}
