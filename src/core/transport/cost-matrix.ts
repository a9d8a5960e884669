import { DomainError } from '../domain-error.ts';
import { pow } from '../elementary/pow.ts';
import { requirePairs } from './cost-checks.ts';
import { groundMetrics, squaredDistance, type Distance, type GroundMetric } from './ground-metric.ts';
import { readPoints, requireOneDimension, type Points } from './points-in-space.ts';

export interface CostMatrixOptions {
  /** The distance in ℝᵈ: euclidean if none is given. */
  readonly metric?: GroundMetric;
  /** The power of the distance: 1 if none is given; W_p needs p. */
  readonly exponent?: number;
}

/**
 * Costs of transport between points of ℝᵈ, row-major, in the given power of the unit of the coordinates.
 *
 *   cᵢⱼ = ‖xᵢ − yⱼ‖^exponent
 *
 * `metric` is a norm: euclidean (√Σd²), manhattan (Σ|d|) or chebyshev (max |d|); `exponent` is the power p of W_p, not
 * that of the norm. Costs lie in [0, ∞); 0 exactly where two points are equal. Relative error at most
 * exponent·(d + 2) u + u, u = 2⁻⁵³: a sum of non-negative terms, each rounded; squares of lengths have no root.
 *
 * @throws DomainError if points are missing or have different dimensions, if a coordinate is not a number within ±2⁴⁵⁰,
 * if there are more than 2²⁶ pairs, if the metric is none of the three, if the exponent is not a finite number above 0, or
 * if a cost is above 2⁹⁰⁰.
 * @see peyre-cuturi-2019, section 2.4
 */
export function costMatrix(x: Points, y: Points, options: CostMatrixOptions = {}): Float64Array {
  const { metric = 'euclidean', exponent = 1 } = options;
  const distance = requireMetric(metric);
  if (typeof exponent !== 'number' || !(exponent > 0 && exponent < Infinity)) {
    throw new DomainError(`costMatrix: exponent is ${String(exponent)}; it must be a finite number above 0`);
  }
  const from = readPoints('costMatrix', 'x', x);
  const to = readPoints('costMatrix', 'y', y);
  requireOneDimension('costMatrix', 'x', from, 'y', to);
  requirePairs('costMatrix', from.count, to.count);
  const cost = costFunction(metric, distance, exponent);
  const costs = new Float64Array(from.count * to.count);
  for (let i = 0; i < from.count; i++) {
    for (let j = 0; j < to.count; j++) {
      costs[i * to.count + j] = cost(from.values, i, to.values, j, from.dimension);
    }
  }
  const bad = costs.findIndex((c) => !(c <= LARGEST));
  if (bad < 0) return costs;
  throw new DomainError(
    `costMatrix: the cost from x[${(bad - (bad % to.count)) / to.count}] to y[${bad % to.count}] is above 2⁹⁰⁰; scale the coordinates down`,
  );
}

const LARGEST = 8.452712498170644e270;

function requireMetric(metric: GroundMetric): Distance {
  if (typeof metric === 'string' && Object.hasOwn(groundMetrics, metric)) return groundMetrics[metric];
  throw new DomainError(
    `costMatrix: metric is ${String(metric)}; it must be euclidean, manhattan or chebyshev`,
  );
}

function costFunction(metric: GroundMetric, distance: Distance, exponent: number): Distance {
  if (exponent === 1) return distance;
  if (exponent === 2) {
    if (metric === 'euclidean') return squaredDistance;
    return (...points) => {
      const d = distance(...points);
      return d * d;
    };
  }
  return (...points) => pow(distance(...points), exponent);
}
