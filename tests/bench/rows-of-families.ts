import * as core from '../../src/core/index.ts';
import { divergenceOf, makers, readJson } from '../core/families/members.ts';
import { exponential, row, type Numbers, type Row } from './row.ts';

export function* ofFamilies(): Generator<Row> {
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

export function* ofSpecialFunctions(): Generator<Row> {
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

export function* ofEstimators(): Generator<Row> {
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

/** By quadrature, of normal distributions whose densities are smooth at the scale of the rounding of x. */
export function* ofDensities(): Generator<Row> {
  for (const { name, family, p, q, value } of readJson('families.json').kl) {
    if (family !== 'normal' || name !== 'any two' || p[1]! < 1e-3 || q[1]! < 1e-3) continue;
    const ends = [p, q].flatMap(([mean, deviation]) => [-8, 0, 8].map((z) => mean! + z * deviation!));
    const breaks = ends.sort((x, y) => x - y);
    const options = { from: -Infinity, to: Infinity, breaks };
    const found = core.klOfDensities(makers.normal(p), makers.normal(q), options);
    yield row('klOfDensities (normal)', found.value, value);
  }
}
