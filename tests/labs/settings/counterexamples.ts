import fc from 'fast-check';
import { cellOf } from '../../../components/labs/counterexamples/cells.ts';
import { constants, properties } from '../../../components/labs/counterexamples/claims.ts';
import { divergenceNames, loadLatecomers } from '../../../components/labs/counterexamples/divergences.ts';
import { greatestDenominator, over, withShare } from '../../../components/labs/counterexamples/fractions.ts';
import {
  denominatorOf,
  model,
  presets,
  type Setting,
  withCount,
  withDenominator,
} from '../../../components/labs/counterexamples/model.ts';
import type { LabCase } from '../lab-case.ts';

await loadLatecomers();

/** Weights, many of them zero, brought to the denominator of the setting. */
const weights = (outcomes: number) =>
  fc.array(fc.oneof(fc.constant(0), fc.nat(3), fc.nat(1000)), { minLength: outcomes, maxLength: outcomes });

const masses = fc
  .record({
    outcomes: fc.integer({ min: 2, max: 5 }),
    denominator: fc.integer({ min: 1, max: greatestDenominator }),
  })
  .chain(({ outcomes, denominator }) => {
    const one = weights(outcomes).map((all) => over(all, denominator));
    return fc.record({ P: one, Q: one, R: one });
  });

const question = fc
  .record({
    property: fc.constantFrom(...properties),
    divergence: fc.constantFrom(...divergenceNames),
    constant: fc.constantFrom(...constants),
  })
  .filter((asked) => cellOf(asked) !== undefined);

const seed = fc.integer({ min: 1, max: 9999 });
const drawn = fc
  .tuple(question, masses, seed)
  .map(([asked, all, from]): Setting => ({ ...asked, ...all, seed: from }));

export const lab: LabCase<Setting> = {
  model,
  settings: fc.oneof(
    { weight: 4, arbitrary: drawn },
    { weight: 1, arbitrary: drawn.map((setting) => ({ ...setting, Q: setting.P })) },
    { weight: 1, arbitrary: fc.constantFrom<Setting>(...presets.map(({ setting }) => setting)) },
  ),
  actions: [
    (setting, random) => withCount(setting, 2 + Math.floor(4 * random())),
    (setting, random) => withDenominator(setting, 1 + Math.floor(60 * random())),
    (setting, random) => ({ ...setting, P: withShare(setting.P, 0, denominatorOf(setting) * random()) }),
    (setting, random) => ({ ...setting, Q: withShare(setting.Q, 1, denominatorOf(setting) * random()) }),
  ],
  runs: 150,
};
