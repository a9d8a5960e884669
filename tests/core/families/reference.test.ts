import { describe, expect, test } from 'vitest';
import * as core from '../../../src/core/index.ts';
import type { Bounded } from '../../../src/core/index.ts';
import { exactly, relativeError } from '../measure.ts';
import { divergenceOf, makers, readJson, type Family } from './members.ts';

const U = 2 ** -53;
const reference = readJson('families.json');

/** |actual − expected| in units of 2⁻⁵³. */
function absoluteError(actual: number, expected: string): number {
  if (!Number.isFinite(actual)) return actual === Number(expected) ? 0 : Infinity;
  return exactly(actual).minus(expected).abs().toNumber() / U;
}

// The bounds of the doc comments, in units of 2⁻⁵³.
const bounds: Readonly<Partial<Record<Family, number>>> = {
  bernoulli: 12,
  geometric: 13,
  poisson: 14,
  exponential: 14,
  gamma: 60,
  beta: 90,
  uniform: 5,
  laplace: 16,
  normal: 20,
};

describe('divergences in closed form (generate-families.py, mpmath, 80 digits)', () => {
  for (const family of Object.keys(bounds) as Family[]) {
    test(`${family}: nearly equal, extreme and arbitrary members are within ${bounds[family]} units of 2⁻⁵³`, () => {
      for (const { name, p, q, value } of reference.kl.filter((row) => row.family === family)) {
        const actual = divergenceOf(family, p, q);
        const where = `${name}: ${JSON.stringify([p, q])} gives ${actual}, expected ${value}`;
        expect(relativeError(actual, value), where).toBeLessThanOrEqual(bounds[family]!);
      }
    });
  }

  test('Dirichlet: nearly equal, extreme and arbitrary members are within 100 units of 2⁻⁵³', () => {
    for (const { p, q, value } of reference.dirichlet) {
      const [from, to] = [p, q].map((concentrations) => core.dirichlet({ concentrations }));
      const actual = core.dirichletKlDivergence(from!, to!);
      expect(relativeError(actual, value), `${JSON.stringify([p, q])}: ${value}`).toBeLessThanOrEqual(100);
    }
  });

  test('multivariate normal: within 20 d κ units of 2⁻⁵³, κ the larger condition number', () => {
    for (const { d, p, q, condition, value } of reference.multivariateNormal) {
      const [from, to] = [p, q].map(([mean, covariance]) => core.multivariateNormal({ mean, covariance }));
      const actual = core.multivariateNormalKlDivergence(from!, to!);
      expect(relativeError(actual, value), `d = ${d}, ${value}`).toBeLessThanOrEqual(20 * d * condition);
    }
  });

  test('binomial with different numbers of trials: within the returned bound', () => {
    for (const { p, q, value } of reference.binomial) {
      const actual = core.binomialKlDivergence(makers.binomial(p), makers.binomial(q));
      const where = `${JSON.stringify([p, q])} gives ${actual.value} ± ${actual.errorBound}, expected ${value}`;
      expect(absoluteError(actual.value, value) * U, where).toBeLessThanOrEqual(actual.errorBound);
      expect(actual.errorBound, where).toBeLessThanOrEqual(1e-6 * actual.value);
    }
  });
});

// Absolute bounds in units of 2⁻⁵³, from the doc comments; those of the entropies without sign.
const entropyBounds: Readonly<Partial<Record<Family, (p: readonly number[], value: number) => number>>> = {
  bernoulli: (_, value) => 4 * value,
  geometric: (_, value) => 5 * value,
  exponential: ([rate]) => 2 + 2 * Math.abs(Math.log(rate!)),
  gamma: ([shape, scale], value) =>
    100 * (1 + Math.abs(Math.log(shape!)) + Math.abs(Math.log(scale!))) + 10 * Math.abs(value),
  beta: ([a, b], value) => 100 * (1 + Math.abs(Math.log(a!)) + Math.abs(Math.log(b!)) + Math.abs(value)),
  uniform: (_, value) => 2 * Math.abs(value),
  laplace: ([, scale]) => 2 + 2 * Math.abs(Math.log(2 * scale!)),
  normal: ([, deviation]) => 2 + 2 * Math.abs(Math.log(deviation!)),
};

describe('entropies (generate-families.py)', () => {
  for (const [family, bound] of Object.entries(entropyBounds) as [Family, (typeof entropyBounds)[Family]][]) {
    test(`${family}: within the bound of its comment`, () => {
      for (const { p, value } of reference.entropy.filter((row) => row.family === family)) {
        const member = makers[family](p);
        const actual =
          'differentialEntropy' in member ? member.differentialEntropy() : (member.entropy() as number);
        const where = `${JSON.stringify(p)} gives ${actual}, expected ${value}`;
        expect(absoluteError(actual, value), where).toBeLessThanOrEqual(bound!(p, Number(value)));
      }
    });
  }

  for (const family of ['poisson', 'binomial'] as const) {
    test(`${family}: within the returned bound, which is at most 1e-13 of the value`, () => {
      for (const { p, value } of reference.entropy.filter((row) => row.family === family)) {
        const actual = makers[family](p).entropy() as Bounded;
        const where = `${JSON.stringify(p)} gives ${actual.value}, expected ${value}`;
        expect(absoluteError(actual.value, value) * U, where).toBeLessThanOrEqual(actual.errorBound);
        expect(actual.errorBound).toBeLessThanOrEqual(1e-13 * actual.value);
      }
    });
  }

  test('Dirichlet: within 100 units of 2⁻⁵³ of its largest parts', () => {
    for (const { p, entropy } of reference.dirichlet) {
      const actual = core.dirichlet({ concentrations: p }).differentialEntropy();
      const parts = p.reduce((sum, a) => sum + 1 + Math.abs(Math.log(a)) + 1 / a, 0);
      expect(absoluteError(actual, entropy), JSON.stringify(p)).toBeLessThanOrEqual(100 * parts);
    }
  });
});

test('log densities are within the bounds of the comments (generate-families.py)', () => {
  for (const { family, p, x, value } of reference.logDensity) {
    const member = makers[family](p);
    const actual = 'logPdf' in member ? member.logPdf(x) : member.logPmf(x);
    const size = Math.abs(Number(value));
    const spread =
      family === 'gamma' || family === 'beta'
        ? Math.abs(Math.log(x)) + Math.abs(Math.log(p[0]!)) + Math.abs(Math.log(p[1]!))
        : 0;
    const bound = 40 + 8 * (size + spread);
    const where = `${family} ${JSON.stringify(p)} at ${x}: ${actual}, expected ${value}`;
    expect(absoluteError(actual, value), where).toBeLessThanOrEqual(bound);
  }
});
