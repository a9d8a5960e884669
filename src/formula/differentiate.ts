import { FormulaError } from './formula-error.ts';
import { OUTCOMES, axesOf, massOf, rangeOf, sizesOf, variable } from './arrays.ts';
import { entryOf, samePlaces, writtenOut } from './entries.ts';
import { asAverage, ofDensity } from './differentiate-densities.ts';
import type { Definition } from './environment.ts';
import type { Expression, Target } from './expression.ts';
import { binary, number, summed } from './simplify.ts';
import { substitute } from './substitute.ts';
import { freeSymbols } from './symbols.ts';

/** The derivative of an expression, by the rules of calculus; the definitions that it uses are written out. */
export function differentiate(
  of: Expression,
  target: Target,
  definitions: readonly Definition[],
): Expression {
  const d = (part: Expression): Expression => differentiate(part, target, definitions);
  const { at } = of;
  const name = nameOf(target);
  if (!freeSymbols(of, definitions).has(name)) return number('0', at);
  switch (of.kind) {
    case 'symbol': {
      if (of.name === name && target.kind === 'symbol') return number('1', at);
      if (of.type === 'vector') return asArray(of, (places) => d(entryOf(of, places, definitions)));
      const definition = definitions.findLast(({ name }) => name === of.name);
      if (definition) return d(definition.expression);
      throw cannot(of.name, at);
    }
    case 'negate':
      return { ...of, of: d(of.of) };
    case 'add':
    case 'subtract':
      return binary(of.kind, d(of.left), d(of.right));
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
      if (!of.base && of.of.kind === 'mass' && of.of.of.kind === 'softmax')
        return ofLogit(of.of.of, placesOf(of.of), d, definitions);
      const quotient = binary('divide', d(of.of), of.of);
      if (!of.base) return quotient;
      if (freeSymbols(of.base, definitions).has(name)) throw cannot('a base that varies', at);
      return binary('divide', quotient, { kind: 'logarithm', of: of.base, at });
    }
    case 'exponential':
      return binary('multiply', of, d(of.of));
    case 'root': {
      const others: Expression = { kind: 'power', base: of, exponent: number(String(of.degree - 1), at), at };
      return binary('divide', d(of.of), binary('multiply', number(String(of.degree), at), others));
    }
    case 'power':
      return power(of, target, definitions);
    case 'mass': {
      const places = placesOf(of);
      if (of.of.kind === 'symbol' && of.of.name === name)
        return target.kind === 'mass' ? samePlaces(places, placesOf(target), at) : number('0', at);
      if (of.of.kind === 'softmax') return binary('multiply', of, ofLogit(of.of, places, d, definitions));
      const entry = entryOf(of.of, places, definitions);
      return entry.kind === 'mass' && entry.of.kind !== 'softmax' ? { ...of, of: d(of.of) } : d(entry);
    }
    case 'softmax':
      return asArray(of, (places) => d(massOf(of, places, at)));
    case 'array':
      return { ...of, body: d(of.body) };
    case 'derivative':
      return d(of.derivative);
    case 'fold': {
      if (of.over === 'sum') return summed(of, d(of.body));
      if (of.over !== 'product') throw cannot('an extremum', at);
      const shares: Expression = { ...of, over: 'sum', body: binary('divide', d(of.body), of.body) };
      return binary('multiply', of, shares);
    }
    case 'expectation': {
      const outcome: Expression = { kind: 'symbol', name: of.variable, type: 'outcome', at };
      const body = binary('multiply', massOf(of.pmf, [outcome], at), of.body);
      return d({ kind: 'fold', over: 'sum', variable: of.variable, body, at });
    }
    case 'quantity': {
      const sum = of.densities ? asAverage(of) : writtenOut(of, definitions);
      if (!sum) throw cannot(`\\${of.name}`, at);
      return d(sum);
    }
    case 'apply': {
      if (of.order === 2) throw cannot('a second derivative', at);
      const order = (of.order + 1) as 1 | 2;
      const body =
        of.body && differentiate(of.body, numberNamed(of.curve.defined!.parameter, at), definitions);
      return binary('multiply', { ...of, order, ...(body && { body }) }, d(of.point));
    }
    case 'special': {
      const [inside] = of.of as [Expression];
      if (of.name !== 'gamma') throw cannot('this', at);
      const slope = binary('multiply', of, { ...of, name: 'digamma' });
      return binary('multiply', slope, d(inside));
    }
    case 'density': {
      const slope = ofDensity(of, d, definitions);
      if (!slope) throw cannot('a density with a corner that moves', at);
      return slope;
    }
    case 'integral': {
      // Leibniz's rule: the integrand changes, and so do the ends.
      const atEnd = (end: Expression): Expression =>
        binary('multiply', substitute(of.body, new Map([[of.variable, end]])), d(end));
      const inside: Expression = { ...of, body: d(of.body) };
      const moves = (end: Expression): boolean => freeSymbols(end, definitions).has(name);
      const upper = moves(of.to) ? binary('add', inside, atEnd(of.to)) : inside;
      return moves(of.from) ? binary('subtract', upper, atEnd(of.from)) : upper;
    }
    case 'average': {
      const point: Expression = { kind: 'symbol', name: of.variable, type: 'real', at };
      const inside: Expression = { ...of, body: d(of.body) };
      if (!freeSymbols(of.density, definitions).has(name)) return inside;
      const value: Expression = { kind: 'density', of: of.density, point, at };
      const score = binary('divide', d(value), value);
      return binary('add', inside, { ...of, body: binary('multiply', of.body, score) });
    }
    default:
      throw cannot('this', at);
  }
}

function power(
  of: Extract<Expression, { kind: 'power' }>,
  target: Target,
  definitions: readonly Definition[],
): Expression {
  const { base, exponent, at } = of;
  if (!freeSymbols(exponent, definitions).has(nameOf(target))) {
    const less: Expression = {
      kind: 'power',
      base,
      exponent: binary('subtract', exponent, number('1', at)),
      at,
    };
    const slope = binary('multiply', exponent, less);
    return binary('multiply', slope, differentiate(base, target, definitions));
  }
  const log = binary('multiply', exponent, { kind: 'logarithm', of: base, at });
  return binary('multiply', of, differentiate(log, target, definitions));
}

/** A number that varies, by its name. */
export const numberNamed = (name: string, at: number): Target => ({ kind: 'symbol', name, type: 'real', at });

/** The name of the symbol that varies, or one of whose entries does. */
export const nameOf = (target: Target): string =>
  target.kind === 'symbol' ? target.name : target.of.kind === 'symbol' ? target.of.name : '';

export const placesOf = ({
  outcome,
  rest = [],
}: Extract<Expression, { kind: 'mass' }>): readonly Expression[] => [
  outcome,
  ...rest.map((place) => place.outcome),
];

/** The derivative of log softmax(z)(x): that of z(x) less the mean of those of z. */
function ofLogit(
  of: Extract<Expression, { kind: 'softmax' }>,
  places: readonly Expression[],
  d: (part: Expression) => Expression,
  definitions: readonly Definition[],
): Expression {
  const at = of.at + 0.015625;
  const axes = axesOf(sizesOf(of) ?? [OUTCOMES], at);
  const others = axes.map((axis) => variable(axis.variable, at));
  const mean = axes.reduceRight<Expression>(
    (inside, axis) =>
      summed(
        { kind: 'fold', over: 'sum', variable: axis.variable, ...rangeOf(axis.size, at), body: inside, at },
        inside,
      ),
    binary('multiply', massOf(of, others, at), d(entryOf(of.of, others, definitions))),
  );
  return binary('subtract', d(entryOf(of.of, places, definitions)), mean);
}

function asArray(of: Expression, entry: (places: readonly Expression[]) => Expression): Expression {
  const at = of.at + 0.03125;
  const axes = axesOf(sizesOf(of) ?? [OUTCOMES], at);
  return { kind: 'array', axes, body: entry(axes.map((axis) => variable(axis.variable, at))), at };
}

const cannot = (what: string, at: number): FormulaError =>
  new FormulaError(`${what} cannot be differentiated; write it out, or add \`% stated: reason\``, at);
