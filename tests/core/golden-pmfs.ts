import * as core from '../../src/core/index.ts';
import type { GradientVariable, JointPmf, Pmf } from '../../src/core/index.ts';
import { double, hashOf, hashOfAll, ofPairs, pair, signed, type Hashes } from './golden-inputs.ts';

/** Results of each pair for each of some parameters. */
const ofOrders =
  (count: number, orders: readonly number[], of: (p: Pmf, q: Pmf, order: number) => number): (() => string) =>
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

export const ofPmfs: Hashes = { ...divergences, ...fDivergences, ...gradients, ...information, ...special };
