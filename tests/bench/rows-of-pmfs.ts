import * as core from '../../src/core/index.ts';
import type { Certified, Pmf } from '../../src/core/index.ts';
import { compared } from '../core/divergences/quantities.ts';
import { millionWeights, quantities, readReference, type Recipe } from '../core/reference.ts';
import { Exact, exponential, row, type Numbers, type Row } from './row.ts';

const line = (p: Pmf) => core.pointsOnLine(Array.from(p.keys()), p);
const categorical = (p: Pmf) => core.categorical(p);

/** By the names of pmfs.json, thousand.json, weights.json and million.json. */
const pairQuantities: Readonly<Record<string, readonly [string, (p: Pmf, q: Pmf) => number][]>> = {
  entropy: [
    ['entropy', quantities['entropy']!],
    ['categorical().entropy', (p) => categorical(p).entropy()],
  ],
  crossEntropy: [['crossEntropy', quantities['crossEntropy']!]],
  kl: [
    ['klDivergence', quantities['kl']!],
    ['categoricalKlDivergence', (p, q) => core.categoricalKlDivergence(categorical(p), categorical(q))],
    ['klGenerator', (p, q) => core.fDivergence(p, q, core.klGenerator)],
  ],
  klReversed: [
    ['klDivergence', quantities['klReversed']!],
    ['reverseKlGenerator', (p, q) => core.fDivergence(p, q, core.reverseKlGenerator)],
  ],
  jeffreys: [
    ['jeffreysDivergence', quantities['jeffreys']!],
    ['jeffreysGenerator', (p, q) => core.fDivergence(p, q, core.jeffreysGenerator)],
  ],
  jsd: [
    ['jensenShannonDivergence', quantities['jsd']!],
    ['jensenShannonGenerator', (p, q) => core.fDivergence(p, q, core.jensenShannonGenerator)],
  ],
  jsDistance: [['jensenShannonDistance', quantities['jsDistance']!]],
  tv: [
    ['totalVariationDistance', quantities['tv']!],
    ['totalVariationGenerator', (p, q) => core.fDivergence(p, q, core.totalVariationGenerator)],
  ],
  w1: [
    ['wassersteinDistance', quantities['w1']!],
    ['earthMoversDistance', (p, q) => core.earthMoversDistance(line(p), line(q))],
  ],
};

const certified: Readonly<Record<string, readonly [string, (p: Pmf, q: Pmf) => Certified]>> = {
  entropy: ['certifiedEntropy', core.certifiedEntropy],
  crossEntropy: ['certifiedCrossEntropy', core.certifiedCrossEntropy],
  kl: ['certifiedKlDivergence', core.certifiedKlDivergence],
  jeffreys: ['certifiedJeffreysDivergence', core.certifiedJeffreysDivergence],
  jsd: ['certifiedJensenShannonDivergence', core.certifiedJensenShannonDivergence],
  jsDistance: ['certifiedJensenShannonDistance', core.certifiedJensenShannonDistance],
  tv: ['certifiedTotalVariationDistance', core.certifiedTotalVariationDistance],
  w1: ['certifiedWassersteinDistance', (p, q) => core.certifiedWassersteinDistance(line(p), line(q))],
};

export function* ofPairs(): Generator<Row> {
  for (const file of ['pmfs.json', 'thousand.json', 'weights.json']) {
    const make = file === 'weights.json' ? core.fromWeights : core.pmf;
    for (const { p: first, q: second, values } of readReference(file)) {
      const [p, q] = [make(first), make(second)];
      for (const [key, expected] of Object.entries(values)) {
        for (const [quantity, of] of pairQuantities[key]!) yield row(quantity, of(p, q), expected);
        if (certified[key] === undefined) continue;
        const { hi, lo, exponent } = certified[key][1](p, q).refine();
        if (exponent === 0) yield row(`${certified[key][0]} (refined)`, [hi, lo], expected);
      }
      const counts = [...first, ...second].every((n) => Number.isSafeInteger(n));
      if (file === 'weights.json' && counts) yield* ofCounts(first, second, values);
    }
  }
  for (const { recipe, values } of readReference<Recipe>('million.json')) {
    const [p, q] = millionWeights(recipe);
    const [first, second] = [core.fromWeights(p), core.fromWeights(q)];
    for (const [key, expected] of Object.entries(values)) {
      const [quantity, of] = pairQuantities[key]![0]!;
      yield row(quantity, of(first, second), expected);
    }
  }
}

function* ofCounts(n: Numbers, m: Numbers, values: Readonly<Record<string, string>>): Generator<Row> {
  const size = n.reduce((sum, count) => sum + count, 0);
  yield row('plugInEntropy', core.plugInEntropy(n).value, values['entropy']!);
  yield row('plugInKlDivergence', core.plugInKlDivergence(n, m).value, values['kl']!);
  const correction = new Exact(n.filter((count) => count > 0).length - 1).div(2).div(size);
  yield row('millerMadowEntropy', core.millerMadowEntropy(n), correction.add(values['entropy']!).toString());
}

/** By the names of divergences.json. */
const divergences: Readonly<Record<string, string>> = {
  squaredHellinger: 'squaredHellingerDivergence',
  hellinger: 'hellingerDistance',
  chiSquared: 'chiSquaredDivergence',
  neyman: 'neymanChiSquaredDivergence',
  triangular: 'triangularDiscrimination',
  bhattacharyyaCoefficient: 'bhattacharyyaCoefficient',
  bhattacharyya: 'bhattacharyyaDivergence',
  chernoffInformation: 'chernoffInformation',
  chernoffOrder: 'chernoffOrder',
  resistorAverage: 'resistorAverageDivergence',
  jensenShannonOfThree: 'jensenShannonDivergenceOfMany',
  renyi: 'renyiDivergence',
  alpha: 'alphaDivergence',
  chernoff: 'chernoffDivergence',
  weightedJensenShannon: 'weightedJensenShannonDivergence',
  skew: 'skewDivergence',
  geometricJensenShannon: 'geometricJensenShannonDivergence',
};

const generators: Readonly<Record<string, readonly [string, (x: number) => core.FDivergenceGenerator]>> = {
  squaredHellinger: ['squaredHellingerGenerator', () => core.squaredHellingerGenerator],
  chiSquared: ['chiSquaredGenerator', () => core.chiSquaredGenerator],
  neyman: ['neymanChiSquaredGenerator', () => core.neymanChiSquaredGenerator],
  triangular: ['triangularGenerator', () => core.triangularGenerator],
  alpha: ['alphaGenerator', core.alphaGenerator],
  weightedJensenShannon: [
    'weightedJensenShannonGenerator',
    (weight) => core.weightedJensenShannonGenerator({ weight }),
  ],
};

export function* ofDivergences(): Generator<Row> {
  for (const { p, q, quantity, parameter, expected, actual } of compared()) {
    yield row(divergences[quantity]!, actual, expected);
    const generator = generators[quantity];
    if (generator) {
      const value = core.fDivergence(p, q, generator[1](parameter ?? NaN));
      yield row(generator[0], value, expected);
      yield row('fDivergence', value, expected);
    }
    if (quantity === 'chernoff') {
      const coefficient = expected === 'Infinity' ? '0' : exponential(`-${expected}`);
      yield row('chernoffCoefficient', core.chernoffCoefficient(p, q, parameter!), coefficient);
    }
  }
}
