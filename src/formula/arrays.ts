import type { Axis, Expression, Place, Size } from './expression.ts';
import type { Proposition } from './proposition.ts';
import { typeOf } from './type-of.ts';
import { children } from './symbols.ts';
import { substitute } from './substitute.ts';

/** The number of outcomes. */
export const OUTCOMES: Size = '';
const SIMPLE: readonly Size[] = [OUTCOMES];

/** How far each place of a vector runs; undefined where it is written out, so that its length is what is written. */
export function sizesOf(expression: Expression): readonly Size[] | undefined {
  switch (expression.kind) {
    case 'symbol':
      return expression.sizes ?? SIMPLE;
    case 'array':
      return expression.axes.map(({ size }) => size);
    case 'conditional': {
      const { sizes } = expression;
      return [...expression.given, ...expression.keeps].map((k) => sizes[k]!);
    }
    case 'negate':
    case 'softmax':
      return sizesOf(expression.of);
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide': {
      const vectors = [expression.left, expression.right].filter((side) => typeOf(side) === 'vector');
      return vectors.map(sizesOf).find((sizes) => sizes !== undefined);
    }
    default:
      return undefined;
  }
}

/** How far the places run at which a variable stands. */
export function sizesAt(variable: string, of: Expression | Proposition): ReadonlySet<Size> {
  const found = new Set<Size>();
  const visit = (part: Expression | Proposition): void => {
    if (part.kind === 'mass') {
      const places = [{ outcome: part.outcome, size: sizesOf(part.of)?.[0] }, ...(part.rest ?? [])];
      for (const { outcome, size } of places)
        if (size !== undefined && outcome.kind === 'symbol' && outcome.name === variable) found.add(size);
    }
    children(part).forEach(visit);
  };
  visit(of);
  return found;
}

/** A letter that no formula can hold; the place in the formula makes it another one than those around it. */
const letter = (at: number, k: number): string => `@${at}.${k}`;

export const variable = (name: string, at: number): Expression => ({
  kind: 'symbol',
  name,
  type: 'outcome',
  at,
});

/** Axes for places of these sizes, with letters of their own. */
export const axesOf = (sizes: readonly Size[], at: number): Axis[] =>
  sizes.map((size, k) => ({ variable: letter(at, k), size }));

/** What a vector gives to an outcome, or to a pair of them. */
export function massOf(of: Expression, outcomes: readonly Expression[], at: number): Expression {
  if (of.kind === 'array') {
    const values = new Map(of.axes.map(({ variable: name }, k) => [name, outcomes[k]!]));
    return substitute(of.body, values);
  }
  if (of.kind === 'conditional') return massOf(written(of), outcomes, at);
  const [first, ...others] = outcomes;
  const sizes = sizesOf(of) ?? SIMPLE;
  const rest = others.map((outcome, k): Place => ({ outcome, size: sizes[k + 1] ?? OUTCOMES }));
  return { kind: 'mass', of, outcome: first!, ...(rest.length > 0 && { rest }), at };
}

/** The pmf of some places of a joint pmf: the masses summed over the others. */
export function marginalOf(joint: Expression, keeps: readonly number[], at: number): Expression {
  const axes = axesOf(sizesOf(joint) ?? [], at);
  const mass = massOf(
    joint,
    axes.map((axis) => variable(axis.variable, at)),
    at,
  );
  const body = axes
    .filter((_, k) => !keeps.includes(k))
    .reduce<Expression>((inside, axis) => sumOver(axis, inside, at), mass);
  return { kind: 'array', axes: keeps.map((k) => axes[k]!), body, at };
}

export function sumOver({ variable: name, size }: Axis, body: Expression, at: number): Expression {
  return { kind: 'fold', over: 'sum', variable: name, ...rangeOf(size, at), body, at };
}

/** The ends of a sum over a place; a sum over all outcomes needs none. */
export function rangeOf(size: Size, at: number): { from?: Expression; to?: Expression } {
  if (size === OUTCOMES) return {};
  return { from: { kind: 'number', text: '1', at }, to: { kind: 'symbol', name: size, type: 'real', at } };
}

/** A conditional as the array of its masses: first the places that are known. */
export function written(of: Extract<Expression, { kind: 'conditional' }>): Expression {
  const { at, given, keeps, sizes } = of;
  const axes = axesOf(sizes, at);
  const place = (k: number): Expression => variable(axes[k]!.variable, at);
  const kept = [...given, ...keeps].sort();
  const joint = kept.length === sizes.length ? of.of : marginalOf(of.of, kept, at + 0.5);
  const left = massOf(joint, kept.map(place), at);
  const right = massOf(marginalOf(of.of, given, at + 0.25), given.map(place), at);
  return {
    kind: 'array',
    axes: [...given, ...keeps].map((k) => axes[k]!),
    body: { kind: 'divide', left, right, at },
    at,
  };
}

/** `P \otimes Q`: independent draws. */
export function productOf(left: Expression, right: Expression, at: number): Expression {
  const [a, b] = [sizesOf(left) ?? SIMPLE, sizesOf(right) ?? SIMPLE];
  const axes = axesOf([...a, ...b], at);
  const places = axes.map((axis) => variable(axis.variable, at));
  const body: Expression = {
    kind: 'multiply',
    left: massOf(left, places.slice(0, a.length), at),
    right: massOf(right, places.slice(a.length), at),
    at,
  };
  return { kind: 'array', axes, body, at };
}

/** `P K` and `K L`: what comes out of a channel. The last place of the left is the first of the right. */
export function throughChannel(left: Expression, channel: Expression, at: number): Expression {
  const [a, b] = [sizesOf(left) ?? SIMPLE, sizesOf(channel) ?? SIMPLE];
  const axes = axesOf([...a, ...b.slice(1)], at);
  const places = axes.map((axis) => variable(axis.variable, at));
  const middle = places[a.length - 1]!;
  const body: Expression = {
    kind: 'multiply',
    left: massOf(left, places.slice(0, a.length), at),
    right: massOf(channel, [middle, ...places.slice(a.length)], at),
    at,
  };
  const outer = axes.filter((_, k) => k !== a.length - 1);
  const several = outer.length > 1 && { channel: true as const };
  return { kind: 'array', axes: outer, body: sumOver(axes[a.length - 1]!, body, at), ...several, at };
}

/** `K(\cdot \mid x)` and `P_k`: one pmf of several, with the first place fixed. */
export function rowOf(channel: Expression, outcome: Expression, at: number): Expression {
  const axes = axesOf((sizesOf(channel) ?? []).slice(1), at);
  const places = axes.map((axis) => variable(axis.variable, at));
  return { kind: 'array', axes, body: massOf(channel, [outcome, ...places], at), at };
}
