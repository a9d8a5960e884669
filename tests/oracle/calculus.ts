import type { Calculus, Expression } from '../../src/formula/expression.ts';
import { undefinedValue } from './arithmetic.ts';
import type { Value } from './arithmetic.ts';
import { distribution } from './distributions.ts';
import type { Distribution } from './distributions.ts';
import type { Bindings, Evaluation } from './evaluation.ts';
import { gridOver, overLine, overSupport, signChanges } from './over-support.ts';
import type { Supports } from './over-support.ts';
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
    case 'density': {
      const made = distribution(evaluation, expression.of, bound);
      if ('kind' in made) return made;
      const at = evaluation.number(expression.point, bound);
      return at.kind === 'undefined' ? at : made.value(at as N);
    }
    case 'integral':
      return integral(evaluation, expression, bound);
    case 'average':
      return average(evaluation, expression, bound);
    case 'special':
      return special(evaluation, expression, bound);
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
  return a.numerical.settle(values as N[], points.map(distance));
}

/** In panels between the places where the densities under it have their mass. */
function integral<N extends Numbers>(
  evaluation: Evaluation<N>,
  { variable, from, to, body, densities, kinks }: Of<'integral'>,
  bound: Bindings<N>,
): Value<N> {
  const { arithmetic } = evaluation;
  const [low, high] = [from, to].map((end) => evaluation.number(end, bound));
  if (low!.kind === 'undefined') return low!;
  if (high!.kind === 'undefined') return high!;
  const f = (x: N): Value<N> => evaluation.number(body, { ...bound, [variable]: x });
  const supports = densities.map((of) => distribution(evaluation, of, bound));
  for (const made of supports) if ('kind' in made) return made;
  const ends = [low as N, high as N] as const;
  const all = cornered(evaluation, supports as Distribution<N>[], ends, { variable, kinks, bound });
  const coarse = evaluation.nested > 0 || holdsIntegral(body);
  evaluation.nested++;
  const value =
    all.length === 0
      ? arithmetic.numerical.integrate(f, ...ends, { coarse })
      : overLine(arithmetic, all, ends, f, coarse);
  evaluation.nested--;
  return value;
}

const known = new WeakMap<Expression, boolean>();

/** Whether an integral stands inside of an expression. */
function holdsIntegral(of: Expression): boolean {
  const found = known.get(of) ?? (of.kind === 'integral' || Object.values(of).some(holdsOne));
  known.set(of, found);
  return found;
}
function holdsOne(part: unknown): boolean {
  if (Array.isArray(part)) return part.some(holdsOne);
  return typeof part === 'object' && part !== null && 'kind' in part && holdsIntegral(part as Expression);
}

/** The supports, and the corners of the integrand as one more. */
function cornered<N extends Numbers>(
  evaluation: Evaluation<N>,
  supports: readonly Distribution<N>[],
  ends: readonly [N, N],
  { variable, kinks, bound }: { variable: string; kinks: readonly Expression[]; bound: Bindings<N> },
): Supports<N> {
  const { arithmetic: a } = evaluation;
  if (kinks.length === 0 || supports.some(({ discrete }) => discrete)) return supports;
  const grid = gridOver(a, supports, ends);
  const breaks = kinks.flatMap((kink) =>
    signChanges(a, grid, (x) => evaluation.number(kink, { ...bound, [variable]: x })),
  );
  const [from, to] = ends;
  const width = supports[0]?.width ?? a.one;
  return [...supports, { discrete: false, from, to, breaks, width }];
}

/** ∫ p f, or Σ p(k) f(k). */
function average<N extends Numbers>(
  evaluation: Evaluation<N>,
  { variable, density, body, densities, kinks }: Of<'average'>,
  bound: Bindings<N>,
): Value<N> {
  const { arithmetic: a } = evaluation;
  const [p, ...others] = [density, ...densities].map((of) => distribution(evaluation, of, bound));
  for (const made of [p!, ...others]) if ('kind' in made) return made;
  const under = p as Distribution<N>;
  const supports = (others as Distribution<N>[]).map((other) => ({
    ...other,
    from: under.from,
    to: under.to,
  }));
  const all = cornered(evaluation, [under, ...supports], [under.from, under.to], { variable, kinks, bound });
  return overSupport(a, all, (x) => {
    const mass = under.value(x);
    return a.isZero(mass) ? a.zero : a.multiply(mass, evaluation.number(body, { ...bound, [variable]: x }));
  });
}

function special<N extends Numbers>(
  evaluation: Evaluation<N>,
  { name, of }: Of<'special'>,
  bound: Bindings<N>,
): Value<N> {
  const { arithmetic: a } = evaluation;
  const values = of.map((part) => evaluation.number(part, bound));
  const missing = values.find((value) => value.kind === 'undefined');
  if (missing) return missing;
  const [first] = values as [N];
  const { gamma, digamma, normalCdf } = a.numerical;
  switch (name) {
    case 'gamma':
      return gamma(first);
    case 'digamma':
      return digamma(first);
    case 'Phi':
      return normalCdf(first);
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
