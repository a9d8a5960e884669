import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fromWeights,
  optimalTransport,
  pmf,
  sinkhornDivergence,
  sinkhornTransport,
  type Pmf,
} from '../../src/core/index.ts';
import { expOfNegative } from '../../src/core/transport/fast-exp.ts';
import { readReference } from './reference.ts';
import { transportInstance } from './transport-instances.ts';

interface Spaces {
  readonly entropic: readonly {
    readonly a: readonly number[];
    readonly b: readonly number[];
    readonly cost: readonly (readonly number[])[];
    readonly epsilon: number;
    readonly value: string;
    readonly regularised: string;
  }[];
  readonly divergences: readonly {
    readonly p: readonly number[];
    readonly q: readonly number[];
    readonly epsilon: number;
    readonly value: string;
  }[];
}
const [{ entropic, divergences }] = readReference<Spaces>('transport-spaces.json') as [Spaces];

/** Row and column sums of a plan, and how far they are from the masses. */
function marginalErrors(plan: Float64Array, a: Pmf, b: Pmf): { rows: number; columns: number } {
  const m = b.length;
  const rows = new Float64Array(a.length);
  const columns = new Float64Array(m);
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < m; j++) {
      rows[i]! += plan[i * m + j]!;
      columns[j]! += plan[i * m + j]!;
    }
  }
  const off = (sums: Float64Array, p: Pmf) => sums.reduce((sum, s, x) => sum + Math.abs(s - p[x]!), 0);
  return { rows: off(rows, a), columns: off(columns, b) };
}

const squaresOnLine = (n: number) =>
  Float64Array.from({ length: n * n }, (_, k) => (Math.floor(k / n) - (k % n)) ** 2);

describe('Sinkhorn at its fixed point (generate-transport-spaces.py, 60 digits)', () => {
  for (const { a, b, cost, epsilon, value, regularised } of entropic) {
    test(`${a.length} × ${b.length} outcomes at ε = ${epsilon}: cost and regularised cost are right to 1e-13`, () => {
      const costs = Float64Array.from(cost.flat());
      const found = sinkhornTransport(fromWeights(a), fromWeights(b), costs, { epsilon, tolerance: 1e-14 });
      expect(found.converged).toBe(true);
      // The marginal error, 1e-14, times the largest cost, 2; then rounding.
      expect(Math.abs(found.cost - Number(value))).toBeLessThanOrEqual(1e-13);
      expect(Math.abs(found.regularisedCost - Number(regularised))).toBeLessThanOrEqual(1e-13);
    });
  }
  for (const { p, q, epsilon, value } of divergences) {
    test(`the divergence of ${p.length} outcomes on a line at ε = ${epsilon} is right to 1e-12`, () => {
      const cost = squaresOnLine(p.length);
      const options = { epsilon, tolerance: 1e-13 };
      const found = sinkhornDivergence(fromWeights(p), fromWeights(q), cost, options);
      expect(Math.abs(found - Number(value))).toBeLessThanOrEqual(1e-12);
      expect(
        Math.abs(sinkhornDivergence(fromWeights(q), fromWeights(p), cost, options) - found),
      ).toBeLessThanOrEqual(1e-12);
    });
  }
});

describe("POT's published examples", () => {
  const half = pmf([0.5, 0.5]);
  const swap = Float64Array.of(0, 1, 1, 0);

  test('ot.sinkhorn and ot.sinkhorn2 at ε = 1, to the digits printed', () => {
    const { plan, cost } = sinkhornTransport(half, half, swap, { epsilon: 1 });
    [0.36552929, 0.13447071, 0.13447071, 0.36552929].forEach((mass, k) => {
      expect(Math.abs(plan[k]! - mass)).toBeLessThanOrEqual(0.5e-8);
    });
    expect(Math.abs(cost - 0.26894142136999516)).toBeLessThanOrEqual(1e-15);
  });

  test('ot.bregman.empirical_sinkhorn: points 0, 1 to 0, 1 at ε = 0.1', () => {
    const { plan } = sinkhornTransport(half, half, swap, { epsilon: 0.1 });
    expect(Math.abs(plan[0]! - 4.99977301e-1)).toBeLessThanOrEqual(0.5e-9);
    expect(Math.abs(plan[1]! - 2.26989344e-5)).toBeLessThanOrEqual(0.5e-13);
  });

  test('ot.bregman.empirical_sinkhorn_divergence: points 0, 1 and 0 … 3, of costs without the entropic term', () => {
    const quarter = fromWeights([1, 1, 1, 1]);
    const squares = (n: number, m: number) =>
      Float64Array.from({ length: n * m }, (_, k) => (Math.floor(k / m) - (k % m)) ** 2);
    const options = { epsilon: 0.1, tolerance: 1e-9, maxIterations: 200_000 };
    const cost = (a: Pmf, b: Pmf) => {
      const found = sinkhornTransport(a, b, squares(a.length, b.length), options);
      expect(found.converged).toBe(true);
      return found.cost;
    };
    const [across, ofHalf, ofQuarter] = [cost(half, quarter), cost(half, half), cost(quarter, quarter)];
    // ot.sinkhorn 0.8.2 with numItermax = 10⁶ and stopThr = 1e-14.
    expect(Math.abs(across - 1.5000226989344514)).toBeLessThanOrEqual(1e-8);
    expect(Math.abs(ofHalf - 4.53978687024344e-5)).toBeLessThanOrEqual(1e-12);
    expect(Math.abs(ofQuarter - 6.809474214566124e-5)).toBeLessThanOrEqual(1e-8);
    // The docstring prints 1.499887176049052: POT stops there after 10 000 iterations, with a warning, 8e-5 too early.
    expect(Math.abs(across - (ofHalf + ofQuarter) / 2 - 1.499887176049052)).toBeLessThanOrEqual(1e-4);
  });
});

describe('what the entropic plan obeys', () => {
  test('rows sum to a, columns to b up to the marginal error it reports, on 100 problems of every kind', () => {
    for (let number = 0; number < 100; number++) {
      const { a, b, cost } = transportInstance(number);
      const [p, q] = [fromWeights(a), fromWeights(b)];
      const span = Math.max(...cost) - Math.min(...cost) || 1;
      const found = sinkhornTransport(p, q, cost, { epsilon: span / 20 });
      const { rows, columns } = marginalErrors(found.plan, p, q);
      expect(found.converged, `instance ${number}`).toBe(true);
      expect(rows).toBeLessThanOrEqual(1e-13);
      expect(columns).toBeLessThanOrEqual(found.marginalError + 1e-13);
      // Entropic and exact: the plan is a plan, so it costs no less; the regularised cost is no less than that.
      const exact = optimalTransport(p, q, cost).cost;
      expect(found.cost).toBeGreaterThanOrEqual(exact - 1e-8 * span);
      expect(found.regularisedCost).toBeGreaterThanOrEqual(found.cost - 1e-8 * span);
      // πᵢⱼ = aᵢ bⱼ exp((fᵢ + gⱼ − cᵢⱼ)/ε), also where an outcome has no mass.
      const m = b.length;
      found.plan.forEach((mass, k) => {
        const [i, j] = [Math.floor(k / m), k % m];
        const exponent = (found.potentials.f[i]! + found.potentials.g[j]! - cost[k]!) / (span / 20);
        expect(Number.isFinite(exponent)).toBe(true);
        expect(Math.abs(p[i]! * q[j]! * Math.exp(exponent) - mass)).toBeLessThanOrEqual(1e-12);
      });
    }
  });

  test('as ε → 0 the cost falls to the exact one and the plan stays a plan, without under- or overflow', () => {
    for (const number of [0, 4, 7, 8, 10, 18, 20]) {
      const { a, b, cost } = transportInstance(number);
      const [p, q] = [fromWeights(a), fromWeights(b)];
      const exact = optimalTransport(p, q, cost).cost;
      const span = Math.max(...cost) - Math.min(...cost);
      let last = Infinity;
      for (const share of [1, 0.1, 0.01, 1e-3]) {
        const found = sinkhornTransport(p, q, cost, {
          epsilon: span * share,
          tolerance: 1e-7,
          maxIterations: 50_000,
        });
        expect(found.converged, `instance ${number} at ${share}`).toBe(true);
        expect(found.cost).toBeLessThanOrEqual(last + 1e-6 * span);
        expect(found.cost).toBeGreaterThanOrEqual(exact - 1e-6 * span);
        // ⟨π, c⟩ − exact ≤ ε (H(a) + H(b)), at most ε · 2 log 40.
        expect(found.regularisedCost - exact).toBeLessThanOrEqual(span * share * 8);
        last = found.cost;
      }
      expect(Math.abs(last - exact)).toBeLessThanOrEqual(0.008 * span);
    }
  });

  test('at ε as small as 1e-9 of the costs, every number is finite and rows sum to a', () => {
    for (const number of [0, 2, 5, 6, 9]) {
      const { a, b, cost } = transportInstance(number);
      const [p, q] = [fromWeights(a), fromWeights(b)];
      const epsilon = 1e-9 * Math.max(...cost);
      const found = sinkhornTransport(p, q, cost, { epsilon, maxIterations: 400 });
      expect([...found.plan, ...found.potentials.f, ...found.potentials.g].every(Number.isFinite)).toBe(true);
      expect(Number.isFinite(found.cost) && Number.isFinite(found.regularisedCost)).toBe(true);
      expect(marginalErrors(found.plan, p, q).rows).toBeLessThanOrEqual(1e-6);
      expect(found.iterations).toBeLessThanOrEqual(400);
    }
  });

  test('as ε → ∞ the plan is the product of the marginals', () => {
    const [p, q] = [fromWeights([1, 2, 3]), fromWeights([4, 1])];
    const { plan } = sinkhornTransport(p, q, Float64Array.of(0, 1, 2, 3, 4, 5), { epsilon: 1e12 });
    plan.forEach((mass, k) => {
      expect(Math.abs(mass - p[k >> 1]! * q[k % 2]!)).toBeLessThanOrEqual(1e-11);
    });
  });
});

describe('Sinkhorn divergence', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 5 });
  const pmfs = weights.map((w) => fromWeights(w.some((x) => x > 0) ? w : [1, ...w.slice(1)]));

  test('is 0 from a pmf to itself, never negative, and symmetric up to the stopping rule', () => {
    fc.assert(
      fc.property(pmfs, pmfs, fc.constantFrom(0.5, 2, 20), (p, q, epsilon) => {
        const cost = squaresOnLine(5);
        const value = sinkhornDivergence(p, q, cost, { epsilon });
        expect(value).toBeGreaterThanOrEqual(0);
        expect(Object.is(value, -0)).toBe(false);
        expect(Math.abs(sinkhornDivergence(q, p, cost, { epsilon }) - value)).toBeLessThanOrEqual(2e-7);
        expect(sinkhornDivergence(p, p, cost, { epsilon })).toBe(0);
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  test('tends to the transport cost as ε → 0, and to the squared difference of means as ε → ∞', () => {
    const [p, q] = [fromWeights([1, 2, 3, 4]), fromWeights([4, 3, 2, 1])];
    const cost = squaresOnLine(4);
    expect(sinkhornDivergence(p, q, cost, { epsilon: 1e-4 })).toBeCloseTo(
      optimalTransport(p, q, cost).cost,
      3,
    );
    expect(sinkhornDivergence(p, q, cost, { epsilon: 1e6 })).toBeCloseTo(1, 5);
  });
});

test('the exponential of the kernel is within 2 units of 2⁻⁵³ of that of the core', () => {
  for (let x = 0; x > -700; x -= 0.0137) {
    expect(Math.abs(expOfNegative(x) / Math.exp(x) - 1)).toBeLessThanOrEqual(5e-16);
  }
  expect([expOfNegative(0), expOfNegative(-708), expOfNegative(-Infinity)]).toEqual([1, 0, 0]);
});
