/**
 * A double, and the size of the terms that made it: rounding errors are a few units of scale · 2⁻⁵³. The scale is
 * Infinity where a power left the range of doubles on the way, so that nothing is known.
 */
export interface Approximate {
  readonly value: number;
  readonly scale: number;
}
/** How far two doubles of a scale may be apart and still be the same number, by rounding alone. */
export const ROUNDING = 1e-12;

export type Vector = readonly Approximate[];
export type Approximated = Approximate | Vector;

export const real = (value: number, scale = 0): Approximate => {
  const own = Number.isFinite(value) ? Math.abs(value) : 0;
  return { value, scale: Number.isNaN(scale) ? Infinity : Math.max(own, scale, Number.MIN_VALUE) };
};
const unknown = (value: number): Approximate => ({ value, scale: Infinity });
export const nothing = real(NaN);
export const zero = real(0);
export const one = real(1);

export const isVector = (value: Approximated): value is Vector => Array.isArray(value);
const isZero = (a: Approximate): boolean => a.value === 0;
const size = (a: Approximate): number => (Number.isFinite(a.value) ? Math.abs(a.value) : 0);

export const add = (a: Approximate, b: Approximate): Approximate =>
  real(a.value + b.value, a.scale + b.scale);
export const negate = (a: Approximate): Approximate => ({ value: -a.value, scale: a.scale });
export const subtract = (a: Approximate, b: Approximate): Approximate =>
  real(a.value - b.value, a.scale + b.scale);
export const absolute = (a: Approximate): Approximate => ({ value: Math.abs(a.value), scale: a.scale });
export function multiply(a: Approximate, b: Approximate): Approximate {
  if (isZero(a)) return a.scale === Infinity ? a : zero;
  if (isZero(b)) return b.scale === Infinity ? b : zero;
  return real(a.value * b.value, a.scale * size(b) + size(a) * b.scale);
}

export function divide(a: Approximate, b: Approximate): Approximate {
  if (b.scale === Infinity || a.scale === Infinity) return unknown(a.value / b.value);
  if (isZero(b)) return real(isZero(a) ? NaN : a.value / 0);
  return real(a.value / (b.value + 0), a.scale / Math.abs(b.value) + (size(a) * b.scale) / b.value / b.value);
}

export function logarithm(a: Approximate): Approximate {
  const value = Math.log(a.value);
  if (a.scale === Infinity) return unknown(value);
  return real(value, a.value > 0 && Number.isFinite(a.value) ? a.scale / a.value + Math.abs(value) : 0);
}

export function exponential(a: Approximate): Approximate {
  const value = Math.exp(a.value);
  if (Number.isFinite(a.value) && (value === 0 || value === Infinity)) return unknown(value);
  return real(value, Number.isFinite(value) ? value * (1 + a.scale) : 0);
}

export function power(a: Approximate, b: Approximate): Approximate {
  if (b.value === 0) return one;
  const value = a.value ** b.value;
  const inside = Number.isFinite(a.value) && !isZero(a) && Number.isFinite(b.value);
  if (inside && (value === 0 || Math.abs(value) === Infinity)) return unknown(value);
  const relative = size(b) * (a.scale / Math.abs(a.value)) + b.scale * Math.abs(Math.log(Math.abs(a.value)));
  return real(value, Number.isFinite(value) && !isZero(a) ? Math.abs(value) * relative : 0);
}

/** The root of a number that rounding has left just below zero is somewhere from zero to the root of the rounding error. */
export function root(a: Approximate, degree: number): Approximate {
  if (a.scale === Infinity) return a;
  const rounding = 8 * Number.EPSILON * a.scale;
  if (a.value < 0 && a.value >= -rounding) return real(0, rounding ** (1 / degree) / ROUNDING);
  const value = degree === 2 ? Math.sqrt(a.value) : a.value ** (1 / degree);
  return real(value, isZero(a) || !Number.isFinite(value) ? 0 : (a.scale / Math.abs(a.value)) * value);
}

/** Next to an integer, rounding errors decide which way it goes: then nothing is known. */
export function rounded(a: Approximate, which: 'up' | 'down'): Approximate {
  if (!Number.isFinite(a.value) || a.scale === Infinity) return a;
  const nearest = Math.round(a.value);
  if (Math.abs(a.value - nearest) <= 1e-12 * a.scale) return unknown(nearest);
  return real(which === 'up' ? Math.ceil(a.value) : Math.floor(a.value));
}

/** Exact as long as it is below 2⁵³. */
export function binomial(n: Approximate, k: Approximate): Approximate {
  const [above, below] = [n.value, k.value];
  if (!Number.isInteger(above) || !Number.isInteger(below) || above < 0 || below < 0 || above > 1000)
    return nothing;
  let value = below > above ? 0 : 1;
  for (let j = 1; j <= Math.min(below, above - below); j++) value = (value * (above - j + 1)) / j;
  return real(value, 10 * value);
}

export function factorial(n: Approximate): Approximate {
  if (!Number.isInteger(n.value) || n.value < 0) return nothing;
  let value = 1;
  for (let j = 2; j <= n.value && value < Infinity; j++) value *= j;
  return value === Infinity ? unknown(value) : real(value, 10 * value);
}

export function extremum(which: 'maximum' | 'minimum', values: readonly Approximate[]): Approximate {
  const best = which === 'maximum' ? Math.max : Math.min;
  return real(best(...values.map(({ value }) => value)), Math.max(0, ...values.map(({ scale }) => scale)));
}

export function each(value: Approximated, operation: (entry: Approximate) => Approximate): Approximated {
  return isVector(value) ? value.map(operation) : operation(value);
}
