import * as core from '../../src/core/index.ts';
import { readReference } from '../core/reference.ts';
import { transportInstance } from '../core/transport-instances.ts';
import { Exact, power, row, type Numbers, type Points, type Row } from './row.ts';

interface Line {
  readonly x: Numbers;
  readonly a: Numbers;
  readonly y: Numbers;
  readonly b: Numbers;
  readonly values: Readonly<Record<string, string>>;
}

interface Spaces {
  readonly gaussians: readonly { m: Numbers; a: Points; n: Numbers; b: Points; value: string }[];
  readonly clouds: readonly {
    x: Points;
    a: Numbers;
    y: Points;
    b: Numbers;
    energy: string;
    mmd: Readonly<Record<string, string>>;
  }[];
  readonly entropic: readonly {
    a: Numbers;
    b: Numbers;
    cost: Points;
    epsilon: number;
    value: string;
    regularised: string;
  }[];
  readonly divergences: readonly { p: Numbers; q: Numbers; epsilon: number; value: string }[];
}

export function* ofTransport(): Generator<Row> {
  for (const { x, a, y, b, values } of readReference<Line>('transport-line.json')) {
    const [p, q] = [core.fromWeights(a), core.fromWeights(b)];
    const [mu, nu] = [core.pointsOnLine(x, p), core.pointsOnLine(y, q)];
    const [points, others] = [x, y].map((all) => all.map((at) => [at]));
    const [cloud, other] = [core.pointsInSpace(points!, p), core.pointsInSpace(others!, q)];
    for (const [key, expected] of Object.entries(values)) {
      const order = Number(key);
      yield row('wassersteinDistance', core.wassersteinDistance(mu, nu, { order }), expected);
      if ([...a, ...b].every((weight) => weight === 1)) {
        yield row('sampleWassersteinDistance', core.sampleWassersteinDistance(x, y, { order }), expected);
      }
      if (order > 7.25) continue;
      yield row('wassersteinCost', core.wassersteinCost(mu, nu, { order }), power(expected, order));
      const sliced = core.slicedWassersteinDistance(cloud, other, { order, projections: 5 });
      yield row('slicedWassersteinDistance (on the line)', sliced, expected);
    }
  }
  const [spaces] = readReference<Spaces>('transport-spaces.json') as [Spaces];
  for (const { m, a, n, b, value } of spaces.gaussians) {
    const found = core.gaussianWassersteinDistance({ mean: m, covariance: a }, { mean: n, covariance: b });
    yield row('gaussianWassersteinDistance', found, value);
  }
  for (const { x, a, y, b, energy, mmd } of spaces.clouds) {
    const [p, q] = [core.fromWeights(a), core.fromWeights(b)];
    const [mu, nu] = [core.pointsInSpace(x, p), core.pointsInSpace(y, q)];
    yield row('energyDistance', core.energyDistance(mu, nu), energy);
    for (const [bandwidth, expected] of Object.entries(mmd)) {
      const found = core.maximumMeanDiscrepancy(mu, nu, { bandwidth: Number(bandwidth) });
      yield row('maximumMeanDiscrepancy', found, expected);
    }
  }
  for (const { a, b, cost, epsilon, value, regularised } of spaces.entropic) {
    const options = { epsilon, tolerance: 1e-14 };
    const costs = Float64Array.from(cost.flat());
    const found = core.sinkhornTransport(core.fromWeights(a), core.fromWeights(b), costs, options);
    yield row('sinkhornTransport (cost, tolerance 1e-14)', found.cost, value);
    yield row('sinkhornTransport (regularised cost, tolerance 1e-14)', found.regularisedCost, regularised);
  }
  for (const { p, q, epsilon, value } of spaces.divergences) {
    const squares = Float64Array.from(
      { length: p.length ** 2 },
      (_, k) => (Math.floor(k / p.length) - (k % p.length)) ** 2,
    );
    const options = { epsilon, tolerance: 1e-13 };
    const found = core.sinkhornDivergence(core.fromWeights(p), core.fromWeights(q), squares, options);
    yield row('sinkhornDivergence (tolerance 1e-13)', found, value);
  }
  const plans = readReference<readonly [number, number]>('transport-plans.json');
  for (const [number, [highs]] of plans.entries()) {
    const { a, b, cost } = transportInstance(number);
    const found = core.optimalTransport(core.fromWeights(a), core.fromWeights(b), cost);
    yield row('optimalTransport (beside doubles of HiGHS)', found.cost, new Exact(highs).toString());
    const paid = core.transportCost(found.plan, cost);
    yield row('transportCost (beside doubles of HiGHS)', paid, new Exact(highs).toString());
  }
}
