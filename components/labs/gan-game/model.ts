import {
  fromWeights,
  jensenShannonDivergence,
  klDivergence,
  RELATIVE_ERROR_BOUND,
} from '../../../src/core/index.ts';
import { fields, integer, list } from '../frame/codec.ts';
import type { LabModel } from '../frame/contract.ts';
import { decimal, toNumber } from '../frame/grid.ts';
import { coreBounds, type Reading } from '../reading.ts';
import { cells, flowsAt, flowText, massesAt, massText, shiftGrid, whole, wholeFlow } from './line.ts';
import { coin, logRatio, numberOf, rest, share, type Share, shareCodec, textOf } from './share.ts';

/** How far Q is from P, in tenths of a cell, and what the discriminator answers in each cell. */
export interface Setting {
  readonly shift: number;
  readonly answers: readonly Share[];
}

const data = massesAt(0);
const u = 2 ** -53;

/** The best answer in each cell, undefined where neither P nor Q has mass: there any answer is as good. */
export const bestAnswers = (shift: number): readonly (Share | undefined)[] =>
  massesAt(shift).map((q, x) => (data[x]! + q === 0 ? undefined : share(data[x]!, data[x]! + q)));

/** The discriminator becomes the best one; where that is free it stays what it is. */
export const takeBest = ({ shift, answers }: Setting): Setting => ({
  shift,
  answers: bestAnswers(shift).map((best, x) => best ?? answers[x]!),
});

const inHundredths = (answers: readonly number[]): readonly Share[] => answers.map((a) => share(a, 100));
const even = inHundredths(data.map(() => 50));
export const undecided = (setting: Setting): Setting => ({ ...setting, answers: even });

const first: Setting = {
  shift: 50,
  answers: inHundredths([97, 95, 92, 88, 80, 70, 50, 30, 20, 12, 8, 5]),
};

export const presets = [
  { shows: 'apart, D unfinished', setting: first },
  { shows: 'apart, D the best', setting: takeBest({ ...undecided(first), shift: 60 }) },
  { shows: 'overlapping, D the best', setting: takeBest({ ...undecided(first), shift: 20 }) },
  {
    shows: 'Q has moved on, D has not',
    setting: { ...takeBest({ ...first, shift: 10 }), shift: 25 },
  },
  { shows: 'the same, D one half', setting: { shift: 0, answers: even } },
] as const satisfies readonly { readonly shows: string; readonly setting: Setting }[];

/** Sums whose terms have one sign, of so many cells. */
const sumBounds = { relativeErrorBound: 40 * u, absoluteErrorBound: 0 } as const;

const times = (mass: number, log: number | undefined): number => (mass === 0 ? 0 : mass * log!);

/** The average over P of log D and over Q of log(1 − D); a cell without an answer has no mass. */
function valueOf(shift: number, answers: readonly (Share | undefined)[]): number {
  const generated = massesAt(shift);
  const terms = answers.map((answer, x) =>
    answer ? times(data[x]!, logRatio(answer)) + times(generated[x]!, logRatio(rest(answer))) : 0,
  );
  return terms.reduce((sum, term) => sum + term, 0) / whole + 0;
}

const ofValue = '\\E{x \\sim P}{\\log D(x)} + \\E{x \\sim Q}{\\log(1 - D(x))}';
const ofBest = '2 \\JSD{P}{Q} - 2 \\log 2';

export const gameNames = ['value', 'best', 'lost'] as const;
export type GameName = (typeof gameNames)[number];

/** What the game is worth with this discriminator and with the best one, and what this one loses: never less than nothing. */
export function gameReading(name: GameName, { shift, answers }: Setting): Reading {
  if (name === 'value') return { of: ofValue, unit: '', value: valueOf(shift, answers), ...sumBounds };
  const best = bestAnswers(shift);
  if (name === 'best') return { of: ofBest, unit: '', value: valueOf(shift, best), ...sumBounds };
  const generated = massesAt(shift);
  const terms = best.map((answer, x) =>
    answer ? (data[x]! + generated[x]!) * klDivergence(coin(answer), coin(answers[x]!)) : 0,
  );
  return {
    of: `${ofBest} - (${ofValue})`,
    unit: '',
    value: terms.reduce((sum, term) => sum + term, 0) / whole,
    relativeErrorBound: RELATIVE_ERROR_BOUND + 40 * u,
    absoluteErrorBound: 0,
  };
}

export const losses = ['game', 'other', 'best', 'w'] as const;
export type LossName = (typeof losses)[number];

export const wordsOf: Readonly<Record<LossName | GameName, string>> = {
  value: 'value of the game with D',
  best: 'value of the game with the best discriminator, twice the Jensen–Shannon divergence minus twice log two',
  lost: 'what D loses against the best discriminator',
  game: 'loss of the game, against D as it is',
  other: 'non-saturating loss, against D as it is',
  w: 'Wasserstein distance of order one of P and Q',
};

/** What the generator makes small. */
export function lossReading(name: LossName, setting: Setting): Reading {
  const { shift, answers } = setting;
  if (name === 'best') return gameReading('best', setting);
  if (name === 'w') {
    const value = toNumber(shiftGrid, shift);
    return { of: '\\W{1}{P}{Q}', unit: '', value, relativeErrorBound: 2 * u, absoluteErrorBound: 0 };
  }
  const sign = name === 'game' ? 1 : -1;
  const terms = massesAt(shift).map((q, x) =>
    times(sign * q, logRatio(name === 'game' ? rest(answers[x]!) : answers[x]!)),
  );
  const of = name === 'game' ? '\\E{x \\sim Q}{\\log(1 - D(x))}' : '-\\E{x \\sim Q}{\\log D(x)}';
  return { of, unit: '', value: terms.reduce((sum, term) => sum + term, 0) / whole + 0, ...sumBounds };
}

export type NoSlope = 'infinite' | 'a corner';

/** R is what flows into the cells as the shift grows, S what flows out of them. */
const slopeOf = {
  game: '\\E{x \\sim R}{\\log(1 - D(x))} - \\E{x \\sim S}{\\log(1 - D(x))}',
  other: '\\E{x \\sim S}{\\log D(x)} - \\E{x \\sim R}{\\log D(x)}',
  best: '\\E{x \\sim R}{\\log\\frac{Q(x)}{P(x) + Q(x)}} - \\E{x \\sim S}{\\log\\frac{Q(x)}{P(x) + Q(x)}}',
  w: '\\E{x \\sim R}{x} - \\E{x \\sim S}{x}',
} as const;

/** The derivative of a loss by the shift, or why there is none. The discriminator stays as it is, but for the best one. */
export function slopeReading(name: LossName, { shift, answers }: Setting): Reading | NoSlope {
  const of = slopeOf[name];
  if (name === 'w')
    return shift === 0
      ? 'a corner'
      : { of, unit: '', value: 1, relativeErrorBound: 0, absoluteErrorBound: 0 };
  const averaged = (name === 'best' ? bestAnswers(shift) : answers).map((answer) =>
    name === 'other' || !answer ? answer : rest(answer),
  );
  const flows = flowsAt(shift);
  if (averaged.some((answer, x) => flows.in[x]! + flows.out[x]! > 0 && answer!.over === 0)) return 'infinite';
  // What flows out of a cell flows into the next one.
  const terms = flows.out.map((flow, x) =>
    flow === 0 ? 0 : (flow * logRatio(averaged[x + 1]!, averaged[x]!)!) / wholeFlow,
  );
  const value = terms.reduce((sum, term) => sum + term, 0);
  const size = terms.reduce((sum, term) => sum + Math.abs(term), 0);
  return {
    of,
    unit: '',
    value: (name === 'other' ? -value : value) + 0,
    relativeErrorBound: 0,
    absoluteErrorBound: 20 * u * size,
  };
}

/** One answer, and the best one at its cell. */
export const answerReading = (x: number, { answers }: Setting): Reading => ({
  of: `D(${x + 1})`,
  unit: '',
  value: numberOf(answers[x]!),
  relativeErrorBound: 2 * u,
  absoluteErrorBound: 0,
});

export function bestReading(x: number, { shift }: Setting): Reading | undefined {
  const best = bestAnswers(shift)[x];
  const of = `\\frac{P(${x + 1})}{P(${x + 1}) + Q(${x + 1})}`;
  return best && { of, unit: '', value: numberOf(best), relativeErrorBound: 2 * u, absoluteErrorBound: 0 };
}

export function divergenceReading({ shift }: Setting): Reading {
  const [p, q] = [fromWeights(data), fromWeights(massesAt(shift))];
  const value = jensenShannonDivergence(p, q);
  const of = '\\JSD{P}{Q}';
  return {
    of,
    unit: 'nats',
    value,
    ...coreBounds,
    certify: (core) => core.jensenShannonDivergence(p, q),
  };
}

export const isReading = (slope: Reading | NoSlope): slope is Reading => typeof slope !== 'string';

const order = data.map((_, x) => x);

export const model: LabModel<Setting> = {
  name: 'gan-game',
  first,
  codec: fields('1', first, {
    shift: integer(shiftGrid.least, shiftGrid.most),
    answers: list(shareCodec, cells, cells),
  }),
  givens: ({ shift, answers }) => {
    const flows = flowsAt(shift);
    return {
      t: decimal(shiftGrid, shift),
      P: data.map(massText),
      Q: massesAt(shift).map(massText),
      R: flows.in.map(flowText),
      S: flows.out.map(flowText),
      D: answers.map(textOf),
    };
  },
  readings: (setting) => [
    ...gameNames.map((name) => gameReading(name, setting)),
    ...losses.map((name) => lossReading(name, setting)),
    ...losses.map((name) => slopeReading(name, setting)).filter(isReading),
    divergenceReading(setting),
    ...order.map((x) => answerReading(x, setting)),
    ...order.flatMap((x) => bestReading(x, setting) ?? []),
  ],
};
