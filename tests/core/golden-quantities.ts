import * as core from '../../src/core/index.ts';
import type { GradientVariable, JointPmf, Pmf, WeightedPoints } from '../../src/core/index.ts';
import { seededRandom } from '../../src/core/random.ts';
import { double, hashOf, hashOfAll, ofPairs, onLine, pair, restart, signed } from './golden-inputs.ts';

/** The bits of every other quantity of the core; like golden.ts, this needs nothing but the language. */

type Section = () => string;
type Hashes = Readonly<Record<string, Section>>;

/** Results of each pair for each of some parameters. */
const ofOrders =
  (count: number, orders: readonly number[], of: (p: Pmf, q: Pmf, order: number) => number): Section =>
  () =>
    hashOfAll(count, (i) => {
      const [p, q] = pair(i);
      return orders.map((order) => of(p, q, order));
    });

const divergences: Hashes = {
  'squared Hellinger': () => ofPairs(4000, core.squaredHellingerDivergence),
  Hellinger: () => ofPairs(4000, core.hellingerDistance),
  'χ²': () => ofPairs(4000, core.chiSquaredDivergence),
  'Neyman χ²': () => ofPairs(4000, core.neymanChiSquaredDivergence),
  triangular: () => ofPairs(4000, core.triangularDiscrimination),
  Bhattacharyya: () => ofPairs(4000, core.bhattacharyyaDivergence),
  'Bhattacharyya coefficient': () => ofPairs(4000, core.bhattacharyyaCoefficient),
  'resistor average': () => ofPairs(4000, core.resistorAverageDivergence),
  Rényi: ofOrders(1000, [0, 0.1, 0.5, 0.9999999999, 1, 1.5, 2, 7.25, 100, Infinity], core.renyiDivergence),
  α: ofOrders(1000, [-3.5, -1, 0, 0.3, 0.5, 0.9999999999, 1, 1.7, 2, 10.5], core.alphaDivergence),
  Chernoff: ofOrders(1500, [0, 0.2, 0.5, 0.999, 1], core.chernoffDivergence),
  'Chernoff coefficient': ofOrders(1500, [0, 0.2, 0.5, 0.999, 1], core.chernoffCoefficient),
  'Chernoff information': () => ofPairs(300, core.chernoffInformation),
  'Chernoff order': () => ofPairs(300, core.chernoffOrder),
  'weighted JSD': ofOrders(1500, [0.01, 0.5, 0.8], (p, q, weight) =>
    core.weightedJensenShannonDivergence(p, q, { weight }),
  ),
  skew: ofOrders(1500, [0.01, 0.5, 0.99, 1], (p, q, skew) => core.skewDivergence(p, q, { skew })),
  'geometric JSD': ofOrders(1500, [0.1, 0.5, 0.8], (p, q, weight) =>
    core.geometricJensenShannonDivergence(p, q, { weight }),
  ),
  'JSD of many': () =>
    ofPairs(2000, (p, q) =>
      core.jensenShannonDivergenceOfMany([p, q, p, core.fromWeights(new Float64Array(p.length).fill(1))]),
    ),
};

const generators = [
  core.klGenerator,
  core.reverseKlGenerator,
  core.jeffreysGenerator,
  core.jensenShannonGenerator,
  core.totalVariationGenerator,
  core.squaredHellingerGenerator,
  core.chiSquaredGenerator,
  core.neymanChiSquaredGenerator,
  core.triangularGenerator,
  core.alphaGenerator(0.3),
  core.alphaGenerator(-1.5),
  core.weightedJensenShannonGenerator({ weight: 0.2 }),
];
/** One with a value only. */
const { tex, value, derivative, conjugate, atZero, slopeAtInfinity } = core.klGenerator;
const plainGenerator = { tex, value, derivative, conjugate, atZero, slopeAtInfinity };

const fDivergences: Hashes = {
  'f-divergences': () =>
    hashOfAll(800, (i) => {
      const [p, q] = pair(i);
      return [...generators, plainGenerator].map((generator) => core.fDivergence(p, q, generator));
    }),
  'optimal critics and their bounds': () =>
    hashOfAll(800, (i) => {
      const [p, q] = pair(i);
      const generator = generators[i % generators.length]!;
      const critic = core.optimalCritic(p, q, generator);
      return [...critic, core.variationalLowerBound(p, q, { generator, critic })];
    }),
};

const gradients: Hashes = {
  gradients: () =>
    hashOfAll(400, (i) => {
      const [p, q] = pair(i);
      const variables: readonly GradientVariable[] = ['p', 'q', 'logitsOfP', 'logitsOfQ'];
      const entries = variables.flatMap((withRespectTo) => [
        ...core.klDivergenceGradient(p, q, { withRespectTo }),
        ...core.reverseKlDivergenceGradient(p, q, { withRespectTo }),
        ...core.crossEntropyGradient(p, q, { withRespectTo }),
        ...core.jensenShannonDivergenceGradient(p, q, { withRespectTo }),
        ...core.squaredHellingerDivergenceGradient(p, q, { withRespectTo }),
        ...core.chiSquaredDivergenceGradient(p, q, { withRespectTo }),
      ]);
      return [
        ...entries,
        ...core.entropyGradient(p, { withRespectTo: 'p' }),
        ...core.entropyGradient(p, { withRespectTo: 'logitsOfP' }),
      ];
    }),
  'softmax and its logarithm': () =>
    hashOfAll(2000, () => {
      const logits = Array.from({ length: 5 }, () => signed(double(-8, 6)));
      return [...core.softmax(logits), ...core.logSoftmax(logits)];
    }),
};

function joint(): JointPmf {
  const weights = Array.from({ length: 6 }, () => double(-12, 0));
  return core.jointFromWeights(weights, { rows: 2, columns: 3 });
}

const information: Hashes = {
  'terms of H, H(P, Q), JSD and TV': () =>
    hashOfAll(1000, (i) => {
      const [p, q] = pair(i);
      return [
        ...core.entropyTerms(p),
        ...core.crossEntropyTerms(p, q),
        ...core.jensenShannonTerms(p, q),
        ...core.totalVariationTerms(p, q),
      ];
    }),
  'information of joint pmfs': () =>
    hashOfAll(1000, () => {
      const pairs = joint();
      return [
        core.jointEntropy(pairs),
        core.conditionalEntropy(pairs, { given: 'rows' }),
        core.conditionalEntropy(pairs, { given: 'columns' }),
        core.mutualInformation(pairs),
        core.perplexity(pairs.pairs),
        core.surprisal(pairs.pairs, 4),
        ...core.rowMarginal(pairs),
      ];
    }),
};

const special: Hashes = {
  logGamma: () => hashOf(10_000, () => core.logGamma(double(-40, 40))),
  digamma: () => hashOf(10_000, () => core.digamma(double(-40, 40))),
  trigamma: () => hashOf(10_000, () => core.trigamma(double(-40, 40))),
  logBeta: () => hashOf(10_000, () => core.logBeta(double(-20, 20), double(-20, 20))),
};

const unit = () => double(-6, -2);

/** Two members of a family and where to take their densities; then what hashes of them. */
function ofMembers<Member extends object>(
  count: number,
  member: () => Member,
  at: () => number,
  kl: (p: Member, q: Member) => number | core.Bounded,
): Section {
  return () =>
    hashOfAll(count, () => {
      const [p, q] = [member(), member()];
      const x = at();
      const results: (number | core.Bounded)[] = [kl(p, q)];
      if ('pdf' in p)
        results.push((p as unknown as core.Normal).pdf(x), (p as unknown as core.Normal).logPdf(x));
      else results.push((p as unknown as core.Poisson).pmf(x), (p as unknown as core.Poisson).logPmf(x));
      if ('entropy' in p) results.push((p as unknown as core.Poisson).entropy());
      else results.push((p as unknown as core.Normal).differentialEntropy());
      return results.flatMap((r) => (typeof r === 'number' ? [r] : [r.value, r.errorBound]));
    });
}

const count = () => double(0, 3) | 0;

const families: Hashes = {
  'Bernoulli distributions': ofMembers(
    1000,
    () => core.bernoulli({ probability: unit() }),
    () => 1,
    core.bernoulliKlDivergence,
  ),
  'binomial distributions': ofMembers(
    200,
    () => core.binomial({ trials: 20, probability: unit() }),
    count,
    core.binomialKlDivergence,
  ),
  'Poisson distributions': ofMembers(
    200,
    () => core.poisson({ mean: double(-5, 5) }),
    count,
    core.poissonKlDivergence,
  ),
  'geometric distributions': ofMembers(
    1000,
    () => core.geometric({ probability: unit() }),
    count,
    core.geometricKlDivergence,
  ),
  'exponential distributions': ofMembers(
    1000,
    () => core.exponential({ rate: double(-5, 5) }),
    () => double(-5, 3),
    core.exponentialKlDivergence,
  ),
  'gamma distributions': ofMembers(
    1000,
    () => core.gamma({ shape: double(-9, 9), scale: double(-5, 5) }),
    () => double(-5, 5),
    core.gammaKlDivergence,
  ),
  'beta distributions': ofMembers(
    1000,
    () => core.beta({ a: double(-9, 9), b: double(-9, 9) }),
    unit,
    core.betaKlDivergence,
  ),
  'uniform distributions': ofMembers(
    1000,
    () => core.uniform({ from: -double(0, 3), to: double(0, 3) }),
    () => signed(double(-2, 0)),
    core.uniformKlDivergence,
  ),
  'Laplace distributions': ofMembers(
    1000,
    () => core.laplace({ location: signed(double(-5, 3)), scale: double(-5, 5) }),
    () => signed(double(-5, 3)),
    core.laplaceKlDivergence,
  ),
  'normal distributions': ofMembers(
    1000,
    () => core.normal({ mean: signed(double(-5, 3)), standardDeviation: double(-3, 5) }),
    () => signed(double(-5, 3)),
    core.normalKlDivergence,
  ),
  'categorical distributions': () =>
    hashOfAll(1000, (i) => {
      const [p, q] = pair(i).map((masses) => core.categorical(masses));
      return [core.categoricalKlDivergence(p!, q!), p!.logPmf(1), p!.pmf(1), p!.entropy()];
    }),
  'Dirichlet distributions': () =>
    hashOfAll(500, () => {
      const [p, q] = [0, 1].map(() =>
        core.dirichlet({ concentrations: Array.from({ length: 3 }, () => double(-6, 6)) }),
      );
      const x = core.fromWeights([unit(), unit(), unit()]);
      return [core.dirichletKlDivergence(p!, q!), p!.logPdf(x), p!.pdf(x), p!.differentialEntropy()];
    }),
  'multivariate normal distributions': () =>
    hashOfAll(500, () => {
      const [p, q] = [gaussian(3), gaussian(3)].map(({ mean, covariance }) =>
        core.multivariateNormal({ mean, covariance: covariance.flat() }),
      );
      const x = coordinates(3);
      return [core.multivariateNormalKlDivergence(p!, q!), p!.logPdf(x), p!.pdf(x), p!.differentialEntropy()];
    }),
};

const coordinates = (d: number) => Array.from({ length: d }, () => signed(double(-4, 2)));

/** A mean and a covariance R Rᵀ + ⅛. */
function gaussian(d: number): { mean: number[]; covariance: number[][] } {
  const r = Array.from({ length: d }, () => coordinates(d));
  const covariance = r.map((x, i) =>
    r.map((y, j) => {
      let sum = i === j ? 0.125 : 0;
      for (let k = 0; k < d; k++) sum += x[k]! * y[k]!;
      return sum;
    }),
  );
  return { mean: coordinates(d), covariance };
}

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

const transport: Hashes = {
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

const samples = (n: number, d: number) => Array.from({ length: n }, () => coordinates(d));

const rest: Hashes = {
  'information projections': () =>
    hashOfAll(100, (i) => {
      const [p, q] = pair(4 * i);
      const statistics = [p.map((_, x) => x), p.map((_, x) => (x * x) % 5)];
      const expectations = statistics.map((f) => f.reduce((sum, v, x) => sum + p[x]! * v, 0));
      const found = core.informationProjection(q, { statistics, expectations });
      return [found.value, ...found.pmf, ...found.multipliers];
    }),
  'moment projections': () =>
    hashOfAll(100, (i) => {
      const [q, base] = pair(4 * i);
      const found = core.momentProjection(q, { statistics: [q.map((_, x) => x)], base });
      return [found.value, ...found.pmf, ...found.multipliers];
    }),
  'KL of densities': () =>
    hashOfAll(3, () => {
      const [p, q] = [0, 1].map(() =>
        core.normal({ mean: signed(double(-3, -1)), standardDeviation: double(-1, 0) }),
      );
      const { value, errorBound } = core.klOfDensities(p!, q!, { from: -16, to: 16, breaks: [0] });
      return [value, errorBound];
    }),
  integrals: () =>
    hashOfAll(20, () => {
      const [a, b] = [unit(), unit()];
      const { value, errorBound } = core.integral((x) => 1 / (a + x * x) + b / (1 + x), { from: 0, to: 4 });
      return [value, errorBound];
    }),
  estimators: () =>
    hashOfAll(100, (i) => {
      const [x, y] = [samples(12, 1 + (i % 3)), samples(10, 1 + (i % 3))];
      const [n, m] = [0, 1].map(() => Array.from({ length: 5 }, () => 1 + count()));
      const { k1, k2, k3 } = core.monteCarloKlDivergence(coordinates(9));
      return [
        core.nearestNeighbourKlDivergence(x, y, { neighbours: 1 + (i % 3) }),
        core.plugInKlDivergence(n!, m!).value,
        core.plugInKlDivergence(n!, m!).bias,
        core.millerMadowEntropy(n!),
        ...[k1, k2, k3].flatMap(({ value, variance, standardError }) => [value, variance, standardError]),
        core.sampleWassersteinDistance(coordinates(5), coordinates(7), { order: 2 }),
      ];
    }),
  'directions and orders of draws': () => {
    const random = seededRandom(11);
    return hashOfAll(200, () => [random.below(1000), random.normal(), random.uniform()]);
  },
};

const certified: Hashes = {
  'certified values to 29 digits': () =>
    hashOfAll(300, (i) => {
      const [p, q] = pair(i);
      const [mu, nu] = [onLine(p), onLine(q)];
      const numbers = [
        core.certifiedCrossEntropy(p, q),
        core.certifiedJeffreysDivergence(p, q),
        core.certifiedJensenShannonDivergence(p, q),
        core.certifiedJensenShannonDistance(p, q),
        core.certifiedTotalVariationDistance(p, q),
        core.certifiedWassersteinDistance(mu, nu),
        ...core.certifiedEntropyTerms(p),
        ...core.certifiedCrossEntropyTerms(p, q),
        ...core.certifiedKlTerms(p, q),
        ...core.certifiedJensenShannonTerms(p, q),
        ...core.certifiedTotalVariationTerms(p, q),
        ...core.certifiedWassersteinTerms(mu, nu),
      ];
      return numbers.flatMap(({ value: fast, refine }) => {
        const { hi, lo, exponent } = refine();
        return [fast, hi, lo, exponent];
      });
    }),
};

const sections: Hashes = {
  ...divergences,
  ...fDivergences,
  ...gradients,
  ...information,
  ...special,
  ...families,
  ...transport,
  ...rest,
  ...certified,
};

/** The hash of each section; each takes the inputs from the first one on, so that one changes no other. */
export function quantityHashes(): Record<string, string> {
  const hashes: Record<string, string> = {};
  for (const [name, section] of Object.entries(sections)) {
    restart();
    hashes[name] = section();
  }
  return hashes;
}
