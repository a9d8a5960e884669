import { seededRandom } from '../../../src/core/random.ts';
import { expOfNegative } from '../../../src/core/transport/fast-exp.ts';
import { block, productIn } from './product.ts';

export const pixels = 784;
/** So many images are made at a time. */
export const chunk = 100;

const latent = 100;
const widths = [256, 512, pixels] as const;
const slope = 0.2;
/** What batch normalisation divides by before training: the root of a running variance of one, and what is added to it. */
const normalised = 1 / Math.sqrt(1 + 1e-5);

interface Layer {
  readonly from: number;
  readonly to: number;
  /** Panels of eight columns: eight numbers of the bias, then eight for each input. */
  readonly weights: Float32Array;
}

/** Weights and biases as layers have them before training: uniform between ±1/√(number of inputs). */
function fill({ from, to, weights }: Layer, uniform: () => number, scale: number): void {
  const bound = scale / Math.sqrt(from);
  for (let k = 0; k < (from + 1) * to; k++) weights[k] = bound * (2 * uniform() - 1);
}

/** tanh x, by a decreasing exponential of the core's, so the same everywhere; no branch that the sign would mislead. */
function tanh(x: number): number {
  const power = expOfNegative(-2 * Math.abs(x));
  return (Math.sign(x) * (1 - power)) / (1 + power);
}

/**
 * The script's generator before training: 100 normal numbers go through layers of 256, 512 and 784; the two hidden ones with batch
 * normalisation as at inference and a leaky ramp of slope 0.2, the last one with tanh. In single precision, as the script's library
 * has it, and each operation in an order that is fixed. Returns the next `chunk` images, one after the other, each time in the same array.
 */
export function untrainedGenerator(weightSeed: number, latentSeed: number): () => Float64Array {
  const sizes = [latent, ...widths];
  const inputs = sizes.map((size) => chunk * size);
  const weights = widths.map((to, k) => (sizes[k]! + 1) * to);
  const places: number[] = [];
  let numbers = 0;
  for (const size of [...inputs, ...weights]) {
    places.push(numbers);
    numbers += size;
  }
  const { memory, columns } = productIn(numbers);
  const room = (place: number, size: number) => new Float32Array(memory.buffer, 4 * places[place]!, size);
  const rooms = inputs.map((size, k) => room(k, size));
  const { uniform } = seededRandom(weightSeed);
  const { normal } = seededRandom(latentSeed);
  const layers = widths.map((to, k): Layer => {
    const layer = { from: sizes[k]!, to, weights: room(inputs.length + k, weights[k]!) };
    fill(layer, uniform, to === pixels ? 1 : normalised);
    return layer;
  });
  const multiply = ({ from, to }: Layer, k: number): void => {
    const [a, c, w] = [k, k + 1, inputs.length + k].map((place) => 4 * places[place]!) as [number, number, number]; // prettier-ignore
    const panel = 4 * block.columns * (from + 1);
    for (let column = 0; column < to; column += block.columns) {
      const at = column / block.columns;
      columns(a, a + 4 * chunk * from, w + at * panel, c + 4 * column, 4 * from, 4 * to);
    }
  };
  const images = new Float64Array(chunk * pixels);
  return () => {
    const input = rooms[0]!;
    for (let k = 0; k < input.length; k++) input[k] = normal();
    layers.forEach((layer, k) => {
      multiply(layer, k);
      const output = rooms[k + 1]!;
      if (layer.to === pixels) for (let j = 0; j < output.length; j++) images[j] = tanh(output[j]!);
      else for (let j = 0; j < output.length; j++) output[j] = Math.max(output[j]!, slope * output[j]!);
    });
    return images;
  };
}
