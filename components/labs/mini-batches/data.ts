import { fromWeights, type Pmf, seededRandom } from '../../../src/core/index.ts';

/** How the targets are made: from the label alone, from ten votes an example, or with a noise of each batch's own. */
export const targetKinds = ['hard', 'soft', 'noisy'] as const;
export type TargetKind = (typeof targetKinds)[number];

export const classes = 3;
const count = 48;
/** How many batches the models are trained on. */
export const steps = 60;
export const votes = 10;

interface Point {
  readonly x: number;
  readonly y: number;
  readonly label: number;
}

/** Tenths of the mass, by class, and the pmf that they make. */
export interface Target {
  readonly tenths: readonly number[];
  readonly pmf: Pmf;
}

export interface Example extends Point {
  readonly target: Target;
}

const targetOf = (tenths: readonly number[]): Target => ({ tenths, pmf: fromWeights(tenths) });

/** A label that has lost so many tenths to each of the other classes. */
const blurred = Array.from({ length: 4 }, (_, lost) =>
  Array.from({ length: classes }, (_, label) =>
    targetOf(Array.from({ length: classes }, (_, k) => (k === label ? votes - 2 * lost : lost))),
  ),
);

interface Data {
  readonly points: readonly Point[];
  /** What ten annotators say of each point. */
  readonly voted: readonly Target[];
  /** The weights that both models start with. */
  readonly start: Float64Array;
  /** Of each batch, how many tenths its labels lose to each other class where they are noisy. */
  readonly noise: readonly number[];
  /** The points in the order in which batches take them, epoch after epoch. */
  readonly order: Uint32Array;
}

/** A point has two features and a bias, and the model a weight of each for every class. */
export const weights = 3 * classes;
const centres = [
  [-1.1, -0.6],
  [1.1, -0.6],
  [0, 1.2],
] as const;
const spread = 0.8;
/** Of ten annotators, so many hundredths see the label, and the others any class. */
const seen = 0.55;

const hundredth = (value: number): number => Math.round(100 * value) / 100 + 0;

export const mostExamples = 16;

function drawn(seed: number): Data {
  const random = seededRandom(seed);
  const points = Array.from({ length: count }, (_, i) => {
    const label = i % classes;
    const [x, y] = centres[label]!;
    return {
      x: hundredth(x + spread * random.normal()),
      y: hundredth(y + spread * random.normal()),
      label,
    };
  });
  const voted = points.map(({ label }) => {
    const tally = Array.from({ length: classes }, () => 0);
    for (let vote = 0; vote < votes; vote++)
      tally[random.uniform() < seen ? label : random.below(classes)]! += 1;
    return targetOf(tally);
  });
  const start = Float64Array.from({ length: weights }, () => hundredth(random.normal() / 2));
  const noise = Array.from({ length: steps }, () => random.below(blurred.length));
  const epochs = Math.ceil((steps * mostExamples) / count);
  const order = new Uint32Array(epochs * count);
  for (let epoch = 0; epoch < epochs; epoch++) order.set(random.permutation(count), epoch * count);
  return { points, voted, start, noise, order };
}

let last: { readonly seed: number; readonly data: Data } | undefined;

/** Made once for each seed. */
export function dataOf(seed: number): Data {
  if (last?.seed !== seed) last = { seed, data: drawn(seed) };
  return last.data;
}

/** The examples of a batch, numbered from 0, and what they are to be answered with. */
export function batchOf(data: Data, kind: TargetKind, size: number, step: number): readonly Example[] {
  return Array.from({ length: size }, (_, j) => {
    const i = data.order[step * size + j]!;
    const point = data.points[i]!;
    const lost = kind === 'noisy' ? data.noise[step]! : 0;
    return { ...point, target: kind === 'soft' ? data.voted[i]! : blurred[lost]![point.label]! };
  });
}
