import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RUNS, location, parameters } from './arbitraries.ts';
import { divergenceOf, makers, type Family } from './members.ts';

const families = Object.keys(parameters) as Family[];
/** A number a few units in the last place away, or a little more. */
const nudge = (x: number, units: number): number => x * (1 + units * 2 ** -52);

describe('every family', () => {
  for (const family of families) {
    test(`${family}: D(P ‖ Q) is at least 0, never NaN, and 0 for P itself`, () => {
      fc.assert(
        fc.property(parameters[family], parameters[family], (p, q) => {
          expect(divergenceOf(family, p, q)).toBeGreaterThanOrEqual(0);
          expect(divergenceOf(family, p, p)).toBe(0);
        }),
        RUNS,
      );
    });

    test(`${family}: D(P ‖ Q) is positive for members that differ in a last place`, () => {
      fc.assert(
        fc.property(parameters[family], fc.integer({ min: 1, max: 9 }), (p, units) => {
          const q = p.map((x, i) => {
            if (family === 'binomial' && i === 0) return x;
            return family === 'bernoulli' || family === 'binomial' || family === 'geometric'
              ? nudge(x, -units)
              : family === 'uniform' && i === 1
                ? nudge(x, Math.sign(x) * units)
                : family === 'uniform'
                  ? nudge(x, -Math.sign(x) * units)
                  : nudge(x, units);
          });
          fc.pre(q.some((x, i) => x !== p[i]) && q.every((x, i) => x !== 0 || i === 1));
          fc.pre(family !== 'binomial' || p[0]! > 0);
          fc.pre(Math.max(...p.map(Math.abs)) < 1e7 && Math.min(...p.map((x) => Math.abs(x) || 1)) > 1e-11);
          expect(divergenceOf(family, p, q)).toBeGreaterThan(0);
        }),
        RUNS,
      );
    });
  }

  test('no density is negative or NaN, and densities are the exponentials of their logarithms', () => {
    for (const family of families) {
      fc.assert(
        fc.property(
          parameters[family],
          fc.oneof(location, fc.integer({ min: -2, max: 70 }), fc.constantFrom(-Infinity, Infinity)),
          (p, x) => {
            const member = makers[family](p);
            const [density, logDensity] =
              'pdf' in member ? [member.pdf(x), member.logPdf(x)] : [member.pmf(x), member.logPmf(x)];
            expect(density).toBeGreaterThanOrEqual(0);
            const slack = 1e-13 * (1 + Math.abs(logDensity));
            if (density > 1e-300 && density < Infinity) {
              expect(Math.abs(Math.log(density) - logDensity)).toBeLessThan(slack);
            } else expect(Number.isNaN(logDensity)).toBe(false);
          },
        ),
        RUNS,
      );
    }
  });
});
