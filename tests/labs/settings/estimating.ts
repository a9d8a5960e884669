import fc from 'fast-check';
import { sizes } from '../../../components/labs/estimating/kinds.ts';
import { model } from '../../../components/labs/estimating/model.ts';
import { remember, runOf } from '../../../components/labs/estimating/results.ts';
import { run } from '../../../components/labs/estimating/run.ts';
import { drawAgain, first, grids, type Setting } from '../../../components/labs/estimating/setting.ts';
import type { LabCase } from '../lab-case.ts';

/** Its estimates are there once the samples have been drawn. */
function drawn(setting: Setting): Setting {
  if (!runOf(setting)) remember(run(setting));
  return setting;
}

const { least, most } = grids.mean;
/** Pairs with equal distributions, equal means, equal widths, and the ends of every grid; few, as each is drawn. */
const pairs: readonly Pick<Setting, 'mean' | 'width'>[] = [
  first,
  { mean: 0, width: 100 },
  { mean: 0, width: 130 },
  { mean: 1, width: 100 },
  { mean: least, width: 50 },
  { mean: most, width: 200 },
  { mean: -37, width: 83 },
];

/** What is drawn for the tests: cheap estimates of every pair, dear ones of a few. */
const pool: readonly Setting[] = [
  ...pairs.map((pair, k): Setting => ({ ...first, ...pair, bins: [3, 8, 12][k % 3]! })),
  ...pairs.map((pair): Setting => ({ ...first, ...pair, kind: 'transport' })),
  ...pairs
    .slice(0, 2)
    .map((pair, k): Setting => ({ ...first, ...pair, kind: 'neighbours', neighbours: 1 + 8 * k })),
  ...[3, 12].flatMap((bins): Setting[] => [
    { ...first, kind: 'plugIn', bins },
    { ...first, kind: 'corrected', bins },
  ]),
  { ...first, kind: 'cube' },
];

export const lab: LabCase<Setting> = {
  model,
  settings: fc
    .record({ of: fc.constantFrom(...pool), size: fc.constantFrom(...sizes) })
    .map(({ of, size }) => drawn({ ...of, size })),
  actions: [
    drawAgain,
    (setting, random) => ({ ...setting, mean: Math.round(least + random() * (most - least)) + 0 }),
  ],
};
