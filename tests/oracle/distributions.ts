import type { Expression } from '../../src/formula/expression.ts';
import { undefinedValue } from './arithmetic.ts';
import type { Value } from './arithmetic.ts';
import type { Bindings, Evaluation } from './evaluation.ts';
import { operations } from './operations.ts';

interface Numbers {
  readonly kind: 'number';
}
type Family = Extract<Expression, { readonly kind: 'family' }>['family'];

/** A density on the line, or a pmf on 0, 1, 2, …, from its formula. */
export interface Distribution<N> {
  readonly discrete: boolean;
  readonly value: (x: N) => Value<N>;
  /** The ends of where it is positive. */
  readonly from: N;
  readonly to: N;
  /** Where its mass is, and where it has a corner. */
  readonly breaks: readonly N[];
  readonly width: N;
  /** Its quantiles are origin + scale · z, z those of a distribution that all of the family share. */
  readonly standard?: { readonly family: Family; readonly origin: N; readonly scale: N };
}
type Made<N> = Distribution<N> | { readonly kind: 'undefined'; readonly why: string };
const isMade = <N>(made: Made<N>): made is Distribution<N> => !('kind' in made);

/** The distribution of a family with these parameters. */
function member<N extends Numbers>(
  evaluation: Evaluation<N>,
  family: Family,
  parameters: readonly N[],
): Made<N> {
  const { arithmetic } = evaluation;
  const o = operations(arithmetic);
  const { add, minus, multiply, divide, power, exp, negate, root, square, zero, one } = o;
  const [first, second = one] = parameters as [N, N?];
  const [two, infinity] = [o.read('2'), o.read('Infinity')];
  const below = negate(infinity) as N;
  const positive = (x: N): boolean => o.below(zero, x);
  const between = (x: N): boolean => positive(x) && o.below(x, one);
  const refuse = (what: string): Made<N> => undefinedValue(what);
  const discrete = (value: (k: number, x: N) => Value<N>, to: N, middle: Value<N>): Made<N> => ({
    discrete: true,
    value: (x) => {
      const k = arithmetic.integer(x);
      return k === undefined || k < 0 || o.below(to, x) ? zero : value(k, x);
    },
    from: zero,
    to,
    breaks: [middle as N],
    width: one,
  });
  switch (family) {
    case 'normal': {
      if (!positive(second)) return refuse('a variance that is not positive');
      const height = divide(one, root(multiply(multiply(two, arithmetic.numerical.pi), second)));
      const steepness = negate(divide(one, multiply(two, second)));
      const width = root(second) as N;
      const value = (x: N): Value<N> => multiply(height, exp(multiply(steepness, square(minus(x, first)))));
      const standard = { family, origin: first, scale: width };
      return { discrete: false, value, from: below, to: infinity, breaks: [first], width, standard };
    }
    case 'uniform': {
      if (!o.below(first, second)) return refuse('an interval without length');
      const width = minus(second, first) as N;
      const value = (x: N): Value<N> => (o.below(x, first) || o.below(second, x) ? zero : divide(one, width));
      const standard = { family, origin: first, scale: width };
      return { discrete: false, value, from: first, to: second, breaks: [first, second], width, standard };
    }
    case 'exponential': {
      if (!positive(first)) return refuse('a rate that is not positive');
      const width = divide(one, first) as N;
      const value = (x: N): Value<N> =>
        o.below(x, zero) ? zero : multiply(first, exp(negate(multiply(first, x))));
      const standard = { family, origin: zero, scale: width };
      return { discrete: false, value, from: zero, to: infinity, breaks: [zero], width, standard };
    }
    case 'Laplace': {
      if (!positive(second)) return refuse('a scale that is not positive');
      const height = divide(one, multiply(two, second));
      const steepness = negate(divide(one, second));
      const value = (x: N): Value<N> =>
        multiply(height, exp(multiply(steepness, o.absolute(minus(x, first)))));
      const standard = { family, origin: first, scale: second };
      return { discrete: false, value, from: below, to: infinity, breaks: [first], width: second, standard };
    }
    case 'gamma': {
      if (!positive(first) || !positive(second)) return refuse('a shape or scale that is not positive');
      const height = multiply(arithmetic.numerical.gamma(first), power(second, first));
      const value = (x: N): Value<N> =>
        o.below(x, zero)
          ? zero
          : divide(multiply(power(x, minus(first, one)), exp(negate(divide(x, second)))), height);
      const mean = multiply(first, second) as N;
      return { discrete: false, value, from: zero, to: infinity, breaks: [zero, mean], width: second };
    }
    case 'beta': {
      if (!positive(first) || !positive(second)) return refuse('a shape that is not positive');
      const { gamma } = arithmetic.numerical;
      const height = divide(multiply(gamma(first), gamma(second)), gamma(add(first, second) as N));
      const value = (x: N): Value<N> =>
        o.below(x, zero) || o.below(one, x)
          ? zero
          : divide(multiply(power(x, minus(first, one)), power(minus(one, x), minus(second, one))), height);
      const mean = divide(first, add(first, second)) as N;
      return { discrete: false, value, from: zero, to: one, breaks: [zero, mean, one], width: one };
    }
    case 'Bernoulli':
      if (!between(first)) return refuse('a probability that is not between 0 and 1');
      return discrete((k) => (k === 1 ? first : minus(one, first)), one, one);
    case 'binomial': {
      const trials = arithmetic.integer(first);
      if (trials === undefined || trials < 0 || !between(second)) return refuse('no binomial distribution');
      const value = (k: number, x: N): Value<N> => {
        const both = multiply(power(second, x), power(minus(one, second), minus(first, x)));
        return multiply(o.read(choose(trials, k)), both);
      };
      return discrete(value, first, multiply(first, second));
    }
    case 'geometric':
      if (!between(first)) return refuse('a probability that is not between 0 and 1');
      return discrete((_, x) => multiply(first, power(minus(one, first), x)), infinity, divide(one, first));
    case 'Poisson': {
      if (!positive(first)) return refuse('a mean that is not positive');
      const start = exp(negate(first));
      const value = (k: number, x: N): Value<N> =>
        divide(multiply(start, power(first, x)), o.read(factorial(k)));
      return discrete(value, infinity, first);
    }
  }
}

function factorial(k: number): string {
  let product = 1n;
  for (let j = 2n; j <= BigInt(k); j++) product *= j;
  return product.toString();
}
function choose(n: number, k: number): string {
  let value = 1n;
  for (let j = 1n; j <= BigInt(k); j++) value = (value * (BigInt(n) - j + 1n)) / j;
  return value.toString();
}

/** The distribution that an expression stands for: of a family, a mixture, or what the instance gives. */
export function distribution<N extends Numbers>(
  evaluation: Evaluation<N>,
  of: Expression,
  bound: Bindings<N>,
): Made<N> {
  switch (of.kind) {
    case 'family': {
      const parameters = of.parameters.map((parameter) => evaluation.number(parameter, bound));
      const missing = parameters.find((value) => value.kind === 'undefined');
      return missing?.kind === 'undefined' ? missing : member(evaluation, of.family, parameters as N[]);
    }
    case 'symbol':
      return named(evaluation, of.name);
    default: {
      const parts = components(evaluation, of, bound, evaluation.arithmetic.one);
      return mixture(evaluation, parts);
    }
  }
}

function named<N extends Numbers>(evaluation: Evaluation<N>, name: string): Made<N> {
  const { densities, environment } = evaluation;
  const known = densities.get(name);
  if (known) return known;
  const definition = environment.definitions.findLast((candidate) => candidate.name === name);
  const given = environment.values[name];
  const made = definition
    ? distribution(evaluation, definition.expression, {})
    : typeof given === 'string'
      ? sampled(evaluation, given)
      : undefinedValue(`no density is given for ${name}`);
  densities.set(name, made);
  return made;
}

interface Component<N> {
  readonly density: Made<N>;
  readonly weight: Value<N>;
}

function components<N extends Numbers>(
  evaluation: Evaluation<N>,
  of: Expression,
  bound: Bindings<N>,
  weight: Value<N>,
): Component<N>[] {
  const { arithmetic: a } = evaluation;
  const scalar = (part: Expression): Value<N> => evaluation.number(part, bound);
  const isDensity = (part: Expression): boolean =>
    part.kind === 'family' ||
    (part.kind === 'symbol' && part.type === 'density') ||
    (part.kind === 'negate' && isDensity(part.of)) ||
    (['add', 'subtract', 'multiply', 'divide'].includes(part.kind) &&
      'left' in part &&
      'right' in part &&
      (isDensity(part.left as Expression) || isDensity(part.right as Expression)));
  switch (of.kind) {
    case 'add':
    case 'subtract': {
      const other = of.kind === 'add' ? weight : a.negate(weight);
      return [
        ...components(evaluation, of.left, bound, weight),
        ...components(evaluation, of.right, bound, other),
      ];
    }
    case 'negate':
      return components(evaluation, of.of, bound, a.negate(weight));
    case 'divide':
      return components(evaluation, of.left, bound, a.divide(weight, scalar(of.right)));
    case 'multiply': {
      const [density, factor] = isDensity(of.left) ? [of.left, of.right] : [of.right, of.left];
      return components(evaluation, density, bound, a.multiply(weight, scalar(factor)));
    }
    default:
      return [{ density: distribution(evaluation, of, bound), weight }];
  }
}

function mixture<N extends Numbers>(evaluation: Evaluation<N>, parts: readonly Component<N>[]): Made<N> {
  const { arithmetic } = evaluation;
  const o = operations(arithmetic);
  const held = parts.filter(({ weight }) => !o.isZero(weight));
  for (const { density, weight } of held) {
    if (!isMade(density)) return density;
    if (weight.kind === 'undefined') return weight;
    if (o.below(weight, o.zero)) return undefinedValue('a mixture with a negative weight');
  }
  const all = held.map(({ density }) => density as Distribution<N>);
  const total = o.sum(held.map(({ weight }) => weight));
  if (total.kind !== 'number' || !arithmetic.mayEqual(total as N, o.one))
    return undefinedValue('a mixture whose weights do not sum to 1');
  if (all.some(({ discrete }) => discrete !== all[0]!.discrete))
    return undefinedValue('a mixture of a density and a pmf on the integers');
  const extreme = (values: readonly N[], wanted: 'least' | 'greatest'): N =>
    values.reduce((best, value) => (o.below(value, best) === (wanted === 'least') ? value : best));
  return {
    discrete: all[0]!.discrete,
    value: (x) => o.sum(held.map(({ weight }, k) => o.multiply(weight, all[k]!.value(x)))),
    from: extreme(
      all.map(({ from }) => from),
      'least',
    ),
    to: extreme(
      all.map(({ to }) => to),
      'greatest',
    ),
    breaks: all.flatMap(({ breaks }) => breaks),
    width: extreme(
      all.map(({ width }) => width),
      'least',
    ),
  };
}

const SAMPLED: Readonly<Record<string, Family>> = {
  N: 'normal',
  U: 'uniform',
  Exp: 'exponential',
  Laplace: 'Laplace',
  Gamma: 'gamma',
  Beta: 'beta',
};

/** `N(0, 1)`, or `0.3 N(0, 1) + 0.7 Laplace(2, 1)`. */
function sampled<N extends Numbers>(evaluation: Evaluation<N>, text: string): Made<N> {
  const { arithmetic } = evaluation;
  const parts = text.split(' + ').map((part): Component<N> => {
    const [, weight = '1', name = '', inside = ''] = /^(?:([\d.]+) )?(\w+)\((.*)\)$/.exec(part)!;
    const parameters = inside.split(', ').map((value) => arithmetic.read(value));
    return { density: member(evaluation, SAMPLED[name]!, parameters), weight: arithmetic.read(weight) };
  });
  return parts.length === 1 ? parts[0]!.density : mixture(evaluation, parts);
}
