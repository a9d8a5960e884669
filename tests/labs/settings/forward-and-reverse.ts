import fc from 'fast-check';
import {
  descend,
  directions,
  grids,
  model,
  type Setting,
} from '../../../components/labs/forward-and-reverse/model.ts';
import type { Grid } from '../../../components/labs/frame/grid.ts';
import type { LabCase } from '../lab-case.ts';

const on = ({ least, most }: Grid) =>
  fc.oneof({ weight: 3, arbitrary: fc.integer({ min: least, max: most }) }, fc.constantFrom(least, most));

export const lab: LabCase<Setting> = {
  model,
  settings: fc.record({
    left: on(grids.left),
    right: on(grids.right),
    weight: on(grids.weight),
    mean: on(grids.mean),
    deviation: on(grids.deviation),
    map: fc.constantFrom(...directions),
  }),
  actions: [descend],
  runs: 12,
};
