import { DomainError } from '../domain-error.ts';
import { readNumbers, requireArray } from '../masses.ts';
import type { DivergenceProperties } from '../properties.ts';
import { requireOneDimension, type Points } from './points-in-space.ts';
import { multiplyMatrices, polarFactor } from './polar-factor.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

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
 * The second form, a sum of squares, is computed: no cancellation where A and B are close. The part of the covariances alone
 * is the Bures distance. Singular covariances are allowed; a point mass has the covariance 0. Zero only when both are equal.
 * A metric. Absolute error some 10 d u of the largest standard deviation (u = 2⁻⁵³) for well-conditioned covariances; a
 * covariance that is nearly singular determines the distance only to √u of it. O(d³).
 *
 * @throws DomainError if means and covariances are not finite numbers within ±1e200 of one dimension, at most 256, or if a
 * covariance is not symmetric or has a negative eigenvalue beyond rounding.
 * @see dowson-landau-1982; peyre-cuturi-2019, remark 2.31; bhatia-2019, equation 3 and theorem 1
 */
export function gaussianWassersteinDistance(p: GaussianParameters, q: GaussianParameters): number {
  const a = read('p', p);
  const b = read('q', q);
  requireOneDimension('gaussianWassersteinDistance', 'p', a, 'q', b);
  let square = bures(a.covariance, b.covariance, a.dimension);
  for (let k = 0; k < a.dimension; k++) {
    const d = a.values[k]! - b.values[k]!;
    square += d * d;
  }
  return Math.sqrt(square);
}

/** min over orthogonal U of ‖A^½ − B^½U‖²: the U of the polar decomposition of B^½A^½. */
function bures(a: Float64Array, b: Float64Array, n: number): number {
  if (a.every((value, k) => value === b[k])) return 0;
  const rootA = squareRoot('p', a, n);
  const rootB = squareRoot('q', b, n);
  const turned = multiplyMatrices(rootB, polarFactor(multiplyMatrices(rootB, rootA, n), n), n);
  let sum = 0;
  for (let k = 0; k < n * n; k++) {
    const d = rootA[k]! - turned[k]!;
    sum += d * d;
  }
  return sum;
}

function squareRoot(name: string, matrix: Float64Array, n: number): Float64Array {
  const { values, vectors } = symmetricEigen(matrix, n);
  let most = 0;
  for (const value of values) if (value > most || -value > most) most = value < 0 ? -value : value;
  const scaled = vectors.slice();
  const turned = new Float64Array(n * n);
  for (let k = 0; k < n; k++) {
    const value = values[k]!;
    if (value < -1e-14 * n * most) {
      throw new DomainError(
        `gaussianWassersteinDistance: ${name}.covariance has the eigenvalue ${value}; it must be positive semidefinite`,
      );
    }
    const root = value > 0 ? Math.sqrt(value) : 0;
    for (let i = 0; i < n; i++) {
      scaled[i * n + k]! *= root;
      turned[k * n + i] = vectors[i * n + k]!;
    }
  }
  return multiplyMatrices(scaled, turned, n);
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
