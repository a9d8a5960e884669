import { typeOf } from './type-of.ts';
import type { Expression } from './expression.ts';
import type { Chain, Proposition } from './proposition.ts';
import { syntaxOf } from './quantity-table.ts';
import type { Failure } from './report.ts';
import { children } from './symbols.ts';

/** What has no unit: the name of a quantity that is no amount of information, a pmf, a probability, a logarithm with its base. */
export function withoutUnit(expression: Expression): string | undefined {
  if (typeOf(expression) === 'vector') return 'a pmf';
  if (expression.kind === 'mass') return 'a probability';
  if (hasLogarithmToBase(expression)) return 'a logarithm to a base that is written';
  const unitless = expression.kind === 'quantity' && !syntaxOf(expression.name).information;
  return unitless ? `\\${expression.name}` : undefined;
}

/** `\log_2` counts in bits already: a unit would be a second conversion. */
const hasLogarithmToBase = (part: Expression | Proposition): boolean =>
  (part.kind === 'logarithm' && part.base !== undefined) || children(part).some(hasLogarithmToBase);

/** Units beside what has none. */
export function unitFailures(chain: Chain): Failure[] {
  const name = chain.sides.map(({ expression }) => withoutUnit(expression)).find(Boolean);
  if (!name) return [];
  return chain.sides.flatMap(({ unit, at }) =>
    unit ? [{ message: `${name} has no unit; leave out '${unit}'`, offset: at }] : [],
  );
}
