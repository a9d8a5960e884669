import * as core from '../core/index.ts';
import { nothing, real } from './doubles.ts';
import type { Approximate } from './doubles.ts';
import { number, vector } from './evaluate-core.ts';
import type { Frame, Program } from './evaluate-core.ts';
import type { Environment, Expression, QuantityName } from './expression.ts';
import { exactVector, integerWeights } from './rational.ts';

/** A pmf as the core takes it, and whether its masses are exactly those that are meant. */
interface Argument {
  readonly pmf: core.Pmf;
  readonly exact: boolean;
}

/** Evaluates \KL{P}{Q} and its kin by the core. */
export function coreQuantity(quantity: Extract<Expression, { kind: 'quantity' }>): Program<Approximate> {
  const { name } = quantity;
  const arguments_ = quantity.pmfs.map(argument);
  const order = quantity.order && number(quantity.order);
  return (frame) => {
    try {
      const pmfs = arguments_.map((read) => read(frame));
      const [p, q] = [pmfs[0]!.pmf, (pmfs[1] ?? pmfs[0]!).pmf];
      const value = valueOf(name, p, q, order ? order(frame).value : 1);
      if (pmfs.every(({ exact }) => exact) || !Number.isFinite(value)) return real(value);
      // Rounded masses move a divergence by about its root, and a distance by about 1, times the rounding.
      return real(
        value,
        value + (['KL', 'JSD', 'Jeffreys', 'Renyi', 'ChiSq'].includes(name) ? Math.sqrt(value) : 1),
      );
    } catch (error) {
      if (error instanceof core.DomainError) return nothing;
      throw error;
    }
  };
}

const pmfsOf = new WeakMap<Environment, Map<string, Argument>>();

function argument(expression: Expression): Program<Argument> {
  const masses = vector(expression);
  const read = (frame: Frame): Argument => {
    const given = expression.kind === 'symbol' ? givenWeights(expression.name, frame.environment) : undefined;
    if (given) return { pmf: core.fromWeights(given), exact: true };
    const exact =
      frame.exact || expression.kind === 'symbol'
        ? exactVector(expression, frame.environment, Object.fromEntries(frame.bound))
        : undefined;
    const weights = exact && integerWeights(exact);
    return {
      pmf: core.fromWeights(weights ?? masses(frame).map(({ value }) => value)),
      exact: weights !== undefined,
    };
  };
  if (expression.kind !== 'symbol') return read;
  return (frame) => {
    const known = pmfsOf.get(frame.environment) ?? new Map<string, Argument>();
    pmfsOf.set(frame.environment, known);
    const found = known.get(expression.name) ?? read(frame);
    known.set(expression.name, found);
    return found;
  };
}

/** Decimals of up to twelve places as integers, which doubles hold exactly. */
function givenWeights(name: string, { values, definitions }: Environment): number[] | undefined {
  const given = Object.hasOwn(values, name) ? values[name]! : '';
  if (typeof given === 'string' || definitions.some((definition) => definition.name === name))
    return undefined;
  const short = given.every((mass) => /^[01](?:\.\d{1,12})?$/.test(mass));
  return short ? given.map((mass) => Math.round(Number(mass) * 1e12)) : undefined;
}

function valueOf(name: QuantityName, p: core.Pmf, q: core.Pmf, order: number): number {
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
    case 'W':
      return core.wassersteinDistance(onLine(p), onLine(q), { order });
    case 'Renyi':
      return core.renyiDivergence(p, q, order);
    case 'Hellinger':
      return core.hellingerDistance(p, q);
    case 'ChiSq':
      return core.chiSquaredDivergence(p, q);
  }
}

const onLine = (masses: core.Pmf): core.WeightedPoints =>
  core.pointsOnLine(
    Float64Array.from({ length: masses.length }, (_, k) => k + 1),
    masses,
  );
