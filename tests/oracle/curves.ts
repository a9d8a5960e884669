import type { Curve, Curves, Expression } from '../../src/formula/expression.ts';
import { undefinedValue } from './arithmetic.ts';
import type { Arithmetic, Value } from './arithmetic.ts';
import type { Generator } from './definitions.ts';
import type { Bindings, Evaluation } from './evaluation.ts';
import { namedCurve } from './named-curves.ts';
import type { NamedCurve } from './named-curves.ts';

interface Numbers {
  readonly kind: 'number';
}
type Of<Kind extends Curves['kind']> = Extract<Expression, { readonly kind: Kind }>;

/** Functions of a real number, conjugates as the suprema that they are, and greatest and least values. */
export function curves<N extends Numbers>(
  evaluation: Evaluation<N>,
  expression: Extract<Expression, Curves>,
  bound: Bindings<N>,
): Value<N> {
  switch (expression.kind) {
    case 'curve':
      return undefinedValue('a function where a number is needed');
    case 'apply':
      return apply(evaluation, expression, bound);
    case 'conjugate':
      return conjugate(evaluation, expression, bound);
    case 'search':
      return search(evaluation, expression, bound);
  }
}

/** The function that the instance gives. */
export function sampled<N extends Numbers>(
  { arithmetic, environment }: Evaluation<N>,
  { name, type }: Curve,
): NamedCurve<N> | undefined {
  const given = environment.values[name];
  return typeof given === 'string' ? namedCurve(arithmetic, type, given) : undefined;
}

function apply<N extends Numbers>(
  evaluation: Evaluation<N>,
  { curve, order, point, body }: Of<'apply'>,
  bound: Bindings<N>,
): Value<N> {
  const at = evaluation.number(point, bound);
  if (at.kind === 'undefined') return at;
  const { arithmetic } = evaluation;
  const infinite = arithmetic.isZero(arithmetic.divide(arithmetic.one, at)) && order === 1;
  if (body) {
    const of = (t: N): Value<N> => evaluation.number(body, { [curve.defined!.parameter]: t });
    return infinite ? atInfinity(arithmetic, of) : of(at as N);
  }
  const named = sampled(evaluation, curve);
  if (!named) return undefinedValue(`no function is given for ${curve.name}`);
  if (infinite && named.slopeAtInfinity) return named.slopeAtInfinity();
  return [named.value, named.slope, named.bend][order]!(at as N);
}

/** lim g(t) as t → ∞ of something that settles, or grows without bound. */
export function atInfinity<N extends Numbers>(a: Arithmetic<N>, of: (t: N) => Value<N>): Value<N> {
  const [near, far] = [of(a.read('1e140')), of(a.read('1e200'))];
  if (near.kind === 'undefined') return near;
  if (far.kind === 'undefined') return far;
  const [size, before] = [a.absolute(far) as N, a.absolute(near) as N];
  const grows = a.compare(size, a.multiply(a.read('1.2'), before) as N) > 0;
  if (grows && a.compare(size, a.one) > 0)
    return a.compare(far as N, a.zero) > 0 ? a.read('Infinity') : a.read('-Infinity');
  const change = a.absolute(a.add(far, a.negate(near))) as N;
  if (a.compare(change, a.read('1e-40')) > 0) return undefinedValue('a limit at ∞ that does not settle');
  return a.compare(size, a.read('1e-40')) < 0 ? a.zero : far;
}

/** sup of s t − f(t), over the positive numbers for a generator and over the line for the others. */
function conjugate<N extends Numbers>(
  evaluation: Evaluation<N>,
  { curve, point }: Of<'conjugate'>,
  bound: Bindings<N>,
): Value<N> {
  const { arithmetic: a } = evaluation;
  const at = evaluation.number(point, bound);
  if (at.kind === 'undefined') return at;
  const named = sampled(evaluation, curve);
  if (!named) return undefinedValue(`no function is given for ${curve.name}`);
  const from = curve.type === 'generator' ? a.zero : a.read('-Infinity');
  const gap = (t: N): Value<N> => a.add(a.multiply(at, t), a.negate(named.value(t)));
  return a.numerical.supremum(gap, from, a.read('Infinity')).value;
}

function search<N extends Numbers>(
  evaluation: Evaluation<N>,
  { which, variable, from, to, body }: Of<'search'>,
  bound: Bindings<N>,
): Value<N> {
  const { arithmetic: a } = evaluation;
  const [low, high] = [from, to].map((end) => evaluation.number(end, bound));
  if (low!.kind === 'undefined') return low!;
  if (high!.kind === 'undefined') return high!;
  const turned = which === 'minimum' || which === 'argmin';
  const value = (t: N): Value<N> => {
    const found = evaluation.number(body, { ...bound, [variable]: t });
    return turned ? a.negate(found) : found;
  };
  const best = a.numerical.supremum(value, low as N, high as N);
  if (which === 'argmax' || which === 'argmin') return best.at;
  return turned ? a.negate(best.value) : best.value;
}

/** What \FDiv takes of its generator. */
export function generatorOf<N extends Numbers>(
  evaluation: Evaluation<N>,
  curve: Curve,
): Generator<N> | undefined {
  const { arithmetic: a } = evaluation;
  const on = (of: (t: N) => Value<N>) => (t: Value<N>) => (t.kind === 'undefined' ? t : of(t as N));
  if (curve.defined) {
    const { parameter, body } = curve.defined;
    const value = (t: N): Value<N> => evaluation.number(body, { [parameter]: t });
    return { value: on(value), growth: () => atInfinity(a, (t) => a.divide(value(t), t)) };
  }
  const named = sampled(evaluation, curve);
  if (!named?.slopeAtInfinity) return undefined;
  return { value: on(named.value), growth: named.slopeAtInfinity };
}
