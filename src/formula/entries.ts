import { OUTCOMES, axesOf, massOf, sizesOf, variable } from './arrays.ts';
import { typeOf } from './type-of.ts';
import type { Definition } from './environment.ts';
import type { Expression } from './expression.ts';
import type { Proposition, Relation, Side } from './proposition.ts';
import { mapParts } from './substitute.ts';

/** One entry of a vector, as an expression of the entries of its parts; the definitions that it uses are written out. */
export function entryOf(
  of: Expression,
  places: readonly Expression[],
  definitions: readonly Definition[],
): Expression {
  const entry = (part: Expression): Expression =>
    typeOf(part) === 'vector' ? entryOf(part, places, definitions) : part;
  switch (of.kind) {
    case 'symbol': {
      const definition = definitions.findLast(({ name }) => name === of.name);
      return definition ? entryOf(definition.expression, places, definitions) : massOf(of, places, of.at);
    }
    case 'negate':
      return { ...of, of: entry(of.of) };
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return { ...of, left: entry(of.left), right: entry(of.right) };
    default:
      return massOf(of, places, of.at);
  }
}

/** The sum of something over all entries of a vector. */
export function sumOverAll(
  of: Expression,
  body: (places: readonly Expression[]) => Expression,
  at: number,
): Expression {
  const axes = axesOf(sizesOf(of) ?? [OUTCOMES], at);
  const places = axes.map((axis) => variable(axis.variable, at));
  return axes.reduceRight<Expression>(
    (inside, { variable: name, size }) => ({
      kind: 'fold',
      over: 'sum',
      variable: name,
      ...(size !== OUTCOMES && {
        from: { kind: 'number', text: '1', at },
        to: { kind: 'symbol', name: size, type: 'real', at },
      }),
      body: inside,
      at,
    }),
    body(places),
  );
}

/** 1 where these places are those ones. */
export function samePlaces(a: readonly Expression[], b: readonly Expression[], at: number): Expression {
  const chains = a.map((place, k): Proposition => {
    const sides = [place, b[k]!].map((expression): Side => ({ expression, row: 0, at }));
    const equal: Relation = { sign: '=', negated: false, defines: false, written: '=', at };
    return { kind: 'chain', sides, relations: [equal] };
  });
  return { kind: 'indicator', where: chains.length === 1 ? chains[0]! : { kind: 'and', parts: chains }, at };
}

/** The sum that a quantity stands for; undefined where it is no sum. */
export function writtenOut(
  of: Extract<Expression, { kind: 'quantity' }>,
  definitions: readonly Definition[],
): Expression | undefined {
  const { at } = of;
  const [first, second = first] = of.pmfs as [Expression, Expression?];
  type Term = (p: Expression, q: Expression) => Expression;
  const sum = (term: Term): Expression =>
    sumOverAll(
      first,
      (places) => term(entryOf(first, places, definitions), entryOf(second, places, definitions)),
      at + 0.0625,
    );
  const log = (value: Expression): Expression => ({ kind: 'logarithm', of: value, at });
  const binary = (kind: 'add' | 'subtract' | 'multiply' | 'divide', left: Expression, right: Expression) =>
    ({ kind, left, right, at }) as Expression;
  const number = (text: string): Expression => ({ kind: 'number', text, at });
  const minus = (value: Expression): Expression => ({ kind: 'negate', of: value, at });
  const square = (base: Expression): Expression => ({ kind: 'power', base, exponent: number('2'), at });
  const half = (value: Expression): Expression => binary('divide', value, number('2'));
  const kl: Term = (p, q) => binary('multiply', p, log(binary('divide', p, q)));
  switch (of.name) {
    case 'KL':
      return sum(kl);
    case 'Jeffreys':
      return sum((p, q) => binary('multiply', binary('subtract', p, q), log(binary('divide', p, q))));
    case 'JSD':
      return sum((p, q) => {
        const middle = half(binary('add', p, q));
        return half(binary('add', kl(p, middle), kl(q, middle)));
      });
    case 'H':
      return minus(sum((p) => binary('multiply', p, log(p))));
    case 'CE':
      return minus(sum((p, q) => binary('multiply', p, log(q))));
    case 'ChiSq':
      return sum((p, q) => binary('divide', square(binary('subtract', p, q)), q));
    case 'HellingerSq': {
      const root = (value: Expression): Expression => ({ kind: 'root', of: value, degree: 2, at });
      return half(sum((p, q) => square(binary('subtract', root(p), root(q)))));
    }
    default:
      return undefined;
  }
}

/** An expression whose quantities are written out, so that their masses need not sum to one. */
export function unbound(of: Expression, definitions: readonly Definition[]): Expression {
  if (of.kind === 'quantity') return writtenOut(of, definitions) ?? of;
  return mapParts(of, (part) => unbound(part, definitions));
}
