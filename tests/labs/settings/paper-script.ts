import fc from 'fast-check';
import { kinds } from '../../../components/labs/paper-script/kinds.ts';
import { model, requestOf, seedAgain, type Setting } from '../../../components/labs/paper-script/model.ts';
import { remember, runOf } from '../../../components/labs/paper-script/results.ts';
import { run } from '../../../components/labs/paper-script/run.ts';
import type { LabCase } from '../lab-case.ts';

/** Its numbers are there once the script has run. */
function ran(setting: Setting): Setting {
  const request = requestOf(setting);
  if (!runOf(request)) remember(run(request));
  return setting;
}

export const lab: LabCase<Setting> = {
  model,
  settings: fc
    .record({
      kind: fc.constantFrom(...kinds),
      images: fc.oneof(
        { weight: 30, arbitrary: fc.constant('100' as const) },
        { weight: 1, arbitrary: fc.constant('1000' as const) },
      ),
      seed: fc.oneof(fc.constantFrom(1, 2, 3, 9999), fc.integer({ min: 1, max: 9999 })),
    })
    .map(ran),
  actions: [
    seedAgain,
    (setting, random) => ({ ...setting, kind: kinds[Math.floor(random() * kinds.length)]! }),
    (setting) => ran({ ...setting, images: '100' }),
  ],
};
