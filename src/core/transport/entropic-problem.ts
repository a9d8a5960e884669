import { sumError, productError } from '../double-double.ts';
import type { Masses } from '../pmf.ts';
import { extentOf } from './extent.ts';
import { keptCosts, positive, type Positive } from './positive-masses.ts';
import { iterate, iterateFrom, type Scaled, type StoppingRule } from './sinkhorn-iteration.ts';
import { absorb } from './scaling.ts';

export interface EntropicSolution extends Scaled {
  readonly from: Positive;
  readonly to: Positive;
  /** Σ a f + Σ b g: the regularised cost, up to the square of the marginal error. */
  readonly dual: number;
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
  const keptRule = kept === cost ? rule : { ...rule, span: spanOf(kept) };
  const near = start && iterateFrom(rows, columns, kept, keptRule, start);
  const scaled = near && near.marginalError <= rule.tolerance ? near : iterate(rows, columns, kept, keptRule);
  absorb(scaled.scaling, rule.epsilon);
  return { ...scaled, from, to, dual: inner(rows, scaled.scaling.f, columns, scaled.scaling.g) };
}

function spanOf(cost: Float64Array): number {
  const { least, most } = extentOf(cost);
  return most - least;
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
