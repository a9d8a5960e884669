import type { QuantityName } from '../../src/formula/expression.ts';
import { sum, undefinedValue } from './arithmetic.ts';
import type { Arithmetic, Value } from './arithmetic.ts';

interface Numbers {
  readonly kind: 'number';
}

/** Every quantity of the site from its definition, term by term, in either arithmetic. */
export class Quantities<N extends Numbers> {
  readonly arithmetic: Arithmetic<N>;
  readonly half: N;

  constructor(arithmetic: Arithmetic<N>) {
    this.arithmetic = arithmetic;
    this.half = arithmetic.read('0.5');
  }

  evaluate(
    name: QuantityName,
    pmfs: readonly (readonly Value<N>[])[],
    order: Value<N> = this.arithmetic.one,
  ): Value<N> {
    for (const values of pmfs) {
      const why = this.notPmf(values);
      if (why) return undefinedValue(`an argument of \\${name} is not a pmf: ${why}`);
    }
    const [p, q = p] = pmfs as readonly (readonly N[])[];
    if (p!.length !== q!.length)
      return undefinedValue(`the arguments of \\${name} have ${p!.length} and ${q!.length} outcomes`);
    if (name === 'W') return this.transport(p!, q!, order);
    return name === 'Renyi' ? this.renyi(p!, q!, order) : this.definition(name, p!, q!);
  }

  definition(name: Exclude<QuantityName, 'W' | 'Renyi'>, p: readonly N[], q: readonly N[]): Value<N> {
    const { add, multiply, divide, logarithm, negate, absolute, root } = bound(this.arithmetic);
    const total = (term: (mass: N, other: N) => Value<N>): Value<N> =>
      sum(
        this.arithmetic,
        p.map((mass, x) => term(mass, q[x]!)),
      );
    switch (name) {
      case 'KL':
        return total((a, b) => multiply(a, logarithm(divide(a, b))));
      case 'H':
        return negate(total((a) => multiply(a, logarithm(a))));
      case 'CE':
        return negate(total((a, b) => multiply(a, logarithm(b))));
      case 'JSD': {
        const mixture = p.map((mass, x) => multiply(this.half, add(mass, q[x]!)) as N);
        const both = add(this.definition('KL', p, mixture), this.definition('KL', q, mixture));
        return multiply(this.half, both);
      }
      case 'JSDist':
        return root(this.definition('JSD', p, q), 2);
      case 'Jeffreys':
        return add(this.definition('KL', p, q), this.definition('KL', q, p));
      case 'TV':
        return multiply(
          this.half,
          total((a, b) => absolute(add(a, negate(b)))),
        );
      case 'Hellinger': {
        const gap = (a: N, b: N): Value<N> => add(root(a, 2), negate(root(b, 2)));
        const squares = total((a, b) => multiply(gap(a, b), gap(a, b)));
        return root(multiply(this.half, squares), 2);
      }
      case 'ChiSq': {
        const square = (a: Value<N>): Value<N> => multiply(a, a);
        return total((a, b) => (this.arithmetic.isZero(a) ? b : divide(square(add(a, negate(b))), b)));
      }
    }
  }

  renyi(p: readonly N[], q: readonly N[], order: Value<N>): Value<N> {
    const { add, multiply, divide, logarithm, negate, power, compare, isZero } = bound(this.arithmetic);
    const { one, zero } = this.arithmetic;
    if (order.kind === 'undefined') return order;
    if (compare(order, zero) < 0) return undefinedValue('the order of \\Renyi is negative');
    if (compare(order, one) === 0) return this.definition('KL', p, q);
    const rest = add(one, negate(order));
    const terms = p.map((mass, x) =>
      isZero(mass) ? zero : multiply(power(mass, order), power(q[x]!, rest)),
    );
    return negate(divide(logarithm(sum(this.arithmetic, terms)), rest));
  }

  /** The cost of moving P to Q in order, on the positions 1, …, n: on the line no plan costs less. */
  transport(p: readonly N[], q: readonly N[], order: Value<N>): Value<N> {
    const { add, multiply, divide, negate, power } = bound(this.arithmetic);
    const { compare, isZero } = bound(this.arithmetic);
    if (order.kind === 'undefined') return order;
    if (compare(order, this.arithmetic.one) < 0) return undefinedValue('the order of \\W is less than 1');
    let cost: Value<N> = this.arithmetic.zero;
    const left = [...p];
    const room = [...q];
    for (let from = 0, to = 0; from < p.length && to < q.length;) {
      const moved = compare(left[from]!, room[to]!) < 0 ? left[from]! : room[to]!;
      const distance = power(this.arithmetic.read(String(Math.abs(from - to))), order);
      cost = add(cost, multiply(moved, distance));
      left[from] = add(left[from]!, negate(moved)) as N;
      room[to] = add(room[to]!, negate(moved)) as N;
      if (isZero(left[from])) from++;
      else to++;
    }
    const plain = compare(order, this.arithmetic.one) === 0;
    return plain ? cost : power(cost, divide(this.arithmetic.one, order));
  }

  /** Why these values are not the masses of a pmf, or undefined if they are. */
  notPmf(values: readonly Value<N>[]): string | undefined {
    const { arithmetic } = this;
    for (const value of values) {
      if (value.kind === 'undefined') return `a mass is undefined: ${value.why}`;
      if (!arithmetic.isZero(value) && arithmetic.compare(value, arithmetic.zero) < 0)
        return `a mass is ${arithmetic.show(value)}`;
    }
    const total = sum(arithmetic, values);
    if (total.kind === 'number' && arithmetic.mayEqual(total, arithmetic.one)) return undefined;
    return `the masses sum to ${total.kind === 'number' ? arithmetic.show(total) : total.why}`;
  }
}

/** The operations, so that they can be written without their owner. */
export function bound<N extends Numbers>(a: Arithmetic<N>): Pick<Arithmetic<N>, Operation> {
  return {
    add: (x, y) => a.add(x, y),
    negate: (x) => a.negate(x),
    multiply: (x, y) => a.multiply(x, y),
    divide: (x, y) => a.divide(x, y),
    power: (x, y) => a.power(x, y),
    root: (x, degree) => a.root(x, degree),
    logarithm: (x) => a.logarithm(x),
    exponential: (x) => a.exponential(x),
    absolute: (x) => a.absolute(x),
    compare: (x, y) => a.compare(x, y),
    isZero: (x) => a.isZero(x),
  };
}
type Operation =
  | ('add' | 'negate' | 'multiply' | 'divide' | 'power' | 'root')
  | ('logarithm' | 'exponential' | 'absolute' | 'compare' | 'isZero');
