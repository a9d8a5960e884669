import { countsOf, halfSide } from './cells.ts';
import { inThousandths, sampleSize, streamsOf } from './data.ts';
import { modeCounts } from './modes.ts';
import { answers } from './networks.ts';
import { cheapestMoves } from './pairs.ts';
import { dataOf } from './samples.ts';
import { drawnPoints, fieldSide, type Shown } from './shown.ts';
import type { Task } from './task.ts';
import { logistic, noise, training } from './training.ts';

/** Of so many points of each sample the discriminator is asked. */
const judged = 64;

const square = Float64Array.from({ length: 2 * fieldSide * fieldSide }, (_, k) => {
  const point = k >> 1;
  const step = k % 2 === 0 ? point % fieldSide : Math.floor(point / fieldSide);
  return halfSide * ((2 * step) / (fieldSide - 1) - 1);
});

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** A critic has no scale of its own: fifty is the middle between its mean scores of data and of what is made. */
function fieldOf(task: Task, scores: Float64Array, middle: number): readonly number[] {
  if (task.loss !== 'wasserstein') return Array.from(scores, (s) => Math.round(100 * logistic(s)));
  const most = scores.reduce((least, s) => Math.max(least, Math.abs(s - middle)), 0);
  return Array.from(scores, (s) => Math.round(most === 0 ? 50 : 50 + (50 * (s - middle)) / most));
}

export interface Run {
  readonly round: () => number;
  /** Trains for one round more. */
  readonly next: () => void;
  readonly shown: () => Shown;
}

/** A training run from its beginning. What it is measured on never changes, and takes no part in the training. */
export function runOf(task: Task): Run {
  const { P, R } = dataOf(task);
  const z = noise(sampleSize, streamsOf(task).noise);
  const players = training(task);
  const floorMoves = cheapestMoves(P.sample, R.sample);
  const firstData = Float64Array.from(P.sample.slice(0, 2 * judged), (value) => value / 1000);
  let round = 0;
  return {
    round: () => round,
    next: () => {
      players.round();
      round += 1;
    },
    shown: () => {
      const score = (x: Float64Array) => answers('discriminator', players.discriminator, x);
      const places = answers('generator', players.generator, z);
      const made = inThousandths(places);
      const ofData = score(firstData);
      const ofMade = score(places.subarray(0, 2 * judged).slice());
      const margins = [...ofData, ...ofMade.map((s) => -s)].map((s) => Math.round(10_000 * s) + 0);
      return {
        task,
        round,
        made: made.slice(0, 2 * drawnPoints),
        counts: countsOf(made),
        inModes: modeCounts(task.data, made),
        moves: cheapestMoves(P.sample, made),
        floorMoves,
        margins,
        field: fieldOf(task, score(square), (mean(ofData) + mean(ofMade)) / 2),
      };
    },
  };
}

/** A run of so many rounds in one go. */
export function trained(task: Task, rounds: number): Shown {
  const run = runOf(task);
  for (let round = 0; round < rounds; round++) run.next();
  return run.shown();
}
