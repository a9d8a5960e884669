import fc from 'fast-check';
import { drawn, nudgedAnswer, nudgedShift, slid } from '../../../components/labs/gan-game/drawn.ts';
import { cells, shiftGrid } from '../../../components/labs/gan-game/line.ts';
import {
  model,
  presets,
  type Setting,
  takeBest,
  undecided,
} from '../../../components/labs/gan-game/model.ts';
import { share } from '../../../components/labs/gan-game/share.ts';
import type { LabCase } from '../lab-case.ts';

const hundredths = fc.oneof(fc.constantFrom(0, 1, 50, 99, 100), fc.integer({ min: 0, max: 100 }));
const byHand = fc
  .array(hundredths, { minLength: cells, maxLength: cells })
  .map((answers) => answers.map((answer) => share(answer, 100)));
/** On each other, about to part, just apart, as far as can be, and anywhere. */
const shifts = fc.oneof(
  fc.constantFrom(0, 1, 39, 40, 41, 80),
  fc.integer({ min: shiftGrid.least, max: shiftGrid.most }),
);
const settings = fc.oneof(
  fc.record({ shift: shifts, answers: byHand }),
  fc.record({ shift: shifts, answers: byHand }).map(takeBest),
  // The best answer to where Q was before.
  fc.tuple(shifts, fc.record({ shift: shifts, answers: byHand })).map(([shift, before]) => ({
    ...takeBest(before),
    shift,
  })),
  fc.constantFrom<Setting>(...presets.map(({ setting }) => setting)),
);

export const lab: LabCase<Setting> = {
  model,
  settings,
  actions: [
    takeBest,
    undecided,
    (setting, random) => drawn(setting, Math.floor(random() * cells), random() * cells, 2 * random() - 0.5),
    (setting, random) => nudgedAnswer(setting, Math.floor(random() * cells), random() < 0.5 ? 1 : -0.01),
    (setting, random) => slid(setting, 12 * random() - 2),
    (setting, random) => nudgedShift(setting, random() < 0.5 ? 1 : -10),
  ],
};
