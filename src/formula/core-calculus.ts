import * as core from '../core/index.ts';
import * as doubles from './doubles.ts';
import { nothing, real, zero } from './doubles.ts';
import type { Approximate, Vector } from './doubles.ts';
import { optimum } from './core-optima.ts';
import { average, density, densityLogarithm, integral } from './core-densities.ts';
import { special } from './core-special.ts';
import { nameOf, placesOf } from './differentiate.ts';
import { number, vector } from './evaluate-core.ts';
import type { Frame, Program } from './evaluate-core.ts';
import type { Environment } from './environment.ts';
import type { Calculus, Expression } from './expression.ts';
import { sizeIn } from './rational.ts';
import { freeSymbols } from './symbols.ts';

export { densityLogarithm };

type Of<Kind extends Calculus['kind']> = Extract<Expression, { readonly kind: Kind }>;

/** Integrals, derivatives, limits and optima, in doubles. */
export function calculus(expression: Extract<Expression, Calculus>): Program {
  switch (expression.kind) {
    case 'family':
      return () => nothing;
    case 'density':
      return density(expression);
    case 'integral':
      return integral(expression);
    case 'average':
      return average(expression);
    case 'special':
      return special(expression);
    case 'derivative':
      return derivative(expression);
    case 'limit':
      return limit(expression);
    case 'optimum':
      return optimum(expression);
    case 'entry': {
      const indices = expression.indices.map(number);
      return (frame) => {
        const wanted = frame.bound.get(expression.name) ?? 0;
        const n = frame.environment.outcomes;
        const code = indices.reduce((sum, index) => sum * n + (index(frame).value - 1), 0) + 1;
        return code === wanted ? doubles.one : zero;
      };
    }
  }
}

/** The core's softmax; a logit that is off by a little moves a probability by as much of itself. */
export function softmax({ of }: Extract<Expression, { kind: 'softmax' }>): Program<Vector> {
  const logits = vector(of);
  const names = [...freeSymbols(of, [])];
  const known = new WeakMap<Environment, Vector>();
  const compute = (frame: Frame): Vector => {
    try {
      const z = logits(frame);
      const rounding = 1 + Math.max(...z.map(({ scale }) => scale));
      return Array.from(core.softmax(z.map(({ value }) => value)), (p) => real(p, p * rounding));
    } catch (error) {
      if (error instanceof core.DomainError) return [];
      throw error;
    }
  };
  return (frame) => {
    // What does not depend on the sums around it is the same for all their terms.
    if (names.some((name) => frame.bound.has(name))) return compute(frame);
    const value = known.get(frame.environment) ?? compute(frame);
    known.set(frame.environment, value);
    return value;
  };
}

/** The value with a variable set to a number. */
export function having<Result>(frame: Frame, name: string, value: number, of: () => Result): Result {
  const before = frame.bound.get(name);
  frame.bound.set(name, value);
  const result = of();
  if (before === undefined) frame.bound.delete(name);
  else frame.bound.set(name, before);
  return result;
}

/**
 * By differences, extrapolated: a check of the exact derivative that the oracle takes. A second derivative is the
 * difference of exact first ones.
 */
function derivative({ target, body, derivative: exactly }: Of<'derivative'>): Program {
  const quick = number(exactly);
  const [of, at] = [number(body.kind === 'derivative' ? body.derivative : body), number(target)];
  const name = nameOf(target);
  const places = target.kind === 'mass' ? placesOf(target).map(number) : [];
  const sizes = target.kind === 'mass' ? (target.rest ?? []).map(({ size }) => size) : [];
  return (frame) => {
    // Where the oracle is not beside it, there is nothing to check.
    if (!frame.exact) return quick(frame);
    const x = at(frame).value;
    const entry = places.reduce(
      (index, place, k) =>
        index * (k === 0 ? 1 : sizeIn(frame.environment, sizes[k - 1]!)) + place(frame).value - 1,
      0,
    );
    const room = Math.min(Math.abs(x) || 1, Math.abs(1 - x) || 1, 1);
    // Symbol values are kept for each environment, so that a definition must not see the moved variable.
    const value = (y: number): Approximate => {
      const given = frame.environment.values[name];
      const moved = Array.isArray(given) ? given.with(entry, String(y)) : String(y);
      const environment: Environment = {
        ...frame.environment,
        values: { ...frame.environment.values, [name]: moved },
      };
      const bound = new Map(frame.bound);
      if (bound.has(name)) bound.set(name, y);
      return of({ environment, bound, exact: false });
    };
    const steps = [0, 1, 2, 3, 4].map((k) => (room / 8) * 2 ** -k);
    const ends = steps.map((h) => [value(x + h), value(x - h)] as const);
    const slopes = ends.map(([above, below], k) => (above.value - below.value) / (2 * steps[k]!));
    const { value: slope, error } = romberg(slopes, 4);
    const size = Math.max(value(x).scale, ...ends.flat().map(({ scale }) => scale)) / room;
    return real(slope, (error + 1e-12 * size) * 1e12 + Math.abs(slope));
  };
}

/** Extrapolates values whose error falls by `ratio`, `ratio`², … from one to the next. */
export function romberg(
  values: readonly number[],
  ratio: number,
  growth = ratio,
): { value: number; error: number } {
  let row = [...values];
  let best = { value: row.at(-1)!, error: Math.abs(row.at(-1)! - (row.at(-2) ?? NaN)) };
  for (let factor = ratio; row.length > 1; factor *= growth) {
    row = row.slice(1).map((value, k) => value + (value - row[k]!) / (factor - 1));
    const error = row.length > 1 ? Math.abs(row.at(-1)! - row.at(-2)!) : Infinity;
    if (error < best.error) best = { value: row.at(-1)!, error };
  }
  return best;
}

/** The value at distance 0 of the polynomials through values at shrinking distances. */
function extrapolated(
  values: readonly number[],
  distances: readonly number[],
): { value: number; error: number } {
  let row = [...values];
  let best = { value: row.at(-1)!, error: Math.abs(row.at(-1)! - (row.at(-2) ?? NaN)) };
  for (let order = 1; row.length > 1; order++) {
    row = row
      .slice(1)
      .map((value, k) => value + (value - row[k]!) / (distances[k]! / distances[k + order]! - 1));
    const error = row.length > 1 ? Math.abs(row.at(-1)! - row.at(-2)!) : Infinity;
    if (error < best.error) best = { value: row.at(-1)!, error };
  }
  return best;
}

function limit({ variable, to, body, along, index }: Of<'limit'>): Program {
  const [of, sequence, target] = [number(body), number(along), number(to)];
  return (frame) => {
    const end = target(frame).value;
    const points = Array.from({ length: 12 }, (_, k) =>
      having(frame, index, k + 5, () => sequence(frame).value),
    );
    const values = points.map((point) => having(frame, variable, point, () => of(frame)));
    const { value, error } = extrapolated(
      values.map((each) => each.value),
      points.map((point) => (Number.isFinite(end) ? Math.abs(point - end) : 1 / Math.abs(point))),
    );
    return real(value, error * 1e13 + 10 * Math.max(...values.map(({ scale }) => scale)));
  };
}
