import fc from 'fast-check';
import {
  scoreDragged,
  scoreGrid,
  scoreNudged,
  withScore,
} from '../../../components/labs/f-divergence-workshop/critic.ts';
import {
  knots,
  levelRange,
  roomOf,
  withLevel,
  type Levels,
} from '../../../components/labs/f-divergence-workshop/drawn.ts';
import { joints, kinds } from '../../../components/labs/f-divergence-workshop/kinds.ts';
import {
  model as slim,
  orderGrid,
  presets,
  type Setting,
  takeBest,
  views,
  withOutcomes,
} from '../../../components/labs/f-divergence-workshop/model.ts';
import { boundReadings } from '../../../components/labs/f-divergence-workshop/joint.ts';
import { share, whole } from '../../../components/labs/masses.ts';
import type { LabCase } from '../lab-case.ts';

/** With the bounds that the figure fetches when they are looked at. */
const model: typeof slim = {
  ...slim,
  readings: (setting) => [...slim.readings(setting), ...boundReadings(setting)],
};

const masses = (outcomes: number) =>
  fc
    .array(fc.oneof(fc.constant(0), fc.nat(5), fc.nat(whole)), { minLength: outcomes, maxLength: outcomes })
    .map((weights) => share(whole, weights));

/** Convex by construction: each level goes as far as the others let it. */
const levels: fc.Arbitrary<Levels> = fc
  .array(
    fc.tuple(
      fc.nat(knots.length - 1),
      fc.integer(levelRange.least === 0 ? {} : { min: levelRange.least, max: levelRange.most }),
    ),
    {
      maxLength: 12,
    },
  )
  .map((moves) => moves.reduce((drawn, [knot, level]) => withLevel(drawn, knot, level), model.first.levels));

const score = fc.oneof(
  fc.constant('best' as const),
  fc.integer({ min: scoreGrid.least, max: scoreGrid.most }),
);

const drawn = fc.integer({ min: 2, max: 3 }).chain((outcomes) =>
  fc.record({
    P: masses(outcomes),
    Q: masses(outcomes),
    kind: fc.constantFrom(...kinds),
    order: fc.integer({ min: orderGrid.least, max: orderGrid.most }),
    levels,
    T: fc.array(score, { minLength: outcomes, maxLength: outcomes }),
    view: fc.constantFrom(...views),
    joint: fc.constantFrom(...joints),
  }),
);

const pick = (random: () => number, { T }: Setting): number => Math.floor(T.length * random());

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
    (setting, random) => withOutcomes(setting, random() < 0.5 ? 2 : 3),
    (setting, random) => {
      const x = pick(random, setting);
      return withScore(setting, x, scoreDragged(setting, x, 8 * random() - 4));
    },
    (setting, random) => {
      const x = pick(random, setting);
      return withScore(setting, x, scoreNudged(setting, x, random() < 0.5 ? 10 : -0.01));
    },
    (setting, random) => {
      const knot = Math.floor(knots.length * random());
      const { least, most } = roomOf(setting.levels, knot);
      return {
        ...setting,
        levels: withLevel(setting.levels, knot, Math.round(least + (most - least) * 2 * random())),
      };
    },
  ],
  runs: 150,
};
