import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fromWeights,
  klDivergence,
  monteCarloKlDivergence,
  nearestNeighbourKlDivergence,
  normal,
  normalKlDivergence,
  sampleWassersteinDistance,
  type Estimate,
} from '../../../src/core/index.ts';
import { neighboursOnLine } from '../../../src/core/estimators/neighbours-on-line.ts';
import { seededRandom } from '../../../src/core/random.ts';
import { readJson } from '../families/members.ts';
import { relativeError } from '../measure.ts';

interface Content {
  readonly neighbours: readonly {
    readonly name: string;
    readonly x: number[][];
    readonly y: number[][];
    readonly k: number;
    readonly value: string;
  }[];
  readonly monteCarlo: readonly ({ readonly logRatios: number[] } & Readonly<
    Record<'k1' | 'k2' | 'k3', [string, string, string]>
  >)[];
}
const reference = readJson<Content>('estimators.json');

describe('nearest neighbours', () => {
  for (const { name, x, y, k, value } of reference.neighbours) {
    test(`${name}, k = ${k}: as from the definition (generate-projections.py)`, () => {
      const actual = nearestNeighbourKlDivergence(x, y, { neighbours: k });
      // A mean of logarithms of either sign: absolute.
      expect(Math.abs(actual - Number(value))).toBeLessThanOrEqual(1e-14);
    });
  }

  test('scaling and shifting both samples changes nothing', () => {
    const { x, y, k, value } = reference.neighbours[3]!;
    const moved = (points: number[][]): number[][] => points.map((point) => point.map((c) => 1024 * c + 0));
    expect(nearestNeighbourKlDivergence(moved(x), moved(y), { neighbours: k })).toBeCloseTo(
      Number(value),
      13,
    );
  });

  test('samples of 2000 come near the true divergence of two normal distributions', () => {
    const random = seededRandom(7);
    const x = Array.from({ length: 2000 }, () => [random.normal()]);
    const y = Array.from({ length: 2000 }, () => [1 + 2 * random.normal()]);
    const truth = normalKlDivergence(
      normal({ mean: 0, standardDeviation: 1 }),
      normal({ mean: 1, standardDeviation: 2 }),
    );
    expect(Math.abs(nearestNeighbourKlDivergence(x, y, { neighbours: 5 }) - truth)).toBeLessThan(0.1);
  });

  test('on a line it is, to the last bit, what a look at all distances finds, ties and all', () => {
    const numbers = fc.array(
      fc.oneof(fc.integer({ min: 0, max: 6 }), fc.double({ min: -3, max: 3, noNaN: true })),
      { minLength: 4, maxLength: 30 },
    );
    fc.assert(
      fc.property(numbers, numbers, fc.integer({ min: 1, max: 3 }), (p, q, k) => {
        const squares = (x: number, among: readonly number[]) =>
          among.map((other) => (x - other) ** 2).sort((a, b) => a - b);
        for (const [i, x] of p.entries()) {
          for (const [among, own] of [
            [p, true],
            [q, false],
          ] as const) {
            const all = squares(x, own ? among.filter((_, j) => j !== i) : among);
            const positive = all.findIndex((square) => square > 0);
            const place = positive < 0 ? -1 : Math.max(k - 1, positive);
            const found = neighboursOnLine(Float64Array.from(among))(x, k, own);
            expect(found.square).toBe(all[place] ?? Infinity);
            if (place >= 0) expect(found.rank).toBe(place + 1);
          }
        }
      }),
    );
  });

  test('points that coincide give finite estimates while any distance is left', () => {
    const x = [[0], [0], [0], [1]];
    expect(Number.isFinite(nearestNeighbourKlDivergence(x, x))).toBe(true);
    expect(Number.isFinite(nearestNeighbourKlDivergence(x, [[0], [5]]))).toBe(true);
  });
});

describe('Monte-Carlo estimates from log-ratios', () => {
  test('means, variances and standard errors are those of the definition (generate-projections.py)', () => {
    for (const row of reference.monteCarlo) {
      const actual = monteCarloKlDivergence(row.logRatios);
      for (const name of ['k1', 'k2', 'k3'] as const) {
        const { value, variance, standardError }: Estimate = actual[name];
        const size = row.logRatios.reduce((sum, l) => sum + Math.abs(l), 0) / row.logRatios.length;
        if (name === 'k1') expect(Math.abs(value - Number(row[name][0]))).toBeLessThanOrEqual(4e-16 * size);
        else expect(relativeError(value, row[name][0]), name).toBeLessThanOrEqual(12);
        expect(relativeError(variance, row[name][1]), name).toBeLessThanOrEqual(40);
        expect(relativeError(standardError, row[name][2]), name).toBeLessThanOrEqual(40);
      }
    }
  });

  test('k₁ and k₃ are unbiased: over the outcomes themselves they are the divergence', () => {
    const p = [1, 2, 3, 2];
    const q = [2, 2, 2, 2];
    const points = p.flatMap((n, x) => new Array<number>(n).fill(Math.log(n / q[x]!)));
    const { k1, k3 } = monteCarloKlDivergence(points);
    const truth = klDivergence(fromWeights(p), fromWeights(q));
    expect(k1.value).toBeCloseTo(truth, 15);
    expect(k3.value).toBeCloseTo(truth, 15);
    expect(k3.variance).toBeLessThan(k1.variance);
  });

  test('k₂ and k₃ are never negative, and nothing is ever NaN', () => {
    const logRatio = fc.oneof(
      fc.double({ min: -800, max: 800, noNaN: true }),
      fc.constantFrom(0, Infinity, 1e150, -1e150),
    );
    fc.assert(
      fc.property(fc.array(logRatio, { minLength: 2, maxLength: 20 }), (logRatios) => {
        const { k1, k2, k3 } = monteCarloKlDivergence(logRatios);
        for (const estimate of [k1, k2, k3]) {
          for (const number of Object.values(estimate)) expect(number).not.toBeNaN();
          expect(estimate.variance).toBeGreaterThanOrEqual(0);
        }
        expect(k2.value).toBeGreaterThanOrEqual(0);
        expect(k3.value).toBeGreaterThanOrEqual(0);
      }),
      { seed: 20261124, numRuns: 500 },
    );
  });
});

test('the Wasserstein distance of a sample and the sample shifted is the shift, for samples of any sizes', () => {
  const x = [3, 1, 4, 1, 5];
  expect(
    sampleWassersteinDistance(
      x,
      x.map((v) => v + 2),
    ),
  ).toBe(2);
  expect(
    sampleWassersteinDistance(
      x,
      [...x, ...x].map((v) => v + 2),
    ),
  ).toBe(2);
  expect(sampleWassersteinDistance([0, 1], [0, 0, 3], { order: 2 })).toBeCloseTo(Math.sqrt(1.5), 14);
  expect(sampleWassersteinDistance(x, x)).toBe(0);
});
