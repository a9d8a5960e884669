import type { Bounded } from './bounded.ts';
import { DomainError } from './domain-error.ts';
import { readNumbers, requireArray } from './masses.ts';
import { EVALUATIONS_PER_PANEL, gaussKronrod, magnitude, type Panel } from './quadrature-rule.ts';
import { shown } from './families/parameters.ts';
import { Heap } from './heap.ts';

export interface Interval {
  /** −Infinity is allowed. */
  readonly from: number;
  /** Infinity is allowed. */
  readonly to: number;
  /** Where the function has a corner, a jump, a peak or its mass: the interval is divided there at the start. */
  readonly breaks?: ArrayLike<number>;
}

export interface QuadratureOptions {
  /** Stop once the error bound is at most this part of the value: 1e-12. */
  readonly relativeError?: number;
  /** Or at most this: 0. */
  readonly absoluteError?: number;
  /** Stop after so many evaluations of the function: 100 000; at most 10⁷. */
  readonly evaluations?: number;
}

export interface Quadrature extends Bounded {
  /** Whether the error bound reached what was asked. */
  readonly converged: boolean;
  readonly evaluations: number;
}

const MOST_EVALUATIONS = 1e7;

interface Piece extends Panel {
  /** The variable of integration is itself, or runs over [0, 1) along a tail. */
  readonly integrand: (t: number) => number;
  readonly from: number;
  readonly to: number;
}

/**
 * ∫ f(x) dx from `from` to `to`, either of which may be infinite.
 *
 * Adaptive Gauss–Kronrod quadrature of 21 points: the panel of the largest error is halved until the errors add up to at most
 * what was asked, or the evaluations are used up; then `converged` is false and the error bound says how far it came. It
 * always ends. An infinite tail is x = b ± w t/(1 − t), t in [0, 1), from the outermost break b (or 0), w the span of the
 * breaks (or 1). The error bound is an estimate that holds for functions smooth between the breaks at the scale of the panels;
 * no quadrature sees a peak that lies between all of its points, so name narrow ones in `breaks`. Rounding of f counts in it to
 * 50 u of ∫ |f|, u = 2⁻⁵³; that of x, which matters where f changes within some u |x|, does not.
 *
 * An integrable infinite end is best brought to 0, near which doubles are dense.
 *
 * @throws DomainError if f is no function or has a value that is not a finite number, if the ends are not in order, or if an option
 * is out of range.
 * @see piessens-1983
 */
export function integral(
  f: (x: number) => number,
  interval: Interval,
  options: QuadratureOptions = {},
): Quadrature {
  return integralOf('integral', f, interval, options);
}

export function integralOf(
  quantity: string,
  f: (x: number) => number,
  interval: Interval,
  options: QuadratureOptions,
): Quadrature {
  const { relativeError, absoluteError, limit } = readOptions(quantity, options);
  const pieces = new Heap<Piece>((piece) => piece.error);
  let evaluations = 0;
  const put = ({ integrand, from, to }: Pick<Piece, 'integrand' | 'from' | 'to'>): void => {
    pieces.add({ integrand, from, to, ...gaussKronrod(integrand, from, to) });
    evaluations += EVALUATIONS_PER_PANEL;
  };
  for (const piece of divide(quantity, checked(quantity, f), interval)) put(piece);
  let finished: Panel[] = [];
  for (;;) {
    const totals = totalsOf(pieces.items, finished);
    const wanted = relativeError * magnitude(totals.value);
    const converged = totals.error <= (wanted > absoluteError ? wanted : absoluteError);
    const widest = pieces.largest();
    if (converged || widest === undefined || evaluations + 2 * EVALUATIONS_PER_PANEL > limit) {
      return { value: totals.value + 0, errorBound: totals.error, converged, evaluations };
    }
    // Halving many at a time keeps the totals, which are summed afresh each time, from costing more than the values.
    for (let i = 1 + (pieces.items.length >> 3); i > 0 && evaluations + 42 <= limit; i--) {
      const piece = pieces.take();
      if (piece === undefined) break;
      const middle = piece.from / 2 + piece.to / 2;
      if (!(piece.from < middle && middle < piece.to) || piece.to - piece.from < narrowest(middle)) {
        finished = [...finished, piece];
        continue;
      }
      put({ ...piece, to: middle });
      put({ ...piece, from: middle });
    }
  }
}

/** Panels are not halved below this width: their points would round to its ends, or leave the normal doubles. */
function narrowest(x: number): number {
  const width = 1e-12 * magnitude(x);
  return width > 1e-290 ? width : 1e-290;
}

function totalsOf(...groups: readonly (readonly Panel[])[]): Panel {
  let value = 0;
  let lost = 0;
  let error = 0;
  for (const group of groups) {
    for (const panel of group) {
      const next = value + panel.value;
      const part = next - value;
      lost += value - (next - part) + (panel.value - part);
      value = next;
      error += panel.error;
    }
  }
  return { value: value + lost, error };
}

function checked(quantity: string, f: (x: number) => number): (x: number) => number {
  if (typeof f !== 'function') {
    throw new DomainError(`${quantity}: f is ${shown(f)}; it must be a function of a number`);
  }
  return (x) => {
    const value: unknown = f(x);
    if (typeof value === 'number' && value - value === 0) return value;
    throw new DomainError(
      `${quantity}: f(${x}) is ${shown(value)}; it must be a finite number within the interval; name singular points in breaks`,
    );
  };
}

function divide(
  quantity: string,
  f: (x: number) => number,
  { from, to, breaks = [] }: Interval,
): Pick<Piece, 'integrand' | 'from' | 'to'>[] {
  if (typeof from !== 'number' || typeof to !== 'number' || !(from < to)) {
    throw new DomainError(
      `${quantity}: from is ${shown(from)} and to is ${shown(to)}; to must be above from`,
    );
  }
  if (breaks.length !== 0) requireArray(quantity, 'breaks', breaks);
  const inside = Array.from(
    readNumbers(quantity, 'breaks', breaks, (x) => x - x === 0, 'every break must be a finite number'),
  )
    .filter((x) => x > from && x < to)
    .sort((a, b) => a - b);
  const points = [...(from > -Infinity ? [from] : []), ...inside, ...(to < Infinity ? [to] : [])];
  if (points.length === 0) points.push(0);
  const first = points[0]!;
  const last = points[points.length - 1]!;
  const span = last > first ? last - first : 1;
  const pieces: Pick<Piece, 'integrand' | 'from' | 'to'>[] = [];
  const tail = (start: number, width: number): void => {
    const integrand = (t: number): number => {
      const rest = 1 - t;
      if (rest === 0) return 0; // t so near 1 that it rounds to it
      return (f(start + (width * t) / rest) * (width < 0 ? -width : width)) / rest / rest;
    };
    pieces.push({ integrand, from: 0, to: 0.5 }, { integrand, from: 0.5, to: 1 });
  };
  if (from === -Infinity) tail(first, -span);
  for (let i = 1; i < points.length; i++) {
    if (points[i - 1]! < points[i]!) pieces.push({ integrand: f, from: points[i - 1]!, to: points[i]! });
  }
  if (to === Infinity) tail(last, span);
  return pieces;
}

function readOptions(
  quantity: string,
  options: QuadratureOptions,
): { relativeError: number; absoluteError: number; limit: number } {
  const { relativeError = 1e-12, absoluteError = 0, evaluations: limit = 100000 } = options;
  for (const [name, value] of Object.entries({ relativeError, absoluteError })) {
    if (typeof value === 'number' && value >= 0 && value < Infinity) continue;
    throw new DomainError(`${quantity}: ${name} is ${shown(value)}; it must be a finite number at least 0`);
  }
  if (typeof limit === 'number' && limit >= 1 && limit <= MOST_EVALUATIONS) {
    return { relativeError, absoluteError, limit };
  }
  throw new DomainError(
    `${quantity}: evaluations is ${shown(limit)}; it must be a number from 1 to ${MOST_EVALUATIONS}`,
  );
}
