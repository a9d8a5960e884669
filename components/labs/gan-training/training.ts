import type { Random } from '../../../src/core/random.ts';
import { expOfNegative } from '../../../src/core/transport/fast-exp.ts';
import { adam } from './adam.ts';
import { drawn, streamsOf } from './data.ts';
import {
  answers,
  firstLayers,
  gradientOfScores,
  gradientThroughScores,
  gradientWithPenalty,
  type Layers,
  scoresOfMade,
} from './networks.ts';
import { type LossName, type Pace, stepsOfRound, type Task } from './task.ts';

const batch = 64;

/** In every so many steps of the generator the discriminator learns so many times. */
const turnsOf: Readonly<Record<Pace, { readonly every: number; readonly times: number }>> = {
  fifth: { every: 5, times: 1 },
  once: { every: 1, times: 1 },
  twice: { every: 1, times: 2 },
  five: { every: 1, times: 5 },
};

/** 1/(1 + e⁻ˢ), by a decreasing exponential of the core's, so the same everywhere. */
export function logistic(s: number): number {
  const power = expOfNegative(-Math.abs(s));
  return (s >= 0 ? 1 : power) / (1 + power);
}

/** The slopes of the discriminator's mean loss by its scores: of data first, then of what the generator makes. */
export function discriminatorSlopes(loss: LossName, scores: Float64Array): Float64Array {
  const half = scores.length / 2;
  return scores.map((s, i) => {
    if (loss === 'wasserstein') return (i < half ? -1 : 1) / half;
    // −log D on data, −log(1 − D) on the rest.
    return (i < half ? -logistic(-s) : logistic(s)) / half;
  });
}

/** The slopes of the generator's mean loss by the scores of what it makes: log(1 − D), −log D, or minus the score. */
export const generatorSlopes = (loss: LossName, scores: Float64Array): Float64Array =>
  scores.map((s) => {
    const slope = { original: -logistic(s), other: -logistic(-s), wasserstein: -1 }[loss];
    return slope / scores.length;
  });

function joined(one: Float64Array, other: Float64Array): Float64Array {
  const both = new Float64Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

/** A point on each way from data to what is made, uniformly. */
function between(data: Float64Array, made: Float64Array, random: Random): Float64Array {
  const places = new Float64Array(data.length);
  for (let i = 0; i < data.length; i += 2) {
    const share = random.uniform();
    for (const k of [i, i + 1]) places[k] = data[k]! + share * (made[k]! - data[k]!);
  }
  return places;
}

export const noise = (count: number, random: Random): Float64Array =>
  Float64Array.from({ length: 2 * count }, random.normal);

export interface Training {
  readonly generator: Layers;
  readonly discriminator: Layers;
  /** Lets the discriminator learn, then the generator, so often as a round has steps. */
  readonly round: () => void;
}

/** Both players before they have learnt anything. */
export function training(task: Task): Training {
  const { weights, training: random } = streamsOf(task);
  const generator = firstLayers('generator', weights);
  const discriminator = firstLayers('discriminator', weights);
  const rate = task.rate / 10_000;
  const [learnG, learnD] = [adam(generator, rate), adam(discriminator, rate)];
  const { loss } = task;
  const { every, times } = turnsOf[task.pace];

  const discriminate = (): void => {
    const data = drawn(task.data, batch, random);
    const made = answers('generator', generator, noise(batch, random));
    const x = joined(data, made);
    const slopes = discriminatorSlopes(loss, answers('discriminator', discriminator, x));
    learnD(
      loss === 'wasserstein'
        ? gradientWithPenalty(discriminator, x, slopes, between(data, made, random))
        : gradientOfScores(discriminator, x, slopes),
    );
  };
  const generate = (): void => {
    const z = noise(batch, random);
    const scores = scoresOfMade(generator, discriminator, z);
    learnG(gradientThroughScores(generator, discriminator, z, generatorSlopes(loss, scores)));
  };
  return {
    generator,
    discriminator,
    round: () => {
      for (let step = 0; step < stepsOfRound; step++) {
        const turns = step % every === 0 ? times : 0;
        for (let turn = 0; turn < turns; turn++) discriminate();
        generate();
      }
    },
  };
}
