import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  binomial,
  fromWeights,
  informationProjection,
  klDivergence,
  momentProjection,
  pmf,
  type Pmf,
} from '../../../src/core/index.ts';
import { readReference } from '../reference.ts';

interface Row {
  readonly name: string;
  readonly q: number[];
  readonly statistics: number[][];
  readonly expectations: number[];
  readonly multipliers: string[];
  readonly pmf: string[];
  readonly value: string;
}

const faces = [1, 2, 3, 4, 5, 6];
const die = fromWeights([1, 1, 1, 1, 1, 1]);
const mean = (p: Pmf, f: readonly number[]): number => f.reduce((sum, v, x) => sum + p[x]! * v, 0);

describe('information projections (generate-projections.py, mpmath, 80 digits)', () => {
  for (const row of readReference<Row>('projections.json')) {
    test(`${row.name}: the pmf within 1e-12, its divergence as well as the expectations determine it`, () => {
      const q = fromWeights(row.q);
      const found = informationProjection(q, row);
      expect(found.interior).toBe(true);
      row.pmf.forEach((expected, x) => {
        expect(Math.abs(found.pmf[x]! - Number(expected))).toBeLessThanOrEqual(
          1e-12 * Number(expected) + 1e-14,
        );
      });
      // Expectations are matched to 1e-14, which is (1e-14/√D) of the divergence D near 0.
      const value = Number(row.value);
      expect(Math.abs(found.value - value)).toBeLessThanOrEqual(1e-13 * value + 3e-15 * Math.sqrt(value));
      row.multipliers.forEach((expected, j) => {
        expect(Math.abs(found.multipliers[j]! - Number(expected))).toBeLessThanOrEqual(
          1e-11 * Math.abs(Number(expected)) + 1e-13,
        );
      });
    });
  }
});

describe('information projections with closed forms', () => {
  test('onto P(A) = c: Q is rescaled on A and off it', () => {
    const q = pmf([0.1, 0.2, 0.3, 0.4]);
    const { pmf: p, value } = informationProjection(q, { statistics: [[1, 1, 0, 0]], expectations: [0.6] });
    [0.2, 0.4, 0.4 * (3 / 7), 0.4 * (4 / 7)].forEach((mass, x) => expect(p[x]).toBeCloseTo(mass, 14));
    expect(value).toBeCloseTo(0.6 * Math.log(2) + 0.4 * Math.log(4 / 7), 14);
  });

  test('constraints that Q obeys leave Q, at divergence 0', () => {
    const q = pmf([0.25, 0.25, 0.5]);
    const found = informationProjection(q, { statistics: [[0, 1, 2]], expectations: [1.25] });
    expect([...found.pmf]).toEqual([...q]);
    expect([found.value, found.interior, ...found.multipliers]).toEqual([0, true, 0]);
  });

  test('constraints repeated, multiplied, or true of every pmf change nothing', () => {
    const once = informationProjection(die, { statistics: [faces], expectations: [4.5] });
    const often = informationProjection(die, {
      statistics: [faces, faces, faces.map((f) => 3 * f), faces.map(() => 7)],
      expectations: [4.5, 4.5, 13.5, 7],
    });
    expect(often.value).toBeCloseTo(once.value, 13);
    once.pmf.forEach((mass, x) => expect(often.pmf[x]).toBeCloseTo(mass, 13));
  });

  test('expectations on the boundary: a pmf on fewer outcomes, the limit of the tilted ones', () => {
    const six = informationProjection(die, { statistics: [faces], expectations: [6] });
    expect([...six.pmf]).toEqual([0, 0, 0, 0, 0, 1]);
    expect(six.value).toBeCloseTo(Math.log(6), 14);
    expect(six.interior).toBe(false);
    const even = informationProjection(die, {
      statistics: [faces, [0, 1, 0, 1, 0, 1]],
      expectations: [4.5, 1],
    });
    expect([even.pmf[0], even.pmf[2], even.pmf[4], even.interior]).toEqual([0, 0, 0, false]);
    expect(mean(even.pmf, faces)).toBeCloseTo(4.5, 13);
    // The limit of mean 6 − ε.
    const near = informationProjection(die, { statistics: [faces], expectations: [6 - 1e-9] });
    expect(near.interior).toBe(true);
    expect(near.value).toBeCloseTo(six.value, 7);
  });

  test('a face of the hull in two dimensions keeps the outcomes on it', () => {
    const corners = fromWeights([1, 2, 3, 4, 5]);
    const x = [0, 0.1, 0.3, 0.3, 0.7];
    const y = [0, 0.2, 0.6, 0.1, 1.4]; // outcomes 0, 1, 2, 4 lie on y = 2x, outcome 3 below
    const found = informationProjection(corners, { statistics: [x, y], expectations: [0.25, 0.5] });
    expect(found.interior).toBe(false);
    expect(found.pmf[3]).toBe(0);
    expect(mean(found.pmf, x)).toBeCloseTo(0.25, 13);
  });
});

describe('moment projections', () => {
  test('onto the binomial family: the binomial of the same mean', () => {
    const n = 6;
    const counts = Array.from({ length: n + 1 }, (_, k) => k);
    const fair = binomial({ trials: n, probability: 0.5 });
    const q = fromWeights([3, 1, 4, 1, 5, 9, 2]);
    const found = momentProjection(q, {
      statistics: [counts],
      base: fromWeights(counts.map((k) => fair.pmf(k))),
    });
    const same = binomial({ trials: n, probability: mean(q, counts) / n });
    found.pmf.forEach((mass, k) => expect(mass).toBeCloseTo(same.pmf(k), 13));
    expect(found.value).toBeCloseTo(klDivergence(q, found.pmf), 14);
  });

  test('onto products: the product of the marginals, at the mutual information', () => {
    const q = pmf([0.1, 0.2, 0.3, 0.4]);
    const found = momentProjection(q, {
      statistics: [
        [0, 0, 1, 1],
        [0, 1, 0, 1],
      ],
    });
    const product = [0.3 * 0.4, 0.3 * 0.6, 0.7 * 0.4, 0.7 * 0.6];
    product.forEach((mass, x) => expect(found.pmf[x]).toBeCloseTo(mass, 14));
    expect(found.value).toBeCloseTo(klDivergence(q, pmf(product)), 14);
  });

  test('of a point mass: no member attains the infimum 0', () => {
    const found = momentProjection(pmf([0, 1, 0]), { statistics: [[0, 1, 0]] });
    expect([...found.pmf]).toEqual([0, 1, 0]);
    expect([found.value, found.interior]).toEqual([0, false]);
  });
});

const weights = (n: number): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: n, maxLength: n });
const statistic = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 6, maxLength: 6 });
const RUNS = { seed: 20261124, numRuns: 300 };

describe('the Pythagorean identity', () => {
  test('D(P ‖ Q) = D(P ‖ P*) + D(P* ‖ Q) for every P that obeys the constraints', () => {
    fc.assert(
      fc.property(weights(6), weights(6), statistic, statistic, (a, b, f, g) => {
        const [p, q] = [fromWeights(a), fromWeights(b)];
        const constraints = { statistics: [f, g], expectations: [mean(p, f), mean(p, g)] };
        const projection = informationProjection(q, constraints);
        const { whole, parts } = projection.pythagoras(p);
        // Expectations of size 9 match to 1e-14, and the multipliers turn that into divergence.
        const slack = projection.multipliers.reduce((sum, t) => sum + 1e-12 * Math.abs(t), 1e-13);
        expect(Math.abs(whole - parts)).toBeLessThanOrEqual(slack);
        expect(projection.value).toBeGreaterThanOrEqual(0);
        expect(projection.value).toBeLessThanOrEqual(whole + slack);
        expect(projection.value).toBeCloseTo(klDivergence(projection.pmf, q), 12);
      }),
      RUNS,
    );
  });

  test('D(Q ‖ R) = D(Q ‖ P*) + D(P* ‖ R) for every member R of the exponential family', () => {
    const tilt = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(weights(6), weights(6), statistic, statistic, tilt, tilt, (a, h, f, g, s, t) => {
        const [q, base] = [fromWeights(a), fromWeights(h)];
        const member = fromWeights(h.map((w, x) => w * Math.exp(s * f[x]! + t * g[x]!)));
        const { pythagoras, value, interior } = momentProjection(q, { statistics: [f, g], base });
        const { whole, parts } = pythagoras(member);
        expect(Math.abs(whole - parts)).toBeLessThanOrEqual(1e-11);
        expect(value).toBeLessThanOrEqual(whole + 1e-11);
        expect(interior).toBe(true);
      }),
      RUNS,
    );
  });
});
