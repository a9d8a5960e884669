import { fromWeights, type Pmf } from '../../../src/core/pmf.ts';
import { jensenShannonDivergence } from '../../../src/core/jensen-shannon-divergence.ts';
import { klDivergence } from '../../../src/core/kl-divergence.ts';
import { exp } from '../../../src/core/elementary/exp.ts';
import { log, log1p } from '../../../src/core/elementary/log.ts';
import { cells } from './cells.ts';
import { fields, integer, word } from '../frame/codec.ts';
import type { Givens, LabModel } from '../frame/contract.ts';
import { decimal, type Grid } from '../frame/grid.ts';
import { coreBounds, type Reading } from '../reading.ts';
import { sampleSize } from './data.ts';
import { shownOf } from './results.ts';
import type { Shown } from './shown.ts';
import { dataOf } from './samples.ts';
import { dataNames, lossNames, paces, stepsOfRound, type Task } from './task.ts';

/** A task, and the round at which its training is to stop. */
export interface Setting extends Task {
  readonly rounds: number;
}

export const grids = {
  rounds: { places: 0, least: 0, most: 120, step: 1 },
  rate: { places: 4, least: 5, most: 100, step: 5 },
  seed: { places: 0, least: 1, most: 9999, step: 1 },
} as const satisfies Record<string, Grid>;

export const taskOf = ({ data, loss, rate, pace, seed }: Setting): Task => ({
  data,
  loss,
  rate,
  pace,
  seed,
});

export const shownAt = (setting: Setting): Shown | undefined => shownOf(taskOf(setting), setting.rounds);

const thousandths = (values: readonly number[]): readonly string[] =>
  values.map((value) => decimal({ places: 3 }, value));

/** What is compared with the data: what the generator makes, or data of their own, which tell what the estimate cannot do without. */
export const sides = ['made', 'floor'] as const;
export type Side = (typeof sides)[number];
const letterOf = { made: 'Q', floor: 'R' } as const;

/** Of a thousand points each, how many lie in each cell. */
export const countsBy = (shown: Shown): Readonly<Record<'P' | 'Q' | 'R', readonly number[]>> => {
  const { P, R } = dataOf(shown.task);
  return { P: P.counts, Q: shown.counts, R: R.counts };
};

/** Half a point is added in each cell: a mixture with the uniform distribution, with this share. */
const smoothing = { share: `${cells}/${2 * sampleSize + cells}`, uniform: `1/${cells}` } as const;

/** P, Q and R are shares of cells in data, in what is made, and in other data; M is uniform on the cells. */
export function cellGivens(shown: Shown): Givens {
  const { P, Q, R } = countsBy(shown);
  return {
    P: thousandths(P),
    Q: thousandths(Q),
    R: thousandths(R),
    M: P.map(() => smoothing.uniform),
    '\\lambda': smoothing.share,
  };
}

export const divergences = ['jsd', 'forward', 'reverse', 'smoothed'] as const;
export type DivergenceName = (typeof divergences)[number];

const smooth = (letter: string): string => `(1 - \\lambda) ${letter} + \\lambda M`;

/** A divergence between the histograms of data and of what is compared with them. */
export function divergenceReading(name: DivergenceName, side: Side, shown: Shown): Reading {
  const letter = letterOf[side];
  const counts = countsBy(shown);
  const weights = name === 'smoothed' ? (count: number) => 2 * count + 1 : (count: number) => count;
  const [p, q] = [counts.P, counts[letter]].map((of) => fromWeights(of.map(weights))) as [Pmf, Pmf];
  const nats = { unit: 'nats', ...coreBounds } as const;
  if (name === 'jsd') {
    return {
      of: `\\JSD{P}{${letter}}`,
      value: jensenShannonDivergence(p, q),
      certify: (core) => core.jensenShannonDivergence(p, q),
      ...nats,
    };
  }
  const [from, to] = name === 'reverse' ? [q, p] : [p, q];
  const of = {
    forward: `\\KL{P}{${letter}}`,
    reverse: `\\KL{${letter}}{P}`,
    smoothed: `\\KL{${smooth('P')}}{${smooth(letter)}}`,
  }[name];
  return {
    of,
    value: klDivergence(from, to),
    certify: (core) => core.klDivergence(from, to),
    ...nats,
  };
}

const u = 2 ** -53;
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Finer than what is drawn, so that a mean is hardly ever half way between two numbers of four digits. */
const fine = { places: 4, whole: 10_000 } as const;

/** The mean of such integers. */
const meanReading = (values: readonly number[]): Reading => ({
  of: '\\frac{1}{N} \\sum_{i=1}^{N} x_i',
  unit: '',
  value: total(values) / (fine.whole * values.length),
  relativeErrorBound: 2 * u,
  absoluteErrorBound: 0,
});

const sampleGivens = (values: readonly number[], places: number = fine.places): Givens => ({
  N: String(values.length),
  x_i: values.map((value) => decimal({ places }, value)),
});

type Given = Reading & { readonly givens: Givens };

/** What the cheapest plan between the first points costs: the Wasserstein distance of these. */
export function movedReading(side: Side, shown: Shown): Given {
  const moves = side === 'made' ? shown.moves : shown.floorMoves;
  return { ...meanReading(moves), givens: sampleGivens(moves) };
}

export const modesOf = (side: Side, shown: Shown): readonly number[] =>
  side === 'made' ? shown.inModes : dataOf(shown.task).R.inModes;

/** The share of the points that belong to a mode. */
export function nearReading(side: Side, shown: Shown): Given {
  const counts = modesOf(side, shown);
  return {
    of: '\\sum_{i=1}^{N} x_i',
    unit: '',
    value: total(counts) / sampleSize,
    relativeErrorBound: u,
    absoluteErrorBound: 0,
    givens: sampleGivens(counts, 3),
  };
}

/** log(1 + e⁻ᵐ). */
const softened = (margin: number): number =>
  margin >= 0 ? log1p(exp(-margin)) : log1p(exp(margin)) - margin;

/**
 * What the opponent's loss says: of a discriminator log 2 minus its mean cross-entropy, at most the Jensen–Shannon divergence in the mean;
 * of a critic by how much its mean score of data is larger.
 */
export function claimReading(shown: Shown): Given {
  const { margins, task } = shown;
  const givens = sampleGivens(margins);
  if (task.loss === 'wasserstein') {
    const mean = meanReading(margins);
    return { ...mean, of: '\\frac{2}{N} \\sum_{i=1}^{N} x_i', value: 2 * mean.value, givens };
  }
  const lost = margins.map((margin) => softened(margin / fine.whole));
  const mean = total(lost) / lost.length;
  return {
    of: '\\log 2 - \\frac{1}{N} \\sum_{i=1}^{N} \\log(1 + e^{-x_i})',
    unit: 'nats',
    value: log(2) - mean,
    relativeErrorBound: 0,
    // Each term loses a few u, and each sum of them one.
    absoluteErrorBound: 2 * lost.length * u * (1 + mean),
    givens,
  };
}

const first: Setting = {
  data: 'ring',
  loss: 'other',
  rate: 40,
  pace: 'once',
  seed: 1,
  rounds: 40,
};

/** Weights, noise and data that nobody has seen yet. */
export const seedAgain = (setting: Setting): Setting => ({
  ...setting,
  seed: setting.seed === grids.seed.most ? grids.seed.least : setting.seed + 1,
});

const collapsed: Setting = { ...first, pace: 'fifth', rounds: 20 };

export const presets = [
  { shows: 'a ring that is found', setting: first },
  { shows: 'before any training', setting: { ...first, rounds: 0 } },
  { shows: 'one mode', setting: collapsed },
  { shows: 'and on to the next one', setting: { ...collapsed, rounds: 40 } },
  { shows: 'D far ahead', setting: { ...first, loss: 'original', pace: 'five', rounds: 10 } },
  { shows: 'a critic', setting: { ...first, loss: 'wasserstein', pace: 'twice' } },
] as const satisfies readonly { readonly shows: string; readonly setting: Setting }[];

export const settingGivens = ({ rate, seed, rounds }: Setting): Givens => ({
  rate: decimal(grids.rate, rate),
  seed: String(seed),
  rounds: String(rounds),
  steps: String(rounds * stepsOfRound),
});

export const model: LabModel<Setting> = {
  name: 'gan-training',
  first,
  codec: fields('1', first, {
    data: word(dataNames),
    loss: word(lossNames),
    rate: integer(grids.rate.least, grids.rate.most),
    pace: word(paces),
    seed: integer(grids.seed.least, grids.seed.most),
    rounds: integer(grids.rounds.least, grids.rounds.most),
  }),
  givens: settingGivens,
  /** Until it has been trained for, a setting shows no number of its own. */
  readings: (setting) => {
    const shown = shownAt(setting);
    if (!shown) return [];
    const inCells = cellGivens(shown);
    return [
      ...sides.flatMap((side) => [
        ...divergences.map((name) => ({ ...divergenceReading(name, side, shown), givens: inCells })),
        movedReading(side, shown),
        nearReading(side, shown),
      ]),
      claimReading(shown),
    ];
  },
};
