import * as core from '../core/index.ts';
import { nothing, real } from './doubles.ts';
import type { Approximate } from './doubles.ts';
import type { Distribution } from './distributions.ts';

/** What is integrated over: where any of them has mass. */
export type Supports = readonly Pick<Distribution, 'discrete' | 'from' | 'to' | 'breaks' | 'width'>[];

const ASKED = { relativeError: 1e-12, absoluteError: 1e-14, evaluations: 30_000 };
const MOST_TERMS = 20_000;

/** ∫ f, or Σ f(k), over the supports of densities or pmfs; the bound of its error counts as its scale. */
export function overSupport(supports: Supports, f: (x: number) => number): Approximate {
  const from = Math.min(...supports.map((support) => support.from));
  const to = Math.max(...supports.map((support) => support.to));
  return supports.every(({ discrete }) => discrete)
    ? overIntegers(supports, to, f)
    : overLine(supports, [from, to], f);
}

/** Where f changes its sign, as far as a grid around the densities, or between the ends, tells. */
export function signChanges(
  supports: Supports,
  [from, to]: readonly [number, number],
  f: (x: number) => number,
): number[] {
  const places =
    supports.length > 0
      ? supports.flatMap(({ breaks, width }) => breaks.map((x) => [x, width] as const))
      : Number.isFinite(to - from)
        ? [[(from + to) / 2, (to - from) / 60] as const]
        : [[0, 1] as const];
  const grid = places
    .flatMap(([x, width]) => Array.from({ length: 60 }, (_, k) => x + (k - 29.61) * (width / 2)))
    .filter((x) => x > from && x < to)
    .sort((a, b) => a - b);
  return grid.flatMap((high, k) => {
    let [a, b] = [grid[k - 1] ?? high, high];
    const sign = Math.sign(f(a));
    if (!(sign * Math.sign(f(b)) < 0)) return [];
    for (let middle = (a + b) / 2; a < middle && middle < b; middle = (a + b) / 2)
      if (Math.sign(f(middle)) === sign) a = middle;
      else b = middle;
    return [b];
  });
}

/** ∫ f between two ends, with breaks where the densities are and beside them. */
export function overLine(
  supports: Supports,
  [from, to]: readonly [number, number],
  f: (x: number) => number,
): Approximate {
  if (from > to) {
    const turned = overLine(supports, [to, from], f);
    return { value: -turned.value, scale: turned.scale };
  }
  if (!(from < to)) return from === to ? real(0) : nothing;
  const breaks = supports.flatMap((support) => [
    ...support.breaks,
    ...support.breaks.flatMap((x) => [x - 6 * support.width, x + 6 * support.width]),
    ...[support.from, support.to].filter(Number.isFinite),
  ]);
  let infinite = 0;
  const finite = (x: number): number => {
    const value = f(x);
    if (Number.isFinite(value)) return value;
    if (Math.abs(value) === Infinity) infinite = value;
    return 0;
  };
  try {
    const { value, errorBound, converged } = core.integral(finite, { from, to, breaks }, ASKED);
    if (infinite !== 0) return real(infinite);
    // Where the bound is no better than the value, the integral may be infinite.
    return converged || errorBound < 1e-3 * Math.abs(value)
      ? real(value, Math.abs(value) + 1e13 * errorBound)
      : { value, scale: Infinity };
  } catch (error) {
    if (error instanceof core.DomainError) return nothing;
    throw error;
  }
}

/** Σ f(k) from 0 on, as far as the terms matter. */
function overIntegers(supports: Supports, to: number, f: (k: number) => number): Approximate {
  const middle = Math.max(...supports.flatMap(({ breaks }) => breaks));
  let [sum, size, small] = [0, 0, 0];
  for (let k = 0; k <= to; k++) {
    const term = f(k);
    if (!Number.isFinite(term)) return real(term);
    sum += term;
    size += Math.abs(term);
    small = k > middle && Math.abs(term) <= 1e-17 * size ? small + 1 : 0;
    if (small > 20) return real(sum, size);
    if (k > MOST_TERMS) return nothing;
  }
  return real(sum, size);
}
