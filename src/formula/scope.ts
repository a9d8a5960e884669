import { FormulaError } from './formula-error.ts';
import type { Expression } from './expression.ts';
import type { Proposition } from './proposition.ts';
import { children } from './symbols.ts';

/** Refuses an index that stands outside of the sum that runs over it, and one that two sums share. */
export function requireScope(side: Expression): void {
  const indices = new Set(indicesOf(side));
  visit(side, [], indices);
}

function indicesOf(of: Expression | Proposition): string[] {
  const own = binds(of) && !of.variable.startsWith('@') ? [of.variable] : [];
  return [...own, ...children(of).flatMap(indicesOf)];
}

type Binder = Extract<
  Expression,
  { readonly kind: 'fold' | 'expectation' | 'integral' | 'average' | 'search' }
>;
const binds = (of: Expression | Proposition): of is Binder =>
  ['fold', 'expectation', 'integral', 'average', 'search'].includes(of.kind);

function visit(of: Expression | Proposition, bound: readonly string[], indices: ReadonlySet<string>): void {
  if (of.kind === 'symbol' && indices.has(of.name) && !bound.includes(of.name)) {
    const message = `the index ${of.name} stands outside of the sum that runs over it; put all of the summand into parentheses, or use another letter`;
    throw new FormulaError(message, of.at);
  }
  if (of.kind === 'array') {
    const letters = of.axes.map(({ variable }) => variable);
    return visit(of.body, [...bound, ...letters], indices);
  }
  if (!binds(of)) return children(of).forEach((part) => visit(part, bound, indices));
  if (bound.includes(of.variable) && !of.variable.startsWith('@'))
    throw new FormulaError(
      `${of.variable} is already the index of the sum around this; use another letter`,
      of.at,
    );
  const inside = [...bound, of.variable];
  const outer: readonly unknown[] =
    of.kind === 'expectation' ? [of.pmf] : of.kind === 'average' ? [of.density] : [of.from, of.to];
  for (const part of children(of)) visit(part, outer.includes(part) ? bound : inside, indices);
}
