import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as core from '../../../src/core/index.ts';
import { RUNS, location, logUniform, probability } from './arbitraries.ts';
import { divergenceOf } from './members.ts';

/** Relative difference, 0 for equal numbers. */
const difference = (a: number, b: number): number => (a === b ? 0 : Math.abs(a - b) / Math.abs(b));

describe('families agree with one another and with their own pmfs', () => {
  test('the divergence of binomials of equal trials is that of their pmfs', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), probability, probability, (trials, p, q) => {
        fc.pre(p > 1e-4 && q > 1e-4 && p < 0.9999 && q < 0.9999);
        const [from, to] = [p, q].map((chance) => core.binomial({ trials, probability: chance }));
        const masses = [from!, to!].map((member) =>
          core.fromWeights(Array.from({ length: trials + 1 }, (_, k) => member.pmf(k))),
        );
        const value = core.binomialKlDivergence(from!, to!).value;
        const sum = core.klDivergence(masses[0]!, masses[1]!);
        // Each mass has a relative error of about 1e-14, and D is of second order in them.
        expect(Math.abs(value - sum)).toBeLessThanOrEqual(1e-12 * value + 1e-13 * Math.sqrt(value) + 1e-26);
      }),
      RUNS,
    );
  });

  test('the divergence of binomials of unequal trials is the sum over their pmfs', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 30 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (trials, more, p, q) => {
          const from = core.binomial({ trials, probability: p });
          const to = core.binomial({ trials: trials + more, probability: q });
          const n = trials + more + 1;
          const masses = [from, to].map((member) =>
            core.fromWeights(Array.from({ length: n }, (_, k) => member.pmf(k))),
          );
          const { value, errorBound } = core.binomialKlDivergence(from, to);
          expect(Math.abs(value - core.klDivergence(masses[0]!, masses[1]!))).toBeLessThanOrEqual(
            2 * errorBound + 1e-12 * value,
          );
          expect(core.binomialKlDivergence(to, from)).toEqual({ value: Infinity, errorBound: 0 });
        },
      ),
      RUNS,
    );
  });

  test('a binomial of one trial is a coin', () => {
    fc.assert(
      fc.property(probability, probability, (p, q) => {
        expect(divergenceOf('binomial', [1, p], [1, q])).toBe(divergenceOf('bernoulli', [p], [q]));
        fc.pre(p === 0 || p > 1e-290); // below, the bound is no longer a normal double
        const { value, errorBound } = core.binomial({ trials: 1, probability: p }).entropy();
        const coin = core.bernoulli({ probability: p }).entropy();
        expect(Math.abs(value - coin)).toBeLessThanOrEqual(2 * errorBound);
      }),
      RUNS,
    );
  });

  test('a coin is the categorical distribution of its two sides', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1024 }), fc.integer({ min: 0, max: 1024 }), (a, b) => {
        const [p, q] = [a / 1024, b / 1024];
        const sides = [p, q].map((side) => core.categorical(core.pmf([1 - side, side])));
        const value = core.categoricalKlDivergence(sides[0]!, sides[1]!);
        const coin = divergenceOf('bernoulli', [p], [q]);
        if (value === Infinity) expect(coin).toBe(Infinity);
        else expect(Math.abs(coin - value)).toBeLessThanOrEqual(3e-15 * value);
        expect(sides[0]!.entropy()).toBeCloseTo(core.bernoulli({ probability: p }).entropy(), 14);
      }),
      RUNS,
    );
  });

  test('gamma of shape 1 is exponential', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -40, max: 40 }), (i, j) => {
        const [p, q] = [2 ** i, 2 ** j];
        expect(divergenceOf('gamma', [1, p], [1, q])).toBe(divergenceOf('exponential', [1 / p], [1 / q]));
        const wait = core.gamma({ shape: 1, scale: p });
        const other = core.exponential({ rate: 1 / p });
        expect(wait.differentialEntropy()).toBeCloseTo(other.differentialEntropy(), 13);
        expect(wait.logPdf(3 * p)).toBeCloseTo(other.logPdf(3 * p), 12);
        expect(difference(wait.pdf(0), other.pdf(0))).toBeLessThan(1e-14);
      }),
      RUNS,
    );
  });

  test('two concentrations are a beta distribution', () => {
    const shape = logUniform(-3, 6);
    fc.assert(
      fc.property(fc.tuple(shape, shape), fc.tuple(shape, shape), (p, q) => {
        const [from, to] = [p, q].map((concentrations) => core.dirichlet({ concentrations }));
        expect(core.dirichletKlDivergence(from!, to!)).toBe(divergenceOf('beta', p, q));
      }),
      RUNS,
    );
  });

  test('aggregating outcomes of a Dirichlet distribution does not increase the divergence', () => {
    const shape = logUniform(-2, 3);
    const three = fc.tuple(shape, shape, shape);
    fc.assert(
      fc.property(three, three, (p, q) => {
        const divergence = (a: readonly number[], b: readonly number[]): number =>
          core.dirichletKlDivergence(
            core.dirichlet({ concentrations: a }),
            core.dirichlet({ concentrations: b }),
          );
        const merged = divergence([p[0], p[1] + p[2]], [q[0], q[1] + q[2]]);
        expect(divergence(p, q)).toBeGreaterThanOrEqual(merged * (1 - 1e-13));
        // The order of the outcomes does not matter.
        const turned = divergence([p[2], p[0], p[1]], [q[2], q[0], q[1]]);
        expect(difference(turned, divergence(p, q))).toBeLessThan(1e-13);
      }),
      RUNS,
    );
  });

  test('a multivariate normal with a diagonal covariance is its coordinates, and of one dimension the normal', () => {
    const coordinate = fc.tuple(location, logUniform(-2, 2), location, logUniform(-2, 2));
    fc.assert(
      fc.property(fc.array(coordinate, { minLength: 1, maxLength: 5 }), (coordinates) => {
        const member = (m: number, s: number): core.MultivariateNormal =>
          core.multivariateNormal({
            mean: coordinates.map((c) => c[m]!),
            covariance: coordinates.flatMap((c, i) => coordinates.map((_, j) => (i === j ? c[s]! ** 2 : 0))),
          });
        const [p, q] = [member(0, 1), member(2, 3)];
        const each = coordinates.map(([m, s, n, t]) => divergenceOf('normal', [m, s], [n, t]));
        const sum = each.reduce((a, b) => a + b);
        // Squaring the deviations rounds the variances, and D is of second order in their difference.
        const slack = sum === 0 ? 0 : 1e-12 + 4e-15 / Math.sqrt(sum);
        expect(difference(core.multivariateNormalKlDivergence(p, q), sum)).toBeLessThanOrEqual(slack);
        const entropy = coordinates.reduce(
          (total, [m, s]) => total + core.normal({ mean: m, standardDeviation: s }).differentialEntropy(),
          0,
        );
        expect(p.differentialEntropy()).toBeCloseTo(entropy, 11);
        expect(core.multivariateNormalKlDivergence(p, p)).toBe(0);
      }),
      RUNS,
    );
  });

  test('many rare events are Poisson: the binomial divergence tends to the Poisson one', () => {
    let last = Infinity;
    for (const trials of [10, 100, 1e4, 1e8, 1e12]) {
      const value = divergenceOf('binomial', [trials, 3 / trials], [trials, 5 / trials]);
      const gap = Math.abs(value - divergenceOf('poisson', [3], [5]));
      expect(gap).toBeLessThanOrEqual(last);
      last = gap;
    }
    expect(last).toBeLessThan(1e-11);
  });

  test('intervals that do not lie in one another are infinitely divergent', () => {
    expect(divergenceOf('uniform', [0, 1], [0, 2])).toBeCloseTo(Math.log(2), 15);
    expect(divergenceOf('uniform', [0, 2], [0, 1])).toBe(Infinity);
    expect(divergenceOf('uniform', [0, 1], [2, 3])).toBe(Infinity);
  });
});
