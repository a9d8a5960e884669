import { nothing, real, ROUNDING } from './doubles.ts';
import type { Approximate } from './doubles.ts';

/** A change of variable that turns an integral into one over the line whose integrand dies out fast. */
interface Change {
  readonly x: (t: number) => number;
  readonly slope: (t: number) => number;
}

function change(from: number, to: number): Change {
  if (from === -Infinity && to === Infinity) return { x: Math.sinh, slope: Math.cosh };
  if (to === Infinity) {
    const x = (t: number): number => Math.exp(t - Math.exp(-t));
    return { x: (t) => from + x(t), slope: (t) => x(t) * (1 + Math.exp(-t)) };
  }
  const half = (to - from) / 2;
  const inner = (t: number): number => (Math.PI / 2) * Math.sinh(t);
  return {
    x: (t) =>
      t < 0
        ? from + (2 * half) / (1 + Math.exp(-2 * inner(t)))
        : to - (2 * half) / (1 + Math.exp(2 * inner(t))),
    slope: (t) => (half * (Math.PI / 2) * Math.cosh(t)) / Math.cosh(inner(t)) ** 2,
  };
}

/** How far the new variable goes: beyond, everything has died out. */
const REACH = 6;

/** The trapezoidal rule after a change of variable, halved until two results agree. NaN where they never do. */
export function integrate(f: (x: number) => number, from: number, to: number): Approximate {
  if (from === to) return real(0);
  if (from > to) return negated(integrate(f, to, from));
  if (from === -Infinity && to !== Infinity) return integrate((x) => f(-x), -to, Infinity);
  const { x, slope } = change(from, to);
  const term = (t: number): number => {
    const weight = slope(t);
    const point = x(t);
    if (!(weight > 1e-300) || point === from || point === to) return 0;
    const value = f(point) * weight;
    return Number.isNaN(value) ? 0 : value;
  };
  // On an interval that is short for where it lies, the points are rounded to few places.
  const rounding = Number.isFinite(from + to)
    ? (4 * Number.EPSILON * Math.max(Math.abs(from), Math.abs(to))) / (to - from)
    : 0;
  let before = NaN;
  let [sum, size] = [0, 0];
  for (let level = 3; level <= 9; level++) {
    const h = 2 ** -level;
    // Every other point was there before.
    const step = level === 3 ? 1 : 2;
    for (let k = -REACH / h + step - 1; k <= REACH / h; k += step) {
      const value = term(k * h);
      sum += value;
      size += Math.abs(value);
    }
    const result = sum * h;
    if (!Number.isFinite(result)) return real(result);
    if (Math.abs(result - before) <= (1e-13 + rounding) * size * h)
      return real(result, (10 + rounding / ROUNDING) * size * h);
    before = result;
  }
  return nothing;
}

const negated = ({ value, scale }: Approximate): Approximate => ({ value: -value, scale });
