import type { Expression, Fold } from './expression.ts';
import type { Proposition } from './proposition.ts';
import { freeSymbols } from './symbols.ts';
import { substitute } from './substitute.ts';

type Binary = 'add' | 'subtract' | 'multiply' | 'divide';

const isNumber = (of: Expression, text: string): boolean => of.kind === 'number' && of.text === text;
export const number = (text: string, at: number): Expression => ({ kind: 'number', text, at });

/** A sum or product without the zeros and ones that differentiation leaves. */
export function binary(kind: Binary, left: Expression, right: Expression): Expression {
  const [zeros, ones] = [
    [left, right].map((side) => isNumber(side, '0')),
    [left, right].map((side) => isNumber(side, '1')),
  ];
  switch (kind) {
    case 'add':
      if (zeros[0]) return right;
      return zeros[1] ? left : { kind, left, right, at: left.at };
    case 'subtract':
      if (zeros[1]) return left;
      return zeros[0] ? { kind: 'negate', of: right, at: right.at } : { kind, left, right, at: left.at };
    case 'multiply':
      if (zeros[0] || zeros[1]) return number('0', left.at);
      if (ones[0]) return right;
      return ones[1] ? left : { kind, left, right, at: left.at };
    case 'divide':
      if (zeros[0]) return number('0', left.at);
      return ones[1] ? left : { kind, left, right, at: left.at };
  }
}

/** A sum over outcomes; one with a factor \1{x = k} is what stands beside it, at k. */
export function summed(fold: Fold & { readonly at: number }, body: Expression): Expression {
  const whole = !fold.where && !fold.from && !fold.to;
  if (isNumber(body, '0')) return body;
  if (!whole || !picks(body, fold.variable)) return { ...fold, body };
  switch (body.kind) {
    case 'add':
    case 'subtract':
      return binary(body.kind, summed(fold, body.left), summed(fold, body.right));
    case 'negate':
      return { ...body, of: summed(fold, body.of) };
    default: {
      const picked = pickedBy(body, fold.variable);
      return picked ? substitute(picked.rest, new Map([[fold.variable, picked.place]])) : { ...fold, body };
    }
  }
}

/** Whether some term has a factor that is 0 but at one value of a variable. */
function picks(of: Expression, variable: string): boolean {
  if (of.kind === 'add' || of.kind === 'subtract')
    return picks(of.left, variable) || picks(of.right, variable);
  if (of.kind === 'negate') return picks(of.of, variable);
  return pickedBy(of, variable) !== undefined;
}

interface Picked {
  readonly place: Expression;
  readonly rest: Expression;
}

function pickedBy(of: Expression, variable: string): Picked | undefined {
  switch (of.kind) {
    case 'indicator': {
      const place = placeOf(of.where, variable);
      return place && { place, rest: number('1', of.at) };
    }
    case 'multiply': {
      const left = pickedBy(of.left, variable);
      if (left) return { ...left, rest: binary('multiply', left.rest, of.right) };
      const right = pickedBy(of.right, variable);
      return right && { ...right, rest: binary('multiply', of.left, right.rest) };
    }
    case 'divide': {
      const left = pickedBy(of.left, variable);
      return left && { ...left, rest: binary('divide', left.rest, of.right) };
    }
    case 'negate': {
      const inside = pickedBy(of.of, variable);
      return inside && { ...inside, rest: { ...of, of: inside.rest } };
    }
    default:
      return undefined;
  }
}

/** k of the condition x = k. */
function placeOf(where: Proposition, variable: string): Expression | undefined {
  if (where.kind !== 'chain' || where.relations.length !== 1) return undefined;
  const [relation] = where.relations;
  if (relation!.sign !== '=' || relation!.negated) return undefined;
  const [left, right] = where.sides.map(({ expression }) => expression);
  const is = (side: Expression): boolean => side.kind === 'symbol' && side.name === variable;
  const other = is(left!) ? right! : is(right!) ? left! : undefined;
  return other && !freeSymbols(other, []).has(variable) ? other : undefined;
}
