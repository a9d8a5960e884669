import fc from 'fast-check';
import { expect, test } from 'vitest';
import { earthMoversDistance, fromWeights, pointsOnLine, wassersteinDistance } from '../../src/core/index.ts';

const points = fc
  .array(fc.tuple(fc.double({ min: -1e3, max: 1e3, noNaN: true }), fc.integer({ min: 1, max: 1000 })), {
    minLength: 1,
    maxLength: 9,
  })
  .map((pairs) =>
    pointsOnLine(
      pairs.map(([position]) => position),
      fromWeights(pairs.map(([, weight]) => weight)),
    ),
  );

test('the earth mover’s distance is the Wasserstein distance of order 1', () => {
  fc.assert(
    fc.property(points, points, (mu, nu) => {
      const general = wassersteinDistance(mu, nu, { order: 1 });
      expect(Math.abs(earthMoversDistance(mu, nu) - general)).toBeLessThanOrEqual(4e-16 * general);
    }),
  );
});

test('a plain array is refused by the name of the function that was called', () => {
  const points = pointsOnLine([0, 1]);
  expect(() => earthMoversDistance([0, 1] as never, points)).toThrow(/^earthMoversDistance: /);
});
