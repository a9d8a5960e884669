import { DomainError } from '../domain-error.ts';
import { pow } from '../elementary/pow.ts';
import { pointsOnLine, type WeightedPoints } from '../points-on-line.ts';
import type { DivergenceProperties } from '../properties.ts';
import { seededRandom, type Random } from '../random.ts';
import { wassersteinDistance } from '../wasserstein-distance.ts';
import { cloudsBehind, type Cloud, type PointCloud } from './points-in-space.ts';
import { requireOrder, rootOf } from './power-of-distances.ts';

export const slicedWassersteinDistanceProperties: DivergenceProperties = {
  symmetric: true,
  metricPower: 1,
  upperBound: null,
  finiteOnDisjointSupports: true,
  generator: null,
};

export interface SlicedOptions {
  /** The power p, at least 1 and finite: 2 if not given. */
  readonly order?: number;
  /** How many directions are drawn: 100 if not given. */
  readonly projections?: number;
  /** Equal seeds give equal directions: 0 if not given. */
  readonly seed?: number;
}

const MOST_PROJECTIONS = 1_000_000;

/**
 * Sliced Wasserstein distance of order p between distributions in ℝᵈ, in the unit of the coordinates.
 *
 *   SW_p(μ, ν) = ( E_θ W_p(θ·μ, θ·ν)ᵖ )^(1/p), θ uniform on the unit sphere
 *
 * The expectation is a mean over seeded random directions: an estimate, whose p-th power is unbiased with standard
 * error falling as 1/√projections; for given directions it is computed to 1e-14, and equal seeds give equal bits. At
 * most W_p. Lies in [0, diameter]; 0 between equal distributions. For fixed directions symmetric to the last bit, and
 * it obeys the triangle inequality; over all directions it is a metric. On the line it is W_p.
 *
 * @throws DomainError if an argument was not made by `pointsInSpace`, if the dimensions differ, or if an option is out of
 * range.
 * @see bonneel-2015, definition 5; peyre-cuturi-2019, section 8.3
 */
export function slicedWassersteinDistance(
  mu: PointCloud,
  nu: PointCloud,
  options: SlicedOptions = {},
): number {
  const [a, b] = cloudsBehind('slicedWassersteinDistance', mu, nu);
  const { order = 2, projections = 100, seed = 0 } = options;
  requireOptions(requireOrder('slicedWassersteinDistance', { order }), projections, seed);
  const random = seededRandom(seed);
  const direction = new Float64Array(a.dimension);
  const distances = new Float64Array(projections);
  for (let k = 0; k < projections; k++) {
    drawDirection(random, direction);
    distances[k] = wassersteinDistance(projected(a, direction), projected(b, direction), { order });
  }
  return powerMean(distances, order);
}

/** Fills `direction` with a point of the unit sphere, uniformly. */
function drawDirection(random: Random, direction: Float64Array): void {
  let square = 0;
  while (square < 1e-200) {
    square = 0;
    for (let k = 0; k < direction.length; k++) {
      const value = random.normal();
      direction[k] = value;
      square += value * value;
    }
  }
  const length = Math.sqrt(square);
  for (let k = 0; k < direction.length; k++) direction[k]! /= length;
}

function projected(cloud: Cloud, direction: Float64Array): WeightedPoints {
  const { count, dimension, values } = cloud;
  const positions = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let sum = 0;
    for (let k = 0; k < dimension; k++) sum += values[i * dimension + k]! * direction[k]!;
    positions[i] = sum;
  }
  return cloud.uniform ? pointsOnLine(positions) : pointsOnLine(positions, cloud.weights);
}

/** (mean of dᵖ)^(1/p), in units of the largest, so that no power overflows. */
function powerMean(distances: Float64Array, order: number): number {
  let most = 0;
  for (const d of distances) if (d > most) most = d;
  if (most === 0) return 0;
  let sum = 0;
  for (const d of distances) sum += pow(d / most, order);
  return most * rootOf(sum / distances.length, order);
}

function requireOptions(order: number, projections: number, seed: number): void {
  if (order === Infinity) {
    throw new DomainError('slicedWassersteinDistance: order is Infinity; the order must be finite');
  }
  if (!Number.isSafeInteger(projections) || projections < 1 || projections > MOST_PROJECTIONS) {
    throw new DomainError(
      `slicedWassersteinDistance: projections is ${String(projections)}; it must be an integer from 1 to ${MOST_PROJECTIONS}`,
    );
  }
  if (!Number.isSafeInteger(seed) || seed < 0 || seed > 4294967295) {
    throw new DomainError(
      `slicedWassersteinDistance: seed is ${String(seed)}; it must be an integer in [0, 2³²)`,
    );
  }
}
