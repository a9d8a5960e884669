import fc from 'fast-check';
import { kinds, sizes } from '../../../components/labs/estimating/kinds.ts';
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

export const lab: LabCase<Setting> = {
  model,
  settings: fc
    .record({
      kind: fc.constantFrom(...kinds),
      size: fc.constantFrom(...sizes),
      pair: fc.constantFrom(...pairs),
      bins: fc.constantFrom(3, 8, 20),
      neighbours: fc.constantFrom(1, 9),
    })
    .map(({ pair: { mean, width }, ...rest }) => drawn({ ...rest, mean, width, seed: 1 })),
  actions: [
    drawAgain,
    (setting, random) => ({ ...setting, mean: Math.round(least + random() * (most - least)) + 0 }),
  ],
};
