import fc from 'fast-check';
import {
  chance,
  descend,
  freedoms,
  model,
  type Setting,
  surfaces,
} from '../../../components/labs/two-free-distributions/model.ts';
import type { LabCase } from '../lab-case.ts';

const heads = fc.oneof(
  fc.constantFrom(0, 1, 500, 999, 1000),
  fc.integer({ min: chance.least, max: chance.most }),
);

export const lab: LabCase<Setting> = {
  model,
  settings: fc.record({
    p: heads,
    q: heads,
    surface: fc.constantFrom(...surfaces),
    free: fc.constantFrom(...freedoms),
  }),
  actions: [descend],
};
