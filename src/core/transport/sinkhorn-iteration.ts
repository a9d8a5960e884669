import { absorb, isFar, startScaling, type Scaling } from './scaling.ts';
import { rebuildByColumns, rebuildByRows } from './sinkhorn-kernel.ts';
import { scaleColumns, scaleRows } from './sinkhorn-scaling.ts';

export interface StoppingRule {
  readonly epsilon: number;
  readonly tolerance: number;
  readonly maxIterations: number;
  /** The difference of the largest and the least cost. */
  readonly span: number;
}

export interface Scaled {
  readonly scaling: Scaling;
  readonly iterations: number;
  /** Σⱼ |column sum − b|; the rows sum to a. */
  readonly marginalError: number;
}

/** Larger values of ε on the way to this share of the span, or to more, cost more time than they save. */
const SMALL = 1 / 32;
/** ε falls by this from stage to stage, and at each but the last the columns need only be roughly right. */
const FALL = 4;
const ROUGH = 0.02;
/** A share of the iterations that all stages but the last may use together. */
const SHARE = 0.25;

/**
 * Sinkhorn's iteration for positive masses that sum to 1 on either side: rows and columns of the plan are scaled in turn
 * until the columns are right to the tolerance while the rows are.
 *
 * A small ε is reached from near the span of the costs, which saves most iterations. Factors far from 1 are
 * taken into the kernel, and where a sum has underflowed, the step is done in the log domain instead.
 */
export function iterate(a: Float64Array, b: Float64Array, cost: Float64Array, rule: StoppingRule): Scaled {
  const scaling = startScaling(a, b, cost);
  const stages = epsilonsAbove(rule.epsilon, rule.span);
  const early = SHARE * rule.maxIterations;
  let iterations = 0;
  for (const epsilon of stages) {
    const most = (early - iterations) | 0;
    if (most <= 0) break;
    iterations += stage(scaling, epsilon, ROUGH, most).iterations;
    absorb(scaling, epsilon);
  }
  const last = stage(scaling, rule.epsilon, rule.tolerance, rule.maxIterations - iterations);
  return { ...last, iterations: iterations + last.iterations };
}

/** The same from potentials that are near those of the columns, without larger ε on the way. */
export function iterateFrom(
  a: Float64Array,
  b: Float64Array,
  cost: Float64Array,
  rule: StoppingRule,
  start: Float64Array,
): Scaled {
  const scaling = startScaling(a, b, cost);
  scaling.g.set(start);
  return stage(scaling, rule.epsilon, rule.tolerance, rule.maxIterations);
}

function stage(scaling: Scaling, epsilon: number, tolerance: number, most: number): Scaled {
  let iterations = 0;
  let marginalError = Infinity;
  rebuildByRows(scaling, epsilon);
  for (;;) {
    marginalError = scaleRows(scaling);
    iterations++;
    if (marginalError < 0) {
      // α is half old, half new: f is set anew from g.
      scaling.alpha.set(scaling.a);
      absorb(scaling, epsilon);
      rebuildByRows(scaling, epsilon);
      continue;
    }
    if (marginalError <= tolerance || iterations >= most) break;
    if (!scaleColumns(scaling)) {
      absorb(scaling, epsilon);
      rebuildByColumns(scaling, epsilon);
    } else if (isFar(scaling)) {
      absorb(scaling, epsilon);
      rebuildByRows(scaling, epsilon);
    }
  }
  return { scaling, iterations, marginalError };
}

/** The values of ε before the last: from a quarter of the span of the costs down. */
function epsilonsAbove(epsilon: number, span: number): number[] {
  const stages: number[] = [];
  if (epsilon >= SMALL * span) return stages;
  for (let e = epsilon * FALL; e < span / 2; e *= FALL) stages.unshift(e);
  return stages;
}
