import { expect, test } from 'vitest';
import { cells, countsOf } from '../../components/labs/gan-training/cells.ts';
import { drawn, inThousandths, mixtures } from '../../components/labs/gan-training/data.ts';
import { claimReading, divergenceReading, model, taskOf } from '../../components/labs/gan-training/model.ts';
import { found, modeCounts } from '../../components/labs/gan-training/modes.ts';
import {
  answers,
  firstLayers,
  gradientOfScores,
  gradientThroughScores,
  gradientWithPenalty,
  type Layers,
  scoresOfMade,
} from '../../components/labs/gan-training/networks.ts';
import { cheapestMoves, moved } from '../../components/labs/gan-training/pairs.ts';
import { runOf } from '../../components/labs/gan-training/run.ts';
import { dataNames, lossNames } from '../../components/labs/gan-training/task.ts';
import {
  discriminatorSlopes,
  generatorSlopes,
  logistic,
  noise,
} from '../../components/labs/gan-training/training.ts';
import { fromWeights, seededRandom } from '../../src/core/index.ts';
import { optimalTransport } from '../../src/core/transport/optimal-transport.ts';
import { trainingHashes } from './gan-training.bits.ts';

const random = seededRandom(5);
const D = firstLayers('discriminator', random);
const G = firstLayers('generator', random);
const few = 6;
const [x, z, between] = [noise(few, random), noise(few, random), noise(few, random)];
const factors = Float64Array.from({ length: few }, random.normal);

/** The derivative of a function of one weight, by a difference whose step is small beside where the ramps bend. */
function slopeOf(layers: Layers, layer: number, k: number, of: (layers: Layers) => number): number {
  const step = 1e-6;
  const at = (by: number) =>
    of(layers.map((values, l) => (l === layer ? values.map((w, j) => (j === k ? w + by : w)) : values)));
  return (at(step) - at(-step)) / (2 * step);
}

function expectGradient(layers: Layers, gradient: Layers, of: (layers: Layers) => number): void {
  gradient.forEach((slopes, layer) => {
    for (const k of [0, slopes.length >> 1, slopes.length - 1]) {
      expect(slopes[k]).toBeCloseTo(slopeOf(layers, layer, k, of), 6);
    }
  });
}

const dot = (values: Float64Array): number => values.reduce((sum, value, i) => sum + factors[i]! * value, 0);

/** The penalty, with slopes that are differences themselves. */
function penalty(layers: Layers): number {
  const step = 1e-4;
  const score = (dx: number, dy: number) =>
    answers(
      'discriminator',
      layers,
      between.map((v, k) => v + (k % 2 === 0 ? dx : dy)),
    );
  const [right, left, above, below] = [score(step, 0), score(-step, 0), score(0, step), score(0, -step)];
  let sum = 0;
  for (let i = 0; i < few; i++) {
    const [dx, dy] = [right[i]! - left[i]!, above[i]! - below[i]!].map((d) => d / (2 * step)) as [
      number,
      number,
    ];
    sum += (Math.sqrt(dx * dx + dy * dy) - 1) ** 2;
  }
  return sum / few;
}

test('the gradients of both players are those of their losses', () => {
  expectGradient(D, gradientOfScores(D, x, factors), (layers) => dot(answers('discriminator', layers, x)));
  expectGradient(G, gradientThroughScores(G, D, z, factors), (layers) => dot(scoresOfMade(layers, D, z)));
});

test('the penalty reaches the weights through the slopes of the critic', () => {
  const zero = new Float64Array(few);
  expectGradient(D, gradientWithPenalty(D, x, zero, between), penalty);
});

test('the slopes by the scores are those of the losses', () => {
  const scores = Float64Array.from([-2, 0.5, 1, -3]);
  const log = (s: number) => Math.log(logistic(s));
  const of = {
    D: (s: Float64Array) => -(log(s[0]!) + log(s[1]!) + log(-s[2]!) + log(-s[3]!)) / 2,
    original: (s: Float64Array) => s.reduce((sum, each) => sum + log(-each), 0) / 4,
    other: (s: Float64Array) => -s.reduce((sum, each) => sum + log(each), 0) / 4,
    wasserstein: (s: Float64Array) => -s.reduce((sum, each) => sum + each, 0) / 4,
  };
  const slopes = { D: discriminatorSlopes('other', scores) } as Record<keyof typeof of, Float64Array>;
  for (const loss of lossNames) slopes[loss] = generatorSlopes(loss, scores);
  for (const name of ['D', ...lossNames] as const) {
    slopes[name].forEach((slope, k) => {
      const at = (by: number) => of[name](scores.map((s, j) => (j === k ? s + by : s)));
      expect(slope).toBeCloseTo((at(1e-5) - at(-1e-5)) / 2e-5, 8);
    });
  }
});

test('every point is counted in one cell, also one outside of the square', () => {
  const counts = countsOf([0, 0, -3200, -3200, 3199, 3199, 3200, 0, -99_000, 0]);
  expect(counts).toHaveLength(cells);
  expect(counts.reduce((sum, count) => sum + count)).toBe(5);
  expect([counts[36], counts[0], counts[63], counts[64]]).toEqual([1, 1, 1, 2]);
});

test.each(dataNames)('data of a %s find all its modes, and a single point finds one', (name) => {
  const sample = inThousandths(drawn(name, 1000, seededRandom(3)));
  const { centres } = mixtures[name];
  expect(found(modeCounts(name, sample))).toBe(centres.length);
  const [first] = centres;
  const stuck = Array.from({ length: 1000 }, () => first!.map((value) => 1000 * value)).flat();
  expect(found(modeCounts(name, stuck))).toBe(1);
});

test('no plan moves the points for less', () => {
  const [one, other] = [4, 9].map((seed) => inThousandths(drawn('ring', moved, seededRandom(seed))));
  const moves = cheapestMoves(one!, other!);
  expect(moves).toHaveLength(moved);
  const costs = Float64Array.from({ length: moved * moved }, (_, k) => {
    const [i, j] = [2 * Math.floor(k / moved), 2 * (k % moved)];
    const [dx, dy] = [one![i]! - other![j]!, one![i + 1]! - other![j + 1]!];
    return Math.round(10 * Math.sqrt(dx * dx + dy * dy));
  });
  const each = fromWeights(Array.from({ length: moved }, () => 1));
  const { f, g } = optimalTransport(each, each, costs).potentials;
  let [least, sum] = [Infinity, 0];
  for (let i = 0; i < moved; i++) {
    sum += f[i]! + g[i]!;
    for (let j = 0; j < moved; j++) least = Math.min(least, costs[i * moved + j]! - f[i]! - g[j]!);
  }
  // The costs are integers, so potentials that allow less than one less prove that the sum is the least.
  expect(least).toBeGreaterThan(-1e-6);
  expect(Math.abs(moves.reduce((a, b) => a + b) - sum)).toBeLessThan(0.5);
});

test('before it has learnt, a discriminator claims little, and the cells already tell the two apart', () => {
  const shown = runOf(taskOf(model.first)).shown();
  const jsd = divergenceReading('jsd', 'made', shown).value;
  expect(claimReading(shown).value).toBeLessThan(jsd);
  expect(divergenceReading('jsd', 'floor', shown).value).toBeLessThan(jsd / 10);
});

test('two hundred steps of each loss end in the bits that Chromium, Firefox and WebKit end in', () => {
  expect(trainingHashes(8)).toMatchInlineSnapshot(`
    {
      "original": "e7a03ac8",
      "original, measured": "4f73719c",
      "other": "b2d814d1",
      "other, measured": "4f73719c",
      "wasserstein": "ff8f3fab",
      "wasserstein, measured": "2580dfca",
    }
  `);
}, 120_000);
