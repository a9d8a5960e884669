import { DomainError } from './domain-error.ts';
import { shown } from './families/parameters.ts';
import { readNumbers, requireArray } from './masses.ts';

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

const MOST_EVALUATIONS = 1e7;

/** A part of the interval as a quadrature walks along it: itself, or [0, 1) for an infinite tail. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** The point of the line for t in [from, to], and how fast it moves there. */
  readonly pointOf: (t: number) => number;
  readonly speedOf: (t: number) => number;
}

const itself = { pointOf: (t: number): number => t, speedOf: (): number => 1 };

/** The interval divided at its breaks; an infinite tail is x = b ± w t/(1 − t), b the outermost break, w the span of the breaks. */
export function stretchesOf(quantity: string, { from, to, breaks = [] }: Interval): Stretch[] {
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
  const stretches: Stretch[] = [];
  const tail = (start: number, width: number): void => {
    const pointOf = (t: number): number => start + (width * t) / (1 - t);
    const speedOf = (t: number): number => (width < 0 ? -width : width) / (1 - t) / (1 - t);
    stretches.push({ from: 0, to: 0.5, pointOf, speedOf }, { from: 0.5, to: 1, pointOf, speedOf });
  };
  if (from === -Infinity) tail(first, -span);
  for (let i = 1; i < points.length; i++) {
    if (points[i - 1]! < points[i]!) stretches.push({ from: points[i - 1]!, to: points[i]!, ...itself });
  }
  if (to === Infinity) tail(last, span);
  return stretches;
}

export function readOptions(
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
