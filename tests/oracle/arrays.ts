import type { Environment } from '../../src/formula/environment.ts';
import type { Axis, Expression, Size } from '../../src/formula/expression.ts';
import type { Proposition } from '../../src/formula/proposition.ts';
import { sum, undefinedValue } from './arithmetic.ts';
import type { Value } from './arithmetic.ts';
import type { Bindings, Evaluation } from './evaluation.ts';

interface Numbers {
  readonly kind: 'number';
}
type Of<Kind extends Expression['kind']> = Extract<Expression, { readonly kind: Kind }>;

/** How many values a place has. */
export function extent({ values, outcomes }: Environment, size: Size): number {
  const integer = Object.hasOwn(values, size) ? values[size] : undefined;
  return typeof integer === 'string' ? Number(integer) : outcomes;
}

/** An entry of a vector whose last place runs fastest. */
export function entryAt<N extends Numbers>(
  evaluation: Evaluation<N>,
  { of, outcome, rest = [] }: Of<'mass'>,
  bound: Bindings<N>,
): Value<N> {
  const { arithmetic, environment } = evaluation;
  const entries = evaluation.vector(of, bound);
  let stride = 1;
  let index = 0;
  const places = [{ outcome, size: undefined }, ...rest].toReversed();
  for (const { outcome: at, size } of places) {
    const value = evaluation.number(at, bound);
    if (value.kind === 'undefined') return value;
    const count = size === undefined ? entries.length / stride : extent(environment, size);
    const place = arithmetic.integer(value);
    if (place === undefined || place < 1 || place > count)
      return undefinedValue(`there is no outcome ${arithmetic.show(value)} among ${count}`);
    index += (place - 1) * stride;
    stride *= count;
  }
  return entries[index]!;
}

/** Every entry of an array in turn. */
export function entriesOf<N extends Numbers>(
  evaluation: Evaluation<N>,
  { axes, body }: Of<'array'>,
  bound: Bindings<N>,
): readonly Value<N>[] {
  const entries: Value<N>[] = [];
  const fill = ([axis, ...others]: readonly Axis[], inside: Bindings<N>): void => {
    if (!axis) entries.push(evaluation.number(body, inside));
    else
      for (let k = 1; k <= extent(evaluation.environment, axis.size); k++)
        fill(others, { ...inside, [axis.variable]: evaluation.integer(k) });
  };
  fill(axes, bound);
  return entries;
}

/** The conditional pmfs of a joint pmf: what is kept and known together, over what is known. */
export function conditionals<N extends Numbers>(
  evaluation: Evaluation<N>,
  { of, keeps, given, sizes }: Of<'conditional'>,
  bound: Bindings<N>,
): readonly Value<N>[] {
  const { arithmetic, environment } = evaluation;
  const counts = sizes.map((size) => extent(environment, size));
  const masses = evaluation.vector(of, bound).map((mass, index) => {
    let left = index;
    const places = counts.toReversed().map((count) => {
      const place = left % count;
      left = (left - place) / count;
      return place;
    });
    return { mass, places: places.toReversed() };
  });
  const total = (fixed: ReadonlyMap<number, number>): Value<N> =>
    sum(
      arithmetic,
      masses
        .filter(({ places }) => [...fixed].every(([k, place]) => places[k] === place))
        .map(({ mass }) => mass),
    );
  const order = [...given, ...keeps];
  const choices = order.reduce<Map<number, number>[]>(
    (found, k) =>
      found.flatMap((chosen) =>
        Array.from({ length: counts[k]! }, (_, place) => new Map([...chosen, [k, place]])),
      ),
    [new Map()],
  );
  return choices.map((chosen) =>
    arithmetic.divide(total(chosen), total(new Map([...chosen].filter(([k]) => given.includes(k))))),
  );
}

/** 1 where a condition holds, 0 where it does not; undefined where a side of it is. */
export function indicator<N extends Numbers>(
  evaluation: Evaluation<N>,
  where: Proposition,
  bound: Bindings<N>,
): Value<N> {
  for (const side of sidesOf(where)) {
    const value = evaluation.any(side, bound);
    if (value.kind === 'undefined') return value;
  }
  return evaluation.holds(where, bound) ? evaluation.arithmetic.one : evaluation.arithmetic.zero;
}

function sidesOf(where: Proposition): readonly Expression[] {
  if (where.kind === 'chain') return where.sides.map(({ expression }) => expression);
  return (where.kind === 'and' ? where.parts : [where.left, where.right]).flatMap(sidesOf);
}
