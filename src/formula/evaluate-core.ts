import * as core from '../core/index.ts';
import type { Environment, Expression, Proposition, QuantityName } from './expression.ts';
import type { Bound } from './oracle.ts';
import { exactVector, integerWeights } from './rational.ts';

/** A double, and the size of the terms that made it: rounding errors are a few units of scale · 2⁻⁵³. */
export interface Approximate {
  readonly value: number;
  readonly scale: number;
}

/** Evaluates an expression in doubles, its quantities by the core. An undefined value is NaN. */
export function evaluateCore(
  expression: Expression,
  environment: Environment,
  bound: Bound = {},
): Approximate {
  return new CoreEvaluation(environment).number(expression, bound);
}

type Vector = readonly Approximate[];

const real = (value: number, scale = 0): Approximate => {
  const size = Number.isFinite(value) ? Math.abs(value) : 0;
  return { value, scale: Math.max(size, scale, Number.MIN_VALUE) };
};
const isZero = (a: Approximate): boolean => a.value === 0;
const size = (a: Approximate): number => (Number.isFinite(a.value) ? Math.abs(a.value) : 0);
const add = (a: Approximate, b: Approximate): Approximate => real(a.value + b.value, a.scale + b.scale);
const negate = (a: Approximate): Approximate => ({ ...a, value: -a.value });
const multiply = (a: Approximate, b: Approximate): Approximate =>
  isZero(a) || isZero(b) ? real(0) : real(a.value * b.value, a.scale * size(b) + size(a) * b.scale);

function divide(a: Approximate, b: Approximate): Approximate {
  if (isZero(b)) return real(isZero(a) ? NaN : a.value / 0);
  return real(a.value / (b.value + 0), a.scale / Math.abs(b.value) + (size(a) * b.scale) / b.value / b.value);
}

function logarithm(a: Approximate): Approximate {
  const value = Math.log(a.value);
  return real(value, a.value > 0 && Number.isFinite(a.value) ? a.scale / a.value + Math.abs(value) : 0);
}

function exponential(a: Approximate): Approximate {
  const value = Math.exp(a.value);
  return real(value, Number.isFinite(value) ? value * (1 + a.scale) : 0);
}

function power(a: Approximate, b: Approximate): Approximate {
  if (b.value === 0) return real(1);
  const value = a.value ** b.value;
  const relative = size(b) * (a.scale / Math.abs(a.value)) + b.scale * Math.abs(Math.log(Math.abs(a.value)));
  return real(value, Number.isFinite(value) && !isZero(a) ? Math.abs(value) * relative : 0);
}

function root(a: Approximate, degree: number): Approximate {
  const value = degree === 2 ? Math.sqrt(a.value) : a.value ** (1 / degree);
  return real(value, isZero(a) || !Number.isFinite(value) ? 0 : (a.scale / Math.abs(a.value)) * value);
}

class CoreEvaluation {
  readonly environment: Environment;

  constructor(environment: Environment) {
    this.environment = environment;
  }

  number(expression: Expression, bound: Bound): Approximate {
    const value = this.any(expression, bound);
    return 'value' in value ? value : real(NaN);
  }

  vector(expression: Expression, bound: Bound): Vector {
    const value = this.any(expression, bound);
    return 'value' in value ? [] : value;
  }

  any(expression: Expression, bound: Bound): Approximate | Vector {
    const at = (part: Expression): Approximate => this.number(part, bound);
    switch (expression.kind) {
      case 'number':
        return real(Number(expression.text));
      case 'infinity':
        return real(Infinity);
      case 'e':
        return real(Math.E);
      case 'symbol':
        return this.symbol(expression.name, bound);
      case 'mass':
        return this.vector(expression.of, bound)[at(expression.outcome).value - 1] ?? real(NaN);
      case 'tuple':
        return expression.entries.map(at);
      case 'negate':
        return each(this.any(expression.of, bound), negate);
      case 'add':
      case 'subtract':
      case 'multiply':
      case 'divide':
        return this.arithmetic(expression.kind, expression.left, expression.right, bound);
      case 'power':
        return power(at(expression.base), at(expression.exponent));
      case 'root':
        return root(at(expression.of), expression.degree);
      case 'absolute': {
        const of = at(expression.of);
        return { ...of, value: Math.abs(of.value) };
      }
      case 'exponential':
        return exponential(at(expression.of));
      case 'logarithm':
        return expression.base
          ? divide(logarithm(at(expression.of)), logarithm(at(expression.base)))
          : logarithm(at(expression.of));
      case 'fold':
        return this.fold(expression, bound);
      case 'extremum':
        return extremum(expression.which, expression.of.map(at));
      case 'expectation':
        return this.vector(expression.pmf, bound)
          .map((mass, k) =>
            multiply(mass, this.number(expression.body, { ...bound, [expression.variable]: k + 1 })),
          )
          .reduce(add, real(0));
      case 'quantity':
        return this.quantity(expression.name, expression.pmfs, bound);
    }
  }

  symbol(name: string, bound: Bound): Approximate | Vector {
    if (Object.hasOwn(bound, name)) return real(bound[name]!);
    const { definitions, values, outcomes } = this.environment;
    const definition = definitions.findLast((candidate) => candidate.name === name);
    if (definition) {
      const { parameter, expression } = definition;
      if (parameter === undefined) return this.any(expression, {});
      return Array.from({ length: outcomes }, (_, k) => this.number(expression, { [parameter]: k + 1 }));
    }
    const given = Object.hasOwn(values, name) ? values[name]! : String(outcomes);
    return typeof given === 'string' ? real(Number(given)) : given.map((mass) => real(Number(mass)));
  }

  arithmetic(
    kind: 'add' | 'subtract' | 'multiply' | 'divide',
    left: Expression,
    right: Expression,
    bound: Bound,
  ): Approximate | Vector {
    const a = this.any(left, bound);
    const b = this.any(right, bound);
    const operation = {
      add,
      subtract: (x: Approximate, y: Approximate) => add(x, negate(y)),
      multiply,
      divide,
    }[kind];
    if ('value' in a) return each(b, (entry) => operation(a, entry));
    return a.map((entry, k) => operation(entry, 'value' in b ? b : (b[k] ?? real(NaN))));
  }

  fold(fold: Extract<Expression, { kind: 'fold' }>, bound: Bound): Approximate {
    const first = fold.from ? this.number(fold.from, bound).value : 1;
    const last = fold.to ? this.number(fold.to, bound).value : this.environment.outcomes;
    if (!(Number.isInteger(first) && Number.isInteger(last) && last <= 1000)) return real(NaN);
    const terms: Approximate[] = [];
    for (let k = first; k <= last; k++) {
      const inside = { ...bound, [fold.variable]: k };
      if (!fold.where || this.holds(fold.where, inside)) terms.push(this.number(fold.body, inside));
    }
    if (fold.over === 'sum') return terms.reduce(add, real(0));
    if (fold.over === 'product') return terms.reduce(multiply, real(1));
    return extremum(fold.over, terms);
  }

  /** Conditions of sums, such as P(x) > 0: on the masses themselves, so that doubles decide them rightly. */
  holds(proposition: Proposition, bound: Bound): boolean {
    if (proposition.kind === 'and') return proposition.parts.every((part) => this.holds(part, bound));
    if (proposition.kind !== 'chain') return false;
    const sides = proposition.sides.map((side) => this.number(side.expression, bound).value);
    return proposition.relations.every(({ sign, negated }, k) => {
      const [a, b] = [sides[k]!, sides[k + 1]!];
      const holds = {
        '=': a === b,
        '≈': a === b,
        '≤': a <= b,
        '≥': a >= b,
        '<': a < b,
        '>': a > b,
        '≪': false,
        '∈': true,
      }[sign];
      return holds !== negated;
    });
  }

  quantity(name: QuantityName, arguments_: readonly Expression[], bound: Bound): Approximate {
    const weights = arguments_.map((argument) => {
      const exact = exactVector(argument, this.environment, bound);
      return exact && integerWeights(exact);
    });
    const exact = !weights.includes(undefined);
    try {
      const pmfs = arguments_.map((argument, k) => {
        return core.fromWeights(weights[k] ?? this.vector(argument, bound).map((mass) => mass.value));
      });
      const value = coreQuantity(name, pmfs[0]!, pmfs[1] ?? pmfs[0]!);
      // Rounded masses move a divergence by about its root, and a distance by about 1, times the rounding.
      return real(
        value,
        exact || !Number.isFinite(value)
          ? 0
          : value + (['KL', 'JSD', 'Jeffreys'].includes(name) ? Math.sqrt(value) : 1),
      );
    } catch (error) {
      if (error instanceof core.DomainError) return real(NaN);
      throw error;
    }
  }
}

function coreQuantity(name: QuantityName, p: core.Pmf, q: core.Pmf): number {
  switch (name) {
    case 'KL':
      return core.klDivergence(p, q);
    case 'JSD':
      return core.jensenShannonDivergence(p, q);
    case 'JSDist':
      return core.jensenShannonDistance(p, q);
    case 'Jeffreys':
      return core.jeffreysDivergence(p, q);
    case 'H':
      return core.entropy(p);
    case 'CE':
      return core.crossEntropy(p, q);
    case 'TV':
      return core.totalVariationDistance(p, q);
    case 'W': {
      const onLine = (masses: core.Pmf): core.WeightedPoints =>
        core.pointsOnLine(
          Float64Array.from({ length: masses.length }, (_, k) => k + 1),
          masses,
        );
      return core.wassersteinDistance(onLine(p), onLine(q), { order: 1 });
    }
  }
}

function each(
  value: Approximate | Vector,
  operation: (entry: Approximate) => Approximate,
): Approximate | Vector {
  return 'value' in value ? operation(value) : value.map(operation);
}

function extremum(which: 'maximum' | 'minimum', values: readonly Approximate[]): Approximate {
  const best = which === 'maximum' ? Math.max : Math.min;
  return real(best(...values.map(({ value }) => value)), Math.max(...values.map(({ scale }) => scale)));
}
