import fc from 'fast-check';
import { expect, test } from 'vitest';
import { batchOf, dataOf, steps } from '../../components/labs/mini-batches/data.ts';
import { lossNames } from '../../components/labs/mini-batches/losses.ts';
import {
  entropyReading,
  gradientsApart,
  model,
  presets,
  stepOf,
  taskOf,
  weightsApart,
} from '../../components/labs/mini-batches/model.ts';
import { batchLoss, runOf } from '../../components/labs/mini-batches/training.ts';
import { lab } from './settings/mini-batches.ts';

const sound = lab.settings.map((setting) => ({ ...setting, cause: 'none' as const }));

test('where nothing is broken both models have the same bits in every weight, in every step', () => {
  fc.assert(
    fc.property(sound, (setting) => {
      for (const { weights, gradientsApart: apart } of runOf(taskOf(setting))) {
        expect(weights.divergence).toEqual(weights.crossEntropy);
        expect(apart.divergence).toBe(apart.crossEntropy);
      }
      expect(gradientsApart(setting).value).toBe(0);
      expect(weightsApart(setting).value).toBe(0);
    }),
    { numRuns: 40 },
  );
});

test('the losses of a batch differ by the entropy of its targets, and by nothing where these are labels', () => {
  fc.assert(
    fc.property(sound, (setting) => {
      const { crossEntropy, divergence } = stepOf(setting).loss;
      // The terms of the three sums are of the size of the largest one.
      expect(Math.abs(crossEntropy - divergence - entropyReading(setting).value)).toBeLessThan(
        1e-14 * (1 + crossEntropy),
      );
      if (setting.targets === 'hard') expect(entropyReading(setting).value).toBe(0);
    }),
    { numRuns: 40 },
  );
});

test('the gradient of a loss is its slope along every weight, broken or not', () => {
  const h = 1e-5;
  fc.assert(
    fc.property(lab.settings, (setting) => {
      const task = taskOf(setting);
      const batch = batchOf(dataOf(setting.seed), setting.targets, setting.batch, setting.step - 1);
      for (const name of lossNames) {
        const theta = stepOf(setting).weights[name];
        const { gradient } = batchLoss(name, task, theta, batch);
        const moved = (k: number, by: number) =>
          batchLoss(
            name,
            task,
            theta.map((weight, j) => (j === k ? weight + by : weight)),
            batch,
          );
        gradient.forEach((slope, k) => {
          const [left, right] = [moved(k, -h), moved(k, h)];
          // Where an answer passes ε in between, the slope jumps, and there is nothing to compare.
          if (Math.abs(left.gradient[k]! - right.gradient[k]!) > 0.01) return;
          expect(Math.abs((right.value - left.value) / (2 * h) - slope)).toBeLessThan(1e-6);
        });
      }
    }),
    { numRuns: 60 },
  );
});

test('each cause parts the two paths, and a mean over three classes takes a third of the first step', () => {
  for (const { setting } of presets.slice(2)) {
    expect(gradientsApart(setting).value, setting.cause).toBeGreaterThan(0.05);
    expect(weightsApart(setting).value, setting.cause).toBeGreaterThan(0.05);
  }
  fc.assert(
    fc.property(lab.settings, (setting) => {
      const [before, after] = runOf(taskOf({ ...setting, cause: 'mean' }));
      const start = before!.weights.crossEntropy;
      start.forEach((weight, k) => {
        const [whole, third] = lossNames.map((name) => after!.weights[name][k]! - weight);
        expect(Math.abs(3 * third! - whole!)).toBeLessThan(1e-14);
      });
    }),
    { numRuns: 20 },
  );
});

test('clipping below every answer breaks nothing, and a run is the same whenever it is made', () => {
  fc.assert(
    fc.property(lab.settings, (setting) => {
      const task = { ...taskOf(setting), cause: 'clipped' as const, epsilon: 1e-300 };
      expect(runOf(task).map(({ weights }) => weights.divergence)).toEqual(
        runOf({ ...task, cause: 'none' }).map(({ weights }) => weights.divergence),
      );
      const run = runOf(taskOf(setting));
      runOf(taskOf(model.first));
      expect(runOf(taskOf(setting))).toEqual(run);
      expect(run).toHaveLength(steps);
    }),
    { numRuns: 20 },
  );
});
