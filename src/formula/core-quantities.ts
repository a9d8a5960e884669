import * as core from '../core/index.ts';
import { nothing, real } from './doubles.ts';
import type { Approximate } from './doubles.ts';
import { number, vector } from './evaluate-core.ts';
import type { Frame, Program } from './evaluate-core.ts';
import { definedFDivergence, generatorIn } from './core-curves.ts';
import { coreValue, placesOf } from './core-values.ts';
import type { Environment } from './environment.ts';
import type { Curve, Expression } from './expression.ts';
import { syntaxOf } from './quantity-table.ts';
import { exactVector, integerWeights, sizeIn } from './rational.ts';

/** A pmf as the core takes it, and whether its masses are exactly those that are meant. */
export interface Argument {
  readonly pmf: core.Pmf;
  readonly exact: boolean;
  readonly weights: readonly number[];
}

/** Evaluates \KL{P}{Q} and its kin by the core. */
export function coreQuantity(quantity: Extract<Expression, { kind: 'quantity' }>): Program<Approximate> {
  const { name, sizes } = quantity;
  const arguments_ = quantity.pmfs.map(argument);
  const [kind] = syntaxOf(name).takes;
  const weighted = kind === 'weights';
  const weights = weighted ? argument(quantity.parameters[0]!) : undefined;
  const curve = kind === 'generator' ? (quantity.parameters[0] as Curve) : undefined;
  if (curve?.defined) return definedFDivergence(curve.defined, quantity.pmfs);
  const parameters = weighted || curve ? [] : quantity.parameters.map(number);
  const lie = quantity.positions?.map(vector);
  return (frame) => {
    try {
      const pmfs = arguments_.map((read) => read(frame));
      const numbers = parameters.map((parameter) => parameter(frame).value);
      const shape = sizes && {
        rows: sizeIn(frame.environment, sizes[0]!),
        columns: sizeIn(frame.environment, sizes[1]!),
      };
      const joint = shape && core.jointFromWeights(pmfs[0]!.weights, shape);
      const inputs = {
        joint,
        places: lie && placesOf(lie.map((coordinate) => coordinate(frame).map(({ value: at }) => at))),
        pmfs: pmfs.map(({ pmf }) => pmf),
        numbers,
        weights: weights?.(frame).pmf,
        generator: curve && generatorIn(curve, frame),
      };
      const value = coreValue(name, inputs);
      if (pmfs.every(({ exact }) => exact) || !Number.isFinite(value.value)) return value;
      // Rounded masses move a divergence by about its root, and a distance by about 1, times the rounding.
      return real(value.value, value.scale + (syntaxOf(name).flat ? Math.sqrt(Math.abs(value.value)) : 1));
    } catch (error) {
      if (error instanceof core.DomainError) return nothing;
      throw error;
    }
  };
}

const pmfsOf = new WeakMap<Environment, Map<string, Argument>>();

export function argument(expression: Expression): Program<Argument> {
  const masses = vector(expression);
  const read = (frame: Frame): Argument => {
    const given = expression.kind === 'symbol' ? givenWeights(expression.name, frame.environment) : undefined;
    if (given) return { pmf: core.fromWeights(given), weights: given, exact: true };
    const exact =
      frame.exact || expression.kind === 'symbol'
        ? exactVector(expression, frame.environment, Object.fromEntries(frame.bound))
        : undefined;
    const integers = exact && integerWeights(exact);
    const weights = integers ?? masses(frame).map(({ value }) => value);
    return { pmf: core.fromWeights(weights), weights, exact: integers !== undefined };
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
