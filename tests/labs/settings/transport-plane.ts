import fc from 'fast-check';
import { lastStep } from '../../../components/labs/transport-plane/ladder.ts';
import { model } from '../../../components/labs/transport-plane/model.ts';
import { besides, orders, presets } from '../../../components/labs/transport-plane/setting.ts';
import { chosen, grown, moved, shrunk } from '../../../components/labs/transport-plane/moves.ts';
import { most, square, weights } from '../../../components/labs/transport-plane/points.ts';
import type { Setting } from '../../../components/labs/transport-plane/solution.ts';
import type { LabCase } from '../lab-case.ts';

const coordinate = fc.oneof(
  fc.constantFrom(square.least, 50, square.most),
  fc.integer({ min: square.least, max: square.most }),
);
const cloudOf = (weight: fc.Arbitrary<number>) =>
  fc.array(fc.record({ x: coordinate, y: coordinate, weight }), { minLength: 1, maxLength: most });
const cloud = fc.oneof(
  cloudOf(fc.constant(1)),
  cloudOf(fc.integer({ min: weights.least, max: weights.most })),
);

const drawn = fc
  .record({
    P: cloud,
    Q: cloud,
    order: fc.constantFrom(...orders),
    step: fc.oneof(fc.constantFrom(0, 1, lastStep), fc.nat(lastStep)),
    chosen: fc.nat(2 * most - 1),
    beside: fc.constantFrom(...besides),
  })
  .map((setting): Setting => ({
    ...setting,
    chosen: setting.chosen % (setting.P.length + setting.Q.length),
  }));

export const lab: LabCase<Setting> = {
  model,
  settings: fc.oneof(
    { weight: 3, arbitrary: drawn },
    // An equal pair.
    { weight: 1, arbitrary: drawn.map((setting) => ({ ...setting, Q: setting.P, chosen: 0 })) },
    { weight: 1, arbitrary: fc.constantFrom<Setting>(...presets.map(({ setting }) => setting)) },
  ),
  actions: [
    (setting) => grown(setting, 'P'),
    (setting) => grown(setting, 'Q'),
    shrunk,
    (setting, random) => chosen(setting, Math.floor(random() * (setting.P.length + setting.Q.length))),
    (setting, random) =>
      moved(setting, setting.chosen, {
        x: Math.round(100 * random()),
        y: Math.round(100 * random()),
      }),
  ],
  runs: 15,
};
