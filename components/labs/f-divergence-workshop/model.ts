import { type Codec, fields, integer, list, masses, word } from '../frame/codec.ts';
import type { LabModel } from '../frame/contract.ts';
import { decimal, type Grid } from '../frame/grid.ts';
import { decimalOf, share, whole } from '../masses.ts';
import { bestIn, scoreGrid, type Score } from './critic.ts';
import { isConvex, knots, levelRange } from './drawn.ts';
import { type Generated, type JointName, joints, kinds } from './kinds.ts';
import { criticReadings, sideReadings } from './readings.ts';

export const views = ['critic', 'range'] as const;

/** Two pmfs on two or three outcomes, in millionths, a generator, a critic, and what is looked at. */
export interface Setting extends Generated {
  readonly P: readonly number[];
  readonly Q: readonly number[];
  readonly T: readonly Score[];
  readonly view: (typeof views)[number];
  readonly joint: JointName;
}

export const orderGrid: Grid = { places: 1, least: -20, most: 30, step: 1 };
export const fewest = 2;
export const most = 3;

const first: Setting = {
  P: [100_000, 300_000, 600_000],
  Q: [400_000, 400_000, 200_000],
  kind: 'kl',
  order: 5,
  levels: [22, 12, 6, 4, 12, 24],
  T: ['best', 'best', 120],
  view: 'critic',
  joint: 'tk',
};

export const takeBest = (setting: Setting): Setting => ({ ...setting, T: bestIn(setting.P.length) });

/** The last two outcomes become one, which is a channel; or an outcome without mass is put at the end. */
export function withOutcomes(setting: Setting, count: number): Setting {
  const { P, Q, T } = setting;
  if (count === P.length) return setting;
  const merged = (of: readonly number[]): readonly number[] => [of[0]!, of[1]! + of[2]!];
  if (count === fewest) return { ...setting, P: merged(P), Q: merged(Q), T: T.slice(0, fewest) };
  return { ...setting, P: [...P, 0], Q: [...Q, 0], T: [...T, 'best'] };
}

export const presets = [
  { shows: 'one score too low', setting: first },
  { shows: 'the best critic', setting: takeBest(first) },
  {
    shows: 'only P has the last outcome',
    setting: { ...takeBest(first), kind: 'js', Q: [600_000, 400_000, 0], T: ['best', 'best', 20] },
  },
  {
    shows: 'disjoint supports',
    setting: {
      ...takeBest(first),
      kind: 'he',
      P: [300_000, 700_000, 0],
      Q: [0, 0, whole],
    },
  },
  { shows: 'a corner: many best critics', setting: { ...first, kind: 'tv', T: [-50, -50, 30] } },
  { shows: 'drawn by hand', setting: { ...takeBest(first), kind: 'dr' } },
  {
    shows: 'Pinsker and Bretagnolle–Huber',
    setting: {
      ...takeBest(first),
      view: 'range',
      P: [900_000, 100_000],
      Q: [200_000, 800_000],
      T: bestIn(2),
    },
  },
  {
    shows: 'a pair that no two coins make',
    setting: {
      ...takeBest(first),
      view: 'range',
      joint: 'tj',
      P: share(whole, [5, 0, 5]),
      Q: share(whole, [0, 5, 5]),
    },
  },
] as const satisfies readonly { readonly shows: string; readonly setting: Setting }[];

const score: Codec<Score> = {
  write: (value) => (value === 'best' ? 'b' : String(value)),
  read: (text) => (text === 'b' ? 'best' : integer(scoreGrid.least, scoreGrid.most).read(text)),
};

const written = fields('1', first, {
  P: masses(fewest, most),
  Q: masses(fewest, most),
  kind: word(kinds),
  order: integer(orderGrid.least, orderGrid.most),
  levels: list(integer(levelRange.least, levelRange.most), knots.length, knots.length),
  T: list(score, fewest, most),
  view: word(views),
  joint: word(joints),
});

/** No reader has a function that is not convex, or a critic of other outcomes. */
const codec: Codec<Setting> = {
  write: written.write,
  read: (text) => {
    const setting = written.read(text);
    if (!setting || !isConvex(setting.levels)) return undefined;
    return [setting.Q, setting.T].every(({ length }) => length === setting.P.length) ? setting : undefined;
  },
};

/** The bounds of the joint range are fetched when it is looked at, and have readings of their own: `boundReadings`. */
export const model: LabModel<Setting> = {
  name: 'f-divergence-workshop',
  first,
  codec,
  givens: ({ P, Q, order }) => ({
    P: P.map(decimalOf),
    Q: Q.map(decimalOf),
    '\\alpha': decimal(orderGrid, order),
  }),
  readings: (setting) => [...criticReadings(setting), ...sideReadings(setting)],
};
