import * as core from '../../src/core/index.ts';
import type { Pmf, WeightedPoints } from '../../src/core/index.ts';
import {
  coordinates,
  double,
  gaussian,
  hashOf,
  hashOfAll,
  onLine,
  pair,
  type Hashes,
} from './golden-inputs.ts';

const cloud = (n: number, d: number) =>
  core.pointsInSpace(
    Array.from({ length: n }, () => coordinates(d)),
    core.fromWeights(Array.from({ length: n }, () => double(-4, 0))),
  );

/** A transport problem: two pmfs and the distances of points in the plane. */
function problem(n: number, m: number): { a: Pmf; b: Pmf; cost: Float64Array } {
  const weights = (size: number) => core.fromWeights(Array.from({ length: size }, () => double(-4, 0)));
  const points = (size: number) => Array.from({ length: size }, () => coordinates(2));
  const cost = core.costMatrix(points(n), points(m), { exponent: 2 });
  return { a: weights(n), b: weights(m), cost };
}

const lines = (i: number): [WeightedPoints, WeightedPoints] => {
  const [p, q] = pair(i);
  return [onLine(p), onLine(q)];
};

export const transport: Hashes = {
  W_p: () =>
    hashOfAll(1000, (i) => {
      const [mu, nu] = lines(i);
      return [1.5, 2, 3, 7.25, 100, Infinity].map((order) => core.wassersteinDistance(mu, nu, { order }));
    }),
  'costs of W_p': () =>
    hashOfAll(1000, (i) => {
      const [mu, nu] = lines(i);
      return [1, 1.5, 2, 3].map((order) => core.wassersteinCost(mu, nu, { order }));
    }),
  'couplings of quantiles': () =>
    hashOfAll(1000, (i) =>
      core.quantileCoupling(...lines(i)).flatMap(({ from, to, mass }) => [from, to, mass]),
    ),
  'energy distance on the line': () => hashOf(1000, (i) => core.energyDistance(...lines(i))),
  'energy distance in the plane': () => hashOf(500, () => core.energyDistance(cloud(5, 2), cloud(6, 2))),
  MMD: () =>
    hashOf(500, () => core.maximumMeanDiscrepancy(cloud(5, 2), cloud(6, 2), { bandwidth: double(-2, 2) })),
  'sliced W_p': () =>
    hashOfAll(100, (i) => {
      const [mu, nu] = [cloud(5, 3), cloud(6, 3)];
      return [1, 2, 3.5].map((order) =>
        core.slicedWassersteinDistance(mu, nu, { order, projections: 10, seed: i }),
      );
    }),
  'Gaussian W2': () =>
    hashOf(500, (i) => core.gaussianWassersteinDistance(gaussian(1 + (i % 5)), gaussian(1 + (i % 5)))),
  'cost matrices': () =>
    hashOfAll(300, (i) => {
      const points = (n: number) => Array.from({ length: n }, () => coordinates(3));
      const metric = (['euclidean', 'manhattan', 'chebyshev'] as const)[i % 3]!;
      return core.costMatrix(points(3), points(4), { metric, exponent: [1, 2, 2.5][(i >> 2) % 3]! });
    }),
  'optimal transport': () =>
    hashOfAll(150, (i) => {
      const { a, b, cost } = problem(4 + (i % 13), 4 + (i % 11));
      const found = core.optimalTransport(a, b, cost);
      const { f, g } = found.potentials;
      return [found.cost, ...found.plan, ...f, ...g, core.transportCost(found.plan, cost)];
    }),
  'Sinkhorn transport': () =>
    hashOfAll(60, (i) => {
      const { a, b, cost } = problem(3 + (i % 7), 3 + (i % 5));
      const found = core.sinkhornTransport(a, b, cost, { epsilon: [0.1, 1, 10][i % 3]!, maxIterations: 200 });
      const { f, g } = found.potentials;
      return [found.cost, found.regularisedCost, found.marginalError, ...found.plan, ...f, ...g];
    }),
  'Sinkhorn divergence': () =>
    hashOf(40, (i) => {
      const [p, q] = pair(4 * i);
      const n = p.length;
      const cost = Float64Array.from({ length: n * n }, (_, k) => {
        const gap = ((k / n) | 0) - (k % n);
        return gap * gap;
      });
      return core.sinkhornDivergence(p, q, cost, { epsilon: 1 });
    }),
};
