import * as core from '../../../src/core/index.ts';
import { covariance, type Draws } from './draws.ts';
import { ofFamilies } from './families.ts';
import type { NonNegative } from './non-negative.ts';

type OfPair = (p: core.Pmf, q: core.Pmf) => number | Iterable<number>;
type OfLine = (mu: core.WeightedPoints, nu: core.WeightedPoints) => number | Iterable<number>;
type OfClouds = (mu: core.PointCloud, nu: core.PointCloud, draw: Draws) => number;
const listed = (value: number | Iterable<number>): Iterable<number> =>
  typeof value === 'number' ? [value] : value;

const ofPair = (of: OfPair, share = 1): NonNegative => ({ of: ({ pair }) => listed(of(...pair())), share });

const certified = (of: (p: core.Pmf, q: core.Pmf) => core.Certified | core.Certified[]): NonNegative => ({
  of: ({ pair }) => [of(...pair())].flat().flatMap((number) => [number.value, number.refine().hi]),
  share: 0.02,
});

const ofLine = (of: OfLine): NonNegative => ({
  of: (draw) => {
    const { points, moved, weights, below } = draw;
    const x = points(1);
    const y = below(3) ? points(1) : moved(x);
    const [mu, nu] = [x, y].map((at) =>
      core.pointsOnLine(at.flat(), below(2) ? undefined : core.fromWeights(weights(at.length))),
    );
    return listed(of(mu!, nu!));
  },
  share: 0.5,
});

const ofClouds = (of: OfClouds, share: number): NonNegative => ({
  of: (draw) => {
    const { points, moved, weights, below } = draw;
    const dimension = 1 + below(3);
    const x = points(dimension);
    const y = below(3) ? points(dimension) : moved(x);
    const [mu, nu] = [x, y].map((at) =>
      core.pointsInSpace(at, below(2) ? undefined : core.fromWeights(weights(at.length))),
    );
    return [of(mu!, nu!, draw)];
  },
  share,
});

const counts = ({ below }: Draws, n: number): number[] => [1, ...Array.from({ length: n }, () => below(9))];

const symmetricCost = (n: number): Float64Array =>
  Float64Array.from({ length: n * n }, (_, k) => (Math.floor(k / n) - (k % n)) ** 2);

export const nonNegative: Readonly<Record<string, NonNegative>> = {
  entropy: ofPair((p) => core.entropy(p)),
  crossEntropy: ofPair(core.crossEntropy),
  jensenShannonDistance: ofPair(core.jensenShannonDistance),
  entropyTerms: ofPair((p) => core.entropyTerms(p)),
  crossEntropyTerms: ofPair(core.crossEntropyTerms),
  jensenShannonTerms: ofPair(core.jensenShannonTerms),
  totalVariationTerms: ofPair(core.totalVariationTerms),
  certifiedEntropy: certified((p) => core.certifiedEntropy(p)),
  certifiedEntropyTerms: certified((p) => core.certifiedEntropyTerms(p)),
  certifiedCrossEntropy: certified(core.certifiedCrossEntropy),
  certifiedCrossEntropyTerms: certified(core.certifiedCrossEntropyTerms),
  certifiedKlDivergence: certified(core.certifiedKlDivergence),
  certifiedJeffreysDivergence: certified(core.certifiedJeffreysDivergence),
  certifiedJensenShannonDivergence: certified(core.certifiedJensenShannonDivergence),
  certifiedJensenShannonDistance: certified(core.certifiedJensenShannonDistance),
  certifiedJensenShannonTerms: certified(core.certifiedJensenShannonTerms),
  certifiedTotalVariationDistance: certified(core.certifiedTotalVariationDistance),
  certifiedTotalVariationTerms: certified(core.certifiedTotalVariationTerms),
  certifiedWassersteinDistance: {
    of: (draw) =>
      ofLine((mu, nu) => {
        const { value, refine } = core.certifiedWassersteinDistance(mu, nu);
        return [value, refine().hi];
      }).of(draw),
    share: 0.02,
  },
  certifiedWassersteinTerms: {
    of: (draw) =>
      ofLine((mu, nu) => core.certifiedWassersteinTerms(mu, nu).map(({ value }) => value)).of(draw),
    share: 0.02,
  },
  jointEntropy: {
    of: ({ weights }) => [core.jointEntropy(core.jointFromWeights(weights(6), { rows: 2, columns: 3 }))],
    share: 0.3,
  },
  categoricalKlDivergence: ofPair(
    (p, q) => core.categoricalKlDivergence(core.categorical(p), core.categorical(q)),
    0.3,
  ),
  wassersteinDistance: ofLine((mu, nu) =>
    [1, 1.5, 2, 7, Infinity].map((order) => core.wassersteinDistance(mu, nu, { order })),
  ),
  wassersteinCost: ofLine((mu, nu) => [1, 1.5, 2].map((order) => core.wassersteinCost(mu, nu, { order }))),
  earthMoversDistance: ofLine(core.earthMoversDistance),
  wassersteinTerms: ofLine((mu, nu) => core.wassersteinTerms(mu, nu).map(({ cost }) => cost)),
  quantileCoupling: ofLine((mu, nu) => core.quantileCoupling(mu, nu).map(({ mass }) => mass)),
  sampleWassersteinDistance: {
    of: ({ points }) => [core.sampleWassersteinDistance(points(1).flat(), points(1).flat(), { order: 2 })],
    share: 0.2,
  },
  energyDistance: ofClouds((mu, nu) => core.energyDistance(mu, nu), 0.2),
  maximumMeanDiscrepancy: ofClouds(
    (mu, nu, { scale }) => core.maximumMeanDiscrepancy(mu, nu, { bandwidth: scale(3) }),
    0.2,
  ),
  slicedWassersteinDistance: ofClouds(
    (mu, nu) => core.slicedWassersteinDistance(mu, nu, { projections: 3, order: 2 }),
    0.05,
  ),
  costMatrix: {
    of: ({ points }) => core.costMatrix(points(2), points(2), { metric: 'euclidean', exponent: 1.5 }),
    share: 0.1,
  },
  gaussianWassersteinDistance: {
    of: (draw) => {
      const d = 1 + draw.below(3);
      const a = covariance(draw, d);
      const b = draw.below(2) ? covariance(draw, d) : a.map((row) => row.map((v) => v * (1 + 2 ** -40)));
      const mean = new Array<number>(d).fill(0);
      return [core.gaussianWassersteinDistance({ mean, covariance: a }, { mean, covariance: b })];
    },
    share: 0.02,
  },
  optimalTransport: {
    of: ({ pair, points }) => {
      const [p, q] = pair();
      const at = points(2);
      const place = (x: number): number[] => at[x % at.length]!;
      const costs = core.costMatrix(
        Array.from(p, (_, x) => place(x)),
        Array.from(q, (_, x) => place(x + 1)),
      );
      const { plan, cost } = core.optimalTransport(p, q, costs);
      return [...plan, cost, core.transportCost(plan, costs)];
    },
    share: 0.05,
  },
  sinkhornTransport: {
    of: ({ pair }) => {
      const [p, q] = pair();
      const { plan, cost } = core.sinkhornTransport(p, q, symmetricCost(p.length), { epsilon: 4 });
      return [...plan, cost];
    },
    share: 0.02,
  },
  sinkhornDivergence: ofPair(
    (p, q) => core.sinkhornDivergence(p, q, symmetricCost(p.length), { epsilon: 16 }),
    0.02,
  ),
  ...ofFamilies,
  plugInEntropy: { of: (draw) => [core.plugInEntropy(counts(draw, 5)).value], share: 0.3 },
  millerMadowEntropy: { of: (draw) => [core.millerMadowEntropy(counts(draw, 5))], share: 0.3 },
  plugInKlDivergence: {
    of: (draw) => Object.values(core.plugInKlDivergence(counts(draw, 5), counts(draw, 5))),
    share: 0.3,
  },
  monteCarloKlDivergence: {
    of: ({ unit, scale }) => {
      const size = scale(8);
      const logRatios = Array.from({ length: 4 }, () => size * (unit() - 0.5));
      const { k1, k2, k3 } = core.monteCarloKlDivergence(logRatios);
      return [k2.value, k3.value, k1.variance, k2.variance, k3.variance, k1.standardError, k3.standardError];
    },
    share: 0.3,
  },
  informationProjection: {
    of: ({ unit }) => {
      const q = core.fromWeights([unit() + 1e-9, unit() + 1e-9, unit() + 1e-9]);
      const found = core.informationProjection(q, { statistics: [[0, 1, 2]], expectations: [2 * unit()] });
      return [found.value, ...found.pmf];
    },
    share: 0.02,
  },
  momentProjection: {
    of: ({ unit }) => {
      const q = core.fromWeights([unit() + 1e-9, unit(), unit() + 1e-9, unit()]);
      const found = core.momentProjection(q, { statistics: [[0, 1, 2, 5]] });
      return [found.value, ...found.pmf];
    },
    share: 0.02,
  },
};
