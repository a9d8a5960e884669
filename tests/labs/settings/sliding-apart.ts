import fc from 'fast-check';
import {
  model,
  type Setting,
  shapes,
  shiftGrid,
  widthGrid,
} from '../../../components/labs/sliding-apart/model.ts';
import type { LabCase } from '../lab-case.ts';

/** Apart, in touch, and on each other. */
const edges = fc.record({
  shape: fc.constantFrom(...shapes),
  shift: fc.constantFrom(0, 1, 59, 60, 61, 300),
  width: fc.constantFrom(5, 30),
});

export const lab: LabCase<Setting> = {
  model,
  settings: fc.oneof(
    edges,
    fc.record({
      shape: fc.constantFrom(...shapes),
      shift: fc.integer({ min: shiftGrid.least, max: shiftGrid.most }),
      width: fc.integer({ min: widthGrid.least, max: widthGrid.most }),
    }),
  ),
};
