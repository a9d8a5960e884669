import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  alphaGenerator,
  fDivergence,
  fromWeights,
  klDivergence,
  klGenerator,
  optimalCritic,
  pmf,
  totalVariationDistance,
  variationalLowerBound,
  weightedJensenShannonGenerator,
  type FDivergenceGenerator,
} from '../../../src/core/index.ts';
import { countLists, distributions } from '../divergences/arbitraries.ts';
import { withGenerator } from '../divergences/declared.ts';

const RUNS = { numRuns: 500, seed: 5 };
const { abs } = Math;
const ratio = fc.oneof(
  fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
  fc.double({ min: 0.5, max: 2, noNaN: true }),
);

for (const { name, of, generator, properties } of withGenerator) {
  const { value, derivative, conjugate, atZero, slopeAtInfinity } = generator;

  describe(`the generator of the ${name}`, () => {
    test('gives that divergence, by its share and by its value alone', () => {
      const { share, ...plain } = generator;
      expect(share).toBeDefined();
      fc.assert(
        fc.property(distributions(2), ([p, q]) => {
          const expected = of(p!, q!);
          const actual = fDivergence(p!, q!, generator);
          expect(actual === expected || abs(actual - expected) <= 1e-14 * expected + 1e-30).toBe(true);
        }),
        RUNS,
      );
      fc.assert(
        fc.property(countLists(2), ([p, q]) => {
          const [a, b] = [fromWeights(p!), fromWeights(q!)];
          const expected = of(a, b);
          const actual = fDivergence(a, b, plain);
          expect(actual === expected || abs(actual - expected) <= 1e-12 * (1 + expected)).toBe(true);
        }),
        RUNS,
      );
    });

    test('is 0 at 1, convex, and never below its tangent there', () => {
      expect(value(1)).toBe(0);
      const tilt = derivative(1);
      fc.assert(
        fc.property(ratio, ratio, (s, t) => {
          const middle = value((s + t) / 2);
          expect(middle).toBeLessThanOrEqual(
            (value(s) + value(t)) / 2 + 1e-12 * (1 + abs(value(s)) + abs(value(t))),
          );
          expect(value(t) - tilt * (t - 1)).toBeGreaterThanOrEqual(
            -1e-14 * (1 + abs(value(t)) + abs(tilt) * t),
          );
        }),
        RUNS,
      );
    });

    test('has the derivative of its value', () => {
      fc.assert(
        fc.property(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (t) => {
          if (abs(t - 1) < 1e-3) return;
          const h = 1e-5 * t;
          const slope = (value(t + h) - value(t - h)) / (2 * h);
          expect(abs(slope - derivative(t))).toBeLessThanOrEqual(1e-7 * (1 + abs(slope) + abs(value(t)) / t));
        }),
        RUNS,
      );
    });

    test('obeys Fenchel–Young, with equality at the derivative', () => {
      fc.assert(
        fc.property(ratio, ratio, (s, t) => {
          const slope = derivative(s);
          const dual = conjugate(slope);
          const size = 1e-10 * (1 + abs(slope) * (s + t) + abs(value(s)) + abs(value(t)) + abs(dual));
          expect(dual + value(s) - slope * s).toBeLessThanOrEqual(size);
          expect(dual + value(t) - slope * t).toBeGreaterThanOrEqual(-size);
        }),
        RUNS,
      );
    });

    test('states its limits at 0 and ∞', () => {
      const small = 2 ** -1000;
      if (atZero === Infinity) expect(value(small)).toBeGreaterThan(500);
      else expect(abs(value(small) - atZero)).toBeLessThan(1e-10 + 2 ** -200);
      if (slopeAtInfinity === Infinity) expect(derivative(2 ** 1000)).toBeGreaterThan(500);
      else expect(abs(derivative(2 ** 1000) - slopeAtInfinity)).toBeLessThan(1e-10);
      expect(derivative(Infinity)).toBe(slopeAtInfinity);
      if (atZero < Infinity) expect(abs(conjugate(-Infinity) + atZero)).toBeLessThan(1e-15);
      const sum = atZero + slopeAtInfinity;
      expect(sum < Infinity).toBe(properties.finiteOnDisjointSupports);
      if (properties.upperBound !== null) expect(abs(sum - properties.upperBound)).toBeLessThan(1e-14 * sum);
    });

    test('bounds the divergence from below by any critic, and reaches it by the optimal one', () => {
      fc.assert(
        fc.property(
          countLists(2),
          fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 5, maxLength: 5 }),
          ([p, q], noise) => {
            const [a, b] = [fromWeights(p!), fromWeights(q!)];
            const expected = of(a, b);
            const best = optimalCritic(a, b, generator);
            const attained = variationalLowerBound(a, b, { generator, critic: best });
            const size =
              best.reduce((sum, t, x) => (abs(t) < Infinity ? sum + abs(t) * (a[x]! + b[x]!) : sum), 1) +
              (expected < Infinity ? expected : 0);
            if (expected < Infinity && [...best].every((t) => abs(t) < Infinity)) {
              expect(abs(attained - expected)).toBeLessThanOrEqual(1e-10 * size);
            }
            const critic = best.map((t, x) => (abs(t) < Infinity ? t + noise[x]! / 10 : noise[x]!));
            expect(variationalLowerBound(a, b, { generator, critic })).toBeLessThanOrEqual(
              expected + 1e-10 * size,
            );
          },
        ),
        RUNS,
      );
    });
  });
}

describe('zero conventions of f-divergences', () => {
  const p = pmf([0.5, 0.5, 0]);
  const q = pmf([0.5, 0, 0.5]);
  const own: FDivergenceGenerator = {
    tex: '\\tfrac12 |t - 1|',
    value: (t) => abs(t - 1) / 2,
    derivative: (t) => Math.sign(t - 1) / 2,
    conjugate: (s) => (s > 0.5 ? Infinity : Math.max(s, -0.5)),
    atZero: 0.5,
    slopeAtInfinity: 0.5,
  };

  test('outcomes of P alone count p f′(∞), those of Q alone q f(0), those of neither 0', () => {
    expect(fDivergence(p, q, own)).toBe(totalVariationDistance(p, q));
    expect(fDivergence(pmf([1, 0]), pmf([0, 1]), own)).toBe(1);
    expect(fDivergence(p, q, klGenerator)).toBe(Infinity);
    expect(fDivergence(pmf([1, 0, 0]), pmf([0.5, 0.5, 0]), klGenerator)).toBe(
      klDivergence(pmf([1, 0, 0]), pmf([0.5, 0.5, 0])),
    );
  });

  test('the optimal critic takes the limits of the derivative there, and its value at 1 where neither has mass', () => {
    expect([...optimalCritic(pmf([0.5, 0.5, 0, 0]), pmf([0.5, 0, 0.5, 0]), klGenerator)]).toEqual([
      1,
      Infinity,
      -Infinity,
      1,
    ]);
    const critic = optimalCritic(p, q, own);
    expect([...critic]).toEqual([0, 0.5, -0.5]);
    expect(variationalLowerBound(p, q, { generator: own, critic })).toBe(0.5);
  });

  test('a critic outside the domain of the conjugate proves nothing, and an infinite one can prove infinity', () => {
    expect(variationalLowerBound(p, q, { generator: own, critic: [1, 0, 0] })).toBe(-Infinity);
    expect(variationalLowerBound(p, q, { generator: klGenerator, critic: [-Infinity, 0, 0] })).toBe(
      -Infinity,
    );
    expect(variationalLowerBound(p, q, { generator: klGenerator, critic: [1, Infinity, 0] })).toBe(Infinity);
  });

  test('families contain the named generators', () => {
    for (const t of [0.1, 0.9, 1, 1.5, 40]) {
      expect(alphaGenerator(2).value(t)).toBeCloseTo((t - 1) ** 2 / 2, 12);
      expect(alphaGenerator(1).value(t)).toBeCloseTo(t * Math.log(t) - t + 1, 12);
      expect(alphaGenerator(0).value(t)).toBeCloseTo(t - 1 - Math.log(t), 12);
    }
    const none = weightedJensenShannonGenerator({ weight: 0 });
    expect([none.value(3), none.derivative(3), none.conjugate(0), none.conjugate(1)]).toEqual([
      0,
      0,
      0,
      Infinity,
    ]);
  });
});
