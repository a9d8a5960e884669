import type { Expression } from '../../src/formula/expression.ts';
import { syntaxOf } from '../../src/formula/quantity-table.ts';

/** Whether an expression is an amount of information, to be shown in nats; undefined for 0, which is any amount. */
function isInformation(of: Expression): boolean | undefined {
  switch (of.kind) {
    case 'quantity':
      return syntaxOf(of.name).information === true;
    case 'logarithm':
      return of.base === undefined;
    case 'number':
      return Number(of.text) === 0 ? undefined : false;
    case 'infinity':
      return undefined;
    case 'negate':
    case 'absolute':
      return isInformation(of.of);
    case 'add':
    case 'subtract':
      return alike([of.left, of.right]);
    case 'extremum':
      return alike(of.of);
    case 'multiply':
      return isInformation(of.left) !== isInformation(of.right) && alike([of.left, of.right], true);
    case 'divide':
      return isInformation(of.right) ? false : isInformation(of.left);
    case 'fold':
      return of.over === 'product' ? false : isInformation(of.body);
    case 'expectation':
      return isInformation(of.body);
    default:
      return false;
  }
}

/** Of terms, all must be amounts of information, as far as they are anything; of factors, one is enough. */
function alike(parts: readonly Expression[], one = false): boolean | undefined {
  const kinds = parts.map(isInformation).filter((kind) => kind !== undefined);
  if (kinds.length === 0) return undefined;
  return one ? kinds.includes(true) : !kinds.includes(false);
}

export const unitOf = (expression: Expression): '' | 'nats' => (isInformation(expression) ? 'nats' : '');
