import { readDecimal } from './decimals.ts';
import type { Environment, Expression } from './expression.ts';
import type { Bound } from './oracle.ts';

/**
 * Exact fractions. A pmf that is written as decimals, or mixed from such, reaches the core as integer weights,
 * so that the core divides nothing but what is there and loses no digit to the rounding of its input.
 */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

const fraction = (top: bigint, bottom: bigint): Fraction | undefined => {
  if (bottom === 0n) return undefined;
  return bottom < 0n ? { top: -top, bottom: -bottom } : { top, bottom };
};

/** A given value, such as 0.25 or 1/3, as a fraction. */
export function exactGiven(text: string): Fraction {
  const [top, bottom] = text.split('/').map(exactDecimal);
  if (!bottom) return top!;
  return fraction(top!.top * bottom.bottom, top!.bottom * bottom.top) ?? top!;
}

/** The double nearest to a given value. */
export function readGiven(text: string): number {
  const slash = text.indexOf('/');
  return slash < 0 ? Number(text) : Number(text.slice(0, slash)) / Number(text.slice(slash + 1));
}

export function exactDecimal(text: string): Fraction {
  const { integer, exponent } = readDecimal(text);
  if (exponent >= 0) return { top: integer * 10n ** BigInt(exponent), bottom: 1n };
  return { top: integer, bottom: 10n ** BigInt(-exponent) };
}

/** The value of an expression of numbers, symbols, + − · / and masses; undefined for anything else. */
export function exactVector(
  expression: Expression,
  environment: Environment,
  bound: Bound,
): readonly Fraction[] | undefined {
  const values = exact(expression, environment, bound);
  return Array.isArray(values) && !values.includes(undefined) ? (values as Fraction[]) : undefined;
}

type Exactly = Fraction | undefined | (Fraction | undefined)[];

function exact(expression: Expression, environment: Environment, bound: Bound): Exactly {
  const scalar = (part: Expression): Fraction | undefined => {
    const value = exact(part, environment, bound);
    return Array.isArray(value) ? undefined : value;
  };
  switch (expression.kind) {
    case 'number':
      return exactDecimal(expression.text);
    case 'symbol':
      return exactSymbol(expression.name, environment, bound);
    case 'tuple':
      return expression.entries.map(scalar);
    case 'negate':
      return each(exact(expression.of, environment, bound), (value) => fraction(-value.top, value.bottom));
    case 'mass': {
      const masses = exact(expression.of, environment, bound);
      const outcome = scalar(expression.outcome);
      if (!Array.isArray(masses) || outcome?.bottom !== 1n) return undefined;
      return masses[Number(outcome.top) - 1];
    }
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return combine(
        expression.kind,
        exact(expression.left, environment, bound),
        exact(expression.right, environment, bound),
      );
    default:
      return undefined;
  }
}

function exactSymbol(name: string, environment: Environment, bound: Bound): Exactly {
  if (Object.hasOwn(bound, name)) return { top: BigInt(bound[name]!), bottom: 1n };
  const definition = environment.definitions.findLast((candidate) => candidate.name === name);
  if (definition) {
    const { parameter, expression } = definition;
    if (parameter === undefined) return exact(expression, environment, {});
    return Array.from({ length: environment.outcomes }, (_, k) => {
      const value = exact(expression, environment, { [parameter]: k + 1 });
      return Array.isArray(value) ? undefined : value;
    });
  }
  const given = Object.hasOwn(environment.values, name)
    ? environment.values[name]!
    : String(environment.outcomes);
  return typeof given === 'string' ? exactGiven(given) : given.map(exactGiven);
}

const OPERATIONS: Readonly<
  Record<'add' | 'subtract' | 'multiply' | 'divide', (a: Fraction, b: Fraction) => Fraction | undefined>
> = {
  add: (a, b) => fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom),
  subtract: (a, b) => fraction(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom),
  multiply: (a, b) => fraction(a.top * b.top, a.bottom * b.bottom),
  divide: (a, b) => fraction(a.top * b.bottom, a.bottom * b.top),
};

function combine(kind: keyof typeof OPERATIONS, a: Exactly, b: Exactly): Exactly {
  if (Array.isArray(a) && Array.isArray(b)) return a.map((value, k) => both(kind, value, b[k]));
  if (Array.isArray(a)) return a.map((value) => both(kind, value, b as Fraction | undefined));
  if (Array.isArray(b)) return b.map((value) => both(kind, a, value));
  return both(kind, a, b);
}

function both(
  kind: keyof typeof OPERATIONS,
  a: Fraction | undefined,
  b: Fraction | undefined,
): Fraction | undefined {
  return a && b ? OPERATIONS[kind](a, b) : undefined;
}

function each(values: Exactly, operation: (value: Fraction) => Fraction | undefined): Exactly {
  return Array.isArray(values)
    ? values.map((value) => value && operation(value))
    : values && operation(values);
}

export function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : divisor(b, a % b);
}

/** Integers in the proportions of the fractions, or undefined if a double cannot hold one of them exactly. */
export function integerWeights(values: readonly Fraction[]): number[] | undefined {
  const common = values.reduce((product, { bottom }) => (product * bottom) / divisor(product, bottom), 1n);
  const integers = values.map(({ top, bottom }) => top * (common / bottom));
  const shared = integers.reduce((a, b) => divisor(a, b < 0n ? -b : b), 0n) || 1n;
  const weights = integers.map((integer) => integer / shared);
  return weights.some((weight) => weight > 2n ** 53n || weight < 0n) ? undefined : weights.map(Number);
}
