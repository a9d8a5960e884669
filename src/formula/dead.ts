import type { Expression, Proposition } from './expression.ts';
import type { Failure } from './report.ts';
import { children, numbersIn } from './symbols.ts';

/**
 * Numbers that cannot matter, because they are multiplied by a written 0: nothing would notice a wrong digit there.
 * Zeros are let through, since 0 log 0 is what the convention is about.
 */
export function dead(expression: Expression): Failure[] {
  const inside = children(expression).flatMap((part) => (isExpression(part) ? dead(part) : []));
  if (expression.kind !== 'multiply' && expression.kind !== 'divide') return inside;
  const parts = expression.kind === 'multiply' ? [expression.left, expression.right] : [expression.left];
  if (!parts.some(isZero)) return inside;
  const message =
    'this number is multiplied by 0, so a wrong digit would go unnoticed; write a symbol in its place';
  const idle = numbersIn(expression).filter(({ text }) => Number(text) !== 0);
  return [...inside, ...idle.map(({ at }) => ({ message, offset: at }))];
}

const isExpression = (part: Expression | Proposition): part is Expression =>
  !['chain', 'and', 'implies', 'iff'].includes(part.kind);
const isZero = (expression: Expression): boolean =>
  expression.kind === 'number' && Number(expression.text) === 0;
