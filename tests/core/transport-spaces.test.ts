import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  costMatrix,
  energyDistance,
  fromWeights,
  gaussianWassersteinDistance,
  maximumMeanDiscrepancy,
  optimalTransport,
  pointsInSpace,
  pointsOnLine,
  slicedWassersteinDistance,
  wassersteinDistance,
  type PointCloud,
} from '../../src/core/index.ts';
import { lcg, readReference } from './reference.ts';
import { refusals, untyped } from './refusals.ts';

type Rows = readonly (readonly number[])[];
interface Spaces {
  readonly clouds: readonly {
    x: Rows;
    a: readonly number[];
    y: Rows;
    b: readonly number[];
    energy: string;
    mmd: Readonly<Record<string, string>>;
  }[];
}
const [{ clouds }] = readReference<Spaces>('transport-spaces.json') as [Spaces];

describe('energy distance and MMD (generate-transport-spaces.py, 60 digits)', () => {
  for (const { x, a, y, b, energy, mmd } of clouds) {
    const [mu, nu] = [pointsInSpace(x, fromWeights(a)), pointsInSpace(y, fromWeights(b))];
    test(`${x.length} and ${y.length} points of dimension ${mu.dimension}: right to 1e-14, the line by its own way`, () => {
      const close = (actual: number, expected: string) => Math.abs(actual / Number(expected) - 1) <= 1e-14;
      expect(close(energyDistance(mu, nu), energy)).toBe(true);
      for (const [bandwidth, expected] of Object.entries(mmd)) {
        expect(close(maximumMeanDiscrepancy(mu, nu, { bandwidth: Number(bandwidth) }), expected)).toBe(true);
      }
      if (mu.dimension > 1) return;
      const line = energyDistance(
        pointsOnLine(x.map(([at]) => at!), fromWeights(a)), // prettier-ignore
        pointsOnLine(y.map(([at]) => at!), fromWeights(b)), // prettier-ignore
      );
      expect(Math.abs(line / Number(energy) - 1)).toBeLessThanOrEqual(1e-15);
    });
  }

  test("SciPy's published examples of energy_distance", () => {
    expect(energyDistance(pointsOnLine([0]), pointsOnLine([2]))).toBe(2);
    const [mu, nu] = [pointsOnLine([0, 8], fromWeights([3, 1])), pointsOnLine([0, 8], fromWeights([2, 2]))];
    expect(energyDistance(mu, nu)).toBe(1);
    const value = energyDistance(
      pointsOnLine([0.7, 7.4, 2.4, 6.8], fromWeights([2.1, 4.2, 7.4, 8])),
      pointsOnLine([1.4, 8], fromWeights([7.6, 8.8])),
    );
    expect(Math.abs(value - 0.88003340976158217)).toBeLessThanOrEqual(2e-16);
  });

  const point = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 2, maxLength: 2 });
  const cloud = fc
    .array(fc.tuple(point, fc.integer({ min: 1, max: 5 })), { minLength: 1, maxLength: 5 })
    .map((list) => pointsInSpace(list.map(([at]) => at), fromWeights(list.map(([, w]) => w)))); // prettier-ignore
  const metrics: Record<string, (a: PointCloud, b: PointCloud) => number> = {
    'energy distance': energyDistance,
    'MMD of bandwidth 1': (a, b) => maximumMeanDiscrepancy(a, b, { bandwidth: 1 }),
    'sliced Wasserstein distance': (a, b) => slicedWassersteinDistance(a, b, { projections: 20 }),
  };
  for (const [name, d] of Object.entries(metrics)) {
    test(`${name} is a metric: symmetric, 0 from a distribution to itself, triangle inequality`, () => {
      fc.assert(
        fc.property(cloud, cloud, cloud, (mu, nu, rho) => {
          const value = d(mu, nu);
          expect(value >= 0 && !Object.is(value, -0)).toBe(true);
          expect(Math.abs(d(nu, mu) - value)).toBeLessThanOrEqual(1e-15);
          expect(d(mu, mu)).toBe(0);
          expect(d(mu, rho)).toBeLessThanOrEqual((value + d(nu, rho)) * (1 + 1e-14) + 1e-7);
        }),
        { numRuns: 300, seed: 1 },
      );
    });
  }

  test('point masses: energy is the root of twice the distance, MMD tends to √2', () => {
    const [mu, nu] = [pointsInSpace([[0, 0]]), pointsInSpace([[3, 4]])];
    expect(energyDistance(mu, nu)).toBe(Math.sqrt(10));
    expect(maximumMeanDiscrepancy(mu, nu, { bandwidth: 0.01 })).toBe(Math.SQRT2);
  });
});

describe('sliced Wasserstein distance', () => {
  test("POT's published example: a sample of 20 points in 5 dimensions is at distance 0 from itself", () => {
    const next = lcg(1);
    const x = Array.from({ length: 20 }, () => Array.from({ length: 5 }, () => next() / 2 ** 32));
    expect(slicedWassersteinDistance(pointsInSpace(x), pointsInSpace(x))).toBe(0);
  });

  test('in one dimension it is W_p, for every seed', () => {
    const [x, y] = [[1, 5, 2.5], [0, 4]]; // prettier-ignore
    for (const order of [1, 2, 3]) {
      const line = wassersteinDistance(pointsOnLine(x!), pointsOnLine(y!), { order });
      const sliced = slicedWassersteinDistance(
        pointsInSpace(x!.map((at) => [at])),
        pointsInSpace(y!.map((at) => [at])),
        { order, seed: order, projections: 7 },
      );
      expect(Math.abs(sliced - line)).toBeLessThanOrEqual(4e-15 * line);
    }
  });

  test('a translation by t has SW₂ = ‖t‖/√d, within 4 standard errors, and at most W₂', () => {
    const x = [[0, 0, 0], [1, 0, 2], [0, 1, 1]]; // prettier-ignore
    const y = x.map((at) => at.map((value, k) => value + [2, 1, 2][k]!));
    const third = fromWeights([1, 1, 1]);
    const w2 = Math.sqrt(optimalTransport(third, third, costMatrix(x, y, { exponent: 2 })).cost);
    for (const seed of [0, 1, 2]) {
      const sliced = slicedWassersteinDistance(pointsInSpace(x), pointsInSpace(y), {
        projections: 2000,
        seed,
      });
      // Var of 9 (θ·e)² is 81 (1/5 − 1/9) = 7.2 in three dimensions.
      expect(Math.abs(sliced ** 2 - 3)).toBeLessThanOrEqual(4 * Math.sqrt(7.2 / 2000));
      expect(sliced).toBeLessThanOrEqual(w2);
    }
  });

  test('equal seeds give equal bits, other seeds other ones', () => {
    const [mu, nu] = [pointsInSpace([[0, 1], [2, 2]]), pointsInSpace([[1, 1], [5, 3], [0, 2]])]; // prettier-ignore
    const at = (seed: number) => slicedWassersteinDistance(mu!, nu!, { seed, projections: 10 });
    expect(at(7)).toBe(at(7));
    expect(at(7)).not.toBe(at(8));
  });
});

test('errors of distances in space say what was received', () => {
  const [plane, line] = [pointsInSpace([[0, 1]]), pointsInSpace([[0]])];
  const standard = { mean: [0, 0], covariance: [[1, 0], [0, 1]] }; // prettier-ignore
  const with2 = (covariance: unknown) => () =>
    gaussianWassersteinDistance(standard, { mean: [0, 0], covariance: untyped(covariance) });
  expect(
    refusals(
      () => pointsInSpace([[0], [1]], fromWeights([1, 2, 3])),
      () => pointsInSpace(untyped([1, 2])),
      () => pointsInSpace([[0, Infinity]]),
      () => energyDistance(plane, line),
      () => energyDistance(plane, untyped(pointsOnLine([0]))),
      () => energyDistance(pointsOnLine([0]), untyped(plane)),
      () => energyDistance(untyped([0]), untyped([1])),
      () => maximumMeanDiscrepancy(plane, plane, untyped(undefined)),
      () => maximumMeanDiscrepancy(plane, plane, { bandwidth: 0 }),
      () => maximumMeanDiscrepancy(plane, line, { bandwidth: 1 }),
      () => slicedWassersteinDistance(plane, untyped([[0, 1]])),
      () => slicedWassersteinDistance(plane, plane, { order: 0.5 }),
      () => slicedWassersteinDistance(plane, plane, { order: Infinity }),
      () => slicedWassersteinDistance(plane, plane, { projections: 0 }),
      () => slicedWassersteinDistance(plane, plane, { seed: 0.5 }),
      () => gaussianWassersteinDistance(untyped(undefined), standard),
      () => gaussianWassersteinDistance(standard, { mean: [0], covariance: [[1]] }),
      with2([[1, 0]]),
      with2([[1, 2], [3, 1]]), // prettier-ignore
      with2([[1, 2], [2, 1]]), // prettier-ignore
      with2([[1, 0], [0, NaN]]), // prettier-ignore
      with2([1, 2]),
      () => gaussianWassersteinDistance({ mean: new Array(300).fill(0), covariance: [[1]] }, standard),
    ),
  ).toMatchInlineSnapshot(`
    "pointsInSpace: there are 2 points and 3 weights; each point needs one weight
    pointsInSpace: points[0] is a number; it must be an array or typed array of numbers
    pointsInSpace: points[0][1] is Infinity; every coordinate must be a number within ±2⁴⁵⁰
    energyDistance: mu has points of dimension 2 and nu of dimension 1; both must lie in one space
    energyDistance: nu is not a distribution on points in space; build it with pointsInSpace(points, weights)
    energyDistance: nu is not a distribution on the line; build it with pointsOnLine(positions, weights)
    energyDistance: mu is not a distribution on the line; build it with pointsOnLine(positions, weights)
    maximumMeanDiscrepancy: bandwidth is undefined; it must be a number from 2⁻⁴⁵⁰ to 2⁴⁵⁰
    maximumMeanDiscrepancy: bandwidth is 0; it must be a number from 2⁻⁴⁵⁰ to 2⁴⁵⁰
    maximumMeanDiscrepancy: mu has points of dimension 2 and nu of dimension 1; both must lie in one space
    slicedWassersteinDistance: nu is not a distribution on points in space; build it with pointsInSpace(points, weights)
    slicedWassersteinDistance: order is 0.5; the order must be at least 1
    slicedWassersteinDistance: order is Infinity; the order must be finite
    slicedWassersteinDistance: projections is 0; it must be an integer from 1 to 1000000
    slicedWassersteinDistance: seed is 0.5; it must be an integer in [0, 2³²)
    gaussianWassersteinDistance: p.mean is undefined; it must be an array or typed array of numbers
    gaussianWassersteinDistance: p has points of dimension 2 and q of dimension 1; both must lie in one space
    gaussianWassersteinDistance: q.covariance is not 2 × 2; it needs a row and a column a dimension
    gaussianWassersteinDistance: q.covariance[1][0] is 3 and [0][1] is 2; it must be symmetric
    gaussianWassersteinDistance: q.covariance has the eigenvalue -1; it must be positive semidefinite
    gaussianWassersteinDistance: q.covariance[1][1] is NaN; every entry must be a number within ±1e200
    gaussianWassersteinDistance: q.covariance is not 2 × 2; it needs a row and a column a dimension
    gaussianWassersteinDistance: p.mean has 300 dimensions; at most 256 are supported"
  `);
});
