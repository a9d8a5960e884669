import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  chance,
  error,
  headsOf,
  type Sampled,
  sampled,
  standardError,
  throwAgain,
  valueOf,
} from '../../components/labs/likelihood/model.ts';
import { lab } from './settings/likelihood.ts';

const models = Array.from({ length: chance.most }, (_, k) => k + 1);
const bestModel = (name: 'likelihood' | 'divergence', sample: Sampled): number =>
  models.reduce((best, model) =>
    valueOf(name, { ...sample, model }) < valueOf(name, { ...sample, model: best }) ? model : best,
  );

test('the likeliest model is the one from which the sample diverges least, the nearest to the share of heads', () => {
  fc.assert(
    fc.property(lab.settings, (setting) => {
      const sample = sampled(setting);
      const best = bestModel('likelihood', sample);
      // Two neighbours may be equally good.
      expect(Math.abs(bestModel('divergence', sample) - best)).toBeLessThanOrEqual(1);
      expect(Math.abs(best / 1000 - sample.heads / sample.throws)).toBeLessThan(0.00101);
    }),
    { numRuns: 20 },
  );
});

test('further throws add to those before, and the same seed throws the same', () => {
  fc.assert(
    fc.property(lab.settings, (setting) => {
      const one = { ...setting, throws: 1 };
      const heads = headsOf(setting);
      expect(headsOf({ ...setting })).toBe(heads);
      const more = headsOf({ ...setting, throws: setting.throws + 1 });
      if (setting.throws < 10_000) expect([heads, heads + 1]).toContain(more);
      expect([0, 1]).toContain(headsOf(one));
    }),
    { numRuns: 50 },
  );
});

test('the mean is off its limit by one standard error, in the root mean square over many samples', () => {
  let setting = { coin: 300, model: 600, throws: 50, seed: 1 };
  let squares = 0;
  const samples = 600;
  for (let k = 0; k < samples; k++) {
    squares += error(sampled(setting)).value ** 2;
    setting = throwAgain(setting);
  }
  // The root mean square of so many of them has a standard deviation of 3 per cent.
  expect(Math.sqrt(squares / samples) / standardError(setting).value).toBeCloseTo(1, 1);
});
