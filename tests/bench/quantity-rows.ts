import Decimal from 'decimal.js';
import * as core from '../../src/core/index.ts';
import type { Certified, GradientVariable, Pmf } from '../../src/core/index.ts';
import { compared } from '../core/divergences/quantities.ts';
import { divergenceOf, makers, readJson } from '../core/families/members.ts';
import { millionWeights, quantities, readReference, type Recipe } from '../core/reference.ts';
import { transportInstance } from '../core/transport-instances.ts';

/** A value of the core, or one in two parts, beside 50 digits of the truth. */
export interface Row {
  /** An export, or one and a method of what it makes, as 'normal().logPdf'; then in brackets what is special. */
  readonly quantity: string;
  readonly actual: number | readonly [number, number];
  readonly expected: string;
}

const Exact = Decimal.clone({ precision: 60, minE: -9e15, maxE: 9e15 });
const exponential = (x: string): string => (x === '-Infinity' ? '0' : new Exact(x).exp().toString());
const power = (x: string, y: number): string => new Exact(x).pow(y).toString();

type Numbers = readonly number[];
type Points = readonly Numbers[];

const row = (quantity: string, actual: Row['actual'], expected: string): Row => ({
  quantity,
  actual,
  expected,
});

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

function* ofPairs(): Generator<Row> {
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

function* ofDivergences(): Generator<Row> {
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

interface Information {
  readonly cases: readonly {
    readonly rows: number;
    readonly columns: number;
    readonly p: Numbers;
    readonly values: Readonly<Record<string, string>> & { readonly surprisals: readonly string[] };
  }[];
  readonly logits: readonly {
    readonly logits: Numbers;
    readonly values: { readonly softmax: readonly string[]; readonly logSoftmax: readonly string[] };
  }[];
}

function* ofInformation(): Generator<Row> {
  const { cases, logits } = readJson<Information>('information.json');
  for (const { rows, columns, p, values } of cases) {
    const joint = core.jointPmf(p, { rows, columns });
    yield row('jointEntropy', core.jointEntropy(joint), values['jointEntropy']!);
    yield row('conditionalEntropy', core.conditionalEntropy(joint, { given: 'rows' }), values['givenRows']!);
    const givenColumns = core.conditionalEntropy(joint, { given: 'columns' });
    yield row('conditionalEntropy', givenColumns, values['givenColumns']!);
    yield row('mutualInformation', core.mutualInformation(joint), values['mutualInformation']!);
    yield row('perplexity', core.perplexity(joint.pairs), values['perplexity']!);
    for (const [x, expected] of values.surprisals.entries()) {
      yield row('surprisal', core.surprisal(joint.pairs, x), expected);
    }
  }
  for (const { logits: z, values } of logits) {
    const [probabilities, logarithms] = [core.softmax(z), core.logSoftmax(z)];
    for (const [x, expected] of values.softmax.entries()) yield row('softmax', probabilities[x]!, expected);
    for (const [x, expected] of values.logSoftmax.entries())
      yield row('logSoftmax', logarithms[x]!, expected);
  }
}

const gradients: Readonly<
  Record<string, readonly [string, (p: Pmf, q: Pmf, withRespectTo: GradientVariable) => Float64Array]>
> = {
  kl: ['klDivergenceGradient', (p, q, v) => core.klDivergenceGradient(p, q, { withRespectTo: v })],
  reverseKl: [
    'reverseKlDivergenceGradient',
    (p, q, v) => core.reverseKlDivergenceGradient(p, q, { withRespectTo: v }),
  ],
  crossEntropy: ['crossEntropyGradient', (p, q, v) => core.crossEntropyGradient(p, q, { withRespectTo: v })],
  jensenShannon: [
    'jensenShannonDivergenceGradient',
    (p, q, v) => core.jensenShannonDivergenceGradient(p, q, { withRespectTo: v }),
  ],
  squaredHellinger: [
    'squaredHellingerDivergenceGradient',
    (p, q, v) => core.squaredHellingerDivergenceGradient(p, q, { withRespectTo: v }),
  ],
  chiSquared: [
    'chiSquaredDivergenceGradient',
    (p, q, v) => core.chiSquaredDivergenceGradient(p, q, { withRespectTo: v }),
  ],
  entropy: ['entropyGradient', (p, _, v) => core.entropyGradient(p, { withRespectTo: v as 'p' })],
};

interface Gradients {
  readonly cases: readonly {
    readonly at: number;
    readonly values: Readonly<Record<string, Readonly<Record<GradientVariable, readonly string[]>>>>;
  }[];
}

function* ofGradients(): Generator<Row> {
  const inputs = readReference('pmfs.json');
  for (const { at, values } of readJson<Gradients>('gradients.json').cases) {
    const [p, q] = [core.pmf(inputs[at]!.p), core.pmf(inputs[at]!.q)];
    for (const [key, variables] of Object.entries(values)) {
      const [name, of] = gradients[key]!;
      for (const [variable, entries] of Object.entries(variables)) {
        const actual = of(p, q, variable as GradientVariable);
        const kind = variable.startsWith('logits') ? 'logits' : 'masses';
        for (const [x, expected] of entries.entries()) yield row(`${name} (${kind})`, actual[x]!, expected);
      }
    }
  }
}

function* ofFamilies(): Generator<Row> {
  const families = readJson('families.json');
  for (const { family, p, q, value } of families.kl) {
    yield row(`${family}KlDivergence`, divergenceOf(family, p, q), value);
  }
  for (const { p, q, value } of families.binomial) {
    yield row('binomialKlDivergence (other trials)', divergenceOf('binomial', p, q), value);
  }
  for (const { p, q, value, entropy } of families.dirichlet) {
    const [from, to] = [core.dirichlet({ concentrations: p }), core.dirichlet({ concentrations: q })];
    yield row('dirichletKlDivergence', core.dirichletKlDivergence(from, to), value);
    yield row('dirichlet().differentialEntropy', from.differentialEntropy(), entropy);
  }
  for (const { p, q, condition, value } of families.multivariateNormal) {
    const [from, to] = [p, q].map(([mean, covariance]) => core.multivariateNormal({ mean, covariance }));
    const size = condition > 1e3 ? ' (κ > 1e3)' : '';
    yield row(
      `multivariateNormalKlDivergence${size}`,
      core.multivariateNormalKlDivergence(from!, to!),
      value,
    );
  }
  for (const { family, p, value } of families.entropy) {
    const member = makers[family](p);
    const differential = 'differentialEntropy' in member;
    const entropy = differential ? member.differentialEntropy() : member.entropy();
    const actual = typeof entropy === 'number' ? entropy : entropy.value;
    yield row(`${family}().${differential ? 'differentialEntropy' : 'entropy'}`, actual, value);
  }
  for (const { family, p, x, value } of families.logDensity) {
    const member = makers[family](p);
    const [log, of] =
      'logPdf' in member ? [member.logPdf(x), member.pdf(x)] : [member.logPmf(x), member.pmf(x)];
    const name = 'logPdf' in member ? 'Pdf' : 'Pmf';
    yield row(`${family}().log${name}`, log, value);
    yield row(`${family}().${name.toLowerCase()}`, of, exponential(value));
  }
}

interface SpecialFunctions {
  readonly cases: readonly { readonly function: string; readonly x: Numbers; readonly value: string }[];
}

function* ofSpecialFunctions(): Generator<Row> {
  const functions: Readonly<Record<string, (...x: number[]) => number>> = {
    logGamma: core.logGamma,
    digamma: core.digamma,
    trigamma: core.trigamma,
    logBeta: (a, b) => core.logBeta(a!, b!),
  } as Readonly<Record<string, (...x: number[]) => number>>;
  for (const { function: name, x, value } of readJson<SpecialFunctions>('special-functions.json').cases) {
    if (functions[name]) yield row(name, functions[name](...x), value);
  }
}

interface Estimators {
  readonly neighbours: readonly { x: number[][]; y: number[][]; k: number; value: string }[];
  readonly monteCarlo: readonly ({ readonly logRatios: Numbers } & Readonly<
    Record<'k1' | 'k2' | 'k3', readonly [string, string, string]>
  >)[];
}

function* ofEstimators(): Generator<Row> {
  const { neighbours, monteCarlo } = readJson<Estimators>('estimators.json');
  for (const { x, y, k, value } of neighbours) {
    const actual = core.nearestNeighbourKlDivergence(x, y, { neighbours: k });
    yield row('nearestNeighbourKlDivergence', actual, value);
  }
  for (const { logRatios, ...expected } of monteCarlo) {
    const found = core.monteCarloKlDivergence(logRatios);
    for (const k of ['k1', 'k2', 'k3'] as const) {
      yield row(`monteCarloKlDivergence (${k})`, found[k].value, expected[k][0]);
      yield row('monteCarloKlDivergence (variances)', found[k].variance, expected[k][1]);
    }
  }
}

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

function* ofTransport(): Generator<Row> {
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

interface Constrained {
  readonly q: Numbers;
  readonly statistics: Points;
  readonly expectations: Numbers;
  readonly multipliers: readonly string[];
  readonly pmf: readonly string[];
  readonly value: string;
}

/** By quadrature, of normal distributions whose densities are smooth at the scale of the rounding of x. */
function* ofDensities(): Generator<Row> {
  for (const { name, family, p, q, value } of readJson('families.json').kl) {
    if (family !== 'normal' || name !== 'any two' || p[1]! < 1e-3 || q[1]! < 1e-3) continue;
    const ends = [p, q].flatMap(([mean, deviation]) => [-8, 0, 8].map((z) => mean! + z * deviation!));
    const breaks = ends.sort((x, y) => x - y);
    const options = { from: -Infinity, to: Infinity, breaks };
    const found = core.klOfDensities(makers.normal(p), makers.normal(q), options);
    yield row('klOfDensities (normal)', found.value, value);
  }
}

function* ofProjections(): Generator<Row> {
  for (const { q, multipliers, pmf, value, ...constraints } of readReference<Constrained>(
    'projections.json',
  )) {
    const found = core.informationProjection(core.fromWeights(q), constraints);
    yield row('informationProjection (value)', found.value, value);
    for (const [x, expected] of pmf.entries()) {
      yield row('informationProjection (masses)', found.pmf[x]!, expected);
    }
    for (const [j, expected] of multipliers.entries()) {
      yield row('informationProjection (multipliers)', found.multipliers[j]!, expected);
    }
  }
}

/** Every committed reference row of the core, with what the core makes of it. */
export function* referenceRows(): Generator<Row> {
  yield* ofPairs();
  yield* ofDivergences();
  yield* ofInformation();
  yield* ofGradients();
  yield* ofFamilies();
  yield* ofSpecialFunctions();
  yield* ofEstimators();
  yield* ofTransport();
  yield* ofDensities();
  yield* ofProjections();
}
