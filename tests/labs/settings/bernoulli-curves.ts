import fc from 'fast-check';
import { chance, model, type Setting, views } from '../../../components/labs/bernoulli-curves/model.ts';
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
    view: fc.constantFrom(...views),
    unit: fc.constantFrom('nats' as const, 'bits' as const),
  }),
};
