import { pointsOnLine, wassersteinDistance } from '../../../src/core/index.ts';
import { type Codec, fields, integer, list, masses, word } from '../frame/codec.ts';
import type { LabModel } from '../frame/contract.ts';
import { decimal } from '../frame/grid.ts';
import { decimalOf, whole } from '../masses.ts';
import type { Reading } from '../reading.ts';
import { places, pmfOf } from '../transport-plan/places.ts';
import {
  aheadIn,
  bestWitness,
  cells,
  isLipschitz,
  levelGrid,
  type Levels,
  stepOf,
  turnedOver,
} from './witness.ts';

export const rules = ['free', 'kept'] as const;
export const bests = ['hidden', 'shown'] as const;

/** Two pmfs on the places, in millionths, a function on them, whether its slopes are kept at most one, and whether the best one is drawn. */
export interface Setting {
  readonly P: readonly number[];
  readonly Q: readonly number[];
  readonly f: Levels;
  readonly rule: (typeof rules)[number];
  readonly best: (typeof bests)[number];
}

const n = places.length;
const u = 2 ** -53;
/** Of integers below 2⁵³ that are divided once. */
const oneRounding = { unit: '', relativeErrorBound: u, absoluteErrorBound: 0 } as const;
const hundredths = 100;

const meanOf = (side: 'P' | 'Q'): string => `\\E{x \\sim ${side}}{f(x)}`;
const difference = `${meanOf('P')} - ${meanOf('Q')}`;
const distance = '\\W{1}{P}{Q}';

/** The sum of a function over masses, in units of 10⁻⁸, in which it is exact. */
const total = (f: Levels, weights: readonly number[]): number =>
  f.reduce((sum, level, x) => sum + level * weights[x]!, 0);

const earnedIn = ({ P, Q, f }: Setting): number => total(f, P) - total(f, Q);

export const meanReading = (side: 'P' | 'Q', setting: Setting): Reading => ({
  of: meanOf(side),
  value: total(setting.f, setting[side]) / (hundredths * whole) + 0,
  ...oneRounding,
});

/** What f earns: the difference of its means. */
export const earnedReading = (setting: Setting): Reading => ({
  of: difference,
  value: earnedIn(setting) / (hundredths * whole) + 0,
  ...oneRounding,
});

export function distanceReading({ P, Q }: Setting): Reading {
  const [mu, nu] = [P, Q].map((side) => pointsOnLine(places, pmfOf(side)));
  return {
    of: distance,
    unit: '',
    value: wassersteinDistance(mu!, nu!),
    relativeErrorBound: 8 * u,
    absoluteErrorBound: 0,
    certify: (core) => core.wassersteinDistance(mu!, nu!),
  };
}

/** What the best function earns more than f; less than nothing only where f is too steep. */
export function gapReading(setting: Setting): Reading {
  const { P, Q } = setting;
  const most = total(bestWitness(P, Q), P) - total(bestWitness(P, Q), Q);
  return {
    of: `${distance} - (${difference})`,
    value: (most - earnedIn(setting)) / (hundredths * whole),
    ...oneRounding,
  };
}

const stepExpression = (cell: number): string => `f(${cell + 2}) - f(${cell + 1})`;
const aheadExpression = (place: string): string =>
  `\\sum_{i : i \\le ${place}} Q(i) - \\sum_{i : i \\le ${place}} P(i)`;

/** From one place to the next: the step of f, how far Q is ahead there, and what the step earns. */
export function cellReadings(
  cell: number,
  { P, Q, f }: Setting,
): Record<'step' | 'ahead' | 'earned', Reading> {
  const [step, ahead] = [stepOf(f, cell), aheadIn(P, Q, cell)];
  return {
    step: { of: stepExpression(cell), value: step / hundredths, ...oneRounding },
    ahead: { of: aheadExpression(String(cell + 1)), value: ahead / whole, ...oneRounding },
    earned: {
      of: `(${stepExpression(cell)}) (${aheadExpression(String(cell + 1))})`,
      value: (step * ahead) / (hundredths * whole) + 0,
      ...oneRounding,
    },
  };
}

const sideOf = (sign: string): string => `\\1{\\sum_{i : i \\le z} Q(i) ${sign} \\sum_{i : i \\le z} P(i)}`;

/** The best function at a place. */
export const bestReading = (x: number, { P, Q }: Setting): Reading => ({
  of: `\\sum_{z : z < ${x + 1}} (${sideOf('>')} - ${sideOf('<')})`,
  value: bestWitness(P, Q)[x]! / hundredths,
  ...oneRounding,
});

/** The function becomes the best one. */
export const takeBest = (setting: Setting): Setting => ({ ...setting, f: bestWitness(setting.P, setting.Q) });

const first: Setting = {
  P: [400_000, 100_000, 100_000, 400_000],
  Q: [100_000, 500_000, 200_000, 200_000],
  f: [60, 10, 40, 100],
  rule: 'free',
  best: 'hidden',
};
const half = whole / 2;

export const presets = [
  { shows: 'a lower bound', setting: first },
  { shows: 'the best function', setting: { ...takeBest(first), best: 'shown' } },
  { shows: 'too steep, so no bound', setting: { ...first, f: [150, -50, 100, 250] } },
  { shows: 'raised: the same', setting: { ...first, f: first.f.map((level) => level + 150) } },
  { shows: 'turned over: the sign flips', setting: { ...first, f: turnedOver(first.f) } },
  {
    shows: 'disjoint supports',
    setting: {
      ...first,
      P: [half, half, 0, 0],
      Q: [0, 0, half, half],
      f: [150, 70, -20, -100],
      best: 'shown',
    },
  },
  {
    shows: 'best, and not the only one',
    setting: { ...first, P: [half, 0, 0, half], Q: [0, half, half, 0], f: [80, -20, 40, 140], best: 'shown' },
  },
  { shows: 'an equal pair', setting: { ...first, Q: first.P } },
] as const satisfies readonly { readonly shows: string; readonly setting: Setting }[];

const written = fields('1', first, {
  P: masses(n, n),
  Q: masses(n, n),
  f: list(integer(levelGrid.least, levelGrid.most), n, n),
  rule: word(rules),
  best: word(bests),
});

/** No reader keeps slopes that are too steep. */
const codec: Codec<Setting> = {
  write: written.write,
  read: (text) => {
    const setting = written.read(text);
    return setting?.rule === 'kept' && !isLipschitz(setting.f) ? undefined : setting;
  },
};

export const model: LabModel<Setting> = {
  name: 'dual-witness',
  first,
  codec,
  givens: ({ P, Q, f }) => ({
    P: P.map(decimalOf),
    Q: Q.map(decimalOf),
    f: f.map((level) => decimal(levelGrid, level)),
  }),
  readings: (setting) => [
    meanReading('P', setting),
    meanReading('Q', setting),
    earnedReading(setting),
    distanceReading(setting),
    gapReading(setting),
    ...cells.flatMap((cell) => Object.values(cellReadings(cell, setting))),
    ...places.map((_, x) => bestReading(x, setting)),
  ],
};
