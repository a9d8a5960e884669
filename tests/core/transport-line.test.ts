import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DomainError,
  fromWeights,
  pmf,
  pointsOnLine,
  quantileCoupling,
  wassersteinCost,
  wassersteinDistance,
  type WeightedPoints,
} from '../../src/core/index.ts';
import { sortedCopy } from '../../src/core/transport/cell-sort.ts';
import { extentOf } from '../../src/core/transport/extent.ts';
import { sorted, sortingOrder } from '../../src/core/transport/sort.ts';
import { relativeError } from './measure.ts';
import { lcg, readReference } from './reference.ts';

interface LineCase {
  readonly name: string;
  readonly x: readonly number[];
  readonly a: readonly number[];
  readonly y: readonly number[];
  readonly b: readonly number[];
  readonly values: Readonly<Record<string, string>>;
}

const made = (x: readonly number[], a: readonly number[]) =>
  a.every((w) => w === 1) ? pointsOnLine(x) : pointsOnLine(x, fromWeights(a));

describe('W_p on the line (generate-transport-line.py, exact couplings, 50 digits)', () => {
  for (const { name, x, a, y, b, values } of readReference<LineCase>('transport-line.json')) {
    test(`${name}: every order is within its bound, in both directions alike`, () => {
      const [mu, nu] = [made(x, a), made(y, b)];
      for (const [key, expected] of Object.entries(values)) {
        const order = Number(key);
        const value = wassersteinDistance(mu, nu, { order });
        // The bounds of the docstring, in units of 2⁻⁵³.
        expect(relativeError(value, expected), `order ${key}`).toBeLessThanOrEqual(order === 1 ? 6 : 8);
        expect(wassersteinDistance(nu, mu, { order })).toBe(value);
        if (order > 7.25) continue;
        const cost = wassersteinCost(mu, nu, { order });
        expect(Math.abs(cost / Number(expected) ** order - 1)).toBeLessThanOrEqual(
          4 * (order + 7) * 2 ** -53,
        );
        expect(wassersteinCost(nu, mu, { order })).toBe(cost);
      }
    });
  }
});

describe("SciPy's published examples", () => {
  // scipy.stats.wasserstein_distance, docstring; values printed there, with the digits printed.
  const examples: [string, WeightedPoints, WeightedPoints, number, number][] = [
    ['[0, 1, 3] and [5, 6, 8]', pointsOnLine([0, 1, 3]), pointsOnLine([5, 6, 8]), 5, 0],
    [
      '[0, 1] and [0, 1] weighted 3:1 and 2:2',
      pointsOnLine([0, 1], fromWeights([3, 1])),
      pointsOnLine([0, 1], fromWeights([2, 2])),
      0.25,
      0,
    ],
    [
      '[3.4, 3.9, 7.5, 7.8] and [4.5, 1.4], weighted',
      pointsOnLine([3.4, 3.9, 7.5, 7.8], fromWeights([1.4, 0.9, 3.1, 7.2])),
      pointsOnLine([4.5, 1.4], fromWeights([3.2, 3.5])),
      4.0781331438047861,
      1e-15,
    ],
  ];
  test.each(examples)('wasserstein_distance of %s', (_, mu, nu, expected, within) => {
    expect(Math.abs(wassersteinDistance(mu, nu) - expected)).toBeLessThanOrEqual(within * expected);
  });
});

const position = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc.double({ min: -1e3, max: 1e3, noNaN: true }),
  fc.constantFrom(1e-200, -1e150, 0.1, 0.30000000000000004, -0),
);
const points = fc
  .array(fc.tuple(position, fc.integer({ min: 0, max: 4 })), { minLength: 1, maxLength: 7 })
  .chain((list) => fc.boolean().map((weighted) => ({ list, weighted })))
  .map(({ list, weighted }) => {
    const x = list.map(([at]) => at);
    const w = list.map(([, mass]) => mass);
    return weighted && w.some((mass) => mass > 0) ? pointsOnLine(x, fromWeights(w)) : pointsOnLine(x);
  });
const orders = fc.constantFrom(1, 1.25, 2, 3, 10, 500, Infinity);
const RUNS = { numRuns: 1_000, seed: 1 };

describe('W_p is a metric, of every order', () => {
  test('it is symmetric to the last bit, never negative or NaN, and 0 between equal distributions', () => {
    fc.assert(
      fc.property(points, points, orders, (mu, nu, order) => {
        const value = wassersteinDistance(mu, nu, { order });
        expect(value >= 0 && !Object.is(value, -0)).toBe(true);
        expect(wassersteinDistance(nu, mu, { order })).toBe(value);
        expect(wassersteinDistance(mu, mu, { order })).toBe(0);
      }),
      RUNS,
    );
  });

  test('it obeys the triangle inequality', () => {
    fc.assert(
      fc.property(points, points, points, orders, (mu, nu, rho, order) => {
        const d = (a: WeightedPoints, b: WeightedPoints) => wassersteinDistance(a, b, { order });
        expect(d(mu, rho)).toBeLessThanOrEqual((d(mu, nu) + d(nu, rho)) * (1 + 4e-15));
      }),
      RUNS,
    );
  });

  test('it grows with the order', () => {
    fc.assert(
      fc.property(points, points, (mu, nu) => {
        let last = 0;
        for (const order of [1, 1.5, 2, 4, 30, 1000, Infinity]) {
          const value = wassersteinDistance(mu, nu, { order });
          expect(value).toBeGreaterThanOrEqual(last * (1 - 4e-15));
          last = value;
        }
      }),
      RUNS,
    );
  });

  test('translating a distribution by t moves it a distance of exactly t', () => {
    for (const order of [1, 1.5, 2, 3, 90, Infinity]) {
      const x = [0, 1, 4, 9.5];
      const shifted = pointsOnLine(x.map((at) => at + 8));
      expect(wassersteinDistance(pointsOnLine(x), shifted, { order })).toBe(8);
    }
  });
});

describe('the coupling of quantiles', () => {
  test('it is a plan of both distributions, from left to right, whose cost is W_p to the power p', () => {
    fc.assert(
      fc.property(points, points, (mu, nu) => {
        const plan = quantileCoupling(mu, nu);
        const total = plan.reduce((sum, { mass }) => sum + mass, 0);
        expect(Math.abs(total - 1)).toBeLessThanOrEqual(4e-15);
        let last = { from: -Infinity, to: -Infinity };
        for (const entry of plan) {
          expect(entry.mass).toBeGreaterThan(0);
          expect(entry.from >= last.from && entry.to >= last.to).toBe(true);
          last = entry;
        }
        const cost = plan.reduce((sum, { from, to, mass }) => sum + mass * (from - to) ** 2, 0);
        const expected = wassersteinCost(mu, nu, { order: 2 });
        expect(Math.abs(cost - expected)).toBeLessThanOrEqual(1e-14 * expected);
      }),
      RUNS,
    );
  });

  test('samples of 2 and 3 are cut at thirds and halves exactly', () => {
    expect(quantileCoupling(pointsOnLine([5, 1]), pointsOnLine([0, 9, 2]))).toEqual([
      { from: 1, to: 0, mass: 1 / 3 },
      { from: 1, to: 2, mass: 1 / 6 },
      { from: 5, to: 2, mass: 1 / 6 },
      { from: 5, to: 9, mass: 1 / 3 },
    ]);
  });
});

describe('sorting is that of the engine, for every kind of input', () => {
  const kinds: Record<string, (n: number, next: () => number) => number[]> = {
    random: (n, next) => Array.from({ length: n }, () => next() / 2 ** 31 - 1),
    'of many magnitudes': (n, next) =>
      Array.from({ length: n }, () => (next() - 2 ** 31) * 2 ** (next() % 999) * 2 ** -500),
    'with ties': (n, next) => Array.from({ length: n }, () => next() % 7),
    'that agree in 32 bits': (n, next) => Array.from({ length: n }, () => 1 + (next() >>> 12) * 2 ** -52),
    ascending: (n) => Array.from({ length: n }, (_, i) => i),
    descending: (n) => Array.from({ length: n }, (_, i) => -i + 0),
    'evenly spread but for one': (n, next) => [2 ** 1000, ...Array.from({ length: n - 1 }, next)],
    'with heavy tails': (n, next) => Array.from({ length: n }, () => 2 ** 31 / (next() - 2 ** 31 + 0.5)),
    'below the least normal number': (n, next) => Array.from({ length: n }, () => next() * 2 ** -1074),
    'at both ends of the range': (n, next) => Array.from({ length: n }, () => (next() - 2 ** 31) * 2 ** 969),
    'in few cells, descending there': (n) =>
      Array.from({ length: n }, (_, i) => (i % 2 ? i % 4 : 2 - i * 2 ** -40)),
  };
  for (const [kind, make] of Object.entries(kinds)) {
    test(`values ${kind}`, () => {
      const next = lcg(5);
      for (const n of [1, 2, 40, 200, 5000, 20_000]) {
        const values = Float64Array.from(make(n, next));
        const expected = values.slice().sort();
        const given = values.slice();
        expect(sorted(values.slice())).toEqual(expected);
        expect(sortedCopy(values, extentOf(values))).toEqual(expected);
        const order = sortingOrder(values) ?? Uint32Array.from(values.keys());
        expect(Float64Array.from(order, (i) => values[i]!)).toEqual(expected);
        // Equal values stay in their order; the input is left alone.
        expect(
          order.every((i, k) => k === 0 || values[order[k - 1]!]! < values[i]! || order[k - 1]! < i),
        ).toBe(true);
        expect(values).toEqual(given);
      }
    });
  }
});

test('a copy of sorted values has 0 in the place of −0, whatever the length, and the extent of NaN is NaN', () => {
  for (const n of [3, 300]) {
    const values = Float64Array.from({ length: n }, (_, i) => (i % 3 === 1 ? -0 : (i % 7) - 3));
    expect([...sortedCopy(values, extentOf(values))].some((value) => Object.is(value, -0))).toBe(false);
    values[n - 1] = NaN;
    expect(extentOf(values)).toEqual({ least: NaN, most: NaN });
  }
});

test('costs that do not exist are refused', () => {
  const messages = [
    () => wassersteinCost(pointsOnLine([0]), pointsOnLine([1]), { order: 0.5 }),
    () => wassersteinCost(pointsOnLine([0]), pointsOnLine([1]), { order: Infinity }),
    () => wassersteinCost(pointsOnLine([0]), pointsOnLine([1e200]), { order: 2 }),
    () => wassersteinCost([0] as never, pointsOnLine([1])),
    () => quantileCoupling(pointsOnLine([0]), pmf([1]) as never),
  ].map((call) => {
    try {
      return String(call());
    } catch (error) {
      return error instanceof DomainError ? error.message : `NOT A DomainError: ${String(error)}`;
    }
  });
  expect(messages.join('\n')).toMatchInlineSnapshot(`
    "wassersteinCost: order is 0.5; the order must be at least 1
    wassersteinCost: order is Infinity; the order must be finite, or use wassersteinDistance
    wassersteinCost: the cost of order 2 is larger than the largest double; use wassersteinDistance
    wassersteinCost: mu is not a distribution on the line; build it with pointsOnLine(positions, weights)
    quantileCoupling: nu is not a distribution on the line; build it with pointsOnLine(positions, weights)"
  `);
});
