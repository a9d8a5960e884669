import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cellReadings,
  distanceReading,
  earnedReading,
  gapReading,
  model,
  presets,
  takeBest,
} from '../../components/labs/dual-witness/model.ts';
import {
  aheadIn,
  bestWitness,
  cells,
  dragged,
  isLipschitz,
  levelGrid,
  lowered,
  nudgedLevel,
  raised,
  stepOf,
  steepest,
  turnedOver,
} from '../../components/labs/dual-witness/witness.ts';
import { lab } from './settings/dual-witness.ts';

const rounding = 1e-14;
const place = fc.nat(3);
const withSlopesKept = lab.settings.map((setting) => ({ ...setting, f: lowered(setting.f) }));

describe('slopes that are kept', () => {
  test('come from the greatest function below that has none too steep', () => {
    fc.assert(
      fc.property(lab.settings, withSlopesKept, ({ f }, { f: other }) => {
        const below = lowered(f);
        expect(isLipschitz(below)).toBe(true);
        expect(below.every((level, x) => level <= f[x]!)).toBe(true);
        expect(lowered(below)).toEqual(below);
        if (isLipschitz(f)) expect(below).toEqual(f);
        // Any other with such slopes, moved down until it is nowhere above f, is nowhere above what was made of f.
        const most = Math.min(...f.map((level, x) => level - other[x]!));
        expect(other.every((level, x) => level + most <= below[x]!)).toBe(true);
      }),
    );
  });

  test('stay so in every movement, and the moved value goes where it is told', () => {
    fc.assert(
      fc.property(withSlopesKept, place, fc.integer({ min: -20, max: 20 }), ({ f }, x, steps) => {
        const moved = nudgedLevel(f, x, steps, true);
        const told = f[x]! + steps * levelGrid.step;
        expect(isLipschitz(moved)).toBe(true);
        expect(moved[x]).toBe(Math.max(levelGrid.least, Math.min(levelGrid.most, told)));
        expect(isLipschitz(dragged(f, x, steps / 4, true))).toBe(true);
      }),
    );
  });

  test('are no matter where they are free: one value alone moves', () => {
    fc.assert(
      fc.property(lab.settings, place, ({ f }, x) => {
        const moved = nudgedLevel(f, x, 10, false);
        expect(moved.filter((_, k) => k !== x)).toEqual(f.filter((_, k) => k !== x));
      }),
    );
  });
});

describe('the difference of the means', () => {
  test('is what the steps earn', () => {
    fc.assert(
      fc.property(lab.settings, (setting) => {
        const steps = cells.map((cell) => cellReadings(cell, setting).earned.value);
        const sum = steps.reduce((all, step) => all + step, 0);
        expect(Math.abs(earnedReading(setting).value - sum)).toBeLessThan(rounding);
      }),
    );
  });

  test('is at most the distance where no step is too steep, and is it exactly where every step that counts is one in the right direction', () => {
    fc.assert(
      fc.property(fc.oneof(withSlopesKept, lab.settings.map(takeBest)), (setting) => {
        const { P, Q, f } = setting;
        const right = cells.every((cell) => {
          const way = Math.sign(aheadIn(P, Q, cell));
          return way === 0 || stepOf(f, cell) === way * steepest;
        });
        expect(gapReading(setting).value === 0).toBe(right);
        expect(gapReading(setting).value).toBeGreaterThanOrEqual(0);
        expect(earnedReading(setting).value).toBeLessThanOrEqual(distanceReading(setting).value + rounding);
      }),
    );
  });

  test('is the distance for the best function', () => {
    fc.assert(
      fc.property(lab.settings, (setting) => {
        const { P, Q } = setting;
        expect(isLipschitz(bestWitness(P, Q))).toBe(true);
        expect(gapReading(takeBest(setting)).value).toBe(0);
        const { value } = earnedReading(takeBest(setting));
        expect(Math.abs(value - distanceReading(setting).value)).toBeLessThan(rounding);
      }),
    );
  });

  test('stays what it is when f is raised, and changes its sign when f is turned over', () => {
    fc.assert(
      fc.property(lab.settings, fc.constantFrom<50 | -50>(50, -50), (setting, by) => {
        const { value } = earnedReading(setting);
        const higher = raised(setting.f, by);
        expect(higher.every((level) => Math.abs(level) <= levelGrid.most)).toBe(true);
        expect(earnedReading({ ...setting, f: higher }).value).toBe(value);
        expect(earnedReading({ ...setting, f: turnedOver(setting.f) }).value).toBe(0 - value);
      }),
    );
  });
});

test('a function that is too steep can earn more than the distance', () => {
  const steep = presets.find(({ shows }) => shows === 'too steep, so no bound')!.setting;
  expect(isLipschitz(steep.f)).toBe(false);
  expect(gapReading(steep).value).toBeLessThan(0);
});

test('a best function need not be the one that is flat where its slope is free', () => {
  const other = presets.find(({ shows }) => shows === 'best, and not the only one')!.setting;
  expect(gapReading(other).value).toBe(0);
  expect(cells.map((cell) => stepOf(other.f, cell))).not.toEqual(
    cells.map((cell) => stepOf(bestWitness(other.P, other.Q), cell)),
  );
});

test('a link that keeps slopes which are too steep is not read', () => {
  expect(model.codec.read('1~~~0.300.0.0')?.f).toEqual([0, 300, 0, 0]);
  expect(model.codec.read('1~~~0.300.0.0~kept')).toBeUndefined();
});

test('a level that is dragged to just below zero is zero, which a link can carry', () => {
  expect(dragged([10, 0, 0, 0], 0, -0.01, false)).toEqual([0, 0, 0, 0]);
});
