import { FormulaError } from './expression.ts';
import type { Definition, Expression } from './expression.ts';
import { freeSymbols } from './symbols.ts';

const number = (text: string, at: number): Expression => ({ kind: 'number', text, at });
const binary = (
  kind: 'add' | 'subtract' | 'multiply' | 'divide',
  left: Expression,
  right: Expression,
): Expression => ({ kind, left, right, at: left.at });

/** The derivative of an expression, by the rules of calculus; the definitions that it uses are written out. */
export function differentiate(
  of: Expression,
  variable: string,
  definitions: readonly Definition[],
): Expression {
  const d = (part: Expression): Expression => differentiate(part, variable, definitions);
  const { at } = of;
  if (!freeSymbols(of, definitions).has(variable)) return number('0', at);
  switch (of.kind) {
    case 'symbol': {
      if (of.name === variable) return number('1', at);
      const definition = definitions.findLast(({ name }) => name === of.name);
      if (definition) return d(definition.expression);
      throw cannot(of.name, at);
    }
    case 'negate':
      return { ...of, of: d(of.of) };
    case 'add':
    case 'subtract':
      return { ...of, left: d(of.left), right: d(of.right) };
    case 'tuple':
      return { ...of, entries: of.entries.map(d) };
    case 'multiply':
      return binary(
        'add',
        binary('multiply', d(of.left), of.right),
        binary('multiply', of.left, d(of.right)),
      );
    case 'divide': {
      const top = binary(
        'subtract',
        binary('multiply', d(of.left), of.right),
        binary('multiply', of.left, d(of.right)),
      );
      return binary('divide', top, { kind: 'power', base: of.right, exponent: number('2', at), at });
    }
    case 'logarithm': {
      const quotient = binary('divide', d(of.of), of.of);
      if (!of.base) return quotient;
      if (freeSymbols(of.base, definitions).has(variable)) throw cannot('a base that varies', at);
      return binary('divide', quotient, { kind: 'logarithm', of: of.base, at });
    }
    case 'exponential':
      return binary('multiply', of, d(of.of));
    case 'root': {
      const others: Expression = { kind: 'power', base: of, exponent: number(String(of.degree - 1), at), at };
      return binary('divide', d(of.of), binary('multiply', number(String(of.degree), at), others));
    }
    case 'power':
      return power(of, variable, definitions);
    case 'mass':
      return { ...of, of: d(of.of) };
    case 'array':
      return { ...of, body: d(of.body) };
    case 'fold':
      if (of.over !== 'sum') throw cannot('a product or an extremum', at);
      return { ...of, body: d(of.body) };
    case 'expectation':
      return d({
        kind: 'fold',
        over: 'sum',
        variable: of.variable,
        body: binary('multiply', massAt(of.pmf, of.variable), of.body),
        at,
      });
    case 'quantity':
      return d(writtenOut(of));
    case 'apply': {
      if (of.order === 2) throw cannot('a second derivative', at);
      const order = (of.order + 1) as 1 | 2;
      const body = of.body && differentiate(of.body, of.curve.defined!.parameter, definitions);
      return binary('multiply', { ...of, order, ...(body && { body }) }, d(of.point));
    }
    default:
      throw cannot('this', at);
  }
}

function power(
  of: Extract<Expression, { kind: 'power' }>,
  variable: string,
  definitions: readonly Definition[],
): Expression {
  const { base, exponent, at } = of;
  if (!freeSymbols(exponent, definitions).has(variable)) {
    const less: Expression = {
      kind: 'power',
      base,
      exponent: binary('subtract', exponent, number('1', at)),
      at,
    };
    const slope = binary('multiply', exponent, less);
    return binary('multiply', slope, differentiate(base, variable, definitions));
  }
  const log = binary('multiply', exponent, { kind: 'logarithm', of: base, at });
  return binary('multiply', of, differentiate(log, variable, definitions));
}

/** A letter that no formula can hold, so that it meets no index of the author's. */
const OUTCOME = '@outcome';
const massAt = (of: Expression, variable: string): Expression => ({
  kind: 'mass',
  of,
  outcome: { kind: 'symbol', name: variable, type: 'outcome', at: of.at },
  at: of.at,
});

/** The sum that a quantity stands for. */
function writtenOut(of: Extract<Expression, { kind: 'quantity' }>): Expression {
  const { at } = of;
  const [p, q] = of.pmfs.map((pmf) => massAt(pmf, OUTCOME));
  const log = (value: Expression): Expression => ({ kind: 'logarithm', of: value, at });
  const sum = (body: Expression): Expression => ({ kind: 'fold', over: 'sum', variable: OUTCOME, body, at });
  const minus = (value: Expression): Expression => ({ kind: 'negate', of: value, at });
  switch (of.name) {
    case 'KL':
      return sum(binary('multiply', p!, log(binary('divide', p!, q!))));
    case 'H':
      return minus(sum(binary('multiply', p!, log(p!))));
    case 'CE':
      return minus(sum(binary('multiply', p!, log(q!))));
    case 'ChiSq': {
      const square: Expression = { kind: 'power', base: p!, exponent: number('2', at), at };
      return sum(binary('divide', square, q!));
    }
    default:
      throw cannot(`\\${of.name}`, at);
  }
}

const cannot = (what: string, at: number): FormulaError =>
  new FormulaError(`${what} cannot be differentiated; write it out, or add \`% stated: reason\``, at);
