import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as core from '../../../src/core/index.ts';
import { evaluators } from './evaluators.ts';

/** A reference file, a name that its rows have there, and the module of the tests that computes the quantity for them. */
type Place = readonly [file: string, key: string, module: string];

/** Quantities whose reference rows are not in quantities.json. */
const elsewhere: Readonly<Record<string, Place>> = {
  ...each('pmfs.json', 'reference.ts', {
    entropy: 'entropy',
    crossEntropy: 'crossEntropy',
    klDivergence: 'kl',
    jeffreysDivergence: 'jeffreys',
    jensenShannonDivergence: 'jsd',
    jensenShannonDistance: 'jsDistance',
    totalVariationDistance: 'tv',
  }),
  wassersteinDistance: ['transport-line.json', '1.5', 'transport-line.test.ts'],
  ...each(
    'certified.json',
    'certified-instances.ts',
    same('hashes', [
      'certifiedEntropy',
      'certifiedEntropyTerms',
      'certifiedCrossEntropy',
      'certifiedCrossEntropyTerms',
      'certifiedKlDivergence',
      'certifiedKlTerms',
      'certifiedJeffreysDivergence',
      'certifiedJensenShannonDivergence',
      'certifiedJensenShannonDistance',
      'certifiedJensenShannonTerms',
      'certifiedTotalVariationDistance',
      'certifiedTotalVariationTerms',
      'certifiedWassersteinDistance',
      'certifiedWassersteinTerms',
      'inBits',
    ]),
  ),
  formatCertified: ['certified.json', 'full', 'certified.test.ts'],
  ...each('divergences.json', 'divergences/quantities.ts', {
    squaredHellingerDivergence: 'squaredHellinger',
    hellingerDistance: 'hellinger',
    chiSquaredDivergence: 'chiSquared',
    neymanChiSquaredDivergence: 'neyman',
    triangularDiscrimination: 'triangular',
    bhattacharyyaCoefficient: 'bhattacharyyaCoefficient',
    bhattacharyyaDivergence: 'bhattacharyya',
    chernoffInformation: 'chernoffInformation',
    chernoffOrder: 'chernoffOrder',
    chernoffDivergence: 'chernoff',
    resistorAverageDivergence: 'resistorAverage',
    jensenShannonDivergenceOfMany: 'jensenShannonOfThree',
    renyiDivergence: 'renyi',
    alphaDivergence: 'alpha',
    weightedJensenShannonDivergence: 'weightedJensenShannon',
    skewDivergence: 'skew',
    geometricJensenShannonDivergence: 'geometricJensenShannon',
  }),
  ...each('information.json', 'information/reference.test.ts', {
    jointEntropy: 'jointEntropy',
    conditionalEntropy: 'givenRows',
    mutualInformation: 'mutualInformation',
    perplexity: 'perplexity',
    surprisal: 'surprisals',
    softmax: 'softmax',
    logSoftmax: 'logSoftmax',
  }),
  ...each('gradients.json', 'gradients/reference.test.ts', {
    klDivergenceGradient: 'kl',
    reverseKlDivergenceGradient: 'reverseKl',
    crossEntropyGradient: 'crossEntropy',
    entropyGradient: 'entropy',
    jensenShannonDivergenceGradient: 'jensenShannon',
    squaredHellingerDivergenceGradient: 'squaredHellinger',
    chiSquaredDivergenceGradient: 'chiSquared',
  }),
  ...each(
    'families.json',
    'families/members.ts',
    families([
      'bernoulli',
      'binomial',
      'poisson',
      'geometric',
      'exponential',
      'gamma',
      'beta',
      'uniform',
      'laplace',
      'normal',
    ]),
  ),
  dirichlet: ['families.json', 'dirichlet', 'families/reference.test.ts'],
  dirichletKlDivergence: ['families.json', 'dirichlet', 'families/reference.test.ts'],
  multivariateNormal: ['families.json', 'multivariateNormal', 'families/reference.test.ts'],
  multivariateNormalKlDivergence: ['families.json', 'multivariateNormal', 'families/reference.test.ts'],
  ...each(
    'special-functions.json',
    'families/special-functions.test.ts',
    same('function', ['logGamma', 'digamma', 'trigamma', 'logBeta']),
  ),
  optimalTransport: ['transport-plans.json', 'cases', 'optimal-transport.test.ts'],
  energyDistance: ['transport-spaces.json', 'energy', 'transport-spaces.test.ts'],
  maximumMeanDiscrepancy: ['transport-spaces.json', 'mmd', 'transport-spaces.test.ts'],
  sinkhornTransport: ['transport-spaces.json', 'entropic', 'entropic-transport.test.ts'],
  sinkhornDivergence: ['transport-spaces.json', 'divergences', 'entropic-transport.test.ts'],
  nearestNeighbourKlDivergence: ['estimators.json', 'neighbours', 'estimators/estimators.test.ts'],
  monteCarloKlDivergence: ['estimators.json', 'monteCarlo', 'estimators/estimators.test.ts'],
  informationProjection: ['projections.json', 'multipliers', 'projections/projections.test.ts'],
};

/** Exports without reference rows, and why they need none. */
const exempt: Readonly<Record<string, string>> = {
  DomainError: 'an error',
  pmf: 'checks and keeps what it is given',
  pmfView: 'checks and keeps what it is given',
  fromWeights: 'keeps the weights; what follows from them has rows',
  pointsOnLine: 'checks, sorts and keeps what it is given',
  pointsInSpace: 'checks and keeps what it is given',
  jointPmf: 'checks and keeps what it is given',
  jointFromWeights: 'keeps the weights; what follows from them has rows',
  categorical: 'a pmf by another name: its divergence and entropy have rows',
  formatSignificant: 'returns text, which format-significant.test.ts compares with exact decimals',
  roundedDecimal: 'returns text, which format-significant.test.ts compares with exact decimals',
  certainText: 'returns text, which certified.json has by formatCertified',
  settledText: 'returns text, which certified.json has by formatCertified',
  plus: 'adds two certified numbers, which have rows; certified.test.ts compares the sum with exact decimals',
  seededRandom:
    'draws, whose bits are recorded; slicedWassersteinDistance has rows that draw them a second time',
};

/** Places in one file and module, by the key of each name. */
function each(file: string, module: string, keys: Readonly<Record<string, string>>): Record<string, Place> {
  return Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, [file, key, module]]));
}

function same(key: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, key]));
}

function families(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => [name, `${name}KlDivergence`].map((of) => [of, name])));
}

/** Names that `index.ts` exports and that return numbers, plans, projections or distributions, or are generators. */
const quantities = Object.entries(core)
  .filter(
    ([name, value]) =>
      (typeof value === 'function' && !name.endsWith('Properties')) || name.endsWith('Generator'),
  )
  .map(([name]) => name);

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const texts = new Map<string, string>();
function textOf(path: string): string {
  const text = texts.get(path) ?? read(path);
  texts.set(path, text);
  return text;
}

test('every exported quantity has reference rows of fifty digits, or a reason why not', () => {
  const known = new Set([evaluators, elsewhere, exempt].flatMap((names) => Object.keys(names)));
  const without = quantities.filter((name) => !known.has(name));
  expect(without, 'exports without a reference row: add them to generate-quantities.py').toEqual([]);
  expect(quantities.length).toBeGreaterThan(100);
});

test('the rows of the other files are there, and their module computes the quantity that they are of', () => {
  const wrong = Object.entries(elsewhere).flatMap(([name, [file, key, module]]) => {
    const hasRows = textOf(`../../reference/${file}`).includes(JSON.stringify(key));
    const computes = new RegExp(`\\b${name}\\b`).test(textOf(`../${module}`));
    return [...(hasRows ? [] : [`${file} has no ${key}`]), ...(computes ? [] : [`${module} lacks ${name}`])];
  });
  expect(wrong).toEqual([]);
});

test('no name is listed twice, nor any that is no export', () => {
  const listed = [evaluators, elsewhere, exempt].flatMap((names) => Object.keys(names));
  expect(listed.filter((name, i) => listed.indexOf(name) !== i)).toEqual([]);
  expect(listed.filter((name) => !quantities.includes(name))).toEqual([]);
});
