import fc from 'fast-check';
import { hands, model, needs, type Setting, supports } from '../../../components/labs/chooser/model.ts';
import type { LabCase } from '../lab-case.ts';

const need = fc.constantFrom(...needs);

export const lab: LabCase<Setting> = {
  model,
  settings: fc.record({
    supports: fc.constantFrom(...supports),
    hand: fc.constantFrom(...hands),
    gradient: need,
    metric: need,
    bounded: need,
    places: need,
  }),
  runs: 12,
};
