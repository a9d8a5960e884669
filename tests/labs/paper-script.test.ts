import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binned } from '../../components/labs/paper-script/bins.ts';
import { chunk, pixels, untrainedGenerator } from '../../components/labs/paper-script/generator.ts';
import { distanceBetween, entropyOf, run, steps } from '../../components/labs/paper-script/run.ts';
import {
  optimalTransport,
  earthMoversDistance,
  fromWeights,
  pointsOnLine,
  seededRandom,
} from '../../src/core/index.ts';
import { kinds } from '../../components/labs/paper-script/kinds.ts';

const { fround, sqrt, tanh } = Math;

/** The generator as its definition reads, one image and one number after the other. */
function plainImages(weightSeed: number, latentSeed: number, images: number): number[][] {
  const { uniform } = seededRandom(weightSeed);
  const { normal } = seededRandom(latentSeed);
  const sizes = [100, 256, 512, 784];
  const normalised = 1 / sqrt(1 + 1e-5);
  const layers = sizes.slice(1).map((to, k) => {
    const from = sizes[k]!;
    const bound = (to === 784 ? 1 : normalised) / sqrt(from);
    // [panel][bias, then each input][column of the panel]
    return {
      from,
      to,
      weights: Float32Array.from({ length: (from + 1) * to }, () => bound * (2 * uniform() - 1)),
    };
  });
  return Array.from({ length: images }, () => {
    let numbers = Array.from({ length: 100 }, () => fround(normal()));
    for (const { from, to, weights } of layers) {
      numbers = Array.from({ length: to }, (_, column) => {
        const weight = (input: number): number =>
          weights[Math.floor(column / 8) * 8 * (from + 1) + 8 * (input + 1) + (column % 8)]!;
        const sum = numbers.reduce(
          (total, number, k) => fround(total + fround(number * weight(k))),
          weight(-1),
        );
        return to === 784 || sum >= 0 ? sum : fround(0.2 * sum);
      });
    }
    return numbers;
  });
}

test('the generator makes the images of its definition, each operation rounded to single precision', () => {
  const images = untrainedGenerator(7, 8)();
  for (const [k, plain] of plainImages(7, 8, 5).entries()) {
    plain.forEach((number, j) =>
      expect(Math.abs(images[k * pixels + j]! - tanh(number))).toBeLessThan(4e-16),
    );
  }
});

test('the order of the pixels of an image changes neither its distance from noise, an earth mover’s, nor its entropy', () => {
  const images = untrainedGenerator(1, 2)();
  const { normal, permutation } = seededRandom(3);
  for (let k = 0; k < chunk; k++) {
    const image = images.slice(k * pixels, (k + 1) * pixels);
    const noise = pointsOnLine(Float64Array.from(image, normal));
    const shuffled = Float64Array.from(permutation(pixels), (j) => image[j]!);
    const distance = distanceBetween(pointsOnLine(image), noise);
    expect(distanceBetween(pointsOnLine(shuffled), noise)).toBe(distance);
    // Half a unit in the last place for each of 784 sums, at the most.
    expect(Math.abs(earthMoversDistance(pointsOnLine(image), noise) / distance - 1)).toBeLessThan(
      784 * 2 ** -53,
    );
    expect(Math.abs(entropyOf(shuffled) - entropyOf(image))).toBeLessThan(2e-14);
  }
});

test('a run tells how far it is, and counts every image in both histograms', () => {
  const going = steps({ images: 300, seed: 5 });
  expect([going.next(), going.next(), going.next()].map(({ value }) => value)).toEqual([1 / 3, 2 / 3, 1]);
  const { distances, entropies } = run({ images: 300, seed: 5 });
  for (const counts of [distances.made, distances.one, entropies.made, entropies.one]) {
    expect(counts.length).toBe(50);
    expect(counts.reduce((a, b) => a + b)).toBe(300);
  }
});

test('a smaller run is the beginning of a larger one, and the same seed counts the same', () => {
  const [once, again] = [run({ images: 200, seed: 9 }), run({ images: 200, seed: 9 })];
  expect(again).toEqual(once);
  const larger = run({ images: 300, seed: 9 });
  expect(larger.costs).toEqual(once.costs);
  expect(larger.distances.from).toBeLessThanOrEqual(once.distances.from);
  expect(run({ images: 200, seed: 10 })).not.toEqual(once);
});

test('the same images cost nothing, whatever their order, and changed ones do', () => {
  const { costs } = run({ images: 100, seed: 4 });
  expect(costs.same.total).toBe(0);
  for (const kind of ['turned', 'sorted', 'one'] as const) expect(costs[kind].total).toBeGreaterThan(0);
  for (const kind of kinds) {
    const { distances, total } = costs[kind];
    const each = fromWeights([1, 1, 1, 1, 1, 1]);
    const { cost } = optimalTransport(each, each, Float64Array.from(distances));
    expect(6 * cost).toBeCloseTo(total, 10);
  }
});

test('a bin holds its lower edge, and the last one both', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 30 }), (inner) => {
      const values = Float64Array.from([0, ...inner, 50]);
      const { made } = binned(values, values, 50);
      const plain = Array.from(
        { length: 50 },
        (_, bin) =>
          values.filter((value) => value >= bin && (value < bin + 1 || (bin === 49 && value === 50))).length,
      );
      expect(made).toEqual(plain);
    }),
  );
});
