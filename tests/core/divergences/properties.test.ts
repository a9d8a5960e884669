import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromWeights, pmf } from '../../../src/core/index.ts';
import { channel, countLists, distributions, mixture, through } from './arbitraries.ts';
import { declared } from './declared.ts';

// Two values of relative error below 60 u each.
const ROUNDING = 2e-14;
// Totals are kept to 106 bits: distances have an absolute error of some 2⁻¹⁰⁴.
const FLOOR = 1e-30;
const RUNS = { numRuns: 1_000, seed: 1 };

for (const { name, of, properties } of declared) {
  describe(`${name}, as declared`, () => {
    test('is never negative, NaN or minus zero, and is zero at P = Q', () => {
      fc.assert(
        fc.property(distributions(2), ([p, q]) => {
          const value = of(p!, q!);
          expect(value >= 0 && !Object.is(value, -0)).toBe(true);
          expect(of(p!, p!)).toBe(0);
        }),
        RUNS,
      );
    });

    test(properties.symmetric ? 'is symmetric' : 'is not symmetric', () => {
      if (properties.symmetric) {
        fc.assert(
          fc.property(distributions(2), ([p, q]) => {
            const [one, other] = [of(p!, q!), of(q!, p!)];
            expect(one === other || Math.abs(one - other) <= ROUNDING * one).toBe(true);
          }),
          RUNS,
        );
      } else {
        const one = of(pmf([0.2, 0.8]), pmf([0.5, 0.5]));
        expect(Math.abs(one / of(pmf([0.5, 0.5]), pmf([0.2, 0.8])) - 1)).toBeGreaterThan(0.001);
      }
    });

    const { metricPower } = properties;
    if (metricPower !== null) {
      test(`obeys the triangle inequality${metricPower === 1 ? '' : ` at the power ${metricPower}`}`, () => {
        const metric = (value: number) => (metricPower === 0.5 ? Math.sqrt(value) : value);
        fc.assert(
          fc.property(distributions(3), ([p, q, r]) => {
            const around = metric(of(p!, q!)) + metric(of(q!, r!));
            expect(metric(of(p!, r!))).toBeLessThanOrEqual(around * (1 + ROUNDING) + metric(FLOOR * FLOOR));
          }),
          RUNS,
        );
      });
    }
    if (metricPower !== 1) {
      test('does not obey the triangle inequality itself', () => {
        const [p, q, r] = [
          [999, 1],
          [600, 400],
          [1, 999],
        ].map((w) => fromWeights(w));
        const far = of(p!, r!) > of(p!, q!) + of(q!, r!);
        const [a, b, c] = [
          [30, 70],
          [40, 60],
          [50, 50],
        ].map((w) => fromWeights(w));
        expect(far || of(a!, c!) > of(a!, b!) + of(b!, c!)).toBe(true);
      });
    }

    const { upperBound } = properties;
    test(upperBound === null ? 'has no upper bound' : `is at most ${upperBound}, and reaches it`, () => {
      if (upperBound === null) {
        const swapped = of(fromWeights([1, 1e-300]), fromWeights([1e-300, 1]));
        const fair = of(fromWeights([1, 1]), fromWeights([1, 1e-300]));
        expect(swapped > fair ? swapped : fair).toBeGreaterThan(50);
      } else {
        fc.assert(
          fc.property(distributions(2), ([p, q]) => {
            expect(of(p!, q!)).toBeLessThanOrEqual(upperBound * (1 + ROUNDING));
          }),
          RUNS,
        );
        expect(Math.abs(of(pmf([1, 0]), pmf([0, 1])) / upperBound - 1)).toBeLessThan(ROUNDING);
      }
    });

    test(`is ${properties.finiteOnDisjointSupports ? 'finite' : 'infinite'} on disjoint supports`, () => {
      fc.assert(
        fc.property(distributions(2), ([p, q]) => {
          const gap = new Array<number>(p!.length).fill(0);
          const value = of(fromWeights([...p!, ...gap]), fromWeights([...gap, ...q!]));
          expect(Number.isFinite(value)).toBe(properties.finiteOnDisjointSupports);
        }),
        { ...RUNS, numRuns: 100 },
      );
    });

    // Near P = Q the masses of a channel's output differ by less than the 106 bits of the totals resolve.
    const slack = (value: number) => ROUNDING * value + FLOOR;

    if (!name.startsWith('geometric')) {
      test('does not grow when both pass one channel', () => {
        fc.assert(
          fc.property(
            countLists(2).chain((pair) => fc.tuple(fc.constant(pair), channel(pair[0]!.length))),
            ([[p, q], rows]) => {
              const before = of(fromWeights(p!), fromWeights(q!));
              expect(of(through(p!, rows), through(q!, rows))).toBeLessThanOrEqual(before + slack(before));
            },
          ),
          RUNS,
        );
      });
    }

    if (properties.generator !== null) {
      test('is jointly convex', () => {
        fc.assert(
          fc.property(countLists(4), fc.integer({ min: 1, max: 15 }), ([p, q, r, s], k) => {
            const first = of(fromWeights(p!), fromWeights(q!));
            const second = of(fromWeights(r!), fromWeights(s!));
            const apart = (k * first + (16 - k) * second) / 16;
            expect(of(mixture(k, p!, r!), mixture(k, q!, s!))).toBeLessThanOrEqual(apart + slack(apart));
          }),
          RUNS,
        );
      });
    }
  });
}
