import fc from 'fast-check';
import {
  chance,
  model,
  seedGrid,
  type Setting,
  throwAgain,
  throwsGrid,
} from '../../../components/labs/likelihood/model.ts';
import type { LabCase } from '../lab-case.ts';

const heads = fc.oneof(
  fc.constantFrom(1, 2, 499, 500, 501, 998, 999),
  fc.integer({ min: chance.least, max: chance.most }),
);

export const lab: LabCase<Setting> = {
  model,
  settings: fc.record({
    coin: heads,
    model: heads,
    throws: fc.oneof(
      fc.constantFrom(1, 2, throwsGrid.most),
      fc.integer({ min: throwsGrid.least, max: throwsGrid.most }),
    ),
    seed: fc.integer({ min: seedGrid.least, max: seedGrid.most }),
  }),
  actions: [throwAgain],
};
