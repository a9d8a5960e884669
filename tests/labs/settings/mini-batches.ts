import fc from 'fast-check';
import { targetKinds } from '../../../components/labs/mini-batches/data.ts';
import { causes } from '../../../components/labs/mini-batches/losses.ts';
import { drawAgain, grids, model, type Setting } from '../../../components/labs/mini-batches/model.ts';
import type { Grid } from '../../../components/labs/frame/grid.ts';
import type { LabCase } from '../lab-case.ts';

const of = ({ least, most }: Grid) =>
  fc.oneof(fc.constantFrom(least, most), fc.integer({ min: least, max: most }));

export const lab: LabCase<Setting> = {
  model,
  settings: fc.record({
    targets: fc.constantFrom(...targetKinds),
    cause: fc.constantFrom(...causes),
    step: of(grids.step),
    rate: of(grids.rate),
    batch: of(grids.batch),
    epsilon: of(grids.epsilon),
    lambda: of(grids.lambda),
    seed: of(grids.seed),
  }),
  actions: [drawAgain],
};
