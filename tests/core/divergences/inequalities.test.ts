import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bhattacharyyaCoefficient,
  bhattacharyyaDivergence,
  chernoffCoefficient,
  chernoffDivergence,
  chernoffInformation,
  chiSquaredDivergence,
  hellingerDistance,
  jensenShannonDivergence,
  klDivergence,
  renyiDivergence,
  resistorAverageDivergence,
  skewDivergence,
  squaredHellingerDivergence,
  totalVariationDistance,
  triangularDiscrimination,
  type Pmf,
} from '../../../src/core/index.ts';
import { distributions } from './arbitraries.ts';

interface Inequality {
  readonly name: string;
  readonly source: string;
  readonly less: (p: Pmf, q: Pmf) => number;
  readonly more: (p: Pmf, q: Pmf) => number;
}

const { exp, expm1, log1p, log, sqrt } = Math;
const tv = totalVariationDistance;
const orders = [0, 0.25, 0.5, 1 - 2 ** -40, 1, 1 + 2 ** -40, 1.5, 2, 7, 1000, Infinity];

const inequalities: readonly Inequality[] = [
  {
    name: 'TV ≤ √(KL/2)',
    source: 'Pinsker; tsybakov-2009, lemma 2.5',
    less: tv,
    more: (p, q) => sqrt(klDivergence(p, q) / 2),
  },
  {
    name: 'TV ≤ √(1 − e^−KL)',
    source: 'Bretagnolle–Huber; tsybakov-2009, lemma 2.6',
    less: tv,
    more: (p, q) => sqrt(-expm1(-klDivergence(p, q))),
  },
  { name: 'H² ≤ TV', source: 'Le Cam; tsybakov-2009, lemma 2.3', less: squaredHellingerDivergence, more: tv },
  {
    name: 'TV ≤ H √(2 − H²)',
    source: 'Le Cam; tsybakov-2009, lemma 2.3',
    less: tv,
    more: (p, q) => hellingerDistance(p, q) * sqrt(2 - squaredHellingerDivergence(p, q)),
  },
  {
    name: '2 H² ≤ Δ',
    source: 'topsoe-2000: (√p + √q)² ≤ 2(p + q), halved',
    less: squaredHellingerDivergence,
    more: triangularDiscrimination,
  },
  {
    name: 'Δ ≤ 4 H²',
    source: 'topsoe-2000: p + q ≤ (√p + √q)²',
    less: triangularDiscrimination,
    more: (p, q) => 4 * squaredHellingerDivergence(p, q),
  },
  {
    name: '2 TV² ≤ Δ',
    source: 'Cauchy–Schwarz',
    less: (p, q) => 2 * tv(p, q) ** 2,
    more: triangularDiscrimination,
  },
  {
    name: 'Δ ≤ 2 TV',
    source: '|p − q| ≤ p + q',
    less: triangularDiscrimination,
    more: (p, q) => 2 * tv(p, q),
  },
  {
    name: 'Δ/4 ≤ JSD',
    source: 'topsoe-2000, theorem 2',
    less: (p, q) => triangularDiscrimination(p, q) / 4,
    more: jensenShannonDivergence,
  },
  {
    name: 'JSD ≤ Δ log(2)/2',
    source: 'topsoe-2000, theorem 2',
    less: jensenShannonDivergence,
    more: (p, q) => (triangularDiscrimination(p, q) * log(2)) / 2,
  },
  {
    name: 'KL ≤ log(1 + χ²)',
    source: 'tsybakov-2009, lemma 2.7',
    less: klDivergence,
    more: (p, q) => log1p(chiSquaredDivergence(p, q)),
  },
  {
    name: '−2 log(1 − H²) ≤ KL',
    source: 'tsybakov-2009, lemma 2.4',
    less: (p, q) => 2 * bhattacharyyaDivergence(p, q),
    more: klDivergence,
  },
  {
    name: 'Bhattacharyya ≤ Chernoff information',
    source: 'it is the order ½ of the maximum',
    less: bhattacharyyaDivergence,
    more: chernoffInformation,
  },
  {
    name: 'Chernoff information ≤ 2 Bhattacharyya',
    source: 'concavity in the order',
    less: chernoffInformation,
    more: (p, q) => 2 * bhattacharyyaDivergence(p, q),
  },
  {
    name: 'Chernoff information ≤ resistor average',
    source: 'C_α ≤ α D(P‖Q) and (1 − α) D(Q‖P); johnson-sinanovic-2001, section 3',
    less: chernoffInformation,
    more: resistorAverageDivergence,
  },
  {
    name: 'skew ≤ 0.99 KL',
    source: 'convexity of KL in its second argument',
    less: (p, q) => skewDivergence(p, q),
    more: (p, q) => 0.99 * klDivergence(p, q),
  },
  ...orders.slice(1).map((order, i) => ({
    name: `Rényi of order ${orders[i]!} ≤ Rényi of order ${order}`,
    source: 'van-erven-harremoes-2014, theorem 3',
    less: (p: Pmf, q: Pmf) => renyiDivergence(p, q, orders[i]!),
    more: (p: Pmf, q: Pmf) => renyiDivergence(p, q, order),
  })),
  ...[0.1, 0.3, 0.6, 0.9].map((order) => ({
    name: `Chernoff of order ${order} ≤ Chernoff information`,
    source: 'definition',
    less: (p: Pmf, q: Pmf) => chernoffDivergence(p, q, order),
    more: chernoffInformation,
  })),
];

// Two values of relative error below 60 u each, and a formula around them.
const ROUNDING = 2e-14;
// Where a divergence is subnormal, or its root is compared with a distance whose totals are kept to 106 bits.
const FLOOR = 1e-30;

describe('inequalities between divergences hold for every pair', () => {
  for (const { name, source, less, more } of inequalities) {
    test(`${name} (${source})`, () => {
      fc.assert(
        fc.property(distributions(2), ([p, q]) => {
          expect(less(p!, q!)).toBeLessThanOrEqual(more(p!, q!) * (1 + ROUNDING) + FLOOR);
        }),
        { numRuns: 1_000, seed: 2 },
      );
    });
  }

  test('coefficients and divergences agree: e^−C is the coefficient, and BC = 1 − H²', () => {
    fc.assert(
      fc.property(distributions(2), fc.double({ min: 0, max: 1, noNaN: true }), ([p, q], order) => {
        const coefficient = chernoffCoefficient(p!, q!, order);
        expect(coefficient >= 0 && coefficient <= 1).toBe(true);
        expect(Math.abs(exp(-chernoffDivergence(p!, q!, order)) - coefficient)).toBeLessThanOrEqual(
          1e-12 * coefficient,
        );
        const affinity = bhattacharyyaCoefficient(p!, q!);
        expect(Math.abs(1 - squaredHellingerDivergence(p!, q!) - affinity)).toBeLessThan(1e-15);
      }),
      { numRuns: 1_000, seed: 3 },
    );
  });
});
