import * as core from '../../../src/core/index.ts';
import type { FDivergenceGenerator } from '../../../src/core/index.ts';

/** The inputs of a row of quantities.json, by the names there; each quantity reads those that it has. */
export interface Given {
  readonly p: number[];
  readonly q: number[];
  readonly order: number;
  readonly generator: string;
  readonly parameter: number;
  readonly critic: number[];
  readonly t?: number;
  readonly s?: number;
  readonly weights: number[];
  readonly rows: number;
  readonly columns: number;
  readonly nats: number;
  readonly counts: number[];
  readonly others: number[];
  readonly x: never[];
  readonly a: never[];
  readonly y: never[];
  readonly b: never[];
  readonly m: number[];
  readonly n: number[];
  readonly metric: core.GroundMetric;
  readonly exponent: number;
  readonly plan: number[];
  readonly cost: number[];
  readonly seed: number;
  readonly projections: number;
  readonly f: keyof typeof integrands;
  readonly ends: readonly (number | string)[];
  readonly family: keyof typeof families;
  readonly base: number[];
  readonly statistics: number[][];
}

export interface Evaluator {
  /** The numbers of the value, in its order. */
  readonly of: (given: Given) => Iterable<number>;
  /** Their errors at most, as a multiple of 2⁻⁵³ of each, or of the size that a row names; from the doc comments. */
  readonly units: number;
  /** Absolute errors beside these: totals are kept to 106 bits. */
  readonly floor?: number;
}

const FLOOR = 2 ** -103;
const pair = ({ p, q }: Given) => [core.fromWeights(p), core.fromWeights(q)] as const;
const ofPair =
  (of: (p: core.Pmf, q: core.Pmf) => Iterable<number>) =>
  (given: Given): Iterable<number> =>
    of(...pair(given));
const line = (positions: number[], weights: number[]): core.WeightedPoints =>
  core.pointsOnLine(positions, core.fromWeights(weights));
const lines = ({ x, a, y, b }: Given) => [line(x, a), line(y, b)] as const;
const joint = ({ weights, rows, columns }: Given) => core.jointFromWeights(weights, { rows, columns });
const ends = ([from, to]: Given['ends']) => ({ from: Number(from), to: Number(to) });

const generators: Readonly<Record<string, (parameter: number) => FDivergenceGenerator>> = {
  klGenerator: () => core.klGenerator,
  reverseKlGenerator: () => core.reverseKlGenerator,
  jeffreysGenerator: () => core.jeffreysGenerator,
  jensenShannonGenerator: () => core.jensenShannonGenerator,
  totalVariationGenerator: () => core.totalVariationGenerator,
  squaredHellingerGenerator: () => core.squaredHellingerGenerator,
  chiSquaredGenerator: () => core.chiSquaredGenerator,
  neymanChiSquaredGenerator: () => core.neymanChiSquaredGenerator,
  triangularGenerator: () => core.triangularGenerator,
  alphaGenerator: core.alphaGenerator,
  weightedJensenShannonGenerator: (weight) => core.weightedJensenShannonGenerator({ weight }),
};
const generatorOf = ({ generator, parameter }: Given): FDivergenceGenerator =>
  generators[generator]!(parameter);

/** f and f′ at t, f* at s, or f(0) and f′(∞). */
function partsOf(generator: FDivergenceGenerator, { t, s }: Given): number[] {
  if (t !== undefined) return [generator.value(t), generator.derivative(t)];
  return s === undefined ? [generator.atZero, generator.slopeAtInfinity] : [generator.conjugate(s)];
}

const integrands = {
  'exp(-x^2)': (x: number) => Math.exp(-x * x),
  'exp(-x)': (x: number) => Math.exp(-x),
  '1/(1+x^2)': (x: number) => 1 / (1 + x * x),
  'sqrt(x)': Math.sqrt,
  'log(x)': Math.log,
  '1/sqrt(x)': (x: number) => 1 / Math.sqrt(x),
};

const [real, positive, unit] = [
  { from: -Infinity, to: Infinity },
  { from: 0, to: Infinity },
  { from: 0, to: 1 },
];
const families = {
  gamma: ([shape, scale]: number[]) => ({
    density: core.gamma({ shape: shape!, scale: scale! }),
    interval: positive,
  }),
  beta: ([a, b]: number[]) => ({ density: core.beta({ a: a!, b: b! }), interval: unit }),
  normal: ([mean, standardDeviation]: number[]) => ({
    density: core.normal({ mean: mean!, standardDeviation: standardDeviation! }),
    interval: real,
  }),
  laplace: ([location, scale]: number[]) => ({
    density: core.laplace({ location: location!, scale: scale! }),
    interval: real,
  }),
};

export function densitiesOf({ family, p, q }: Given) {
  const [from, to] = [families[family](p), families[family](q)];
  return core.klOfDensities(from.density, to.density, from.interval);
}

export const evaluators: Readonly<Record<string, Evaluator>> = {
  entropyTerms: { of: ofPair((p) => core.entropyTerms(p)), units: 9, floor: FLOOR },
  crossEntropyTerms: { of: ofPair(core.crossEntropyTerms), units: 9, floor: FLOOR },
  klTerms: { of: ofPair(core.klTerms), units: 9, floor: FLOOR },
  jensenShannonTerms: { of: ofPair(core.jensenShannonTerms), units: 10, floor: FLOOR },
  totalVariationTerms: { of: ofPair(core.totalVariationTerms), units: 4, floor: FLOOR },
  categoricalKlDivergence: {
    of: ofPair((p, q) => [core.categoricalKlDivergence(core.categorical(p), core.categorical(q))]),
    units: 8,
  },
  chernoffCoefficient: {
    of: (given) => [core.chernoffCoefficient(...pair(given), given.order)],
    units: 80, // 30 and the largest log-ratio of the pairs, 46
  },
  fDivergence: { of: (given) => [core.fDivergence(...pair(given), generatorOf(given))], units: 40 },
  optimalCritic: { of: (given) => core.optimalCritic(...pair(given), generatorOf(given)), units: 8 },
  variationalLowerBound: {
    of: (given) => [
      core.variationalLowerBound(...pair(given), { generator: generatorOf(given), critic: given.critic }),
    ],
    units: 8,
  },
  ...Object.fromEntries(
    Object.entries(generators).map(([name, of]): [string, Evaluator] => [
      name,
      { of: (given) => partsOf(of(given.parameter), given), units: 12 },
    ]),
  ),
  rowMarginal: { of: (given) => core.rowMarginal(joint(given)), units: 3 },
  columnMarginal: { of: (given) => core.columnMarginal(joint(given)), units: 3 },
  toBits: { of: ({ nats }) => [core.toBits(nats)], units: 2 },
  plugInEntropy: { of: ({ counts }) => Object.values(core.plugInEntropy(counts)), units: 9 },
  millerMadowEntropy: { of: ({ counts }) => [core.millerMadowEntropy(counts)], units: 12 },
  plugInKlDivergence: {
    of: ({ counts, others }) => Object.values(core.plugInKlDivergence(counts, others)),
    units: 9,
  },
  wassersteinTerms: {
    of: (given) => core.wassersteinTerms(...lines(given)).flatMap(({ from, to, cost }) => [from, to, cost]),
    units: 4,
    floor: 2 ** -100,
  },
  earthMoversDistance: { of: (given) => [core.earthMoversDistance(...lines(given))], units: 6 },
  quantileCoupling: {
    of: (given) => core.quantileCoupling(...lines(given)).flatMap(({ from, to, mass }) => [from, to, mass]),
    units: 3,
  },
  wassersteinCost: {
    of: (given) => [core.wassersteinCost(...lines(given), { order: given.order })],
    units: 14,
  },
  sampleWassersteinDistance: {
    of: ({ x, y, order }) => [core.sampleWassersteinDistance(x, y, { order })],
    units: 8,
  },
  costMatrix: {
    of: ({ x, y, metric, exponent }) => core.costMatrix(x, y, { metric, exponent }),
    units: 24, // exponent (d + 2) + 1 for exponent 3.25 in 5 dimensions
  },
  transportCost: {
    of: ({ plan, cost }) => [core.transportCost(Float64Array.from(plan), Float64Array.from(cost))],
    units: 2,
  },
  slicedWassersteinDistance: {
    of: ({ x, a, y, b, ...options }) => [
      core.slicedWassersteinDistance(
        core.pointsInSpace(x, core.fromWeights(a)),
        core.pointsInSpace(y, core.fromWeights(b)),
        options,
      ),
    ],
    units: 90, // 1e-14
  },
  gaussianWassersteinDistance: {
    of: ({ m, a, n, b }) => [
      core.gaussianWassersteinDistance({ mean: m, covariance: a }, { mean: n, covariance: b }),
    ],
    units: 1, // of d deviations and 4 values
  },
  integral: { of: (given) => [core.integral(integrands[given.f], ends(given.ends)).value], units: 100 },
  // Its own bound is checked beside: 1e-12 is asked for, which rounding leaves out of reach near equality.
  klOfDensities: { of: (given) => [densitiesOf(given).value], units: 1e6 },
  momentProjection: {
    of: ({ q, base, statistics }) => {
      const family = { statistics, base: core.fromWeights(base) };
      const { value, pmf, multipliers } = core.momentProjection(core.fromWeights(q), family);
      return [value, ...pmf, ...multipliers];
    },
    units: 1000, // what expectations within 1e-14 leave open
  },
};
