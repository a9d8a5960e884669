/** 0/0, ∞ − ∞ and the like. */
export interface Undefined {
  readonly kind: 'undefined';
  readonly why: string;
}
export const undefinedValue = (why: string): Undefined => ({ kind: 'undefined', why });

/** A number, or nothing. */
export type Value<N> = N | Undefined;

/** A kind of numbers: one at 60 digits, and one that is certain. Both evaluate the same definitions. */
export interface Arithmetic<N extends { readonly kind: 'number' }> {
  readonly zero: N;
  readonly one: N;
  /** A decimal, a fraction such as 1/3, or ±Infinity. */
  read(text: string): N;
  add(a: Value<N>, b: Value<N>): Value<N>;
  negate(a: Value<N>): Value<N>;
  multiply(a: Value<N>, b: Value<N>): Value<N>;
  divide(a: Value<N>, b: Value<N>): Value<N>;
  power(a: Value<N>, b: Value<N>): Value<N>;
  root(a: Value<N>, degree: number): Value<N>;
  logarithm(a: Value<N>): Value<N>;
  exponential(a: Value<N>): Value<N>;
  absolute(a: Value<N>): Value<N>;
  /** The sign of a − b. */
  compare(a: N, b: N): -1 | 0 | 1;
  /** Whether the sides agree, which an interval need not know for sure. */
  mayEqual(a: N, b: N): boolean;
  isZero(a: Value<N> | undefined): boolean;
  integer(a: N): number | undefined;
  /** The next integer above or below. */
  round(a: Value<N>, which: 'up' | 'down'): Value<N>;
  show(a: N): string;
  readonly numerical: Numerical<N>;
}

/** What takes more than finitely many operations. The arithmetic that is certain has none of it, and throws. */
export interface Numerical<N> {
  readonly pi: N;
  /** ∫ f; `width` says over what length f changes where the range is infinite, `coarse` that twelve digits are enough. */
  integrate(
    f: (x: N) => Value<N>,
    from: N,
    to: N,
    options?: { readonly width?: N; readonly coarse?: boolean },
  ): Value<N>;
  /** The limit of values at distances that shrink to 0, with the doubt that is left as its rounding error. */
  settle(values: readonly N[], distances: readonly N[]): Value<N>;
  /** The greatest value of a concave function between two ends, which may be infinite, and where it is. */
  supremum(f: (x: N) => Value<N>, from: N, to: N): { readonly value: Value<N>; readonly at: Value<N> };
  /** The least ⟨π, c⟩ + ε D(π ‖ p ⊗ q) over couplings π, and ⟨π, c⟩ where it is attained. */
  entropicTransport(
    pmfs: readonly [readonly N[], readonly N[]],
    cost: readonly (readonly N[])[],
    epsilon: N,
  ): { readonly value: Value<N>; readonly moved: Value<N> };
  gamma(a: N): Value<N>;
  logGamma(a: N): Value<N>;
  digamma(a: N): Value<N>;
  normalCdf(a: N): Value<N>;
  sine(a: Value<N>): Value<N>;
  cosine(a: Value<N>): Value<N>;
}

export function sum<N extends { readonly kind: 'number' }>(
  arithmetic: Arithmetic<N>,
  terms: readonly Value<N>[],
): Value<N> {
  return terms.reduce((total, term) => arithmetic.add(total, term), arithmetic.zero as Value<N>);
}
