import { sumError, productError } from '../double-double.ts';
import type { Masses } from '../pmf.ts';
import { keptCosts, positive, type Positive } from './positive-masses.ts';
import { iterate, iterateFrom, type Scaled, type StoppingRule } from './sinkhorn-iteration.ts';
import { absorb } from './sinkhorn-kernel.ts';

export interface EntropicSolution extends Scaled {
  readonly from: Positive;
  readonly to: Positive;
  /** Σ a f + Σ b g: the regularised cost, up to the square of the marginal error. */
  readonly dual: number;
  /** The plan between outcomes with mass, row-major. */
  readonly plan: Float64Array;
}

/** Solves it from given potentials of b's outcomes with mass, if that succeeds, and else from larger ε down. */
export function solveEntropic(
  a: Masses,
  b: Masses,
  cost: Float64Array,
  rule: StoppingRule,
  start?: Float64Array,
): EntropicSolution {
  const from = positive(a);
  const to = positive(b);
  const rows = from.masses.map((mass) => mass / a.total.hi);
  const columns = to.masses.map((mass) => mass / b.total.hi);
  const kept = keptCosts(cost, b.values.length, from, to);
  const near = start && iterateFrom(rows, columns, kept, rule, start);
  const scaled = near && near.marginalError <= rule.tolerance ? near : iterate(rows, columns, kept, rule);
  const { kernel, alpha, beta, f, g } = scaled.scaling;
  const plan = kernel.slice();
  for (let i = 0; i < rows.length; i++) scalePlanRow(plan, i * columns.length, alpha[i]!, beta);
  absorb(scaled.scaling, rule.epsilon);
  return { ...scaled, from, to, plan, dual: inner(rows, f, columns, g) };
}

function scalePlanRow(plan: Float64Array, row: number, scale: number, beta: Float64Array): void {
  for (let j = 0; j < beta.length; j++) plan[row + j] = scale * plan[row + j]! * beta[j]!;
}

/** Σ a f + Σ b g, each product and sum kept to 106 bits. */
function inner(a: Float64Array, f: Float64Array, b: Float64Array, g: Float64Array): number {
  let total = 0;
  let lost = 0;
  const n = a.length;
  for (let k = 0; k < n + b.length; k++) {
    const mass = k < n ? a[k]! : b[k - n]!;
    const value = k < n ? f[k]! : g[k - n]!;
    const term = mass * value;
    const next = total + term;
    lost += sumError(total, term, next) + productError(mass, value, term);
    total = next;
  }
  return total + lost;
}
