import type { Curve } from '../../src/formula/expression.ts';
import type { Arithmetic, Value } from './arithmetic.ts';
import { operations } from './operations.ts';
import type { Operations } from './operations.ts';

interface Numbers {
  readonly kind: 'number';
}

/** A function of a real number from its formula. */
export interface NamedCurve<N> {
  readonly value: (t: N) => Value<N>;
  readonly slope: (t: N) => Value<N>;
  readonly bend: (t: N) => Value<N>;
  readonly slopeAtInfinity?: () => Value<N>;
}
type Formulas<N> = (o: Operations<N>) => Readonly<Record<string, NamedCurve<N>>>;

function generators<N>(o: Operations<N>): Readonly<Record<string, NamedCurve<N>>> {
  const { add, minus, multiply, divide, square, root, log, power, negate, one, zero } = o;
  const [two, half, infinity] = [o.read('2'), o.read('0.5'), o.read('Infinity')];
  const scaled = (factor: N, value: Value<N>): Value<N> => multiply(factor, value);
  const logOf2 = log(two);
  const alpha = (text: string): NamedCurve<N> => {
    const order = o.read(text);
    const rest = minus(one, order);
    const below = negate(multiply(order, rest));
    return {
      value: (t) => divide(minus(minus(power(t, order), multiply(order, t)), rest), below),
      slope: (t) => divide(minus(power(t, negate(rest)), one), negate(rest)),
      bend: (t) => power(t, minus(order, two)),
      slopeAtInfinity: () => (o.below(order, one) ? divide(one, rest) : infinity),
    };
  };
  /** π t log(t/m) − (1 − π) log m with m = π t + 1 − π. */
  const weighted = (weight: N): NamedCurve<N> => {
    const rest = minus(one, weight);
    const m = (t: N): Value<N> => add(multiply(weight, t), rest);
    return {
      value: (t) => minus(multiply(multiply(weight, t), log(divide(t, m(t)))), multiply(rest, log(m(t)))),
      slope: (t) => multiply(weight, log(divide(t, m(t)))),
      bend: (t) => divide(multiply(weight, rest), multiply(t, m(t))),
      slopeAtInfinity: () => negate(multiply(weight, log(weight))),
    };
  };
  return {
    KL: {
      value: (t) => multiply(t, log(t)),
      slope: (t) => add(log(t), one),
      bend: (t) => divide(one, t),
      slopeAtInfinity: () => infinity,
    },
    'reverse KL': {
      value: (t) => negate(log(t)),
      slope: (t) => negate(divide(one, t)),
      bend: (t) => divide(one, square(t)),
      slopeAtInfinity: () => zero,
    },
    Jeffreys: {
      value: (t) => multiply(minus(t, one), log(t)),
      slope: (t) => add(log(t), minus(one, divide(one, t))),
      bend: (t) => add(divide(one, t), divide(one, square(t))),
      slopeAtInfinity: () => infinity,
    },
    JSD: {
      value: (t) => {
        const middle = scaled(half, add(t, one));
        return scaled(half, minus(multiply(t, log(divide(t, middle))), log(middle)));
      },
      slope: (t) => scaled(half, log(divide(t, scaled(half, add(t, one))))),
      bend: (t) => divide(half, multiply(t, add(t, one))),
      slopeAtInfinity: () => scaled(half, logOf2),
    },
    TV: {
      value: (t) => scaled(half, o.absolute(minus(t, one))),
      slope: (t) => (o.below(t, one) ? negate(half) : o.below(one, t) ? half : zero),
      bend: () => zero,
      slopeAtInfinity: () => half,
    },
    'squared Hellinger': {
      value: (t) => scaled(half, square(minus(root(t), one))),
      slope: (t) => scaled(half, minus(one, divide(one, root(t)))),
      bend: (t) => divide(o.read('0.25'), multiply(t, root(t))),
      slopeAtInfinity: () => half,
    },
    'χ²': {
      value: (t) => square(minus(t, one)),
      slope: (t) => multiply(two, minus(t, one)),
      bend: () => two,
      slopeAtInfinity: () => infinity,
    },
    'Neyman χ²': {
      value: (t) => divide(square(minus(t, one)), t),
      slope: (t) => minus(one, divide(one, square(t))),
      bend: (t) => divide(two, power(t, o.read('3'))),
      slopeAtInfinity: () => one,
    },
    triangular: {
      value: (t) => divide(square(minus(t, one)), add(t, one)),
      slope: (t) => minus(one, divide(o.read('4'), square(add(t, one)))),
      bend: (t) => divide(o.read('8'), power(add(t, one), o.read('3'))),
      slopeAtInfinity: () => one,
    },
    'α = 0.3': alpha('0.3'),
    'α = -1.5': alpha('-1.5'),
    'α = 3': alpha('3'),
    'JSD with weight 0.2': weighted(o.read('0.2')),
  };
}

function convex<N>(o: Operations<N>): Readonly<Record<string, NamedCurve<N>>> {
  const { add, minus, multiply, divide, square, root, log, exp, power, negate, one, zero } = o;
  const [two, three, four] = ['2', '3', '4'].map((text) => o.read(text)) as [N, N, N];
  const logistic = (t: Value<N>): Value<N> => divide(one, add(one, exp(negate(t))));
  const hypotenuse = (t: N): Value<N> => root(add(one, square(t)));
  return {
    't^2': { value: (t) => square(t), slope: (t) => multiply(two, t), bend: () => two },
    'e^t': { value: (t) => exp(t), slope: (t) => exp(t), bend: (t) => exp(t) },
    '|t|': {
      value: (t) => o.absolute(t),
      slope: (t) => (o.below(t, zero) ? negate(one) : o.below(zero, t) ? one : zero),
      bend: () => zero,
    },
    'log(1+e^t)': {
      // log(1 + eᵗ) = t + log(1 + e⁻ᵗ), and only one of the two exponentials is small.
      value: (t) => (o.below(zero, t) ? add(t, log(add(one, exp(negate(t))))) : log(add(one, exp(t)))),
      slope: (t) => logistic(t),
      bend: (t) => multiply(logistic(t), logistic(negate(t))),
    },
    'max(t,0)': {
      value: (t) => (o.below(zero, t) ? t : zero),
      slope: (t) => (o.below(t, zero) ? zero : o.below(zero, t) ? one : o.read('0.5')),
      bend: () => zero,
    },
    't^4': {
      value: (t) => power(t, four),
      slope: (t) => multiply(four, power(t, three)),
      bend: (t) => multiply(o.read('12'), square(t)),
    },
    'sqrt(1+t^2)': {
      value: hypotenuse,
      slope: (t) => divide(t, hypotenuse(t)),
      bend: (t) => divide(one, power(hypotenuse(t), three)),
    },
    '1/(1+e^-t)': {
      value: (t) => logistic(t),
      slope: (t) => multiply(logistic(t), logistic(negate(t))),
      bend: (t) =>
        multiply(multiply(logistic(t), logistic(negate(t))), minus(one, multiply(two, logistic(t)))),
    },
    't^3': {
      value: (t) => power(t, three),
      slope: (t) => multiply(three, square(t)),
      bend: (t) => multiply(o.read('6'), t),
    },
    'e^(-t^2)': {
      value: (t) => exp(negate(square(t))),
      slope: (t) => negate(multiply(multiply(two, t), exp(negate(square(t))))),
      bend: (t) => multiply(minus(multiply(four, square(t)), two), exp(negate(square(t)))),
    },
    'sin t': { value: (t) => o.sine(t), slope: (t) => o.cosine(t), bend: (t) => negate(o.sine(t)) },
  };
}

const FORMULAS: Readonly<Record<Curve['type'], <N>() => Formulas<N>>> = {
  generator: () => generators,
  convex: () => convex,
  curve: () => convex,
};

const read = new WeakMap<object, Map<string, unknown>>();

/** The function that an instance gives, such as `KL + 0.5(t-1)` or `e^t - 1.25t`. */
export function namedCurve<N extends Numbers>(
  arithmetic: Arithmetic<N>,
  type: Curve['type'],
  sample: string,
): NamedCurve<N> | undefined {
  const known = read.get(arithmetic) ?? new Map<string, unknown>();
  read.set(arithmetic, known);
  const key = `${type} ${sample}`;
  if (!known.has(key)) known.set(key, made(operations(arithmetic), type, sample));
  return known.get(key) as NamedCurve<N> | undefined;
}

function made<N>(o: Operations<N>, type: Curve['type'], sample: string): NamedCurve<N> | undefined {
  const tilt = / ([+-]) ([\d.]+)(t|\(t-1\))$/.exec(sample);
  const curve = FORMULAS[type]<N>()(o)[tilt ? sample.slice(0, tilt.index) : sample];
  if (!curve || !tilt) return curve;
  const size = o.read(tilt[2]!);
  const c = tilt[1] === '-' ? o.negate(size) : size;
  const along = (t: N): Value<N> => (tilt[3] === 't' ? t : o.minus(t, o.one));
  const { slopeAtInfinity } = curve;
  return {
    ...curve,
    value: (t) => o.add(curve.value(t), o.multiply(c, along(t))),
    slope: (t) => o.add(curve.slope(t), c),
    ...(slopeAtInfinity && { slopeAtInfinity: () => o.add(slopeAtInfinity(), c) }),
  };
}
