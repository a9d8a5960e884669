import { entropy } from '../../../src/core/index.ts';
import { logSoftmax, softmax } from '../../../src/core/gradients/softmax.ts';
import { fields, integer, word } from '../frame/codec.ts';
import type { LabModel } from '../frame/contract.ts';
import { decimal, type Grid, toNumber } from '../frame/grid.ts';
import type { Reading } from '../reading.ts';
import { batchOf, classes, dataOf, type Example, mostExamples, steps, targetKinds, votes } from './data.ts';
import { causes, comparedWith, type LossName, lossNames } from './losses.ts';
import { type Apart, logitsAt, runOf, type Step, type Task } from './training.ts';

/** The task with its decimals as integers of hundredths, and the step that is looked at. */
export interface Setting extends Task {
  readonly step: number;
}

export const grids = {
  step: { places: 0, least: 1, most: steps, step: 1 },
  rate: { places: 2, least: 5, most: 200, step: 5 },
  batch: { places: 0, least: 1, most: mostExamples, step: 1 },
  epsilon: { places: 2, least: 1, most: 30, step: 1 },
  lambda: { places: 2, least: 5, most: 95, step: 5 },
  seed: { places: 0, least: 1, most: 9999, step: 1 },
} as const satisfies Record<string, Grid>;

/** The task in numbers, not in hundredths. */
export const taskOf = (setting: Setting): Task => ({
  ...setting,
  rate: toNumber(grids.rate, setting.rate),
  epsilon: toNumber(grids.epsilon, setting.epsilon),
  lambda: toNumber(grids.lambda, setting.lambda),
});

const batchAt = ({ seed, targets, batch, step }: Setting): readonly Example[] =>
  batchOf(dataOf(seed), targets, batch, step - 1);

export const runUpTo = (setting: Setting): readonly Step[] => runOf(taskOf(setting)).slice(0, setting.step);
export const stepOf = (setting: Setting): Step => runOf(taskOf(setting))[setting.step - 1]!;

/** A double as a decimal: what is cut off is far below its last bit. */
const text = (value: number): string => {
  const plain = String(value);
  return plain.includes('e') ? value.toFixed(40) : plain;
};

/** The logarithms of a model's answers to the batch, example by example. */
const answersOf = (setting: Setting, name: LossName): readonly Float64Array[] =>
  batchAt(setting).map((example) => logSoftmax(logitsAt(stepOf(setting).weights[name], example)));

/**
 * Batch and answers as pmfs of examples and classes together: P, and the softmax of z and of y. A mean over the examples of
 * a divergence is that of the two, and of an entropy or a cross-entropy it is that of the two less the logarithm of their number.
 */
function jointly(setting: Setting): Readonly<Record<'P' | 'z' | 'y', readonly string[]>> {
  const total = votes * setting.batch;
  const logits = (name: LossName) => answersOf(setting, name).flatMap((logs) => Array.from(logs, text));
  return {
    P: batchAt(setting).flatMap(({ target }) =>
      target.tenths.map((tenths) => (tenths === 0 ? '0' : `${tenths}/${total}`)),
    ),
    z: logits('crossEntropy'),
    y: logits('divergence'),
  };
}

const letters = { crossEntropy: 'z', divergence: 'y' } as const satisfies Record<LossName, string>;

const comparedText = ({ cause }: Setting, name: LossName): string =>
  cause === 'moving' ? `(1 - \\lambda) P + \\lambda \\softmax(${letters[name]})` : 'P';

/** A loss in the notation. */
function lossText(name: LossName, setting: Setting): string {
  const { cause, batch } = setting;
  const target = comparedText(setting, name);
  if (name === 'crossEntropy') return `\\CE{${target}}{\\softmax(z)} - \\log ${batch}`;
  if (cause === 'mean') return `\\frac{1}{${classes}} \\KL{${target}}{\\softmax(y)}`;
  if (cause !== 'clipped') return `\\KL{${target}}{\\softmax(y)}`;
  const least = `\\frac{${decimal(grids.epsilon, setting.epsilon)}}{${batch}}`;
  return `\\sum_x P(x) \\log \\frac{P(x)}{\\max\\{\\softmax(y)(x), ${least}\\}}`;
}

const u = 2 ** -53;

/** An answer is off by a few u of its logarithm, and so is what is computed from it. */
function bounds(setting: Setting) {
  let largest = 1;
  for (const name of lossNames)
    for (const logs of answersOf(setting, name)) for (const log of logs) largest = Math.max(largest, -log);
  return { relativeErrorBound: 64 * u, absoluteErrorBound: 64 * u * largest };
}

/** The mean loss of the batch at the step, before the model learns from it. */
export const lossReading = (name: LossName, setting: Setting): Reading => ({
  of: lossText(name, setting),
  unit: 'nats',
  value: stepOf(setting).loss[name],
  ...bounds(setting),
});

/** The mean entropy of what the batch is compared with. */
export function entropyReading(setting: Setting): Reading {
  const batch = batchAt(setting);
  const weights = stepOf(setting).weights.crossEntropy;
  let sum = 0;
  for (const example of batch) {
    const answer = softmax(logitsAt(weights, example));
    sum += entropy(comparedWith(taskOf(setting), example.target.pmf, answer));
  }
  return {
    of: `\\H{${comparedText(setting, 'crossEntropy')}} - \\log ${batch.length}`,
    unit: 'nats',
    value: sum / batch.length,
    ...(sum === 0 ? { relativeErrorBound: 0, absoluteErrorBound: 0 } : bounds(setting)),
  };
}

/** The difference of two entries, which are given to the last bit. */
function apartReading({ crossEntropy, divergence }: Apart): Reading {
  const entry = (value: number) => `(${value.toFixed(40)})`;
  return {
    of: `\\lvert ${entry(crossEntropy)} - ${entry(divergence)} \\rvert`,
    unit: '',
    value: Math.abs(crossEntropy - divergence),
    relativeErrorBound: 2 * u,
    absoluteErrorBound: 0,
  };
}

/** The largest difference between entries of the two gradients, in this step and in all before it. */
export const gradientsApart = (setting: Setting): Reading => apartReading(stepOf(setting).gradientsApart);

/** The largest difference between weights of the two models. */
export const weightsApart = (setting: Setting): Reading => apartReading(stepOf(setting).weightsApart);

/** Points, votes and batches that nobody has seen yet. */
export const drawAgain = (setting: Setting): Setting => ({
  ...setting,
  seed: setting.seed === grids.seed.most ? grids.seed.least : setting.seed + 1,
});

const first: Setting = {
  targets: 'noisy',
  cause: 'none',
  step: 50,
  rate: 50,
  batch: 6,
  epsilon: 10,
  lambda: 50,
  seed: 1,
};

export const presets = [
  { shows: 'one path, two curves', setting: first },
  { shows: 'hard targets: one curve', setting: { ...first, targets: 'hard' } },
  { shows: 'a third of the steps', setting: { ...first, cause: 'mean' } },
  { shows: 'clipped answers', setting: { ...first, targets: 'soft', cause: 'clipped', epsilon: 20 } },
  { shows: 'a model that is its own teacher', setting: { ...first, targets: 'soft', cause: 'moving' } },
] as const satisfies readonly { readonly shows: string; readonly setting: Setting }[];

export const model: LabModel<Setting> = {
  name: 'mini-batches',
  first,
  codec: fields('1', first, {
    targets: word(targetKinds),
    cause: word(causes),
    step: integer(grids.step.least, grids.step.most),
    rate: integer(grids.rate.least, grids.rate.most),
    batch: integer(grids.batch.least, grids.batch.most),
    epsilon: integer(grids.epsilon.least, grids.epsilon.most),
    lambda: integer(grids.lambda.least, grids.lambda.most),
    seed: integer(grids.seed.least, grids.seed.most),
  }),
  givens: (setting) => ({
    ...jointly(setting),
    step: String(setting.step),
    rate: decimal(grids.rate, setting.rate),
    N: String(setting.batch),
    ...(setting.cause === 'clipped' && { epsilon: decimal(grids.epsilon, setting.epsilon) }),
    ...(setting.cause === 'moving' && { '\\lambda': decimal(grids.lambda, setting.lambda) }),
    seed: String(setting.seed),
  }),
  readings: (setting) => [
    ...lossNames.map((name) => lossReading(name, setting)),
    entropyReading(setting),
    gradientsApart(setting),
    weightsApart(setting),
  ],
};
