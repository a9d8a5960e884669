import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  entropy,
  fromWeights,
  klDivergence,
  millerMadowEntropy,
  monteCarloKlDivergence,
  nearestNeighbourKlDivergence,
  normal,
  normalKlDivergence,
  plugInEntropy,
  plugInKlDivergence,
  sampleWassersteinDistance,
  type Estimate,
} from '../../../src/core/index.ts';
import { seededRandom } from '../../../src/core/random.ts';
import { readJson } from '../families/members.ts';
import { relativeError } from '../measure.ts';
import { refusals, untyped } from '../refusals.ts';

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

/** Every multinomial sample of `size` from p, with its probability. */
function* samples(p: readonly number[], size: number, chance = 1): Generator<[number[], number]> {
  if (p.length === 1) {
    yield [[size], chance * p[0]! ** size];
    return;
  }
  let ways = 1;
  for (let n = 0; n <= size; n++) {
    for (const [rest, c] of samples(p.slice(1), size - n, chance * ways * p[0]! ** n))
      yield [[n, ...rest], c];
    ways = (ways * (size - n)) / (n + 1);
  }
}

describe('plug-in estimates from counts', () => {
  test('the value is that of the frequencies', () => {
    expect(plugInEntropy([1, 2, 7]).value).toBe(entropy(fromWeights([1, 2, 7])));
    const [n, m] = [fromWeights([1, 2, 7]), fromWeights([3, 3, 4])];
    expect(plugInKlDivergence([1, 2, 7], [3, 3, 4]).value).toBe(klDivergence(n, m));
    expect(millerMadowEntropy([1, 2, 7])).toBeCloseTo(entropy(fromWeights([1, 2, 7])) + 2 / 20, 15);
    expect(plugInEntropy([1, 2, 7]).bias).toBe(-0.1);
    expect(plugInEntropy([0, 5])).toEqual({ value: 0, bias: 0 });
  });

  test('the bias is the leading term of the exact one, over all samples of 30 and 60', () => {
    const p = [0.5, 0.3, 0.2];
    const truth = entropy(fromWeights(p.map((x) => 10 * x)));
    const rest = [30, 60].map((size) => {
      let value = 0;
      let corrected = 0;
      for (const [counts, chance] of samples(p, size)) {
        value += chance * plugInEntropy(counts).value;
        corrected += chance * millerMadowEntropy(counts);
      }
      expect(value - truth).toBeCloseTo(-2 / (2 * size), 2);
      return corrected - truth;
    });
    // What is left after the correction is of order 1/N².
    expect(Math.abs(rest[0]!)).toBeLessThan(2e-3);
    expect(rest[0]! / rest[1]!).toBeGreaterThan(3);
  });

  test('the bias of the divergence is the leading term of the exact one, over all pairs of samples', () => {
    const [p, q] = [
      [0.6, 0.4],
      [0.45, 0.55],
    ] as const;
    const truth = klDivergence(fromWeights(p), fromWeights(q));
    let value = 0;
    let bias = 0;
    for (const [n, chance] of samples(p, 80)) {
      for (const [m, other] of samples(q, 80)) {
        const estimate = plugInKlDivergence(n, m);
        if (estimate.value === Infinity) continue; // has probability below 1e-17
        value += chance * other * estimate.value;
        bias += chance * other * estimate.bias;
      }
    }
    expect((value - truth) / bias).toBeCloseTo(1, 1);
  });

  test('an outcome of P that Q was not seen to have makes both Infinity', () => {
    expect(plugInKlDivergence([1, 1], [2, 0])).toEqual({ value: Infinity, bias: Infinity });
  });
});

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

test('estimators say what was received and what is required', () => {
  const some = [[0], [1], [2]];
  expect(
    refusals(
      () => plugInEntropy([]),
      () => plugInEntropy([0, 0]),
      () => plugInEntropy([1.5]),
      () => plugInEntropy([-1]),
      () => millerMadowEntropy(untyped('12')),
      () => plugInKlDivergence([1, 2], [1, 2, 3]),
      () => plugInKlDivergence([1, 2], [0, 0]),
      () => nearestNeighbourKlDivergence(untyped(1), some),
      () => nearestNeighbourKlDivergence(some, [[0, 1]]),
      () => nearestNeighbourKlDivergence(some, [[0], [NaN]]),
      () => nearestNeighbourKlDivergence([[0]], some),
      () => nearestNeighbourKlDivergence(some, some, { neighbours: 3 }),
      () => nearestNeighbourKlDivergence(some, some, { neighbours: 1.5 }),
      () => nearestNeighbourKlDivergence([[1], [1]], some),
      () => nearestNeighbourKlDivergence(some, [[2]]),
      () =>
        nearestNeighbourKlDivergence(
          Array.from({ length: 110000 }, () => [0]),
          Array.from({ length: 110000 }, () => [0]),
        ),
      () => monteCarloKlDivergence([]),
      () => monteCarloKlDivergence([0]),
      () => monteCarloKlDivergence([0, NaN]),
      () => monteCarloKlDivergence([0, -Infinity]),
      () => sampleWassersteinDistance([], [1]),
      () => sampleWassersteinDistance([1], [NaN]),
      () => sampleWassersteinDistance([1], [2], { order: 0.5 }),
    ),
  ).toMatchInlineSnapshot(`
    "plugInEntropy: counts is empty; there must be at least one entry
    plugInEntropy: all entries of counts are 0; at least one outcome must have been seen
    plugInEntropy: counts[0] is 1.5; every count must be an integer from 0 to 2⁵³ − 1
    plugInEntropy: counts[0] is -1; every count must be an integer from 0 to 2⁵³ − 1
    millerMadowEntropy: counts is a string; it must be an array or typed array of numbers
    plugInKlDivergence: countsOfP has 2 outcomes and countsOfQ has 3; both must count the same outcomes
    plugInKlDivergence: all entries of countsOfQ are 0; at least one outcome must have been seen
    nearestNeighbourKlDivergence: sampleOfP is a number; it must be an array or typed array of numbers
    nearestNeighbourKlDivergence: sampleOfP has points of dimension 1 and sampleOfQ of dimension 2; both must lie in one space
    nearestNeighbourKlDivergence: sampleOfQ[1][0] is NaN; every coordinate must be a number within ±2⁴⁵⁰
    nearestNeighbourKlDivergence: neighbours is 1 for 1 points of P and 3 of Q; it must be an integer at least 1, below the first and at most the second
    nearestNeighbourKlDivergence: neighbours is 3 for 3 points of P and 3 of Q; it must be an integer at least 1, below the first and at most the second
    nearestNeighbourKlDivergence: neighbours is 1.5 for 3 points of P and 3 of Q; it must be an integer at least 1, below the first and at most the second
    nearestNeighbourKlDivergence: all others of sampleOfP coincide with sampleOfP[0]; there must be a distance to measure
    nearestNeighbourKlDivergence: all of sampleOfQ coincide with sampleOfP[2]; there must be a distance to measure
    nearestNeighbourKlDivergence: 110000 and 110000 points of dimension 1 need 24200000000 products; at most 20000000000 are computed: use a part of the samples
    monteCarloKlDivergence: logRatios is empty; there must be at least one entry
    monteCarloKlDivergence: logRatios has 1 entry; there must be at least 2, to estimate a variance
    monteCarloKlDivergence: logRatios[1] is NaN; every log(p/q) at a point drawn from P must be a number within ±1e150, or Infinity
    monteCarloKlDivergence: logRatios[1] is -Infinity; every log(p/q) at a point drawn from P must be a number within ±1e150, or Infinity
    pointsOnLine: positions is empty; there must be at least one entry
    pointsOnLine: positions[0] is NaN; every position must be a number within ±2¹⁰⁰⁰
    wassersteinDistance: order is 0.5; the order must be at least 1"
  `);
});
