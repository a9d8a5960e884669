import { DomainError } from '../domain-error.ts';
import { eigenvaluesOf } from '../families/symmetric-matrix.ts';
import { highWord, powerOfTwo } from '../logarithm.ts';
import { magnitude } from '../magnitude.ts';
import { readNumbers, requireArray } from '../masses.ts';
import type { DivergenceProperties } from '../properties.ts';
import { nearestTurned } from './bures-distance.ts';
import type { Columns } from './double-double-columns.ts';
import { requireOneDimension, type Points } from './points-in-space.ts';
import { semidefiniteFactor } from './semidefinite-factor.ts';

export const gaussianWassersteinDistanceProperties: DivergenceProperties = {
  symmetric: true,
  metricPower: 1,
  upperBound: null,
  finiteOnDisjointSupports: true,
  generator: null,
};

/** A normal distribution on ℝᵈ. */
export interface GaussianParameters {
  readonly mean: ArrayLike<number>;
  /** Rows of a symmetric positive semidefinite matrix. */
  readonly covariance: Points;
}

/** So that a minute is enough. */
const MOST_DIMENSIONS = 256;
const LARGEST = 1e200;

/**
 * Wasserstein distance of order 2 between normal distributions, in the unit of the coordinates.
 *
 *   W₂(N(m, A), N(n, B))² = ‖m − n‖² + tr( A + B − 2 (A^½ B A^½)^½ )
 *                         = ‖m − n‖² + min over orthogonal U of ‖A^½ − B^½U‖²
 *
 * The second form, a sum of squares, is computed, with the Cholesky factors in place of the roots, which are these but for a turn: no
 * cancellation where A and B are close. The part of the covariances alone is the Bures distance. Singular covariances are allowed; a point
 * mass has the covariance 0. Zero only when both are equal. A metric. Factors and turn are in double-double, so that √ of their
 * rounding is what a singular covariance leaves: absolute error at most d u of the largest standard deviation and 4 u of the value,
 * u = 2⁻⁵³. A covariance that is not semidefinite by rounding of its entries is taken without what is negative in it. O(d³).
 *
 * @throws DomainError if means and covariances are not finite numbers within ±1e200 of one dimension, at most 256, or if a
 * covariance is not symmetric or has a negative eigenvalue beyond rounding.
 * @see dowson-landau-1982; peyre-cuturi-2019, remark 2.31; bhatia-2019, equation 3 and theorem 1
 */
export function gaussianWassersteinDistance(p: GaussianParameters, q: GaussianParameters): number {
  const a = read('p', p);
  const b = read('q', q);
  requireOneDimension('gaussianWassersteinDistance', 'p', a, 'q', b);
  return lengthOf([
    bures(a.covariance, b.covariance, a.dimension),
    ...a.values.map((m, k) => m - b.values[k]!),
  ]);
}

/** Root of the sum of squares, whatever their size. */
function lengthOf(parts: readonly number[]): number {
  const unit = unitOf(parts);
  let sum = 0;
  for (const part of parts) sum += (part / unit) * (part / unit);
  return Math.sqrt(sum) * unit;
}

/** A power of two near the largest size, 1 if all are 0; from 2⁻¹⁰⁰⁰ to 2¹⁰⁰⁰. */
function unitOf(parts: Iterable<number>): number {
  let most = 0;
  for (const part of parts) if (magnitude(part) > most) most = magnitude(part);
  const exponent = (highWord(most) >> 20) - 1023;
  return most === 0 ? 1 : powerOfTwo(exponent < -1000 ? -1000 : exponent);
}

/** min over orthogonal U of ‖A^½ − B^½U‖ */
function bures(a: Float64Array, b: Float64Array, n: number): number {
  if (a.every((value, k) => value === b[k])) return 0;
  const [ofA, ofB] = [unitOf(a), unitOf(b)];
  const larger = ofA > ofB ? ofA : ofB;
  // An even power, whose root is one too.
  const unit = Math.sqrt(larger) * Math.sqrt(larger) === larger ? larger : larger / 2;
  const [l, m] = [factorOf('p', a, n, unit), factorOf('q', b, n, unit)];
  return nearestTurned(l, m) * Math.sqrt(unit);
}

function factorOf(name: string, matrix: Float64Array, n: number, unit: number): Columns {
  const { factor, isIndefinite } = semidefiniteFactor(
    matrix.map((value) => value / unit),
    n,
  );
  if (isIndefinite) requireSemidefinite(name, matrix, n);
  return factor;
}

function requireSemidefinite(name: string, matrix: Float64Array, n: number): void {
  const values = eigenvaluesOf(matrix, n);
  const most = values.reduce((size, value) => (magnitude(value) > size ? magnitude(value) : size), 0);
  const negative = values.find((value) => value < -1e-14 * n * most);
  if (negative === undefined) return;
  throw new DomainError(
    `gaussianWassersteinDistance: ${name}.covariance has the eigenvalue ${negative}; it must be positive semidefinite`,
  );
}

function read(name: string, gaussian: GaussianParameters) {
  const quantity = 'gaussianWassersteinDistance';
  const { mean, covariance } = (gaussian ?? {}) as GaussianParameters;
  requireArray(quantity, `${name}.mean`, mean);
  requireArray(quantity, `${name}.covariance`, covariance);
  const n = mean.length;
  if (n > MOST_DIMENSIONS) {
    throw new DomainError(
      `${quantity}: ${name}.mean has ${n} dimensions; at most ${MOST_DIMENSIONS} are supported`,
    );
  }
  const values = readNumbers(quantity, `${name}.mean`, mean, inRange, DOMAIN);
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const label = `${name}.covariance[${i}]`;
    if (covariance.length !== n || covariance[i]?.length !== n) {
      throw new DomainError(
        `${quantity}: ${name}.covariance is not ${n} × ${n}; it needs a row and a column a dimension`,
      );
    }
    requireArray(quantity, label, covariance[i]);
    matrix.set(readNumbers(quantity, label, covariance[i]!, inRange, DOMAIN), i * n);
  }
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      if (matrix[i * n + j] === matrix[j * n + i]) continue;
      throw new DomainError(
        `${quantity}: ${name}.covariance[${i}][${j}] is ${matrix[i * n + j]!} and [${j}][${i}] is ${matrix[j * n + i]!}; it must be symmetric`,
      );
    }
  }
  return { dimension: n, count: 1, values, covariance: matrix };
}

const DOMAIN = 'every entry must be a number within ±1e200';
const inRange = (x: number): boolean => x >= -LARGEST && x <= LARGEST;
