import type { Definition } from './environment.ts';
import type { Expression } from './expression.ts';
import type { FamilyName } from './family-table.ts';
import { binary, number } from './simplify.ts';

type Of<Kind extends Expression['kind']> = Extract<Expression, { readonly kind: Kind }>;

const log = (of: Expression): Expression => ({ kind: 'logarithm', of, at: of.at });
const logGamma = (of: Expression): Expression => log({ kind: 'special', name: 'gamma', of: [of], at: of.at });

/** The logarithm of a density or mass at x, up to what no parameter enters; undefined where a parameter moves a corner. */
function logarithmOf(
  family: FamilyName,
  [a, b]: readonly Expression[],
  x: Expression,
): Expression | undefined {
  const { at } = x;
  const one = number('1', at);
  const two = number('2', at);
  const minus = (left: Expression, right: Expression): Expression => binary('subtract', left, right);
  const times = (left: Expression, right: Expression): Expression => binary('multiply', left, right);
  switch (family) {
    case 'normal': {
      const square: Expression = { kind: 'power', base: minus(x, a!), exponent: two, at };
      const exponent = binary('divide', square, times(two, b!));
      return minus({ kind: 'negate', of: exponent, at }, binary('divide', log(b!), two));
    }
    case 'exponential':
      return minus(log(a!), times(a!, x));
    case 'gamma': {
      const powers = minus(times(minus(a!, one), log(x)), binary('divide', x, b!));
      return minus(minus(powers, logGamma(a!)), times(a!, log(b!)));
    }
    case 'beta': {
      const powers = binary('add', times(minus(a!, one), log(x)), times(minus(b!, one), log(minus(one, x))));
      const height = minus(logGamma(binary('add', a!, b!)), binary('add', logGamma(a!), logGamma(b!)));
      return binary('add', powers, height);
    }
    case 'Poisson':
      return minus(times(x, log(a!)), a!);
    case 'geometric':
      return binary('add', log(a!), times(x, log(minus(one, a!))));
    case 'Bernoulli':
      return binary('add', times(x, log(a!)), times(minus(one, x), log(minus(one, a!))));
    case 'binomial':
      return binary('add', times(x, log(b!)), times(minus(a!, x), log(minus(one, b!))));
    case 'uniform':
    case 'Laplace':
      return undefined;
  }
}

/**
 * p(x) · (log p(x))′ for one of a family, and the sum of such for a mixture: the derivative of a density at a point.
 * Undefined where it has none.
 */
export function ofDensity(
  { of, point, at }: Of<'density'>,
  d: (part: Expression) => Expression,
  definitions: readonly Definition[],
): Expression | undefined {
  const again = (part: Expression): Expression | undefined =>
    ofDensity({ kind: 'density', of: part, point, at }, d, definitions);
  const value = (part: Expression): Expression => ({ kind: 'density', of: part, point, at });
  switch (of.kind) {
    case 'symbol': {
      const definition = definitions.findLast(({ name }) => name === of.name);
      return definition && again(definition.expression);
    }
    case 'family': {
      const logarithm = logarithmOf(of.family, of.parameters, point);
      return logarithm && binary('multiply', value(of), d(logarithm));
    }
    case 'negate': {
      const inside = again(of.of);
      return inside && { kind: 'negate', of: inside, at };
    }
    case 'add':
    case 'subtract': {
      const [left, right] = [again(of.left), again(of.right)];
      return left && right && binary(of.kind, left, right);
    }
    case 'multiply': {
      const [density, factor] = isDensity(of.left) ? [of.left, of.right] : [of.right, of.left];
      const inside = again(density);
      return (
        inside &&
        binary('add', binary('multiply', d(factor), value(density)), binary('multiply', factor, inside))
      );
    }
    case 'divide': {
      const reciprocal = binary('divide', number('1', at), of.right);
      return again({ kind: 'multiply', left: of.left, right: reciprocal, at });
    }
    default:
      return undefined;
  }
}

function isDensity(of: Expression): boolean {
  if (of.kind === 'family') return true;
  if (of.kind === 'symbol') return of.type === 'density';
  if (of.kind === 'negate') return isDensity(of.of);
  const mixes = of.kind === 'add' || of.kind === 'subtract' || of.kind === 'multiply' || of.kind === 'divide';
  return mixes && (isDensity(of.left) || isDensity(of.right));
}

/** The expectation that \KL{p}{q}, \H{p} or \CE{p}{q} is. */
export function asAverage({ name, pmfs, at }: Of<'quantity'>): Expression | undefined {
  const variable = `@density${at}`;
  const [p, q = p] = pmfs as [Expression, Expression?];
  const point: Expression = { kind: 'symbol', name: variable, type: 'real', at };
  const logarithm = (of: Expression): Expression => log({ kind: 'density', of, point, at });
  const bodies: Partial<Record<typeof name, Expression>> = {
    KL: binary('subtract', logarithm(p), logarithm(q!)),
    H: { kind: 'negate', of: logarithm(p), at },
    CE: { kind: 'negate', of: logarithm(q!), at },
  };
  const body = bodies[name];
  return body && { kind: 'average', variable, density: p, body, densities: [q!], kinks: [], at };
}
