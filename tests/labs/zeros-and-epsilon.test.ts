import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  growthReading,
  jsdReading,
  klReading,
  presets,
  treatedReading,
} from '../../components/labs/zeros-and-epsilon/model.ts';
import { lab } from './settings/zeros-and-epsilon.ts';
import { isNormalised, treatments, treatedValue } from '../../components/labs/zeros-and-epsilon/treated.ts';

const nats = 1e-9;

test('what sums to one is never negative, and JSD is at most log 2 without any ε', () => {
  fc.assert(
    fc.property(lab.settings, (setting) => {
      for (const way of treatments.filter(isNormalised))
        expect(treatedValue(way, setting).value, way).toBeGreaterThanOrEqual(0);
      expect(jsdReading(setting).value).toBeLessThanOrEqual(Math.LN2);
    }),
  );
});

test('where the divergence is infinite, every treatment grows by the same amount a tenth of ε in the end', () => {
  fc.assert(
    fc.property(lab.settings, (setting) => {
      const growth = growthReading(setting);
      expect(growth === undefined).toBe(klReading(setting).value < Infinity);
      for (const way of treatments) {
        const [before, after] = [1500, 1600].map((s) => treatedReading(way, { ...setting, s }).value);
        expect(after! - before!, way).toBeCloseTo(growth?.value ?? 0, 8);
      }
    }),
  );
});

test('where it is finite, every treatment tends to it', () => {
  fc.assert(
    fc.property(lab.settings, (setting) => {
      const { value } = klReading(setting);
      if (value === Infinity) return;
      for (const way of treatments)
        expect(Math.abs(treatedReading(way, { ...setting, s: 1600 }).value - value), way).toBeLessThan(nats);
    }),
  );
});

describe('presets show what they say', () => {
  const values = (shows: string) => {
    const { setting } = presets.find((preset) => preset.shows === shows)!;
    const of = Object.fromEntries(treatments.map((way) => [way, treatedReading(way, setting).value]));
    return { ...of, kl: klReading(setting).value, jsd: jsdReading(setting).value } as Record<string, number>;
  };
  test('an infinite divergence that clipping makes negative', () => {
    const { kl, clip, both } = values('clipped below zero');
    expect(kl).toBe(Infinity);
    expect(clip).toBeLessThan(0);
    expect(both).toBeLessThan(0);
  });
  test('equal distributions of which only some treatments say zero', () => {
    const { kl, clip, both, add, smooth, mix } = values('equal, and yet not zero');
    expect([kl, both]).toEqual([0, 0]);
    expect(clip).toBeLessThan(0);
    expect(add).toBeLessThan(0);
    expect(smooth).toBeGreaterThan(0);
    expect(mix).toBeGreaterThan(0);
  });
  test('disjoint supports, at log 2', () => {
    expect(values('disjoint supports')['jsd']).toBe(Math.LN2);
  });
});
