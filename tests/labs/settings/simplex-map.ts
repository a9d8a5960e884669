import fc from 'fast-check';
import { whole } from '../../../components/labs/masses.ts';
import { divergenceNames } from '../../../components/labs/simplex-map/divergences.ts';
import { drawings, letters, model, type Setting } from '../../../components/labs/simplex-map/model.ts';
import { type Masses, massesAt, nudged } from '../../../components/labs/simplex-map/triangle.ts';
import type { LabCase } from '../lab-case.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });

/** Where drags and keys take a point: hundredths, and finer ones; the sides and the corners among them. */
export const point: fc.Arbitrary<Masses> = fc.oneof(
  fc.constantFrom<Masses[]>([whole, 0, 0], [0, whole, 0], [0, 0, whole], [whole / 2, 0, whole / 2]),
  fc.record({ x: share, y: share }).map(massesAt),
  fc
    .tuple(fc.record({ x: share, y: share }).map(massesAt), fc.integer({ min: -99, max: 99 }))
    .map(([masses, fine]) => nudged(masses, fine / 100, -fine / 100)),
);

export const lab: LabCase<Setting> = {
  model,
  settings: fc.record({
    P: point,
    Q: point,
    R: point,
    by: fc.constantFrom(...divergenceNames),
    drawn: fc.constantFrom(...drawings),
  }),
  actions: letters.map((letter) => (setting, random) => ({
    ...setting,
    [letter]: nudged(setting[letter], Math.round(20 * (random() - 0.5)), Math.round(20 * (random() - 0.5))),
  })),
  runs: 20,
};
