import fc from 'fast-check';
import {
  grids,
  model,
  seedAgain,
  type Setting,
  taskOf,
} from '../../../components/labs/gan-training/model.ts';
import { remember } from '../../../components/labs/gan-training/results.ts';
import { runOf } from '../../../components/labs/gan-training/run.ts';
import { dataNames, lossNames, paces } from '../../../components/labs/gan-training/task.ts';
import type { LabCase } from '../lab-case.ts';

const any = {
  rate: fc.integer({ min: grids.rate.least, max: grids.rate.most }),
  seed: fc.integer({ min: grids.seed.least, max: grids.seed.most }),
  rounds: fc.integer({ min: grids.rounds.least, max: grids.rounds.most }),
};

/** So few, since each of them trains. Data and losses meet in every way. */
const trained: readonly Setting[] = dataNames.flatMap((data, i) =>
  lossNames.map((loss, j) => ({
    ...{ data, loss, rate: 40 + 10 * i, pace: paces[(i + j) % 2]!, seed: 1 + 2499 * (i + j), rounds: 0 },
  })),
);

/** Its numbers are there once both players have trained. */
function ran(setting: Setting): Setting {
  const run = runOf(taskOf(setting));
  const before = run.shown();
  run.next();
  remember([before, run.shown()]);
  return setting;
}

const runs = new Map<Setting, Setting>();
const once = (setting: Setting): Setting => {
  if (!runs.has(setting)) runs.set(setting, ran(setting));
  return setting;
};

export const lab: LabCase<Setting> = {
  model,
  runs: 20,
  settings: fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom(...trained), fc.constantFrom(0, 1))
        .map(([setting, rounds]) => ({ ...once(setting), rounds })),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        data: fc.constantFrom(...dataNames),
        loss: fc.constantFrom(...lossNames),
        pace: fc.constantFrom(...paces),
        ...any,
      }),
    },
  ),
  actions: [seedAgain],
};
