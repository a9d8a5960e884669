import type { Calculus, Expression } from '../../src/formula/expression.ts';
import { undefinedValue } from './arithmetic.ts';
import type { Value } from './arithmetic.ts';
import type { Bindings, Evaluation } from './evaluation.ts';
import { cheapestCoupling, greatestPotentials, steepestFunction, steepestIn } from './transport.ts';

interface Numbers {
  readonly kind: 'number';
}
type Of<Kind extends Calculus['kind']> = Extract<Expression, { readonly kind: Kind }>;

/** Densities, integrals, derivatives, limits and optima, from their definitions. */
export function calculus<N extends Numbers>(
  evaluation: Evaluation<N>,
  expression: Extract<Expression, Calculus>,
  bound: Bindings<N>,
): Value<N> {
  const { arithmetic } = evaluation;
  switch (expression.kind) {
    case 'family':
      return undefinedValue('a density where a number is needed');
    case 'density':
      return density(evaluation, expression, bound);
    case 'integral': {
      const [from, to] = [expression.from, expression.to].map((end) => evaluation.number(end, bound));
      if (from!.kind === 'undefined') return from!;
      if (to!.kind === 'undefined') return to!;
      return arithmetic.numerical.integrate(
        (x) => evaluation.number(expression.body, { ...bound, [expression.variable]: x }),
        from as N,
        to as N,
      );
    }
    case 'derivative':
      return evaluation.number(expression.derivative, bound);
    case 'limit':
      return limit(evaluation, expression, bound);
    case 'optimum':
      return optimum(evaluation, expression, bound);
    case 'entry': {
      const n = evaluation.environment.outcomes;
      let code = 0;
      for (const index of expression.indices) {
        const value = evaluation.number(index, bound);
        const outcome = value.kind === 'number' ? arithmetic.integer(value as N) : undefined;
        if (outcome === undefined || outcome < 1 || outcome > n)
          return undefinedValue(`no outcome in ${expression.name}`);
        code = code * n + outcome - 1;
      }
      const wanted = bound[expression.name];
      return wanted && arithmetic.integer(wanted) === code + 1 ? arithmetic.one : arithmetic.zero;
    }
  }
}

function limit<N extends Numbers>(
  evaluation: Evaluation<N>,
  { variable, to, body, along, index }: Of<'limit'>,
  bound: Bindings<N>,
): Value<N> {
  const { arithmetic: a } = evaluation;
  const end = evaluation.number(to, bound);
  const points: Value<N>[] = [];
  const values: Value<N>[] = [];
  for (let k = 4; k <= 24; k++) {
    const at = evaluation.number(along, { ...bound, [index]: evaluation.integer(k) });
    if (at.kind === 'undefined') return at;
    points.push(at);
    values.push(evaluation.number(body, { ...bound, [variable]: at as N }));
  }
  const missing = [end, ...values].find((value) => value.kind === 'undefined');
  if (missing) return missing;
  // Four times nearer at the end than at the start, or four times as far out where it is to leave all bounds.
  const far = a.compare(a.absolute(end) as N, a.read('Infinity')) === 0;
  const distance = (point: Value<N>): N =>
    (far ? a.divide(a.one, point) : a.absolute(a.add(point, a.negate(end)))) as N;
  const [first, last] = [distance(points[0]!), distance(points.at(-1)!)];
  if (a.compare(a.multiply(evaluation.integer(4), last) as N, first) > 0)
    return undefinedValue(`the sequence of ${variable} does not tend to what the limit says`);
  return a.numerical.settle(values as N[]);
}

function density<N extends Numbers>(
  evaluation: Evaluation<N>,
  { of, point }: Of<'density'>,
  bound: Bindings<N>,
): Value<N> {
  const { arithmetic: a, environment } = evaluation;
  let family: Expression | undefined = of;
  while (family?.kind === 'symbol') {
    const name: string = family.name;
    family = environment.definitions.findLast((definition) => definition.name === name)?.expression;
  }
  if (family?.kind !== 'family') return undefinedValue('a density that is not defined');
  const values = [point, ...family.parameters].map((part) => evaluation.number(part, bound));
  const missing = values.find((value) => value.kind === 'undefined');
  if (missing) return missing;
  const [x, first, second = a.one] = values as N[];
  const minus = (y: Value<N>, z: Value<N>): Value<N> => a.add(y, a.negate(z));
  const below = (y: N, z: N): boolean => a.compare(y, z) < 0;
  const two = evaluation.integer(2);
  switch (family.family) {
    case 'normal': {
      if (!below(a.zero, second)) return undefinedValue('a variance that is not positive');
      const distance = minus(x!, first!);
      const square = a.multiply(distance, distance);
      const height = a.root(a.multiply(a.multiply(two, a.numerical.pi), second), 2);
      return a.divide(a.exponential(a.negate(a.divide(square, a.multiply(two, second)))), height);
    }
    case 'uniform':
      if (!below(first!, second)) return undefinedValue('an interval without length');
      return below(x!, first!) || below(second, x!) ? a.zero : a.divide(a.one, minus(second, first!));
    case 'exponential':
      if (!below(a.zero, first!)) return undefinedValue('a rate that is not positive');
      if (below(x!, a.zero)) return a.zero;
      return a.multiply(first!, a.exponential(a.negate(a.multiply(first!, x!))));
  }
}

function optimum<N extends Numbers>(
  evaluation: Evaluation<N>,
  { over, name, other, pmfs, slope, cost, body }: Of<'optimum'>,
  bound: Bindings<N>,
): Value<N> {
  const { arithmetic } = evaluation;
  const n = evaluation.environment.outcomes;
  const inRows = (entries: readonly N[]): N[][] =>
    Array.from({ length: n }, (_, x) => entries.slice(x * n, x * n + n));
  /** What the objective is where what is varied is 1 at one place and 0 elsewhere. */
  const coefficients = (varied: string, count: number, still = other): readonly Value<N>[] =>
    Array.from({ length: count }, (_, k) => {
      const rest = still === undefined ? {} : { [still]: arithmetic.zero };
      return evaluation.number(body, { ...bound, ...rest, [varied]: evaluation.integer(k + 1) });
    });
  const first = coefficients(name, over === 'couplings' ? n * n : n);
  const second = other === undefined ? [] : coefficients(other, n, name);
  const bounds = cost ? evaluation.vector(cost, bound) : [];
  const masses = pmfs.map((pmf) => evaluation.vector(pmf, bound));
  const missing = [...first, ...second, ...bounds].find((value) => value.kind === 'undefined');
  if (missing) return missing;
  for (const values of masses) {
    const why = evaluation.quantities.notPmf(values);
    if (why) return undefinedValue(`a coupling of what is not a pmf: ${why}`);
  }
  const table = inRows(bounds as N[]);
  switch (over) {
    case 'couplings': {
      const [p, q] = masses as readonly (readonly N[])[];
      return cheapestCoupling(arithmetic, [p!, q!], inRows(first as N[]));
    }
    case 'potentials':
      return greatestPotentials(arithmetic, [first as N[], second as N[]], table);
    case 'Lipschitz functions': {
      const steepest = cost
        ? steepestIn(arithmetic, first as N[], table)
        : steepestFunction(arithmetic, first);
      return slope ? arithmetic.multiply(steepest, evaluation.number(slope, bound)) : steepest;
    }
  }
}
