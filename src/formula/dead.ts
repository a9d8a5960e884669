import { terms } from './approximate.ts';
import type { Expression } from './expression.ts';
import type { Chain, Proposition } from './proposition.ts';
import { withoutPlaces } from './plain.ts';
import { syntaxOf } from './quantity-table.ts';
import type { Failure } from './report.ts';
import { children, numbersIn } from './symbols.ts';
import { isInequality } from './tightness.ts';

/** What stands in a formula and cannot matter, so that nothing would notice an error in it. */
export function deadParts(chain: Chain): Failure[] {
  const inequality = chain.relations.some(isInequality);
  return [
    ...chain.sides.flatMap(({ expression }) => multipliedByZero(expression)),
    ...cancelling(chain),
    ...(inequality ? chain.sides.flatMap(({ expression }) => fromItself(expression)) : []),
  ];
}

/** Of a pmf and itself these are not 0. */
const NOT_FROM_ITSELF = ['CE', 'BC'];

/** A divergence of a pmf from itself in an inequality: a slip, since it is 0 whatever the pmf is. */
function fromItself(expression: Expression): Failure[] {
  const inside = children(expression).flatMap((part) => (isExpression(part) ? fromItself(part) : []));
  if (expression.kind !== 'quantity' || NOT_FROM_ITSELF.includes(expression.name)) return inside;
  const [p, q] = expression.pmfs;
  if (!p || !q || expression.pmfs.length > 2 || plain(p) !== plain(q)) return inside;
  return [
    ...inside,
    { message: 'of a pmf from itself this is 0; write 0 in an inequality', offset: expression.at },
  ];
}

/** Numbers beside a written factor 0. Zeros are let through, since 0 log 0 is what the convention is about. */
function multipliedByZero(expression: Expression): Failure[] {
  const inside = children(expression).flatMap((part) => (isExpression(part) ? multipliedByZero(part) : []));
  if (expression.kind !== 'multiply' && expression.kind !== 'divide') return inside;
  const parts = expression.kind === 'multiply' ? [expression.left, expression.right] : [expression.left];
  if (!parts.some((part) => part.kind === 'number' && Number(part.text) === 0)) return inside;
  const message =
    'this number is multiplied by 0, so a wrong digit would go unnoticed; write a symbol in its place';
  const idle = numbersIn(expression).filter(({ text }) => Number(text) !== 0);
  return [...inside, ...idle.map(({ at }) => ({ message, offset: at }))];
}

/** a ≤ a + b says no more than 0 ≤ b, which is seldom what was meant, as in a triangle inequality with a slip. */
function cancelling({ sides, relations }: Chain): Failure[] {
  const [relation] = relations;
  if (relations.length !== 1 || !isInequality(relation!)) return [];
  const [left, right] = sides.map(({ expression }) =>
    terms(expression).map(({ expression: term, negative }) => `${negative} ${plain(term)}`),
  );
  const [few, many] = left!.length < right!.length ? [left!, right!] : [right!, left!];
  if (few.length === many.length || !few.every((term) => many.includes(term))) return [];
  const message = 'one side is a part of the other, so this only says that the rest has a sign; write that';
  return [{ message, offset: relation!.at }];
}

/** An expression as text, without offsets, symmetric quantities in one order. */
function plain(expression: Expression): string {
  const text = JSON.stringify(expression, (key, value: unknown) => {
    if (key === 'at') return undefined;
    const part = value as Partial<Extract<Expression, { kind: 'quantity' }>> | null;
    if (part?.kind !== 'quantity' || !syntaxOf(part.name!).symmetric) return value;
    return {
      symmetric: part.name,
      parameters: part.parameters!.map(plain),
      pmfs: part.pmfs!.map(plain).sort(),
    };
  });
  return withoutPlaces(text);
}

const isExpression = (part: Expression | Proposition): part is Expression =>
  !['chain', 'and', 'implies', 'iff'].includes(part.kind);
