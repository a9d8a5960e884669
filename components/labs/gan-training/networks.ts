import { type Array as Tensor, grad, jit, numpy as np, tree } from '@jax-js/jax';
import type { Random } from '../../../src/core/random.ts';

/** Three layers: their weights, row after row, and biases in turn. */
export type Layers = readonly Float64Array[];

const hidden = 24;
const slope = 0.2;
const penaltyWeight = 1;
/** Keeps the root of a gradient's squared length smooth where that is zero. */
const smallest = 1e-12;

const shapes = (outputs: number): readonly (readonly number[])[] => [
  [2, hidden],
  [hidden],
  [hidden, hidden],
  [hidden],
  [hidden, outputs],
  [outputs],
];
const shapesOf = { generator: shapes(2), discriminator: shapes(1) } as const;
export type Player = keyof typeof shapesOf;

/** Uniform weights whose variance keeps the scale of what comes in, and biases of zero. */
export function firstLayers(player: Player, random: Random): Layers {
  return shapesOf[player].map((shape) => {
    const [inputs, outputs] = shape;
    if (outputs === undefined) return new Float64Array(inputs!);
    const bound = Math.sqrt(3 / inputs!);
    return Float64Array.from({ length: inputs! * outputs }, () => bound * (2 * random.uniform() - 1));
  });
}

/*
 * The library counts references: a tensor that is handed on is gone unless it is handed on as `.ref`. Everything is in double
 * precision. In single precision its kernels use fused operations where a processor has them, and the bits would depend on it.
 */

// A copy, since the optimiser goes on to write into what it is a copy of.
const tensor = (values: Float64Array, shape: readonly number[]): Tensor =>
  np.array(new Float64Array(values), { shape: [...shape], dtype: np.float64 });
const points = (values: Float64Array): Tensor => tensor(values, [values.length / 2, 2]);
const column = (values: Float64Array): Tensor => tensor(values, [values.length, 1]);
const layersOf = (player: Player, layers: Layers): Tensor[] =>
  layers.map((values, k) => tensor(values, shapesOf[player][k]!));

const leaky = (x: Tensor): Tensor => np.maximum(x.ref, x.mul(slope));

function through([w1, b1, w2, b2, w3, b3]: readonly Tensor[], x: Tensor): Tensor {
  const first = leaky(np.matmul(x, w1!).add(b1!));
  const second = leaky(np.matmul(first, w2!).add(b2!));
  return np.matmul(second, w3!).add(b3!);
}

const run = jit((layers: Tensor[], x: Tensor): Tensor => through(layers, x));
const runBoth = jit((G: Tensor[], D: Tensor[], z: Tensor): Tensor => through(D, through(G, z)));

/** The gradient by D of Σ factor · D(x). */
const scoreGradient = jit((D: Tensor[], x: Tensor, factor: Tensor): Tensor[] =>
  grad((layers: Tensor[], at: Tensor, by: Tensor) => np.sum(through(layers, at).mul(by)))(D, x, factor),
);

/** The gradient by G of Σ factor · D(G(z)). */
const madeGradient = jit((G: Tensor[], D: Tensor[], z: Tensor, factor: Tensor): Tensor[] =>
  grad((layers: Tensor[], other: Tensor[], noise: Tensor, by: Tensor) =>
    np.sum(through(other, through(layers, noise)).mul(by)),
  )(G, D, z, factor),
);

/** The mean of (‖∇D(x)‖ − 1)², weighted. */
function penalty(D: Tensor[], x: Tensor): Tensor {
  const slopes = grad((at: Tensor) => np.sum(through(D, at)))(x);
  const lengths = np.sqrt(np.sum(np.square(slopes), 1).add(smallest));
  return np.mean(np.square(lengths.sub(1))).mul(penaltyWeight);
}

const penalisedGradient = jit((D: Tensor[], x: Tensor, factor: Tensor, between: Tensor): Tensor[] =>
  grad((layers: Tensor[], at: Tensor, by: Tensor, middle: Tensor) => {
    const scores = through(tree.ref(layers), at).mul(by);
    return np.sum(scores).add(penalty(layers, middle));
  })(D, x, factor, between),
);

const read = (value: Tensor): Float64Array => value.dataSync() as Float64Array;
const readAll = (values: readonly Tensor[]): Layers => values.map(read);

/** What a network makes of points, or says of them. */
export const answers = (player: Player, layers: Layers, x: Float64Array): Float64Array =>
  read(run(layersOf(player, layers), points(x)));

/** What the discriminator says of what the generator makes. */
export const scoresOfMade = (G: Layers, D: Layers, noise: Float64Array): Float64Array =>
  read(runBoth(layersOf('generator', G), layersOf('discriminator', D), points(noise)));

/** The gradient by the discriminator of the sum of its scores, each times a factor. */
export const gradientOfScores = (D: Layers, x: Float64Array, factors: Float64Array): Layers =>
  readAll(scoreGradient(layersOf('discriminator', D), points(x), column(factors)));

/** The same with the penalty added, at points between data and generated ones. */
export const gradientWithPenalty = (
  D: Layers,
  x: Float64Array,
  factors: Float64Array,
  between: Float64Array,
): Layers =>
  readAll(penalisedGradient(layersOf('discriminator', D), points(x), column(factors), points(between)));

/** The gradient by the generator of the sum of the scores of what it makes, each times a factor. */
export const gradientThroughScores = (
  G: Layers,
  D: Layers,
  noise: Float64Array,
  factors: Float64Array,
): Layers =>
  readAll(
    madeGradient(layersOf('generator', G), layersOf('discriminator', D), points(noise), column(factors)),
  );
