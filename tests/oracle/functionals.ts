import type { Expression } from '../../src/formula/expression.ts';
import type { QuantityName } from '../../src/formula/quantity-table.ts';
import { undefinedValue } from './arithmetic.ts';
import type { Value } from './arithmetic.ts';
import { generatorOf } from './curves.ts';
import { distribution } from './distributions.ts';
import type { Distribution } from './distributions.ts';
import type { Bindings, Evaluation } from './evaluation.ts';
import { operations } from './operations.ts';
import { gridOver, overSupport, signChanges } from './over-support.ts';

interface Numbers {
  readonly kind: 'number';
}

/** The quantities of densities from their definitions: what a sum over outcomes is for a pmf is here an integral. */
export function functional<N extends Numbers>(
  evaluation: Evaluation<N>,
  { name, pmfs, parameters }: Extract<Expression, { kind: 'quantity' }>,
  bound: Bindings<N>,
): Value<N> {
  const densities = pmfs.map((of) => distribution(evaluation, of, bound));
  for (const made of densities) if ('kind' in made) return made;
  const [p, q = p] = densities as Distribution<N>[];
  const [parameter] = parameters;
  const { arithmetic } = evaluation;
  const order =
    parameter && parameter.kind !== 'curve' ? evaluation.number(parameter, bound) : arithmetic.one;
  if (order.kind === 'undefined') return order;
  const generator = parameter?.kind === 'curve' ? generatorOf(evaluation, parameter) : undefined;
  return value(evaluation, name, p!, q!, order as N, generator);
}

function value<N extends Numbers>(
  evaluation: Evaluation<N>,
  name: QuantityName,
  p: Distribution<N>,
  q: Distribution<N>,
  order: N,
  generator?: ReturnType<typeof generatorOf<N>>,
): Value<N> {
  const { arithmetic } = evaluation;
  const o = operations(arithmetic);
  const { add, minus, negate, multiply, divide, power, square, root, log, exp, absolute, zero, one } = o;
  const half = o.read('0.5');
  type Share = (a: Value<N>, b: Value<N>) => Value<N>;
  const over = (share: Share, extra: readonly N[] = []): Value<N> =>
    overSupport(arithmetic, [{ ...p, breaks: [...p.breaks, ...extra] }, q], (x) =>
      share(p.value(x), q.value(x)),
    );
  const again = (other: QuantityName, at = order): Value<N> => value(evaluation, other, p, q, at);
  const relative: Share = (a, b) => multiply(a, log(divide(a, b)));
  const toMixture =
    (weight: Value<N>): Share =>
    (a, b) => {
      // Rounding of the mixture would leave an integral of noise, which settles nowhere.
      if (o.isZero(minus(a, b))) return zero;
      const rest = minus(one, weight);
      const middle = add(multiply(weight, a), multiply(rest, b));
      return add(multiply(weight, relative(a, middle)), multiply(rest, relative(b, middle)));
    };
  const affinity = (at: Value<N>): Value<N> =>
    over((a, b) =>
      o.isZero(a) || (o.isZero(b) && o.below(at, one))
        ? zero
        : multiply(power(a, at), power(b, minus(one, at))),
    );
  switch (name) {
    case 'KL':
      return over(relative);
    case 'CE':
      return negate(over((a, b) => multiply(a, log(b))));
    case 'H':
      return negate(over((a) => multiply(a, log(a))));
    case 'Perplexity':
      return exp(again('H'));
    case 'JSD':
      return over(toMixture(half));
    case 'JSDw':
      return over(toMixture(order));
    case 'JSDist':
      return root(again('JSD'));
    case 'Jeffreys':
      return over((a, b) => add(relative(a, b), relative(b, a)));
    case 'Skew':
      return over((a, b) => relative(a, add(multiply(order, b), multiply(minus(one, order), a))));
    case 'TV': {
      const ends = [o.read('-Infinity'), o.read('Infinity')] as const;
      const grid = p.discrete ? [] : gridOver(arithmetic, [p, q], ends);
      const crossings = signChanges(arithmetic, grid, (x) => minus(p.value(x), q.value(x)));
      return multiply(
        half,
        over((a, b) => absolute(minus(a, b)), crossings),
      );
    }
    case 'HellingerSq':
      return multiply(
        half,
        over((a, b) => square(minus(root(a), root(b)))),
      );
    case 'Hellinger':
      return root(again('HellingerSq'));
    case 'BC':
      return over((a, b) => root(multiply(a, b)));
    case 'Bhattacharyya':
      return negate(log(again('BC')));
    case 'ChiSq':
      return over((a, b) => (o.isZero(a) ? b : divide(square(minus(a, b)), b)));
    case 'Neyman':
      return over((a, b) => (o.isZero(b) ? a : divide(square(minus(a, b)), a)));
    case 'Triangular':
      return over((a, b) => (o.isZero(add(a, b)) ? zero : divide(square(minus(a, b)), add(a, b))));
    case 'Renyi':
      return o.isZero(minus(order, one)) ? again('KL') : divide(log(affinity(order)), minus(order, one));
    case 'Chernoff':
      return negate(log(affinity(order)));
    case 'AlphaDiv':
      return o.isZero(minus(order, one))
        ? again('KL')
        : divide(minus(affinity(order), one), multiply(order, minus(order, one)));
    case 'FDiv':
      if (!generator) return undefinedValue('\\FDiv without a generator');
      return over((a, b) => {
        if (o.isZero(b)) return o.isZero(a) ? zero : multiply(a, generator.growth());
        return multiply(b, generator.value(divide(a, b)));
      });
    case 'W':
      return moved(evaluation, p, q, order);
    default:
      return undefinedValue(`\\${name} of densities`);
  }
}

/** (∫ |F⁻¹(u) − G⁻¹(u)|^p du)^(1/p), of two of one family of location and scale: their quantiles are a + b z. */
function moved<N extends Numbers>(
  evaluation: Evaluation<N>,
  p: Distribution<N>,
  q: Distribution<N>,
  order: N,
): Value<N> {
  const { arithmetic } = evaluation;
  const o = operations(arithmetic);
  if (o.below(order, o.one)) return undefinedValue('the order of \\W is less than 1');
  const [first, second] = [p.standard, q.standard];
  if (!first || !second || first.family !== second.family)
    return undefinedValue('\\W of densities that are not of one family of location and scale');
  const family = { kind: 'family', family: first.family, at: 0 } as const;
  const number = (text: string): Expression => ({ kind: 'number', text, at: 0 });
  const parameters = first.family === 'exponential' ? ['1'] : ['0', '1'];
  const base = distribution(evaluation, { ...family, parameters: parameters.map(number) }, {});
  if ('kind' in base) return base;
  const [shift, stretch] = [o.minus(first.origin, second.origin), o.minus(first.scale, second.scale)];
  const still = o.isZero(stretch) ? [] : [o.negate(o.divide(shift, stretch)) as N];
  const cost = overSupport(arithmetic, [{ ...base, breaks: [...base.breaks, ...still] }], (z) =>
    o.multiply(base.value(z), o.power(o.absolute(o.add(shift, o.multiply(stretch, z))), order)),
  );
  return o.power(cost, o.divide(o.one, order));
}
