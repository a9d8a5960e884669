import { powerOfTwo, highWord } from '../logarithm.ts';

/** A metric on ℝᵈ: the straight line, the sum of the steps along the axes, or the longest of them. */
export type GroundMetric = 'euclidean' | 'manhattan' | 'chebyshev';

/** Distance of point i of x from point j of y; relative error at most (d + 2) u for the straight line, else d u. */
export type Distance = (x: Float64Array, i: number, y: Float64Array, j: number, dimension: number) => number;

export const groundMetrics: Readonly<Record<GroundMetric, Distance>> = {
  euclidean: (x, i, y, j, dimension) => {
    const square = squaredDistance(x, i, y, j, dimension);
    return square > 1e-280 ? Math.sqrt(square) : smallEuclidean(x, i, y, j, dimension);
  },
  manhattan: (x, i, y, j, dimension) => {
    let sum = 0;
    for (let k = 0; k < dimension; k++) {
      const d = x[i * dimension + k]! - y[j * dimension + k]!;
      sum += d < 0 ? -d : d;
    }
    return sum;
  },
  chebyshev: largestStep,
};

export function squaredDistance(
  x: Float64Array,
  i: number,
  y: Float64Array,
  j: number,
  dimension: number,
): number {
  let sum = 0;
  for (let k = 0; k < dimension; k++) {
    const d = x[i * dimension + k]! - y[j * dimension + k]!;
    sum += d * d;
  }
  return sum;
}

function largestStep(x: Float64Array, i: number, y: Float64Array, j: number, dimension: number): number {
  let most = 0;
  for (let k = 0; k < dimension; k++) {
    const d = x[i * dimension + k]! - y[j * dimension + k]!;
    if (d > most) most = d;
    else if (-d > most) most = -d;
  }
  return most;
}

/** Where squares leave the range of doubles: on a larger scale. */
function smallEuclidean(x: Float64Array, i: number, y: Float64Array, j: number, dimension: number): number {
  const most = largestStep(x, i, y, j, dimension);
  if (most === 0) return 0;
  const exponent = (highWord(most) >> 20) - 1023;
  const scale = powerOfTwo(exponent < -960 ? 960 : -exponent);
  let sum = 0;
  for (let k = 0; k < dimension; k++) {
    const d = (x[i * dimension + k]! - y[j * dimension + k]!) * scale;
    sum += d * d;
  }
  return Math.sqrt(sum) / scale;
}
