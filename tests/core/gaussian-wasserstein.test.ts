import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gaussianWassersteinDistance, type GaussianParameters } from '../../src/core/index.ts';
import { eigenvaluesOf } from '../../src/core/families/symmetric-matrix.ts';
import { exactly } from './measure.ts';
import { lcg, readReference } from './reference.ts';

type Rows = readonly (readonly number[])[];
interface Spaces {
  readonly gaussians: readonly {
    m: readonly number[];
    a: Rows;
    n: readonly number[];
    b: Rows;
    value: string;
  }[];
}
const [{ gaussians }] = readReference<Spaces>('transport-spaces.json') as [Spaces];

describe('normal distributions (generate-transport-spaces.py, 60 digits)', () => {
  for (const { m, a, n, b, value } of gaussians) {
    test(`dimension ${m.length}: W₂ ≈ ${Number(value).toPrecision(3)} is right to d u of the deviations and 4 u`, () => {
      const found = gaussianWassersteinDistance({ mean: m, covariance: a }, { mean: n, covariance: b });
      const deviation = Math.sqrt(Math.max(...a.map((row, i) => row[i]!), ...b.map((row, i) => row[i]!)));
      const bound = (m.length * deviation + 4 * Number(value)) * 2 ** -53;
      expect(exactly(found).minus(value).abs().toNumber()).toBeLessThanOrEqual(bound);
    });
  }

  test('in one dimension it is the distance of (mean, deviation) in the plane', () => {
    const found = gaussianWassersteinDistance(
      { mean: [1], covariance: [[4]] },
      { mean: [4], covariance: [[36]] },
    );
    expect(found).toBe(5);
  });

  test('equal ones are at distance 0, translated ones at that of their means', () => {
    const covariance = [[2, 1], [1, 3]]; // prettier-ignore
    expect(gaussianWassersteinDistance({ mean: [1, 2], covariance }, { mean: [1, 2], covariance })).toBe(0);
    expect(gaussianWassersteinDistance({ mean: [1, 2], covariance }, { mean: [4, 6], covariance })).toBe(5);
  });

  test('it is symmetric and obeys the triangle inequality, to rounding', () => {
    const entry = fc.integer({ min: -3, max: 3 });
    const square = fc.array(fc.array(entry, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 });
    const gaussian = fc.tuple(fc.array(entry, { minLength: 3, maxLength: 3 }), square).map(([mean, r]) => ({
      mean,
      covariance: r.map((x, i) => r.map((y, j) => x.reduce((s, v, k) => s + v * y[k]!, i === j ? 0.01 : 0))),
    }));
    fc.assert(
      fc.property(gaussian, gaussian, gaussian, (p, q, r) => {
        const d = gaussianWassersteinDistance;
        expect(Math.abs(d(p, q) - d(q, p))).toBeLessThanOrEqual(1e-13);
        expect(d(p, r)).toBeLessThanOrEqual(d(p, q) + d(q, r) + 1e-13);
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  test('eigenvalues of a 20 × 20 matrix have the sums of its diagonal and of its squares', () => {
    const n = 20;
    const next = lcg(9);
    const a = new Float64Array(n * n);
    for (let i = 0; i < n; i++)
      for (let j = 0; j <= i; j++) a[i * n + j] = a[j * n + i] = next() / 2 ** 32 - 0.5;
    const values = eigenvaluesOf(a, n);
    const trace = values.reduce((sum, _, i) => sum + a[i * n + i]!, 0);
    const squares = a.reduce((sum, x) => sum + x * x, 0);
    expect(Math.abs(values.reduce((sum, v) => sum + v, 0) - trace)).toBeLessThanOrEqual(1e-14);
    expect(Math.abs(values.reduce((sum, v) => sum + v * v, 0) - squares)).toBeLessThanOrEqual(1e-13);
  });

  test('covariances that rounding leaves short of semidefinite are taken as if they were not', () => {
    const next = lcg(4);
    for (let i = 0; i < 200; i++) {
      const d = 2 + (i % 5);
      const line = () => Array.from({ length: d }, () => next() / 2 ** 32 - 0.5);
      const along = (root: number[]): GaussianParameters => ({
        mean: new Array<number>(d).fill(0),
        covariance: root.map((x) => root.map((y) => x * y)),
      });
      const [x, y] = [line(), line()];
      const [p, q] = [along(x), along(y)];
      // Multiples of one normal variable, at ‖x ∓ y‖.
      const lengths = [1, -1].map((sign) => Math.hypot(...x.map((v, k) => v - sign * y[k]!)));
      expect(Math.abs(gaussianWassersteinDistance(p, q) - Math.min(...lengths))).toBeLessThan(1e-7);
    }
  });
});
