import fc from 'fast-check';
import { share, whole } from '../../../components/labs/masses.ts';
import { model, type Setting } from '../../../components/labs/symmetrisations/model.ts';
import type { LabCase } from '../lab-case.ts';

const masses = fc
  .array(fc.oneof(fc.constant(0), fc.nat(5), fc.nat(whole)), { minLength: 3, maxLength: 3 })
  .map((weights) => share(whole, weights));

export const lab: LabCase<Setting> = {
  model,
  settings: fc.record({ P: masses, Q: masses }),
};
