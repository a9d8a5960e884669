import {
  type Enclosure,
  fromWeights,
  klDivergence,
  sinkhornDivergence,
  sinkhornTransport,
  type SinkhornTransport,
  transportCost,
} from '../../../src/core/index.ts';
import { costsOf, pmfOf } from './exact.ts';
import { type Cloud, totalOf } from './points.ts';
import type { Order } from './solution.ts';

/** What the regularised problem of two clouds is worth, and what its plan costs; both are certain to the bounds that stand with them. */
export interface Entropic {
  readonly plan: readonly number[];
  readonly value: Enclosure;
  readonly moved: Enclosure;
}

const tolerance = 1e-13;
const maxIterations = 20_000;

/**
 * The iteration is stopped by the rule of the core; how far it came is then read from what it has found, whether it met the
 * rule or not. Its dual value is below the truth; a plan with the right marginals, made of the one that it left, is above.
 * That gap is ε times the divergence of the solution from the plan, and so bounds how much their costs can differ.
 */
export function entropic(P: Cloud, Q: Cloud, order: Order, epsilon: number): Entropic {
  const cost = costsOf(P, Q, order);
  const [a, b] = [pmfOf(P), pmfOf(Q)];
  const found = sinkhornTransport(a, b, cost, { epsilon, tolerance, maxIterations });
  const [rows, columns] = [P, Q].map((cloud) => cloud.map(({ weight }) => weight / totalOf(cloud)));
  const feasible = repaired(found.plan, rows!, columns!);
  const independent = rows!.flatMap((mass) => columns!.map((other) => mass * other));
  const above =
    transportCost(feasible, cost) + epsilon * klDivergence(fromWeights(feasible), fromWeights(independent));
  const largest = cost.reduce((one, other) => (one > other ? one : other), 0);
  const rounding = 2e-15 * largest + 2e-14 * epsilon;
  const gap = Math.max(0, above - found.regularisedCost) + rounding;
  return {
    plan: [...found.plan],
    value: { value: found.regularisedCost, relativeErrorBound: 0, absoluteErrorBound: gap },
    moved: {
      value: found.cost,
      relativeErrorBound: 0,
      absoluteErrorBound: costGap(found, cost, gap / epsilon),
    },
  };
}

/** By the inequality of Bernstein: what a mean of bounded costs can change between measures of this divergence. */
function costGap({ plan, cost }: SinkhornTransport, costs: Float64Array, divergence: number): number {
  let variance = 0;
  let span = 0;
  for (const [k, mass] of plan.entries()) {
    const off = costs[k]! - cost;
    variance += mass * off * off;
    span = Math.max(span, Math.abs(off));
  }
  return Math.sqrt(2 * divergence * (variance + 1e-15)) + divergence * span + 4e-15 * span;
}

/** A plan with exactly these marginals: rows and columns that have too much are scaled down, and what is missing is added independently. */
function repaired(plan: Float64Array, rows: readonly number[], columns: readonly number[]): Float64Array {
  const m = columns.length;
  const kept = plan.slice();
  for (const [j, most] of columns.entries()) {
    const sum = rows.reduce((total, _, i) => total + kept[i * m + j]!, 0);
    if (sum > most) for (const i of rows.keys()) kept[i * m + j]! *= most / sum;
  }
  const missingInColumns = columns.map(
    (mass, j) => mass - rows.reduce((total, _, i) => total + kept[i * m + j]!, 0),
  );
  const missingInRows = rows.map((mass, i) => {
    const sum = columns.reduce((total, _, j) => total + kept[i * m + j]!, 0);
    return Math.max(0, mass - sum);
  });
  const missing = missingInRows.reduce((sum, mass) => sum + mass, 0);
  if (missing > 0)
    for (const [i, row] of missingInRows.entries())
      for (const [j, column] of missingInColumns.entries())
        kept[i * m + j]! += (row * Math.max(0, column)) / missing;
  return kept;
}

/** The plan roughly, or nothing where a few iterations do not find it: what is drawn while a point moves. */
export function roughly(P: Cloud, Q: Cloud, order: Order, epsilon: number): readonly number[] | undefined {
  const found = sinkhornTransport(pmfOf(P), pmfOf(Q), costsOf(P, Q, order), {
    epsilon,
    tolerance: 1e-2,
    maxIterations: 100,
  });
  return found.converged ? [...found.plan] : undefined;
}

/**
 * What a cloud and itself are worth: from a point there is one plan only, so that the Sinkhorn divergence from one of its own points
 * knows it: S(P, δ) = ⟨P ⊗ δ, c⟩ − OT(P, P)/2. The core's iteration for equal marginals, which is behind it, takes some tens of steps.
 */
export function ofItself(cloud: Cloud, order: Order, epsilon: number): Enclosure {
  const cost = costsOf(cloud, cloud, order);
  const point = fromWeights(cloud.map((_, k) => (k === 0 ? 1 : 0)));
  const options = { epsilon, tolerance: 1e-12, maxIterations };
  const mean = cloud.reduce((sum, { weight }, k) => sum + weight * cost[k]!, 0) / totalOf(cloud);
  const value = 2 * (mean - sinkhornDivergence(pmfOf(cloud), point, cost, options));
  const largest = cost.reduce((one, other) => (one > other ? one : other), 0);
  return {
    value: Math.max(0, value),
    relativeErrorBound: 0,
    absoluteErrorBound: 8 * options.tolerance * largest + 1e-13 * largest,
  };
}

/** What independent draws cost; sums of terms that are not negative. */
export function independent(P: Cloud, Q: Cloud, order: Order): Enclosure {
  const cost = costsOf(P, Q, order);
  const terms = P.flatMap((from, i) => Q.map((to, j) => from.weight * to.weight * cost[i * Q.length + j]!));
  const value = terms.reduce((sum, term) => sum + term, 0) / (totalOf(P) * totalOf(Q));
  return { value, relativeErrorBound: 2e-14, absoluteErrorBound: 0 };
}
