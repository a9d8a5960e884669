import { DomainError } from './domain-error.ts';
import { sum, type DoubleDouble } from './double-double.ts';
import { powerOfTwo, highWord } from './logarithm.ts';
import { readMasses } from './masses.ts';

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
 * masses[x] / total with nothing lost. Masses lie in [0, 2), the total in (0.99, 2).
 */
export interface Masses {
  readonly values: Float64Array;
  /** The same memory as 32-bit words; word 2x + 1 holds the exponent of values[x]. */
  readonly words: Int32Array;
  readonly total: DoubleDouble;
}

const massesOf = new WeakMap<Pmf, Masses>();

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
  const values = readMasses('pmf', 'p', 'probability', probabilities);
  const total = sum(values);
  if (!(total.hi - 1 <= SUM_TOLERANCE && 1 - total.hi <= SUM_TOLERANCE)) {
    throw new DomainError(`pmf: p sums to ${total.hi}, not 1; normalise it with fromWeights()`);
  }
  return register(values, values, total);
}

/**
 * The probability mass function proportional to non-negative weights, such as counts: p(x) = w(x) / Σ w.
 *
 * The weights and their sum are kept (106 bits of it), and the divergences use them, so those of
 * `fromWeights([1, 2, 7])` are those of the rationals 1/10, 2/10, 7/10, not of the doubles that the result shows.
 *
 * @throws DomainError if a weight is negative, not finite or not a number, if all are 0, or if they span more than
 * doubles can: a positive weight whose probability would be shown as 0.
 */
export function fromWeights(weights: ArrayLike<number>): Pmf {
  const raw = readMasses('fromWeights', 'w', 'weight', weights);
  const values = rescale(raw);
  const total = sum(values);
  const shown = new Float64Array(values.length);
  for (let x = 0; x < values.length; x++) {
    const quotient = values[x]! / total.hi;
    shown[x] = quotient - (quotient * total.lo) / total.hi;
    if (shown[x] === 0 && raw[x]! > 0) throw tooWide(x, raw[x]!);
  }
  return register(shown, values, total);
}

/** The masses behind a pmf; refuses anything that `pmf` or `fromWeights` did not make. */
export function massesBehind(quantity: string, name: string, p: Pmf): Masses {
  const masses = massesOf.get(p);
  if (masses) return masses;
  const received = Array.isArray(p) ? 'a plain array' : ArrayBuffer.isView(p) ? 'a typed array' : 'not a pmf';
  throw new DomainError(`${quantity}: ${name} is ${received}; build it with pmf() or fromWeights()`);
}

function register(shown: Float64Array, values: Float64Array, total: DoubleDouble): Pmf {
  const p = shown as unknown as Pmf;
  massesOf.set(p, { values, words: new Int32Array(values.buffer), total });
  return p;
}

/** The weights times the power of two that brings their sum into [1, 2]: exact, or refused. */
function rescale(weights: Float64Array): Float64Array {
  let largest = 0;
  for (let x = 0; x < weights.length; x++) if (weights[x]! > largest) largest = weights[x]!;
  if (largest === 0) throw new DomainError('fromWeights: all weights are 0; at least one must be positive');
  // Huge weights could overflow in the sum: look for its exponent on a smaller scale.
  const reduction = largest > 1e290 ? -60 : 0;
  const sample = reduction ? weights.map((w) => w * powerOfTwo(reduction)) : weights;
  const exponent = reduction - exponentOf(sum(sample).hi);
  const half = exponent >> 1;
  const first = powerOfTwo(half);
  const second = powerOfTwo(exponent - half);
  return weights.map((weight, x) => {
    const scaled = weight * first * second;
    if (scaled / second / first !== weight) throw tooWide(x, weight);
    return scaled;
  });
}

function exponentOf(a: number): number {
  const exponent = highWord(a) >> 20;
  return exponent === 0 ? exponentOf(a * powerOfTwo(60)) - 60 : exponent - 1023;
}

function tooWide(x: number, weight: number): DomainError {
  return new DomainError(
    `fromWeights: w[${x}] is ${weight}, too small beside the sum for a double to hold its probability; use 0 or drop the outcome`,
  );
}
