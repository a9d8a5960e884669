import type * as core from '../core/index.ts';
import { nothing, real } from './doubles.ts';
import type { Approximate } from './doubles.ts';
import { number, vector } from './evaluate-core.ts';
import type { Frame, Program } from './evaluate-core.ts';
import type { Curve, Curves, Expression } from './expression.ts';
import { greatest } from './golden-section.ts';
import { namedCurve } from './named-curves.ts';
import type { NamedCurve } from './named-curves.ts';

type Of<Kind extends Curves['kind']> = Extract<Expression, { readonly kind: Kind }>;

/** Functions of a real number and their extrema, in doubles. */
export function curves(expression: Extract<Expression, Curves>): Program<Approximate> {
  switch (expression.kind) {
    case 'curve':
      return () => nothing;
    case 'apply':
      return expression.body ? written(expression, expression.body) : named(expression);
    case 'conjugate': {
      const { curve, point } = expression;
      return ofNamed(curve, number(point), ({ conjugate }) => conjugate);
    }
    case 'search':
      return search(expression);
  }
}

function sampled({ name, type }: Curve, { environment }: Frame): NamedCurve | undefined {
  const given = Object.hasOwn(environment.values, name) ? environment.values[name] : undefined;
  return typeof given === 'string' ? namedCurve(type, given) : undefined;
}

/** A value at a point that is rounded, and what the rounding of the point does to it. */
function spread(of: (t: number) => number, { value, scale }: Approximate): Approximate {
  const result = of(value);
  if (Number.isNaN(result)) return nothing;
  const step = 1e-7 * Math.max(Math.abs(value), 1e-7);
  const slope = Math.abs(of(value + step) - result) / step;
  // The terms that make a value near a zero of the function are of the size of 1.
  return real(result, 1 + Math.abs(result) + (Number.isFinite(slope) ? slope * scale : 0));
}

function ofNamed(
  curve: Curve,
  point: Program<Approximate>,
  pick: (named: NamedCurve) => ((t: number) => number) | undefined,
): Program<Approximate> {
  return (frame) => {
    const found = sampled(curve, frame);
    const of = found && pick(found);
    return of ? spread((t) => of.call(found, t), point(frame)) : nothing;
  };
}

function named({ curve, order, point }: Of<'apply'>): Program<Approximate> {
  const at = number(point);
  return ofNamed(curve, at, (found) => {
    const { slopeAtInfinity } = found.generator ?? {};
    const of = [found.value, found.slope, found.bend][order]!;
    const ends = order === 1 && slopeAtInfinity !== undefined;
    return (t) => (ends && t === Infinity ? slopeAtInfinity : of.call(found, t));
  });
}

/** A function that the page has defined, which sees nothing of the sums around it. */
function written({ curve, order, point }: Of<'apply'>, body: Expression): Program<Approximate> {
  const [at, of] = [number(point), number(body)];
  const { parameter } = curve.defined!;
  return (frame) => {
    const value = at(frame);
    const inside = (t: number): Approximate => of({ ...frame, bound: new Map([[parameter, t]]) });
    if (value.value === Infinity) return order === 1 ? slopeAtInfinity(inside) : inside(Infinity);
    const { scale } = inside(value.value);
    const result = spread((t) => inside(t).value, value);
    return real(result.value, scale + result.scale);
  };
}

/** lim f'(t), of which lim f(t)/t is the better known. */
function slopeAtInfinity(slope: (t: number) => Approximate): Approximate {
  const [near, far] = [slope(1e100).value, slope(1e200).value];
  if (Number.isNaN(far)) return nothing;
  return Math.abs(far) > 1.2 * Math.abs(near) && Math.abs(far) > 1
    ? real(Math.sign(far) * Infinity)
    : real(far, 1);
}

function search({ which, variable, from, to, body }: Of<'search'>): Program<Approximate> {
  const [low, high, of] = [number(from), number(to), number(body)];
  const sign = which === 'minimum' || which === 'argmin' ? -1 : 1;
  return (frame) => {
    const before = frame.bound.get(variable);
    const value = (t: number): Approximate => {
      frame.bound.set(variable, t);
      const found = of(frame);
      return { ...found, value: sign * found.value };
    };
    const best = greatest(value, low(frame).value, high(frame).value);
    if (before === undefined) frame.bound.delete(variable);
    else frame.bound.set(variable, before);
    if (!best) return nothing;
    if (which === 'argmax' || which === 'argmin') return real(best.at, 1e6 * (1 + Math.abs(best.at)));
    return real(sign * best.value, Number.isFinite(best.value) ? best.scale : 0);
  };
}

/** The generator of \FDiv that an instance gives. */
export function generatorIn(curve: Curve, frame: Frame): core.FDivergenceGenerator | undefined {
  return sampled(curve, frame)?.generator;
}

/** Σ q f(p/q) of a generator that the page has defined. */
export function definedFDivergence(
  { parameter, body }: NonNullable<Curve['defined']>,
  pmfs: readonly Expression[],
): Program<Approximate> {
  const of = number(body);
  const [first, second] = pmfs.map(vector);
  return (frame) => {
    const f = (t: number): Approximate => of({ ...frame, bound: new Map([[parameter, t]]) });
    const [p, q] = [first!(frame), second!(frame)];
    let [sum, scale] = [0, 0];
    for (const [x, { value: a }] of p.entries()) {
      const b = q[x]?.value ?? NaN;
      if (a === 0 && b === 0) continue;
      const share = b === 0 ? real(a * perspectiveAtInfinity(f)) : f(a / b);
      const term = b === 0 ? share.value : b * share.value;
      sum += term;
      scale += Math.abs(term) + (b === 0 ? 0 : b * share.scale + a * Math.abs(slopeNear(f, a / b)));
    }
    return Number.isNaN(sum) ? nothing : real(sum, Number.isFinite(sum) ? scale : 0);
  };
}

const slopeNear = (f: (t: number) => Approximate, t: number): number => {
  const slope = (f(t * (1 + 1e-7) + 1e-12).value - f(t).value) / (t * 1e-7 + 1e-12);
  return Number.isFinite(slope) ? slope : 0;
};

/** lim f(t)/t. */
export function perspectiveAtInfinity(f: (t: number) => Approximate): number {
  const [near, far] = [f(1e100).value / 1e100, f(1e150).value / 1e150];
  if (Number.isNaN(far)) return NaN;
  if (Math.abs(far) > 1.2 * Math.abs(near) && Math.abs(far) > 1) return Math.sign(far) * Infinity;
  return Math.abs(far - near) <= 1e-12 * (1 + Math.abs(near)) ? far : NaN;
}
