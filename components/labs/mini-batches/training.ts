import { softmax } from '../../../src/core/gradients/softmax.ts';
import { batchOf, classes, dataOf, type Example, steps, type TargetKind, weights } from './data.ts';
import { type LossName, lossOf, type Setup } from './losses.ts';

export interface Task extends Setup {
  readonly targets: TargetKind;
  readonly rate: number;
  readonly batch: number;
  readonly seed: number;
}

type Both<Value> = Readonly<Record<LossName, Value>>;

/** The two models' entries that lie farthest apart. */
export type Apart = Both<number>;

export interface Step {
  /** The weights with which a batch is answered: those of the features and the bias, class by class. */
  readonly weights: Both<Float64Array>;
  readonly loss: Both<number>;
  /** Of the gradients of this batch and of all before it. */
  readonly gradientsApart: Apart;
  readonly weightsApart: Apart;
}

/** The logits of the classes at a point. */
export const logitsAt = (theta: Float64Array, { x, y }: Pick<Example, 'x' | 'y'>): Float64Array =>
  Float64Array.from(
    { length: classes },
    (_, k) => theta[3 * k]! * x + theta[3 * k + 1]! * y + theta[3 * k + 2]!,
  );

/** The mean loss of a batch and its gradient by the weights. */
export function batchLoss(
  name: LossName,
  setup: Setup,
  theta: Float64Array,
  batch: readonly Example[],
): { readonly value: number; readonly gradient: Float64Array } {
  let value = 0;
  const gradient = new Float64Array(weights);
  for (const example of batch) {
    const loss = lossOf(name, setup, example.target.pmf, softmax(logitsAt(theta, example)));
    value += loss.value;
    loss.gradient.forEach((slope, k) => {
      gradient[3 * k]! += slope * example.x;
      gradient[3 * k + 1]! += slope * example.y;
      gradient[3 * k + 2]! += slope;
    });
  }
  return { value: value / batch.length, gradient: gradient.map((sum) => sum / batch.length) };
}

const gap = ({ crossEntropy, divergence }: Apart): number => Math.abs(crossEntropy - divergence);

function farthest(one: Float64Array, other: Float64Array, before?: Apart): Apart {
  let most = before ?? { crossEntropy: one[0]!, divergence: other[0]! };
  one.forEach((crossEntropy, k) => {
    const pair = { crossEntropy, divergence: other[k]! };
    if (gap(pair) > gap(most)) most = pair;
  });
  return most;
}

/** Trains one model by each loss, on the same batches from the same weights. */
function trained(task: Task): readonly Step[] {
  const data = dataOf(task.seed);
  let theta: Both<Float64Array> = { crossEntropy: data.start, divergence: data.start };
  const run: Step[] = [];
  for (let step = 0; step < steps; step++) {
    const batch = batchOf(data, task.targets, task.batch, step);
    const of = (name: LossName) => batchLoss(name, task, theta[name], batch);
    const [crossEntropy, divergence] = [of('crossEntropy'), of('divergence')];
    run.push({
      weights: theta,
      loss: { crossEntropy: crossEntropy.value, divergence: divergence.value },
      gradientsApart: farthest(crossEntropy.gradient, divergence.gradient, run.at(-1)?.gradientsApart),
      weightsApart: farthest(theta.crossEntropy, theta.divergence),
    });
    const after = (name: LossName, { gradient }: { readonly gradient: Float64Array }) =>
      theta[name].map((weight, k) => weight - task.rate * gradient[k]!);
    theta = {
      crossEntropy: after('crossEntropy', crossEntropy),
      divergence: after('divergence', divergence),
    };
  }
  return run;
}

let last: { readonly key: string; readonly run: readonly Step[] } | undefined;

/** The whole run of a task; a step of it is only looked up. */
export function runOf(task: Task): readonly Step[] {
  const { targets, cause, epsilon, lambda, rate, batch, seed } = task;
  const key = [targets, cause, epsilon, lambda, rate, batch, seed].join();
  if (last?.key !== key) last = { key, run: trained(task) };
  return last.run;
}
