import type { QuantityName } from '../../src/formula/expression.ts';
import {
  absolute,
  add,
  compareReal,
  divide,
  logarithm,
  multiply,
  negate,
  one,
  real,
  root,
  undefinedValue,
  zero,
} from './number.ts';
import type { Real, Value } from './number.ts';

type Masses = readonly Real[];
const half = real('0.5');
const sum = (terms: readonly Value[]): Value => terms.reduce(add, zero);

/** Every quantity of the site from its definition, term by term. */
const definitions: Readonly<Record<QuantityName, (p: Masses, q: Masses) => Value>> = {
  KL: (p, q) => sum(p.map((mass, x) => multiply(mass, logarithm(divide(mass, q[x]!))))),
  H: (p) => negate(sum(p.map((mass) => multiply(mass, logarithm(mass))))),
  CE: (p, q) => negate(sum(p.map((mass, x) => multiply(mass, logarithm(q[x]!))))),
  JSD: (p, q) => {
    const mixture = p.map((mass, x) => multiply(half, add(mass, q[x]!)) as Real);
    return multiply(half, add(definitions.KL(p, mixture), definitions.KL(q, mixture)));
  },
  JSDist: (p, q) => root(definitions.JSD(p, q), 2),
  Jeffreys: (p, q) => add(definitions.KL(p, q), definitions.KL(q, p)),
  TV: (p, q) => multiply(half, sum(p.map((mass, x) => absolute(add(mass, negate(q[x]!)))))),
  W: monotoneTransport,
};

/** The cost of moving P to Q in order, on the positions 1, …, n: on the line no plan costs less. */
function monotoneTransport(p: Masses, q: Masses): Value {
  let cost: Value = zero;
  const left = p.map((mass) => mass.value);
  const room = q.map((mass) => mass.value);
  for (let from = 0, to = 0; from < p.length && to < q.length;) {
    const moved = left[from]!.lt(room[to]!) ? left[from]! : room[to]!;
    cost = add(cost, real(moved.times(Math.abs(from - to))));
    left[from] = left[from]!.minus(moved);
    room[to] = room[to]!.minus(moved);
    if (left[from]!.isZero()) from++;
    else to++;
  }
  return cost;
}

/** Why these values are not the masses of a pmf, or undefined if they are. */
function notPmf(values: readonly Value[]): string | undefined {
  for (const value of values) {
    if (value.kind === 'undefined') return `a mass is undefined: ${value.why}`;
    if (value.value.isNeg() && !value.value.isZero())
      return `a mass is ${value.value.toSignificantDigits(12)}`;
  }
  const total = sum(values);
  if (total.kind === 'number' && compareReal(total, one).sign === 0) return undefined;
  return `the masses sum to ${total.kind === 'number' ? total.value.toSignificantDigits(12).toString() : total.why}`;
}

export function quantity(name: QuantityName, pmfs: readonly (readonly Value[])[]): Value {
  for (const values of pmfs) {
    const why = notPmf(values);
    if (why) return undefinedValue(`an argument of \\${name} is not a pmf: ${why}`);
  }
  const [p, q = p] = pmfs as readonly Masses[];
  if (p!.length !== q!.length) {
    return undefinedValue(`the arguments of \\${name} have ${p!.length} and ${q!.length} outcomes`);
  }
  return definitions[name](p!, q!);
}
