import fc from 'fast-check';
import { share, whole } from '../../../components/labs/masses.ts';
import { couplingNames } from '../../../components/labs/transport-plan/couplings.ts';
import {
  model,
  orders,
  presets,
  rowCounts,
  type Setting,
} from '../../../components/labs/transport-plan/model.ts';
import type { LabCase } from '../lab-case.ts';

const masses = fc
  .array(fc.oneof(fc.constant(0), fc.nat(5), fc.nat(whole)), { minLength: 4, maxLength: 4 })
  .map((weights) => share(whole, weights));

export const lab: LabCase<Setting> = {
  model,
  settings: fc.record({
    P: masses,
    Q: masses,
    order: fc.constantFrom(...orders),
    coupling: fc.constantFrom(...couplingNames),
    R: masses,
    rows: fc.constantFrom(...rowCounts),
  }),
  actions: presets.map(
    ({ setting }) =>
      () =>
        setting,
  ),
};
