import { FormulaError } from './expression.ts';
import type { Expression, Proposition } from './expression.ts';
import { children } from './symbols.ts';

/** Refuses an objective that is not linear in the coupling or function: a linear programme has no other. */
export function requireLinear(body: Expression, name: string): void {
  if (degree(body, name) === 1) return;
  throw new FormulaError(`this must be linear in ${name}: a sum of its values, each times a number`, body.at);
}

/** 0 without the letter, 1 where every term holds it once, NaN otherwise. */
function degree(of: Expression, name: string): number {
  const same = (a: number, b: number): number => (a === b ? a : NaN);
  switch (of.kind) {
    case 'entry':
      return of.name === name ? 1 : 0;
    case 'negate':
      return degree(of.of, name);
    case 'add':
    case 'subtract':
      return same(degree(of.left, name), degree(of.right, name));
    case 'multiply':
      return degree(of.left, name) + degree(of.right, name);
    case 'divide':
      return degree(of.right, name) === 0 ? degree(of.left, name) : NaN;
    case 'expectation':
      return degree(of.body, name);
    case 'fold':
      return of.over === 'sum' ? degree(of.body, name) : NaN;
    default:
      return mentions(of, name) ? NaN : 0;
  }
}

const mentions = (of: Expression | Proposition, name: string): boolean =>
  (of.kind === 'entry' && of.name === name) || children(of).some((part) => mentions(part, name));
