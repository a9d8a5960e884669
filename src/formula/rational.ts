import { readDecimal } from './decimals.ts';
import type { Environment } from './environment.ts';
import type { Axis, Expression, Size } from './expression.ts';
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

export function addFractions(a: Fraction, b: Fraction): Fraction {
  return reduced(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}

function reduced(top: bigint, bottom: bigint): Fraction {
  const shared = divisor(top < 0n ? -top : top, bottom);
  return { top: top / shared, bottom: bottom / shared };
}

/** A fraction as a given is written: a decimal if it is a short one, otherwise 1/3. */
export function writeFraction(value: Fraction): string {
  const { top, bottom } = reduced(value.top, value.bottom);
  if (bottom === 1n) return String(top);
  for (let places = 1, scale = 10n; places <= 24; places++, scale *= 10n) {
    if (scale % bottom !== 0n) continue;
    const size = ((top < 0n ? -top : top) * (scale / bottom)).toString().padStart(places + 1, '0');
    return `${top < 0n ? '-' : ''}${size.slice(0, -places)}.${size.slice(-places)}`;
  }
  return `${top}/${bottom}`;
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
      const places = [expression.outcome, ...(expression.rest ?? []).map(({ outcome }) => outcome)].map(
        scalar,
      );
      if (!Array.isArray(masses) || places.some((place) => place?.bottom !== 1n)) return undefined;
      const sizes = (expression.rest ?? []).map(({ size }) => sizeIn(environment, size));
      return masses[
        places.reduce((index, place, k) => index * (sizes[k - 1] ?? 1) + Number(place!.top) - 1, 0)
      ];
    }
    case 'array':
      return cells(expression.axes, environment, bound).map((inside) => {
        const value = exact(expression.body, environment, inside);
        return Array.isArray(value) ? undefined : value;
      });
    case 'fold': {
      if (expression.over !== 'sum' || expression.where) return undefined;
      const ends = [expression.from, expression.to].map((end) => end && scalar(end));
      const [first, last] = [
        ends[0] ?? exactDecimal('1'),
        ends[1] ?? exactDecimal(String(environment.outcomes)),
      ];
      if (!(first.bottom === 1n && last.bottom === 1n && last.top - first.top < 100n)) return undefined;
      let total: Fraction | undefined = { top: 0n, bottom: 1n };
      for (let k = Number(first.top); k <= Number(last.top); k++) {
        const term = exact(expression.body, environment, { ...bound, [expression.variable]: k });
        if (!total || !term || Array.isArray(term)) return undefined;
        total = OPERATIONS.add(total, term);
      }
      return total;
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
  // The variable of an integral or a search is no outcome, and a double at best.
  if (Object.hasOwn(bound, name))
    return Number.isInteger(bound[name]) ? { top: BigInt(bound[name]!), bottom: 1n } : undefined;
  const definition = environment.definitions.findLast((candidate) => candidate.name === name);
  if (definition) {
    return exact(definition.expression, environment, {});
  }
  const given = Object.hasOwn(environment.values, name)
    ? environment.values[name]!
    : String(environment.outcomes);
  return typeof given === 'string' ? exactGiven(given) : given.map(exactGiven);
}

/** How far a place runs in an environment. */
export function sizeIn({ values, outcomes }: Environment, size: Size): number {
  const given = Object.hasOwn(values, size) ? values[size]! : undefined;
  return typeof given === 'string' ? Number(given) : outcomes;
}

/** The values of the variables of an array, in the order of its entries. */
function cells(axes: readonly Axis[], environment: Environment, bound: Bound): Bound[] {
  return axes.reduce<Bound[]>(
    (found, { variable, size }) =>
      found.flatMap((cell) =>
        Array.from({ length: sizeIn(environment, size) }, (_, k) => ({ ...cell, [variable]: k + 1 })),
      ),
    [bound],
  );
}

const OPERATIONS: Readonly<
  Record<'add' | 'subtract' | 'multiply' | 'divide', (a: Fraction, b: Fraction) => Fraction | undefined>
> = {
  add: addFractions,
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
