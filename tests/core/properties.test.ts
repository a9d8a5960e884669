import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fromWeights,
  jeffreysDivergence,
  jeffreysDivergenceProperties,
  jensenShannonDistance,
  jensenShannonDistanceProperties,
  jensenShannonDivergence,
  jensenShannonDivergenceProperties,
  klDivergence,
  klDivergenceProperties,
  pmf,
  pointsOnLine,
  totalVariationDistance,
  totalVariationDistanceProperties,
  wassersteinDistance,
  wassersteinDistanceProperties,
  type DivergenceProperties,
  type Pmf,
} from '../../src/core/index.ts';
import { distributions } from './divergences/arbitraries.ts';

interface Declared {
  readonly name: string;
  readonly of: (p: Pmf, q: Pmf) => number;
  readonly properties: DivergenceProperties;
  /** Pairs P, Q, R where D(P, R) > D(P, Q) + D(Q, R). */
  readonly noTriangle?: readonly [Pmf, Pmf, Pmf];
}

const onLine = (p: Pmf) =>
  pointsOnLine(
    Array.from(p, (_, x) => x),
    p,
  );

const divergences: readonly Declared[] = [
  {
    name: 'KL divergence',
    of: klDivergence,
    properties: klDivergenceProperties,
    noTriangle: [pmf([0.5, 0.5]), pmf([0.75, 0.25]), pmf([0.9, 0.1])], // claim A4
  },
  {
    name: 'Jeffreys divergence',
    of: jeffreysDivergence,
    properties: jeffreysDivergenceProperties,
    noTriangle: [fromWeights([1, 9]), fromWeights([2, 8]), fromWeights([3, 7])], // known answer F7
  },
  {
    name: 'Jensen–Shannon divergence',
    of: jensenShannonDivergence,
    properties: jensenShannonDivergenceProperties,
    noTriangle: [pmf([1, 0]), pmf([0.5, 0.5]), pmf([0, 1])], // claim A12
  },
  { name: 'Jensen–Shannon distance', of: jensenShannonDistance, properties: jensenShannonDistanceProperties },
  {
    name: 'total variation distance',
    of: totalVariationDistance,
    properties: totalVariationDistanceProperties,
  },
  {
    name: 'Wasserstein distance of order 1',
    of: (p, q) => wassersteinDistance(onLine(p), onLine(q)),
    properties: wassersteinDistanceProperties,
  },
];

// One sum of two values of relative error below 1e-15 each.
const ROUNDING = 4e-15;
// Totals are kept to 106 bits: distances have an absolute error of some 2⁻¹⁰⁴ of mass × span.
const FLOOR = 1e-30;
// The root of the rounding of a subnormal divergence.
const ROOT_FLOOR = 1e-161;
const RUNS = { numRuns: 2_000, seed: 1 };

for (const { name, of, properties, noTriangle } of divergences) {
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

    test(properties.symmetric ? 'is symmetric, to the last bit' : 'is not symmetric', () => {
      if (properties.symmetric) {
        fc.assert(
          fc.property(distributions(2), ([p, q]) => {
            expect(of(p!, q!)).toBe(of(q!, p!));
          }),
          RUNS,
        );
      } else {
        expect(of(pmf([0.2, 0.8]), pmf([0.5, 0.5]))).not.toBeCloseTo(of(pmf([0.5, 0.5]), pmf([0.2, 0.8])), 2);
      }
    });

    const { metricPower } = properties;
    if (metricPower !== null) {
      test(`obeys the triangle inequality${metricPower === 1 ? '' : ` at the power ${metricPower}`}`, () => {
        const metric = (p: Pmf, q: Pmf) =>
          metricPower === 0.5 ? Math.sqrt(of(p, q)) : of(p, q) ** metricPower;
        fc.assert(
          fc.property(distributions(3), ([p, q, r]) => {
            const around = metric(p!, q!) + metric(q!, r!);
            expect(metric(p!, r!)).toBeLessThanOrEqual(
              around * (1 + ROUNDING) + (metricPower === 1 ? FLOOR : ROOT_FLOOR),
            );
          }),
          RUNS,
        );
      });
    }
    if (metricPower !== 1) {
      test('does not obey the triangle inequality itself', () => {
        const [p, q, r] = noTriangle!;
        expect(of(p, r)).toBeGreaterThan((of(p, q) + of(q, r)) * 1.4);
      });
    }

    const { upperBound } = properties;
    test(upperBound === null ? 'has no upper bound' : `is at most ${upperBound}, and reaches it`, () => {
      if (upperBound === null) {
        const far = 200;
        const [p, q] = [new Float64Array(far), new Float64Array(far)];
        p[0] = 1;
        p[far - 1] = 1e-300;
        q[far - 1] = 1;
        q[0] = 1e-300;
        expect(of(fromWeights(p), fromWeights(q))).toBeGreaterThan(far - 2);
      } else {
        fc.assert(
          fc.property(distributions(2), ([p, q]) => {
            expect(of(p!, q!)).toBeLessThanOrEqual(upperBound);
          }),
          RUNS,
        );
        expect(of(pmf([1, 0]), pmf([0, 1]))).toBe(upperBound);
      }
    });

    test(`is ${properties.finiteOnDisjointSupports ? 'finite' : 'infinite'} on disjoint supports`, () => {
      fc.assert(
        fc.property(distributions(2), ([p, q]) => {
          const gap = new Array<number>(p!.length).fill(0);
          const value = of(fromWeights([...p!, ...gap]), fromWeights([...gap, ...q!]));
          expect(Number.isFinite(value)).toBe(properties.finiteOnDisjointSupports);
        }),
        { ...RUNS, numRuns: 200 },
      );
    });
  });
}
