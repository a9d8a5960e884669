import fc from 'fast-check';
import { share, whole } from '../../../components/labs/masses.ts';
import { grid, model, presets, type Setting } from '../../../components/labs/zeros-and-epsilon/model.ts';
import type { LabCase } from '../lab-case.ts';

const masses = fc
  .array(fc.oneof(fc.constant(0), fc.nat(5), fc.nat(whole)), { minLength: 3, maxLength: 3 })
  .map((weights) => share(whole, weights));
/** Powers of ten, at which masses can equal ε, and anything between. */
const s = fc.oneof(
  fc.integer({ min: 0, max: 16 }).map((places) => 100 * places),
  fc.integer({ min: grid.least, max: grid.most }),
);

export const lab: LabCase<Setting> = {
  model,
  settings: fc.oneof(
    fc.constantFrom(...presets.map(({ setting }): Setting => setting)),
    fc.record({ P: masses, Q: masses, s }),
    fc.record({ P: masses, s }).map(({ P, s }) => ({ P, Q: P, s })),
  ),
  runs: 100,
};
