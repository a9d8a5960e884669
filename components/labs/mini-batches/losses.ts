import { crossEntropy, fromWeights, klDivergence, type Pmf } from '../../../src/core/index.ts';
import { log } from '../../../src/core/elementary/log.ts';
import { crossEntropyGradient } from '../../../src/core/gradients/cross-entropy-gradient.ts';
import { klDivergenceGradient } from '../../../src/core/gradients/kl-divergence-gradient.ts';
import { classes } from './data.ts';

export const lossNames = ['crossEntropy', 'divergence'] as const;
export type LossName = (typeof lossNames)[number];

/** What is wrong with the second loss, or with the targets of both. */
export const causes = ['none', 'mean', 'clipped', 'moving'] as const;
export type Cause = (typeof causes)[number];

/** The cause, and what it needs: the least probability that is not clipped, and the share of its own answer in a target that moves. */
export interface Setup {
  readonly cause: Cause;
  readonly epsilon: number;
  readonly lambda: number;
}

interface Loss {
  readonly value: number;
  /** By the logits of the answer, with whatever depends on them. */
  readonly gradient: Float64Array;
}

const core = {
  crossEntropy: { value: crossEntropy, gradient: crossEntropyGradient },
  divergence: { value: klDivergence, gradient: klDivergenceGradient },
} as const;

/** What the answer is compared with: the target of the data, or a mixture of it and the answer. */
export const comparedWith = ({ cause, lambda }: Setup, target: Pmf, answer: Pmf): Pmf =>
  cause === 'moving'
    ? fromWeights(target.map((mass, k) => (1 - lambda) * mass + lambda * answer[k]!))
    : target;

/** The loss of one example and its gradient, both as the core has them but for what is broken. */
export function lossOf(name: LossName, setup: Setup, target: Pmf, answer: Pmf): Loss {
  const { value, gradient } = core[name];
  const { cause, epsilon } = setup;
  if (cause === 'clipped' && name === 'divergence' && answer.some((q) => q < epsilon))
    return clippedDivergence(target, answer, epsilon);
  const p = comparedWith(setup, target, answer);
  const loss = { value: value(p, answer), gradient: gradient(p, answer, { withRespectTo: 'logitsOfQ' }) };
  if (cause === 'moving') {
    addThroughTarget(loss.gradient, gradient(p, answer, { withRespectTo: 'p' }), answer, setup.lambda);
  }
  if (cause === 'mean' && name === 'divergence') {
    return { value: loss.value / classes, gradient: loss.gradient.map((slope) => slope / classes) };
  }
  return loss;
}

/** Σ p log(p / max(q, ε)). What is clipped has no slope, so the logits learn only from the other classes. */
function clippedDivergence(p: Pmf, q: Pmf, epsilon: number): Loss {
  let value = 0;
  let learned = 0;
  p.forEach((mass, k) => {
    if (mass > 0) value += mass * log(mass / Math.max(q[k]!, epsilon));
    if (q[k]! >= epsilon) learned += mass;
  });
  const gradient = Float64Array.from(q, (mass, k) => learned * mass - (mass >= epsilon ? p[k]! : 0));
  return { value, gradient };
}

/** Adds ∂/∂z of the loss through p = (1 − λ) target + λ q: the softmax's Jacobian times λ ∂/∂p. */
function addThroughTarget(gradient: Float64Array, byTarget: Float64Array, q: Pmf, lambda: number): void {
  let mean = 0;
  q.forEach((mass, k) => (mean += mass * byTarget[k]!));
  q.forEach((mass, k) => (gradient[k]! += lambda * mass * (byTarget[k]! - mean)));
}
