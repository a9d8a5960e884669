import { entropy } from '../../../src/core/entropy.ts';
import { fromWeights } from '../../../src/core/pmf.ts';
import { pointsOnLine, type WeightedPoints } from '../../../src/core/points-on-line.ts';
import { seededRandom } from '../../../src/core/random.ts';
import { toBits } from '../../../src/core/units.ts';
import { chunk, pixels, untrainedGenerator } from './generator.ts';
import { binned, type Bins } from './bins.ts';
import { costsOf, type Costs } from './sets.ts';

/** What a run is of. */
export interface Request {
  readonly images: number;
  readonly seed: number;
}

/** What a run has found. */
export interface Run extends Request {
  /** Of each image, the distance of its pixel values from so many normal numbers, drawn anew. */
  readonly distances: Bins;
  /** Of each image, the entropy in bits of its brightness as a distribution over places. */
  readonly entropies: Bins;
  /** Transport between the first few images and what became of them. */
  readonly costs: Costs;
}

export const bins = 50;
/** Between so many images transport is shown. */
export const shownImages = 6;

/** The earth mover's distance between as many equal masses on each side: on the line the best plan keeps their order. */
export function distanceBetween({ positions: x }: WeightedPoints, { positions: y }: WeightedPoints): number {
  let sum = 0;
  for (let k = 0; k < x.length; k++) sum += x[k]! < y[k]! ? y[k]! - x[k]! : x[k]! - y[k]!;
  return sum / x.length;
}

/** The entropy of an image as a distribution over its places, in bits: brightness is half of one more than the value. */
export const entropyOf = (image: Float64Array): number =>
  toBits(entropy(fromWeights(image.map((value) => (value + 1) / 2))));

/** Runs the script, a chunk of images after the other, and yields the share that is done. */
export function* steps({ images, seed }: Request): Generator<number, Run> {
  const seeds = seededRandom(seed);
  const next = untrainedGenerator(seeds.bits(), seeds.bits());
  const { normal } = seededRandom(seeds.bits());
  const distances = new Float64Array(images);
  const ofOne = new Float64Array(images);
  const entropies = new Float64Array(images);
  const first: Float64Array[] = [];
  const noise = new Float64Array(pixels);
  for (let done = 0; done < images; done += chunk) {
    const made = next();
    if (done === 0)
      for (let k = 0; k < shownImages; k++) first.push(made.slice(k * pixels, (k + 1) * pixels));
    const one = pointsOnLine(first[0]!);
    for (let k = 0; k < chunk; k++) {
      const image = made.subarray(k * pixels, (k + 1) * pixels);
      for (let j = 0; j < pixels; j++) noise[j] = normal();
      const drawn = pointsOnLine(noise);
      distances[done + k] = distanceBetween(pointsOnLine(image), drawn);
      ofOne[done + k] = distanceBetween(one, drawn);
      entropies[done + k] = entropyOf(image);
    }
    yield (done + chunk) / images;
  }
  return {
    images,
    seed,
    distances: binned(distances, ofOne, bins),
    entropies: binned(entropies, new Float64Array(images).fill(entropies[0]!), bins),
    costs: costsOf(first),
  };
}

/** The run in one go. */
export function run(request: Request): Run {
  const going = steps(request);
  for (;;) {
    const { done, value } = going.next();
    if (done) return value;
  }
}
