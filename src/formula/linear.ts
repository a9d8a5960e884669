import { FormulaError } from './formula-error.ts';
import type { Expression } from './expression.ts';
import type { Proposition } from './proposition.ts';
import { children } from './symbols.ts';

/** Refuses an objective that is not linear in the coupling or function: a linear programme has no other. */
export function requireLinear(body: Expression, names: readonly string[]): void {
  if (degree(body, names) === 1) return;
  const all = names.join(' and ');
  throw new FormulaError(`this must be linear in ${all}: a sum of its values, each times a number`, body.at);
}

/** 0 without the letters, 1 where every term holds one of them once, NaN otherwise. */
function degree(of: Expression, names: readonly string[]): number {
  const same = (a: number, b: number): number => (a === b ? a : NaN);
  switch (of.kind) {
    case 'entry':
      return names.includes(of.name) ? 1 : 0;
    case 'negate':
      return degree(of.of, names);
    case 'add':
    case 'subtract':
      return same(degree(of.left, names), degree(of.right, names));
    case 'multiply':
      return degree(of.left, names) + degree(of.right, names);
    case 'divide':
      return degree(of.right, names) === 0 ? degree(of.left, names) : NaN;
    case 'expectation':
      return degree(of.body, names);
    case 'fold':
      return of.over === 'sum' ? degree(of.body, names) : NaN;
    default:
      return mentions(of, names) ? NaN : 0;
  }
}

const mentions = (of: Expression | Proposition, names: readonly string[]): boolean =>
  (of.kind === 'entry' && names.includes(of.name)) || children(of).some((part) => mentions(part, names));
