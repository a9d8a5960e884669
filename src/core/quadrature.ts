import type { Bounded } from './bounded.ts';
import { DomainError } from './domain-error.ts';
import { magnitude } from './magnitude.ts';
import { EVALUATIONS_PER_PANEL, gaussKronrod, type Panel } from './quadrature-rule.ts';
import { shown } from './families/parameters.ts';
import { Heap } from './heap.ts';
import {
  readOptions,
  stretchesOf,
  type Interval,
  type QuadratureOptions,
  type Stretch,
} from './quadrature-interval.ts';

export interface Quadrature extends Bounded {
  /** Whether the error bound reached what was asked. */
  readonly converged: boolean;
  readonly evaluations: number;
}

interface Piece extends Panel {
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
  const value = checked(quantity, f);
  for (const stretch of stretchesOf(quantity, interval))
    put({ ...stretch, integrand: along(value, stretch) });
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

function along(f: (x: number) => number, { pointOf, speedOf }: Stretch): (t: number) => number {
  return (t) => f(pointOf(t)) * speedOf(t);
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
