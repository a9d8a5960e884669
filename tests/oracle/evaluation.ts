import type { Environment } from '../../src/formula/environment.ts';
import type { Expression } from '../../src/formula/expression.ts';
import type { Proposition } from '../../src/formula/proposition.ts';
import { sum, undefinedValue } from './arithmetic.ts';
import type { Arithmetic, Value } from './arithmetic.ts';
import { conditionals, entriesOf, entryAt, extent, indicator } from './arrays.ts';
import { calculus } from './calculus.ts';
import { binomial, factorial } from './counting.ts';
import { curves, generatorOf } from './curves.ts';
import { Quantities } from './quantities.ts';
import { distribution } from './distributions.ts';
import { functional } from './functionals.ts';
import { related } from './relations.ts';

interface Numbers {
  readonly kind: 'number';
}
export interface Entries<N> {
  readonly kind: 'vector';
  readonly entries: readonly Value<N>[];
}
export type Result<N> = Value<N> | Entries<N>;
/** What the variables of the sums and integrals around an expression stand for. */
export type Bindings<N> = Readonly<Record<string, N>>;

/** Sums inside of sums inside of sums would take for ever. */
const MOST_TERMS = 5000;

/** Evaluates expressions from the definitions, in one arithmetic and one environment. */
export class Evaluation<N extends Numbers> {
  readonly arithmetic: Arithmetic<N>;
  readonly environment: Environment;
  readonly quantities: Quantities<N>;
  readonly values: Map<string, Result<N>>;
  readonly densities = new Map<string, ReturnType<typeof distribution<N>>>();
  readonly integers = new Map<number, N>();
  /** How many integrals are being taken, one inside of the other. */
  nested = 0;
  terms = 0;

  constructor(arithmetic: Arithmetic<N>, environment: Environment, values = new Map<string, Result<N>>()) {
    this.arithmetic = arithmetic;
    this.environment = environment;
    this.quantities = new Quantities(arithmetic);
    this.values = values;
  }

  integer(k: number): N {
    const known = this.integers.get(k) ?? this.arithmetic.read(String(k));
    this.integers.set(k, known);
    return known;
  }

  number(expression: Expression, bound: Bindings<N>): Value<N> {
    const result = this.any(expression, bound);
    return result.kind === 'vector' ? undefinedValue('a pmf where a number is needed') : result;
  }

  vector(expression: Expression, bound: Bindings<N>): readonly Value<N>[] {
    const result = this.any(expression, bound);
    return result.kind === 'vector' ? result.entries : [];
  }

  any(expression: Expression, bound: Bindings<N>): Result<N> {
    const { arithmetic } = this;
    const at = (part: Expression): Value<N> => this.number(part, bound);
    switch (expression.kind) {
      case 'number':
        return arithmetic.read(expression.text);
      case 'infinity':
        return arithmetic.read('Infinity');
      case 'e':
        return arithmetic.exponential(arithmetic.one);
      case 'symbol':
        return this.symbol(expression.name, bound);
      case 'mass':
        return entryAt(this, expression, bound);
      case 'array':
        return { kind: 'vector', entries: entriesOf(this, expression, bound) };
      case 'conditional':
        return { kind: 'vector', entries: conditionals(this, expression, bound) };
      case 'softmax':
        return this.softmax(expression, bound);
      case 'indicator':
        return indicator(this, expression.where, bound);
      case 'tuple':
        return { kind: 'vector', entries: expression.entries.map(at) };
      case 'negate':
        return each(this.any(expression.of, bound), (value) => arithmetic.negate(value));
      case 'add':
      case 'subtract':
      case 'multiply':
      case 'divide':
        return this.arithmeticOf(expression, bound);
      case 'power':
        return arithmetic.power(at(expression.base), at(expression.exponent));
      case 'root':
        return arithmetic.root(at(expression.of), expression.degree);
      case 'absolute':
        return arithmetic.absolute(at(expression.of));
      case 'exponential':
        return arithmetic.exponential(at(expression.of));
      case 'logarithm': {
        const value = arithmetic.logarithm(at(expression.of));
        if (!expression.base) return value;
        return arithmetic.divide(value, arithmetic.logarithm(at(expression.base)));
      }
      case 'rounded':
        return arithmetic.round(at(expression.of), expression.which);
      case 'binomial':
        return binomial(arithmetic, at(expression.above), at(expression.below));
      case 'factorial':
        return factorial(arithmetic, at(expression.of));
      case 'fold':
        return this.fold(expression, bound);
      case 'extremum':
        return this.extremum(expression.which, expression.of.map(at));
      case 'expectation': {
        const terms = this.vector(expression.pmf, bound).map((mass, k) =>
          arithmetic.multiply(
            mass,
            this.number(expression.body, { ...bound, [expression.variable]: this.integer(k + 1) }),
          ),
        );
        return sum(arithmetic, terms);
      }
      case 'quantity':
        return this.quantity(expression, bound);
      case 'curve':
      case 'apply':
      case 'conjugate':
      case 'search':
        return curves(this, expression, bound);
      default:
        return calculus(this, expression, bound);
    }
  }

  quantity(of: Extract<Expression, { kind: 'quantity' }>, bound: Bindings<N>): Value<N> {
    if (of.densities) return functional(this, of, bound);
    const pmfs = of.pmfs.map((pmf) => this.vector(pmf, bound));
    const [first] = of.parameters;
    if (first?.kind === 'curve')
      return this.quantities.evaluate(of.name, pmfs, { generator: generatorOf(this, first) });
    const parameters = of.parameters.map((parameter) => this.any(parameter, bound));
    const weights = parameters.flatMap((value) => (value.kind === 'vector' ? value.entries : []));
    const numbers = parameters.flatMap((value) => (value.kind === 'vector' ? [] : [value]));
    const rows = of.sizes && extent(this.environment, of.sizes[0]!);
    const positions = of.positions?.map((coordinate) => this.vector(coordinate, bound));
    return this.quantities.evaluate(of.name, pmfs, { numbers, weights, rows, positions });
  }

  softmax({ of }: Extract<Expression, { kind: 'softmax' }>, bound: Bindings<N>): Result<N> {
    const text = JSON.stringify(of);
    // The same for every term of the sums around it, if it speaks of none of their variables.
    const alone = !Object.keys(bound).some((name) => text.includes(`"name":${JSON.stringify(name)}`));
    const known = alone ? this.values.get(text) : undefined;
    if (known) return known;
    const weights = this.vector(of, bound).map((logit) => this.arithmetic.exponential(logit));
    const total = sum(this.arithmetic, weights);
    const entries = weights.map((weight) => this.arithmetic.divide(weight, total));
    if (alone) this.values.set(text, { kind: 'vector', entries });
    return { kind: 'vector', entries };
  }

  symbol(name: string, bound: Bindings<N>): Result<N> {
    if (Object.hasOwn(bound, name)) return bound[name]!;
    const known = this.values.get(name);
    if (known) return known;
    const value = this.closed(name);
    this.values.set(name, value);
    return value;
  }

  closed(name: string): Result<N> {
    const { definitions, values, outcomes } = this.environment;
    const definition = definitions.findLast((candidate) => candidate.name === name);
    if (definition) return this.any(definition.expression, {});
    const given = Object.hasOwn(values, name) ? values[name]! : String(outcomes);
    if (typeof given === 'string') return this.arithmetic.read(given);
    return { kind: 'vector', entries: given.map((mass: string) => this.arithmetic.read(mass)) };
  }

  arithmeticOf(
    { kind, left, right }: Extract<Expression, { readonly kind: 'add' | 'subtract' | 'multiply' | 'divide' }>,
    bound: Bindings<N>,
  ): Result<N> {
    const { arithmetic } = this;
    const a = this.any(left, bound);
    const b = this.any(right, bound);
    const operation = (x: Value<N>, y: Value<N>): Value<N> =>
      kind === 'subtract' ? arithmetic.add(x, arithmetic.negate(y)) : arithmetic[kind](x, y);
    if (a.kind === 'vector' && b.kind === 'vector') {
      if (a.entries.length !== b.entries.length)
        return undefinedValue(`${a.entries.length} and ${b.entries.length} outcomes`);
      return { kind: 'vector', entries: a.entries.map((entry, k) => operation(entry, b.entries[k]!)) };
    }
    if (a.kind === 'vector') return each(a, (entry) => operation(entry, b as Value<N>));
    return each(b, (entry) => operation(a, entry));
  }

  fold(fold: Extract<Expression, { kind: 'fold' }>, bound: Bindings<N>): Value<N> {
    const end = (expression: Expression | undefined, otherwise: number): number | undefined => {
      const value = expression ? this.number(expression, bound) : this.integer(otherwise);
      const whole = value.kind === 'number' ? this.arithmetic.integer(value) : undefined;
      return whole !== undefined && Math.abs(whole) <= 1000 ? whole : undefined;
    };
    const first = end(fold.from, 1);
    const last = end(fold.to, this.environment.outcomes);
    if (first === undefined || last === undefined)
      return undefinedValue('a sum whose ends are not integers up to 1000');
    if (!((this.terms += last - first + 1) <= MOST_TERMS))
      return undefinedValue(`a sum of more than ${MOST_TERMS} terms`);
    const terms: Value<N>[] = [];
    const indices: number[] = [];
    for (let k = first; k <= last; k++) {
      const inside = { ...bound, [fold.variable]: this.integer(k) };
      if (fold.where && !this.holds(fold.where, inside)) continue;
      terms.push(this.number(fold.body, inside));
      indices.push(k);
    }
    if (fold.over === 'sum') return sum(this.arithmetic, terms);
    if (fold.over === 'product')
      return terms.reduce((product, term) => this.arithmetic.multiply(product, term), this.arithmetic.one);
    if (fold.over === 'maximum' || fold.over === 'minimum') return this.extremum(fold.over, terms);
    const best = this.extremum(fold.over === 'argmax' ? 'maximum' : 'minimum', terms);
    if (best.kind === 'undefined') return best;
    const places = indices.filter((_, k) => this.arithmetic.compare(terms[k] as N, best) === 0);
    if (places.length === 1) return this.integer(places[0]!);
    return undefinedValue(`the extremum is attained at ${places.length} outcomes`);
  }

  extremum(which: 'maximum' | 'minimum', values: readonly Value<N>[]): Value<N> {
    const wanted = which === 'maximum' ? 1 : -1;
    let best: Value<N> = this.arithmetic.read(which === 'maximum' ? '-Infinity' : 'Infinity');
    for (const value of values) {
      if (value.kind === 'undefined') return value;
      if (this.arithmetic.compare(value, best) === wanted) best = value;
    }
    return best;
  }

  holds(proposition: Proposition, bound: Bindings<N>): boolean {
    switch (proposition.kind) {
      case 'and':
        return proposition.parts.every((part) => this.holds(part, bound));
      case 'implies':
        return !this.holds(proposition.left, bound) || this.holds(proposition.right, bound);
      case 'iff':
        return this.holds(proposition.left, bound) === this.holds(proposition.right, bound);
      case 'chain': {
        const sides = proposition.sides.map((side) => this.any(side.expression, bound));
        return proposition.relations.every((relation, k) =>
          related(this.arithmetic, relation, sides[k]!, sides[k + 1]!),
        );
      }
    }
  }
}

function each<N>(result: Result<N>, operation: (value: Value<N>) => Value<N>): Result<N> {
  return (result as Entries<N>).kind === 'vector'
    ? { kind: 'vector', entries: (result as Entries<N>).entries.map(operation) }
    : operation(result as Value<N>);
}
