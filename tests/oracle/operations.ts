import type { Arithmetic, Value } from './arithmetic.ts';

interface Numbers {
  readonly kind: 'number';
}

/** The operations of an arithmetic as the definitions of the quantities write them. */
export interface Operations<N> {
  readonly zero: N;
  readonly one: N;
  read(text: string): N;
  add(a: Value<N>, b: Value<N>): Value<N>;
  minus(a: Value<N>, b: Value<N>): Value<N>;
  negate(a: Value<N>): Value<N>;
  multiply(a: Value<N>, b: Value<N>): Value<N>;
  divide(a: Value<N>, b: Value<N>): Value<N>;
  power(a: Value<N>, b: Value<N>): Value<N>;
  square(a: Value<N>): Value<N>;
  root(a: Value<N>): Value<N>;
  log(a: Value<N>): Value<N>;
  exp(a: Value<N>): Value<N>;
  absolute(a: Value<N>): Value<N>;
  sine(a: Value<N>): Value<N>;
  cosine(a: Value<N>): Value<N>;
  isZero(a: Value<N> | undefined): boolean;
  /** a < b, where both have a value. */
  below(a: Value<N>, b: Value<N>): boolean;
  sum(terms: readonly Value<N>[]): Value<N>;
  largest(values: readonly Value<N>[]): Value<N>;
}

export function operations<N extends Numbers>(a: Arithmetic<N>): Operations<N> {
  const below = (x: Value<N>, y: Value<N>): boolean =>
    x.kind === 'number' && y.kind === 'number' && a.compare(x as N, y as N) < 0;
  return {
    zero: a.zero,
    one: a.one,
    read: (text) => a.read(text),
    add: (x, y) => a.add(x, y),
    minus: (x, y) => a.add(x, a.negate(y)),
    negate: (x) => a.negate(x),
    multiply: (x, y) => a.multiply(x, y),
    divide: (x, y) => a.divide(x, y),
    power: (x, y) => a.power(x, y),
    square: (x) => a.multiply(x, x),
    root: (x) => a.root(x, 2),
    log: (x) => a.logarithm(x),
    exp: (x) => a.exponential(x),
    absolute: (x) => a.absolute(x),
    sine: (x) => a.numerical.sine(x),
    cosine: (x) => a.numerical.cosine(x),
    isZero: (x) => a.isZero(x),
    below,
    sum: (terms) => terms.reduce((total, term) => a.add(total, term), a.zero as Value<N>),
    largest: (values) => values.reduce((best, value) => (below(best, value) ? value : best)),
  };
}
