import { DomainError } from '../domain-error.ts';
import { exp } from '../elementary/exp.ts';
import { log } from '../elementary/log.ts';
import { readNumbers, requireArray } from '../masses.ts';
import { logExcess } from '../special/log-excess.ts';
import { requireMember, requireParameters } from './parameters.ts';
import { choleskyFactor, eigenvaluesOf, solveLower, transpose } from './symmetric-matrix.ts';

const HALF_LOG_TWO_PI = 0.9189385332046728;
const HALF_LOG_TWO_PI_E = 1.4189385332046727;

/** The normal distribution on vectors. Made by `multivariateNormal`. */
export interface MultivariateNormal {
  readonly family: 'multivariate normal';
  readonly mean: readonly number[];
  /** Row-major; read-only: a copy of what was given. */
  readonly covariance: readonly number[];
  /** Density at a vector; see `logPdf`. */
  pdf(x: ArrayLike<number>): number;
  /** −½ (x − μ)ᵀ Σ⁻¹ (x − μ) − ½ log det 2πΣ; relative error of either part at most 8 d κ u, κ the condition of Σ, u = 2⁻⁵³. */
  logPdf(x: ArrayLike<number>): number;
  /** ½ log det 2πeΣ, in nats, of either sign; absolute error at most 8 d² κ u. */
  differentialEntropy(): number;
}

interface Moments {
  readonly mean: Float64Array;
  readonly covariance: Float64Array;
  /** L with L Lᵀ = covariance. */
  readonly factor: Float64Array;
}

const momentsOf = new WeakMap<MultivariateNormal, Moments>();
const MOST_DIMENSIONS = 512;

/**
 * The multivariate normal distribution of a mean of d numbers and a covariance of d × d, row by row.
 *
 * @throws DomainError if these are no arrays of numbers within ±1e100, if the covariance has not d² entries, is not
 * symmetric or not positive definite (a pivot of its Cholesky factor vanishes, up to rounding), or if d is over 512.
 */
export function multivariateNormal(parameters: {
  readonly mean: ArrayLike<number>;
  readonly covariance: ArrayLike<number>;
}): MultivariateNormal {
  requireParameters('multivariateNormal', parameters, {});
  const mean = readVector('multivariateNormal', 'mean', parameters.mean);
  const covariance = readVector('multivariateNormal', 'covariance', parameters.covariance);
  const d = mean.length;
  if (d > MOST_DIMENSIONS) {
    throw new DomainError(
      `multivariateNormal: mean has ${d} entries; at most ${MOST_DIMENSIONS} are supported`,
    );
  }
  requireSymmetric(covariance, d);
  const factor = choleskyFactor('multivariateNormal', 'covariance', covariance, d);
  let halfLogDeterminant = 0;
  for (let i = 0; i < d; i++) halfLogDeterminant += log(factor[i * d + i]!);
  const logPdf = (x: ArrayLike<number>): number => {
    const z = readVector('multivariateNormal.logPdf', 'x', x);
    if (z.length !== d) {
      throw new DomainError(
        `multivariateNormal.logPdf: x has ${z.length} entries; it must have ${d}, as the mean`,
      );
    }
    for (let i = 0; i < d; i++) z[i]! -= mean[i]!;
    return -0.5 * sumOfSquares(solveLower(factor, d, z, 1)) - (halfLogDeterminant + d * HALF_LOG_TWO_PI);
  };
  const member = Object.freeze<MultivariateNormal>({
    family: 'multivariate normal',
    mean: Object.freeze(Array.from(mean)),
    covariance: Object.freeze(Array.from(covariance)),
    pdf: (x) => exp(logPdf(x)),
    logPdf,
    differentialEntropy: () => halfLogDeterminant + d * HALF_LOG_TWO_PI_E,
  });
  momentsOf.set(member, { mean, covariance, factor });
  return member;
}

function readVector(quantity: string, name: string, source: ArrayLike<number>): Float64Array {
  requireArray(quantity, name, source);
  return readNumbers(
    quantity,
    name,
    source,
    (value) => value >= -1e100 && value <= 1e100,
    'every entry must be a number within ±1e100',
  );
}

function requireSymmetric(covariance: Float64Array, d: number): void {
  if (covariance.length !== d * d) {
    throw new DomainError(
      `multivariateNormal: covariance has ${covariance.length} entries and mean has ${d}; the covariance must have ${d * d}, row by row`,
    );
  }
  for (let i = 0; i < d; i++) {
    for (let j = 0; j < i; j++) {
      const lower = covariance[i * d + j]!;
      const upper = covariance[j * d + i]!;
      if (lower === upper) continue;
      throw new DomainError(
        `multivariateNormal: covariance[${i}][${j}] is ${lower} and covariance[${j}][${i}] is ${upper}; a covariance must be symmetric`,
      );
    }
  }
}

function sumOfSquares(z: Float64Array): number {
  let sum = 0;
  for (const value of z) sum += value * value;
  return sum;
}

/**
 * Kullback–Leibler divergence of multivariate normal distributions N(μ, Σ) and N(ν, T) in d dimensions, in nats.
 *
 *   D(P ‖ Q) = ½ [ tr(T⁻¹Σ) − d − log det(T⁻¹Σ) ] + ½ (μ − ν)ᵀ T⁻¹ (μ − ν)
 *
 * Lies in [0, ∞); zero only when both parameters are equal. With T = L Lᵀ the bracket is Σ λ − log(1 + λ) ≥ 0 over the
 * eigenvalues λ of L⁻¹(Σ − T)L⁻ᵀ where these are small, so that equal parts leave no rounding behind, and otherwise
 * Σ mᵢᵢ² − 1 − log mᵢᵢ² + Σ mᵢⱼ² over the entries of L⁻¹K, Σ = K Kᵀ. Relative error at most 20 d κ u, u = 2⁻⁵³, κ the
 * larger condition number of Σ and T.
 *
 * @throws DomainError if an argument was not made by `multivariateNormal`, or if the dimensions differ.
 */
export function multivariateNormalKlDivergence(p: MultivariateNormal, q: MultivariateNormal): number {
  requireMember('multivariateNormalKlDivergence', 'p', 'multivariate normal', p);
  requireMember('multivariateNormalKlDivergence', 'q', 'multivariate normal', q);
  const from = momentsOf.get(p)!;
  const to = momentsOf.get(q)!;
  const d = from.mean.length;
  if (to.mean.length !== d) {
    throw new DomainError(
      `multivariateNormalKlDivergence: p has ${d} dimensions and q has ${to.mean.length}; they must have as many`,
    );
  }
  const apart = from.mean.map((value, i) => value - to.mean[i]!);
  return 0.5 * (spread(from, to, d) + sumOfSquares(solveLower(to.factor, d, apart, 1)));
}

function spread(from: Moments, to: Moments, d: number): number {
  const difference = from.covariance.map((value, i) => value - to.covariance[i]!);
  const half = transpose(solveLower(to.factor, d, difference, d), d);
  const relative = solveLower(to.factor, d, half, d);
  let sum = 0;
  if (sumOfSquares(relative) < 0.25) {
    for (const eigenvalue of eigenvaluesOf(relative, d)) sum += logExcess(eigenvalue);
    return sum;
  }
  const m = solveLower(to.factor, d, from.factor.slice(), d);
  for (let i = 0; i < d; i++) {
    const ratio = m[i * d + i]!;
    sum += logExcess((ratio - 1) * (ratio + 1), ratio * ratio);
    for (let j = 0; j < i; j++) sum += m[i * d + j]! * m[i * d + j]!;
  }
  return sum;
}
