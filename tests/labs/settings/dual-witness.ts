import fc from 'fast-check';
import {
  bests,
  model,
  presets,
  rules,
  type Setting,
  takeBest,
} from '../../../components/labs/dual-witness/model.ts';
import {
  dragged,
  levelGrid,
  lowered,
  nudgedLevel,
  raised,
  turnedOver,
} from '../../../components/labs/dual-witness/witness.ts';
import { share, whole } from '../../../components/labs/masses.ts';
import type { LabCase } from '../lab-case.ts';

const masses = fc
  .array(fc.oneof(fc.constant(0), fc.nat(5), fc.nat(whole)), { minLength: 4, maxLength: 4 })
  .map((weights) => share(whole, weights));

const levels = fc.array(
  fc.oneof(
    fc.constantFrom(levelGrid.least, -100, 0, 100, levelGrid.most),
    fc.integer({ min: levelGrid.least, max: levelGrid.most }),
  ),
  { minLength: 4, maxLength: 4 },
);

const drawn = fc
  .record({
    P: masses,
    Q: masses,
    f: levels,
    rule: fc.constantFrom(...rules),
    best: fc.constantFrom(...bests),
  })
  .map((setting): Setting => ({ ...setting, f: setting.rule === 'kept' ? lowered(setting.f) : setting.f }));

const place = (random: () => number): number => Math.floor(4 * random());

export const lab: LabCase<Setting> = {
  model,
  settings: fc.oneof(
    drawn,
    drawn.map(takeBest),
    // An equal pair.
    drawn.map((setting) => ({ ...setting, Q: setting.P })),
    fc.constantFrom<Setting>(...presets.map(({ setting }) => setting)),
  ),
  actions: [
    takeBest,
    (setting) => ({ ...setting, f: turnedOver(setting.f) }),
    (setting, random) => ({ ...setting, f: raised(setting.f, random() < 0.5 ? 50 : -50) }),
    (setting, random) => ({
      ...setting,
      f: dragged(setting.f, place(random), 8 * random() - 4, setting.rule === 'kept'),
    }),
    (setting, random) => ({
      ...setting,
      f: nudgedLevel(setting.f, place(random), random() < 0.5 ? 10 : -0.01, setting.rule === 'kept'),
    }),
    (setting) => ({ ...setting, rule: 'kept', f: lowered(setting.f) }),
  ],
};
