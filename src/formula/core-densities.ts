import * as core from '../core/index.ts';
import { nothing, real } from './doubles.ts';
import type { Approximate } from './doubles.ts';
import { distribution } from './distributions.ts';
import type { Distribution } from './distributions.ts';
import { number } from './evaluate-core.ts';
import type { Frame, Program } from './evaluate-core.ts';
import type { Calculus, Expression } from './expression.ts';
import { overLine, overSupport, signChanges } from './over-support.ts';
import type { Supports } from './over-support.ts';
import { integrate } from './quadrature.ts';

type Of<Kind extends Calculus['kind']> = Extract<Expression, { readonly kind: Kind }>;

/** What a program gives, or nothing where a parameter is none. */
export const tried =
  (program: Program<Approximate>): Program<Approximate> =>
  (frame) => {
    try {
      return program(frame);
    } catch (error) {
      if (error instanceof core.DomainError) return nothing;
      throw error;
    }
  };

function logarithmOf({ of, point }: Of<'density'>): Program<number> {
  const [density, at] = [distribution(of), number(point)];
  return (frame) => density(frame).log(at(frame).value);
}

export function density(expression: Of<'density'>): Program<Approximate> {
  const logarithm = logarithmOf(expression);
  return tried((frame) => {
    const log = logarithm(frame);
    return Number.isNaN(log) ? nothing : real(Math.exp(log), Math.exp(log) * (1 + Math.abs(log)));
  });
}

/** log p(x) and log (p(x) / q(x)), if that is what this is. */
export function densityLogarithm(of: Expression): Program<Approximate> | undefined {
  if (of.kind === 'density') {
    const logarithm = logarithmOf(of);
    return tried((frame) => real(logarithm(frame)));
  }
  if (of.kind !== 'divide' || of.left.kind !== 'density' || of.right.kind !== 'density') return undefined;
  const [above, below] = [logarithmOf(of.left), logarithmOf(of.right)];
  return tried((frame) => {
    const [a, b] = [above(frame), below(frame)];
    return real(a - b, Math.abs(a) + Math.abs(b));
  });
}

/** A function of the variable while everything else stays. */
function along(variable: string, body: Expression, frame: Frame): (x: number) => number {
  const of = number(body);
  const bound = new Map(frame.bound);
  // A derivative inside of an integral is taken exactly: differences at each of its points would take too long.
  const inside = { ...frame, bound, exact: false };
  return (x) => {
    bound.set(variable, x);
    return of(inside).value;
  };
}

/** The supports, and the corners of an integrand as one more. */
function cornered(
  supports: readonly Distribution[],
  [from, to]: readonly [number, number],
  kinks: readonly ((x: number) => number)[],
): Supports {
  if (kinks.length === 0 || supports.some(({ discrete }) => discrete)) return supports;
  const breaks = kinks.flatMap((kink) => signChanges(supports, [from, to], kink));
  return [...supports, { discrete: false, from, to, breaks, width: 0 }];
}

/** An integral in panels where densities or corners say so, and by one change of variable elsewhere. */
export function integral({
  variable,
  from,
  to,
  body,
  densities,
  kinks,
}: Of<'integral'>): Program<Approximate> {
  const [low, high] = [number(from), number(to)];
  const supports = densities.map(distribution);
  return tried((frame) => {
    const f = along(variable, body, frame);
    const ends = [low(frame).value, high(frame).value] as const;
    const corners = kinks.map((kink) => along(variable, kink, frame));
    const under = supports.map((support) => support(frame));
    const all = cornered(under, ends, corners);
    return all.length === 0 ? integrate(f, ...ends) : overLine(all, ends, f);
  });
}

/** E f(X), over the support of the density or pmf. */
export function average({
  variable,
  density: of,
  body,
  densities,
  kinks,
}: Of<'average'>): Program<Approximate> {
  const under = distribution(of);
  const others = densities.map(distribution);
  return tried((frame) => {
    const p = under(frame);
    const f = along(variable, body, frame);
    const ends = [p.from, p.to] as const;
    const within = others.map((other): Distribution => ({ ...other(frame), from: p.from, to: p.to }));
    const corners = kinks.map((kink) => along(variable, kink, frame));
    return overSupport(cornered([p, ...within], ends, corners), (x) => {
      const mass = Math.exp(p.log(x));
      return mass === 0 ? 0 : mass * f(x);
    });
  });
}
