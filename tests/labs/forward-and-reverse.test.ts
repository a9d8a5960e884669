import fc from 'fast-check';
import { expect, test } from 'vitest';
import { divergence } from '../../components/labs/forward-and-reverse/densities.ts';
import {
  descend,
  forwardFit,
  mixtureOf,
  model,
  reverseFits,
  type Setting,
  valueAt,
} from '../../components/labs/forward-and-reverse/model.ts';
import { surface } from '../../components/labs/forward-and-reverse/surface.ts';
import { lab } from './settings/forward-and-reverse.ts';

const around = [-3, 0, 3].flatMap((mean) => [-3, 0, 3].map((deviation) => ({ mean, deviation })));

test('a best fit of D(q ‖ p) has no better one beside it, and there is at least one', () => {
  fc.assert(
    fc.property(lab.settings, (setting) => {
      const fits = reverseFits(setting);
      expect(fits.length).toBeGreaterThan(0);
      for (const fit of fits) {
        const { value } = fit.least;
        for (const by of around) {
          const beside = { mean: fit.mean + by.mean, deviation: fit.deviation + by.deviation };
          expect(valueAt('reverse', { ...setting, ...beside }).value).toBeGreaterThanOrEqual(value - 1e-6);
        }
      }
    }),
    { numRuns: 15 },
  );
});

test('the best fit of D(p ‖ q) has none better anywhere around it', () => {
  fc.assert(
    fc.property(lab.settings, (setting) => {
      const { mean, deviation, least } = forwardFit(setting);
      for (const by of around) {
        const beside = { mean: mean.value + by.mean / 100, deviation: deviation.value + by.deviation / 100 };
        const { value } = divergence(mixtureOf(setting), beside, 'forward');
        expect(value).toBeGreaterThanOrEqual(least.value - 1e-12);
      }
    }),
    { numRuns: 30 },
  );
});

test('two bumps far apart have two best fits, each as wide as a bump; merged ones have one', () => {
  const apart: Setting = { ...model.first, left: -400, right: 400, weight: 30 };
  expect(reverseFits(apart).map(({ mean, deviation }) => [mean, deviation])).toEqual([
    [-400, 100],
    [400, 100],
  ]);
  expect(reverseFits({ ...model.first, left: -50, right: 50, weight: 50 })).toHaveLength(1);
});

test('downhill from anywhere ends at a best fit', () => {
  fc.assert(
    fc.property(lab.settings, (setting) => {
      const end = descend({ ...setting, map: 'reverse' });
      const nearest = Math.min(
        ...reverseFits(setting).map(
          (fit) => Math.abs(fit.mean - end.mean) + Math.abs(fit.deviation - end.deviation),
        ),
      );
      expect(nearest).toBeLessThanOrEqual(4);
    }),
    { numRuns: 30 },
  );
});

test('the map is as high as the divergence', () => {
  for (const direction of ['forward', 'reverse'] as const) {
    const { columns, values } = surface(mixtureOf(model.first), direction);
    // The middle of the map: mean 0, and a standard deviation of 2.1.
    const at = { ...model.first, mean: 0, deviation: 210 };
    expect(values[12 * columns + 20]).toBeCloseTo(valueAt(direction, at).value, 3);
  }
});
