import { DomainError } from './domain-error.ts';
import type { DoubleDouble } from './double-double.ts';
import { powerOfTwo, highWord } from './logarithm.ts';
import { allocate, readProbabilities, readWeights, totalOf } from './masses.ts';

declare const brand: unique symbol;

type Mutators = 'buffer' | 'copyWithin' | 'fill' | 'reverse' | 'set' | 'sort' | 'subarray';

/**
 * Probability mass function on the outcomes 0 … length − 1: a read-only Float64Array of probabilities.
 * Made by `pmf` and `fromWeights` only, which is what the brand says.
 */
export type Pmf = Omit<Float64Array, Mutators | number> & {
  readonly [outcome: number]: number;
  readonly [brand]: 'Pmf';
};

/**
 * What the divergences read: masses whose exact sum is `total`, so that the probability of x is
 * masses[x] / total with nothing lost. The total lies in [1 − 2⁻²⁹, 2³⁰).
 */
export interface Masses {
  readonly values: Float64Array;
  readonly total: DoubleDouble;
}

const MOST_EXPONENT = 30;

/** Gives back its argument as the new object, so that a private field can be attached to that. */
const Given = function (given: object) {
  return given;
} as unknown as new (given: object) => object;

/** Attaches masses to an array, out of reach and unforgeable; a WeakMap does the same at several times the cost. */
class Attached extends Given {
  readonly #masses: Masses;

  constructor(p: object, masses: Masses) {
    super(p);
    this.#masses = masses;
  }

  static masses(p: unknown): Masses | undefined {
    return typeof p === 'object' && p !== null && #masses in p ? p.#masses : undefined;
  }
}

/**
 * How far from 1 the exact sum of probabilities may lie: 2⁻²⁹, about 1.9e-9. Dividing n doubles by their sum, added up
 * in the plainest way, leaves a sum within n·2⁻⁵³ of 1, which is 1.1e-9 for 10⁷ outcomes; probabilities rounded
 * from decimals stay far below. Three thirds written with four digits miss by 1e-4 and are refused.
 */
export const SUM_TOLERANCE = 1.862645149230957e-9;

/**
 * A probability mass function from its probabilities.
 *
 * Every entry lies in [0, 1], and the exact sum within 2⁻²⁹ of 1, which is what float64 rounding can explain up to
 * 10⁷ outcomes. Nothing is changed: divergences divide by the exact sum, p(x) / Σ p, since doubles
 * seldom sum to exactly 1.
 *
 * @throws DomainError if the argument is not an array or typed array, is empty or has holes, or holds anything but
 * numbers in [0, 1] that sum to 1.
 */
export function pmf(probabilities: ArrayLike<number>): Pmf {
  const { values, total } = readProbabilities('pmf', 'p', probabilities);
  requireUnitSum('pmf', total);
  return register(values, values, total);
}

/**
 * The same without a copy, for arrays of millions: the pmf reads the memory of the array, which must not be written to as long as
 * it is used. What `pmf` checks and adds up is checked and added up now, and not again.
 *
 * @throws DomainError if the argument is no Float64Array, or as `pmf` does.
 */
export function pmfView(probabilities: Float64Array): Pmf {
  if (!(probabilities instanceof Float64Array)) {
    const what = Array.isArray(probabilities) ? 'a plain array' : 'no Float64Array';
    throw new DomainError(`pmfView: p is ${what}; only a Float64Array can be viewed, pmf() copies any array`);
  }
  const { values, total } = readProbabilities('pmfView', 'p', probabilities, true);
  requireUnitSum('pmfView', total);
  return register(new Float64Array(values.buffer, values.byteOffset, values.length), values, total);
}

function requireUnitSum(quantity: string, total: DoubleDouble): void {
  if (total.hi - 1 <= SUM_TOLERANCE && 1 - total.hi <= SUM_TOLERANCE) return;
  throw new DomainError(`${quantity}: p sums to ${total.hi}, not 1; normalise it with fromWeights()`);
}

/**
 * The probability mass function proportional to non-negative weights, such as counts: p(x) = w(x) / Σ w.
 *
 * The weights and their sum are kept (106 bits of it), and the divergences use them, so those of
 * `fromWeights([1, 2, 7])` are those of the rationals 1/10, 2/10, 7/10, not of the doubles that the result shows.
 *
 * @throws DomainError if a weight is negative, not finite or not a number, if all are 0, or if a positive one is
 * less than 2⁻¹⁰⁵⁰ of the sum, so that a double could not hold its probability.
 */
export function fromWeights(weights: ArrayLike<number>): Pmf {
  const raw = readWeights('fromWeights', 'w', weights);
  const { values, top } = rescale(raw);
  const total = totalOf(values, top);
  const shown = allocate(values.length);
  for (let x = 0; x < values.length; x++) {
    const quotient = values[x]! / total.hi;
    shown[x] = quotient - (quotient * total.lo) / total.hi;
    if (shown[x] === 0 && raw[x]! > 0) throw tooSmall(x, raw[x]!);
  }
  return register(shown, values, total);
}

/** The masses behind a pmf; refuses anything that `pmf` or `fromWeights` did not make. */
export function massesBehind(quantity: string, name: string, p: Pmf): Masses {
  const masses = Attached.masses(p);
  if (masses) return masses;
  const received = Array.isArray(p) ? 'a plain array' : ArrayBuffer.isView(p) ? 'a typed array' : 'not a pmf';
  throw new DomainError(`${quantity}: ${name} is ${received}; build it with pmf() or fromWeights()`);
}

function register(shown: Float64Array, values: Float64Array, total: DoubleDouble): Pmf {
  const p = shown as unknown as Pmf;
  new Attached(p, { values, total });
  return p;
}

/**
 * The weights times a power of two, exactly (or refused), so that their sum lies in [1, 2³⁰): a factor of 1 for
 * ordinary weights, and room below for the smallest masses. And a power of two, `top`, that the sum is below.
 */
function rescale(weights: Float64Array): { values: Float64Array; top: number } {
  const total = plainSum(weights, 1);
  if (total === 0) throw new DomainError('fromWeights: all weights are 0; at least one must be positive');
  // Huge weights can overflow in the sum: look for its exponent on a smaller scale.
  const reduction = total <= 1e290 ? 0 : -60;
  const exponent = exponentOf(reduction ? plainSum(weights, powerOfTwo(reduction)) : total) - reduction;
  if (exponent >= 0 && exponent < MOST_EXPONENT) return { values: weights, top: powerOfTwo(exponent + 2) };
  const shifted = exponent < 0 ? 0 : MOST_EXPONENT - 1;
  const half = (shifted - exponent) >> 1;
  const first = powerOfTwo(half);
  const second = powerOfTwo(shifted - exponent - half);
  const values = weights.map((weight, x) => {
    const scaled = weight * first * second;
    if (scaled / second / first !== weight) throw tooSmall(x, weight);
    return scaled;
  });
  return { values, top: powerOfTwo(shifted + 2) };
}

function plainSum(weights: Float64Array, scale: number): number {
  let total = 0;
  for (const weight of weights) total += weight * scale;
  return total;
}

function exponentOf(a: number): number {
  const exponent = highWord(a) >> 20;
  return exponent === 0 ? exponentOf(a * powerOfTwo(60)) - 60 : exponent - 1023;
}

function tooSmall(x: number, weight: number): DomainError {
  return new DomainError(
    `fromWeights: w[${x}] is ${weight}, less than 2⁻¹⁰⁵⁰ of the sum of the weights; use 0, or drop the outcome`,
  );
}
