import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  costMatrix,
  fromWeights,
  optimalTransport,
  pmf,
  pointsOnLine,
  transportCost,
  wassersteinCost,
  type OptimalTransport,
  type Pmf,
} from '../../src/core/index.ts';
import { lcg, readReference } from './reference.ts';
import { certificate } from './transport-certificate.ts';
import { KINDS, LARGE, transportInstance } from './transport-instances.ts';

function expectOptimal(a: Pmf, b: Pmf, cost: Float64Array): { found: OptimalTransport; size: number } {
  const found = optimalTransport(a, b, cost);
  const { marginals, gap, infeasible, least, size } = certificate(a, b, cost, found);
  expect(least).toBe(0);
  expect(marginals).toBeLessThanOrEqual(1e-15);
  expect(gap).toBeLessThanOrEqual(1e-13);
  expect(infeasible).toBeLessThanOrEqual(2 ** -52);
  expect(Math.abs(transportCost(found.plan, cost) - found.cost)).toBeLessThanOrEqual(2e-15 * size);
  return { found, size };
}

describe('520 random problems agree with HiGHS and with POT (generate-transport-plans.py)', () => {
  const expected = readReference<readonly [number, number]>('transport-plans.json');
  for (const [kind, name] of KINDS.entries()) {
    test(`${name}: same cost, exact marginals, no duality gap, at most n + m − 1 entries`, () => {
      for (let number = kind; number < LARGE + 20; number += 10) {
        const { a, b, cost } = transportInstance(number);
        const { found, size } = expectOptimal(fromWeights(a), fromWeights(b), cost);
        const used = found.plan.filter((mass) => mass > 0).length;
        expect(used).toBeLessThan(a.length + b.length);
        for (const other of expected[number]!) {
          // They take the weights rounded: 1e-16 of the mass may pay the largest cost, 10⁴ times the mean one here.
          expect(Math.abs(found.cost - other), `instance ${number}`).toBeLessThanOrEqual(1e-13 * (size || 1));
        }
      }
    });
  }
});

describe('published examples', () => {
  test("POT's ot.emd and ot.emd2: two points that stay", () => {
    const half = pmf([0.5, 0.5]);
    const { plan, cost } = optimalTransport(half, half, Float64Array.of(0, 1, 1, 0));
    expect([...plan]).toEqual([0.5, 0, 0, 0.5]);
    expect(cost).toBe(0);
  });

  test("POT's ot.emd_1d and ot.emd2_1d: points 2, 0 to 0, 3 at squared distance", () => {
    const half = pmf([0.5, 0.5]);
    const { plan, cost } = optimalTransport(half, half, costMatrix([[2], [0]], [[0], [3]], { exponent: 2 }));
    expect([...plan]).toEqual([0, 0.5, 0.5, 0]);
    expect(cost).toBe(0.5);
    expect(wassersteinCost(pointsOnLine([2, 0]), pointsOnLine([0, 3]), { order: 2 })).toBe(0.5);
  });

  test("SciPy's wasserstein_distance_nd: two samples of two points in space", () => {
    const [x, y] = [[[0, 2, 3], [1, 2, 5]], [[3, 2, 3], [4, 2, 5]]]; // prettier-ignore
    const half = pmf([0.5, 0.5]);
    expect(optimalTransport(half, half, costMatrix(x!, y!)).cost).toBe(3);
  });

  test("SciPy's wasserstein_distance_nd: three points and two, weighted, in the plane", () => {
    const [x, y] = [[[0, 2.75], [2, 209.3], [0, 0]], [[0.2, 0.322], [4.5, 25.1808]]]; // prettier-ignore
    const [a, b] = [fromWeights([0.4, 5.2, 0.114]), fromWeights([0.8, 1.5])];
    const { cost } = optimalTransport(a, b, costMatrix(x!, y!));
    expect(Math.abs(cost - 174.15840245217169)).toBeLessThanOrEqual(1e-13); // all the digits printed
  });

  test("SciPy's linear_sum_assignment: three jobs for three workers cost 5", () => {
    const third = fromWeights([1, 1, 1]);
    const { plan, cost } = optimalTransport(third, third, Float64Array.of(4, 1, 3, 2, 0, 5, 3, 2, 2));
    expect([...plan].map((mass) => 3 * mass)).toEqual([0, 1, 0, 1, 0, 0, 0, 0, 1]);
    expect(3 * cost).toBe(5);
  });
});

describe('edges of the domain', () => {
  test('one point on either side', () => {
    const cost = Float64Array.of(3, 5);
    expect(expectOptimal(pmf([1]), fromWeights([1, 3]), cost).found.cost).toBe(4.5);
    expect(expectOptimal(fromWeights([1, 3]), pmf([1]), cost).found.cost).toBe(4.5);
    expect(expectOptimal(pmf([1]), pmf([1]), Float64Array.of(-2)).found.cost).toBe(-2);
  });

  test('masses over 300 decades, and masses one unit in the last place apart', () => {
    const a = pmf([1 - 2 ** -53, 1e-300, 2 ** -53]);
    const b = pmf([0.5, 1e-20, 0.5]);
    const cost = costMatrix([[0], [1], [7]], [[0], [2], [5]]);
    expectOptimal(a, b, cost);
    expectOptimal(b, a, cost);
  });

  test('costs over 30 decades with zero weights, and 300 points without order', () => {
    const cost = Float64Array.from(
      { length: 300 * 200 },
      (_, k) => 10 ** (((k * 7919) % 31) - 20) * (1 + ((k * 31) % 17)),
    );
    const a = fromWeights(Array.from({ length: 300 }, (_, i) => (i * 37) % 11));
    const b = fromWeights(Array.from({ length: 200 }, (_, j) => 1 + ((j * 53) % 13)));
    const { plan, cost: value } = optimalTransport(a, b, cost);
    expect(Math.abs(transportCost(plan, cost) - value)).toBeLessThanOrEqual(1e-15 * value);
    // The same problem the other way round, on another path of pivots.
    const turned = Float64Array.from(
      { length: cost.length },
      (_, k) => cost[(k % 300) * 200 + Math.floor(k / 300)]!,
    );
    expect(Math.abs(optimalTransport(b, a, turned).cost - value)).toBeLessThanOrEqual(1e-14 * value);
  });

  test('pmfs whose doubles sum to slightly different totals', () => {
    const tenths = pmf(new Array(10).fill(0.1));
    const thirds = pmf([1 / 3, 1 / 3, 1 / 3]);
    const cost = Float64Array.from({ length: 30 }, (_, k) => (k * 7) % 5);
    expectOptimal(tenths, thirds, cost);
  });

  test('many equal masses against few, in decimals', () => {
    const fine = pmf(new Array(1000).fill(0.001));
    const coarse = pmf(new Array(10).fill(0.1));
    const cost = Float64Array.from({ length: 10_000 }, (_, k) => (k * 7919) % 1009);
    expectOptimal(coarse, fine, cost);
  });
});

describe('masses that integers cannot hold: thirds, decimals, units in the last place, twenty decades', () => {
  const kinds: Record<string, (below: (most: number) => number) => number> = {
    thirds: () => 1 / 3,
    decimals: (below) => 0.1 * below(3),
    'one unit in the last place apart': (below) => 1 + below(3) * 2 ** -52,
    'over twenty decades': (below) => (1 + below(1000)) * 10 ** -below(20),
  };
  for (const [kind, mass] of Object.entries(kinds)) {
    test(`${kind}: exact marginals and no duality gap, at costs with ties and over 24 decades`, () => {
      for (let seed = 0; seed < 1500; seed++) {
        const next = lcg(seed);
        const below = (most: number) => (next() >>> 8) % most;
        for (let i = 0; i < 5; i++) below(2);
        const weights = (n: number) => [1, ...Array.from({ length: n }, () => mass(below))];
        const [a, b] = [fromWeights(weights(below(9))), fromWeights(weights(below(9)))];
        const ties = below(2) === 0;
        const cost = Float64Array.from({ length: a.length * b.length }, () =>
          ties ? below(4) / 10 : (below(1000) - 300) * 10 ** (below(24) - 12),
        );
        const found = optimalTransport(a, b, cost);
        const { marginals, gap, infeasible, least, size } = certificate(a, b, cost, found);
        const { f, g } = found.potentials;
        const dual =
          f.reduce((sum, x, i) => sum + a[i]! * Math.abs(x), 0) +
          g.reduce((sum, y, j) => sum + b[j]! * Math.abs(y), 0);
        expect(least).toBeGreaterThanOrEqual(0);
        expect(marginals).toBeLessThanOrEqual(1e-15);
        expect(infeasible).toBeLessThanOrEqual(2 ** -52);
        expect((gap * size) / (size + dual || 1), `seed ${seed}`).toBeLessThanOrEqual(1e-14);
      }
    });
  }
});

describe('the optimal cost of a metric is a metric, and agrees with the line', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 5 });
  const pmfs = weights.map((w) => fromWeights(w.some((x) => x > 0) ? w : [1, ...w.slice(1)]));
  const plane = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), {
    minLength: 5,
    maxLength: 5,
  });

  test('it is symmetric, 0 from a pmf to itself, and obeys the triangle inequality, by gluing plans too', () => {
    fc.assert(
      fc.property(plane, pmfs, pmfs, pmfs, (points, p, q, r) => {
        const cost = costMatrix(points, points);
        const [pq, qr, pr] = [
          optimalTransport(p, q, cost),
          optimalTransport(q, r, cost),
          optimalTransport(p, r, cost),
        ];
        expect(Math.abs(optimalTransport(q, p, cost).cost - pq.cost)).toBeLessThanOrEqual(1e-14 * pq.cost);
        expect(optimalTransport(p, p, cost).cost).toBe(0);
        const slack = 1e-14 * (pq.cost + qr.cost);
        expect(pr.cost).toBeLessThanOrEqual(pq.cost + qr.cost + slack);
        // The glued plan Σ_y π(x, y) ρ(y, z) / q(y) goes from p to r: it costs no less than the best, no more than both.
        const glued = new Float64Array(25);
        for (let x = 0; x < 5; x++)
          for (let y = 0; y < 5; y++)
            for (let z = 0; z < 5; z++)
              if (q[y]! > 0) glued[5 * x + z]! += (pq.plan[5 * x + y]! * qr.plan[5 * y + z]!) / q[y]!;
        const gluedCost = transportCost(glued, cost);
        expect(gluedCost).toBeGreaterThanOrEqual(pr.cost - slack);
        expect(gluedCost).toBeLessThanOrEqual(pq.cost + qr.cost + slack);
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  test('in one dimension it is the cost of the coupling of quantiles, for every power of the distance', () => {
    const position = fc.oneof(fc.integer({ min: -4, max: 4 }), fc.double({ min: -9, max: 9, noNaN: true }));
    const list = fc.array(fc.tuple(position, fc.integer({ min: 1, max: 5 })), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(list, list, fc.constantFrom(1, 2, 3.5), (mu, nu, exponent) => {
        const [x, y] = [mu.map(([at]) => at), nu.map(([at]) => at)];
        const [a, b] = [fromWeights(mu.map(([, w]) => w)), fromWeights(nu.map(([, w]) => w))];
        const line = wassersteinCost(pointsOnLine(x, a), pointsOnLine(y, b), { order: exponent });
        const cost = costMatrix(x.map((at) => [at]), y.map((at) => [at]), { exponent }); // prettier-ignore
        expect(Math.abs(optimalTransport(a, b, cost).cost - line)).toBeLessThanOrEqual(1e-14 * line + 1e-300);
      }),
      { numRuns: 500, seed: 1 },
    );
  });
});
