import type { Environment, Expression, Proposition, Relation } from '../../src/formula/expression.ts';
import type { Bound, Exact, Oracle } from '../../src/formula/oracle.ts';
import * as number from './number.ts';
import { compareReal, real, undefinedValue, zero } from './number.ts';
import type { Value } from './number.ts';
import { quantity } from './quantities.ts';

type Result = Value | { readonly kind: 'vector'; readonly entries: readonly Value[] };

const asExact = (result: Result): Exact => {
  if (result.kind === 'undefined') return result;
  if (result.kind === 'vector') return { kind: 'vector', entries: result.entries.map(asExact) };
  return { kind: 'number', digits: result.value.toSignificantDigits(50).toString(), scale: result.scale };
};

const asResult = (exact: Exact): Result => {
  if (exact.kind === 'undefined') return exact;
  if (exact.kind === 'vector')
    return { kind: 'vector', entries: exact.entries.map((entry) => asResult(entry) as Value) };
  return real(exact.digits, exact.scale);
};

/** Evaluates every expression from the definitions, at 60 digits. */
export const oracle: Oracle = {
  evaluate: (expression, environment, bound = {}) =>
    asExact(new Evaluation(environment).any(expression, bound)),
  holds: (proposition, environment, bound = {}) => new Evaluation(environment).holds(proposition, bound),
  compare: (left, right) => compare(asResult(left), asResult(right)),
};

function compare(a: Result, b: Result): { sign: -1 | 0 | 1; slack: number } | undefined {
  if (a.kind === 'number' && b.kind === 'number') return compareReal(a, b);
  if (a.kind !== 'vector' || b.kind !== 'vector') return undefined;
  if (a.entries.length !== b.entries.length) return { sign: 1, slack: Infinity };
  const entries = a.entries.map((entry, k) => compare(entry, b.entries[k]!));
  if (entries.includes(undefined)) return undefined;
  const slack = Math.max(...entries.map((entry) => Math.abs(entry!.slack)));
  return { sign: entries.every((entry) => entry!.sign === 0) ? 0 : 1, slack };
}

/** Sums inside of sums inside of sums would take for ever. */
const MOST_TERMS = 5000;

const symbolValues = new WeakMap<Environment, Map<string, Result>>();

class Evaluation {
  readonly environment: Environment;
  readonly values: Map<string, Result>;
  terms = 0;

  constructor(environment: Environment) {
    this.environment = environment;
    this.values = symbolValues.get(environment) ?? new Map<string, Result>();
    symbolValues.set(environment, this.values);
  }

  number(expression: Expression, bound: Bound): Value {
    const result = this.any(expression, bound);
    return result.kind === 'vector' ? undefinedValue('a pmf where a number is needed') : result;
  }

  vector(expression: Expression, bound: Bound): readonly Value[] {
    const result = this.any(expression, bound);
    return result.kind === 'vector' ? result.entries : [];
  }

  any(expression: Expression, bound: Bound): Result {
    switch (expression.kind) {
      case 'number':
        return real(expression.text);
      case 'infinity':
        return real(Infinity);
      case 'e':
        return number.exponential(number.one);
      case 'symbol':
        return this.symbol(expression.name, bound);
      case 'mass':
        return this.mass(expression.of, expression.outcome, bound);
      case 'tuple':
        return { kind: 'vector', entries: expression.entries.map((entry) => this.number(entry, bound)) };
      case 'negate':
        return each(this.any(expression.of, bound), number.negate);
      case 'add':
      case 'subtract':
      case 'multiply':
      case 'divide':
        return this.arithmetic(expression.kind, expression.left, expression.right, bound);
      case 'power':
        return number.power(this.number(expression.base, bound), this.number(expression.exponent, bound));
      case 'root':
        return number.root(this.number(expression.of, bound), expression.degree);
      case 'absolute':
        return number.absolute(this.number(expression.of, bound));
      case 'exponential':
        return number.exponential(this.number(expression.of, bound));
      case 'logarithm': {
        const value = number.logarithm(this.number(expression.of, bound));
        if (!expression.base) return value;
        return number.divide(value, number.logarithm(this.number(expression.base, bound)));
      }
      case 'fold':
        return this.fold(expression, bound);
      case 'extremum':
        return extremum(
          expression.which,
          expression.of.map((part) => this.number(part, bound)),
        );
      case 'expectation': {
        const terms = this.vector(expression.pmf, bound).map((mass, k) =>
          number.multiply(mass, this.number(expression.body, { ...bound, [expression.variable]: k + 1 })),
        );
        return terms.reduce(number.add, zero);
      }
      case 'quantity':
        return quantity(
          expression.name,
          expression.pmfs.map((pmf) => this.vector(pmf, bound)),
        );
    }
  }

  symbol(name: string, bound: Bound): Result {
    if (Object.hasOwn(bound, name)) return real(bound[name]!);
    const known = this.values.get(name);
    if (known) return known;
    const value = this.closed(name);
    this.values.set(name, value);
    return value;
  }

  closed(name: string): Result {
    const { definitions, values, outcomes } = this.environment;
    const definition = definitions.findLast((candidate) => candidate.name === name);
    if (definition) {
      const { parameter, expression } = definition;
      if (parameter === undefined) return this.any(expression, {});
      const entries = Array.from({ length: outcomes }, (_, k) =>
        this.number(expression, { [parameter]: k + 1 }),
      );
      return { kind: 'vector', entries };
    }
    const given = Object.hasOwn(values, name) ? values[name]! : String(outcomes);
    return typeof given === 'string'
      ? real(given)
      : { kind: 'vector', entries: given.map((mass) => real(mass)) };
  }

  mass(of: Expression, outcome: Expression, bound: Bound): Value {
    const masses = this.vector(of, bound);
    const index = this.number(outcome, bound);
    if (index.kind === 'undefined') return index;
    if (!index.value.isInteger() || index.value.lt(1) || index.value.gt(masses.length)) {
      return undefinedValue(`there is no outcome ${index.value.toString()} among ${masses.length}`);
    }
    return masses[index.value.toNumber() - 1]!;
  }

  arithmetic(
    kind: 'add' | 'subtract' | 'multiply' | 'divide',
    left: Expression,
    right: Expression,
    bound: Bound,
  ): Result {
    const a = this.any(left, bound);
    const b = this.any(right, bound);
    const operation = {
      add: number.add,
      subtract: (x: Value, y: Value) => number.add(x, number.negate(y)),
      multiply: number.multiply,
      divide: number.divide,
    }[kind];
    if (a.kind === 'vector' && b.kind === 'vector') {
      if (a.entries.length !== b.entries.length)
        return undefinedValue(`${a.entries.length} and ${b.entries.length} outcomes`);
      return { kind: 'vector', entries: a.entries.map((entry, k) => operation(entry, b.entries[k]!)) };
    }
    if (a.kind === 'vector') return each(a, (entry) => operation(entry, b as Value));
    return each(b, (entry) => operation(a, entry));
  }

  fold(fold: Extract<Expression, { kind: 'fold' }>, bound: Bound): Value {
    const end = (expression: Expression | undefined, otherwise: number): number | undefined => {
      const value = expression ? this.number(expression, bound) : real(otherwise);
      return value.kind === 'number' && value.value.isInteger() && value.value.abs().lte(1000)
        ? value.value.toNumber()
        : undefined;
    };
    const first = end(fold.from, 1);
    const last = end(fold.to, this.environment.outcomes);
    if (first === undefined || last === undefined)
      return undefinedValue('a sum whose ends are not integers up to 1000');
    if (!((this.terms += last - first + 1) <= MOST_TERMS))
      return undefinedValue(`a sum of more than ${MOST_TERMS} terms`);
    const terms: Value[] = [];
    for (let k = first; k <= last; k++) {
      const inside = { ...bound, [fold.variable]: k };
      if (!fold.where || this.holds(fold.where, inside)) terms.push(this.number(fold.body, inside));
    }
    if (fold.over === 'sum') return terms.reduce(number.add, zero);
    if (fold.over === 'product') return terms.reduce(number.multiply, number.one);
    return extremum(fold.over, terms);
  }

  holds(proposition: Proposition, bound: Bound): boolean {
    switch (proposition.kind) {
      case 'and':
        return proposition.parts.every((part) => this.holds(part, bound));
      case 'implies':
        return !this.holds(proposition.left, bound) || this.holds(proposition.right, bound);
      case 'iff':
        return this.holds(proposition.left, bound) === this.holds(proposition.right, bound);
      case 'chain': {
        const sides = proposition.sides.map((side) => this.any(side.expression, bound));
        return proposition.relations.every((relation, k) => related(relation, sides[k]!, sides[k + 1]!));
      }
    }
  }
}

function related(relation: Relation, left: Result, right: Result): boolean {
  if (relation.sign === '∈') return true;
  if (relation.sign === '≪') {
    if (left.kind !== 'vector' || right.kind !== 'vector') return false;
    const isZero = (value: Value | undefined): boolean => value?.kind === 'number' && value.value.isZero();
    return left.entries.every((mass, x) => isZero(mass) || !isZero(right.entries[x])) !== relation.negated;
  }
  const sign = compare(left, right)?.sign;
  if (sign === undefined) return false;
  const signs = { '=': [0], '≈': [0], '≤': [-1, 0], '≥': [0, 1], '<': [-1], '>': [1] }[relation.sign];
  return signs.includes(sign) !== relation.negated;
}

function each(result: Result, operation: (value: Value) => Value): Result {
  return result.kind === 'vector'
    ? { kind: 'vector', entries: result.entries.map(operation) }
    : operation(result);
}

function extremum(which: 'maximum' | 'minimum', values: readonly Value[]): Value {
  let best: Value = real(which === 'maximum' ? -Infinity : Infinity);
  for (const value of values) {
    if (value.kind === 'undefined') return value;
    if (which === 'maximum' ? value.value.gt(best.value) : value.value.lt(best.value)) best = value;
  }
  return best;
}
