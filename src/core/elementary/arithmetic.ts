import { productError, upperHalf, type DoubleDouble } from '../double-double.ts';

/** a·b, relative error below 2⁻¹⁰³; needs |a|, |b| below 2⁹⁹⁶ and |a·b| above 2⁻⁹⁰⁰. */
export function multiply(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const product = a.hi * b.hi;
  const rest = productError(a.hi, b.hi, product) + (a.hi * b.lo + a.lo * b.hi);
  const hi = product + rest;
  return { hi, lo: product - hi + rest };
}

/** a·b for a double b, relative error below 2⁻¹⁰⁴; the same range. */
export function multiplyByDouble(a: DoubleDouble, b: number): DoubleDouble {
  const product = a.hi * b;
  const rest = productError(a.hi, b, product) + a.lo * b;
  const hi = product + rest;
  return { hi, lo: product - hi + rest };
}

/** a·2ᵏ, exactly, unless it leaves the range of normal doubles; `power` is 2ᵏ. */
export function multiplyByPower(a: DoubleDouble, power: number): DoubleDouble {
  return { hi: a.hi * power, lo: a.lo * power };
}

/** √a for a ≥ 0, relative error below 2⁻¹⁰³; the range of `multiply`. */
export function squareRoot(a: DoubleDouble): DoubleDouble {
  const root = Math.sqrt(a.hi);
  if (root === 0) return { hi: 0, lo: 0 };
  const square = root * root;
  const half = upperHalf(root);
  const rest = root - half;
  const squareLow = half * half - square + 2 * half * rest + rest * rest;
  const low = (a.hi - square - squareLow + a.lo) / (2 * root);
  const hi = root + low;
  return { hi, lo: root - hi + low };
}
