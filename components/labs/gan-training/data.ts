import { seededRandom, type Random } from '../../../src/core/random.ts';
import type { DataName, Task } from './task.ts';

type Place = readonly [x: number, y: number];

interface Mixture {
  readonly centres: readonly Place[];
  /** The standard deviation of a mode, in both directions. */
  readonly spread: number;
}

/** √2, the coordinate of the diagonal modes of a ring of radius two. */
const diagonal = Math.sqrt(2);

export const mixtures: Readonly<Record<DataName, Mixture>> = {
  ring: {
    centres: [
      [2, 0],
      [diagonal, diagonal],
      [0, 2],
      [-diagonal, diagonal],
      [-2, 0],
      [-diagonal, -diagonal],
      [0, -2],
      [diagonal, -diagonal],
    ],
    spread: 0.15,
  },
  grid: {
    centres: [-2, 0, 2].flatMap((y) => [-2, 0, 2].map((x) => [x, y] as const)),
    spread: 0.15,
  },
  blobs: {
    centres: [
      [-1.5, -0.5],
      [1.5, 0.5],
    ],
    spread: 0.4,
  },
};

/** Draws so many points, x and y in turn. */
export function drawn(name: DataName, count: number, random: Random): Float64Array {
  const { centres, spread } = mixtures[name];
  const points = new Float64Array(2 * count);
  for (let i = 0; i < count; i++) {
    const [x, y] = centres[random.below(centres.length)]!;
    points[2 * i] = x + spread * random.normal();
    points[2 * i + 1] = y + spread * random.normal();
  }
  return points;
}

/** The streams of a task's random numbers, one for each use, so that no use shifts another. */
export function streamsOf({ seed }: Task): Record<'weights' | 'training' | 'data' | 'noise', Random> {
  const { bits } = seededRandom(seed);
  return {
    weights: seededRandom(bits()),
    training: seededRandom(bits()),
    data: seededRandom(bits()),
    noise: seededRandom(bits()),
  };
}

export const sampleSize = 1000;

/** Coordinates in thousandths, x and y in turn: what is drawn, counted and measured is these integers. */
export type Sample = readonly number[];

export const inThousandths = (points: Float64Array): Sample =>
  Array.from(points, (value) => Math.round(1000 * value) + 0);
