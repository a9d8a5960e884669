import { add, sumError, type DoubleDouble } from '../double-double.ts';
import { log } from '../elementary/log.ts';
import { massesBehind, type Pmf } from '../pmf.ts';
import { requireCosts } from './cost-checks.ts';
import { solveEntropic, type EntropicSolution } from './entropic-problem.ts';
import { expOfNegative } from './fast-exp.ts';
import type { Potentials } from './potentials-of-tree.ts';
import type { Scaling } from './scaling.ts';
import { stoppingRule, type SinkhornOptions } from './sinkhorn-options.ts';

export interface SinkhornTransport {
  /** Row-major: πᵢⱼ = aᵢ bⱼ exp((fᵢ + gⱼ − cᵢⱼ)/ε). Its rows sum to a, its columns to b up to `marginalError`. */
  readonly plan: Float64Array;
  /** ⟨π, c⟩, without the entropic term. */
  readonly cost: number;
  /** OT_ε(a, b) = ⟨π, c⟩ + ε D(π ‖ a ⊗ b), in the unit of the costs. */
  readonly regularisedCost: number;
  readonly potentials: Potentials;
  /** Scalings of all rows and columns, those at larger ε on the way included. */
  readonly iterations: number;
  /** Σⱼ |column sum j of the plan − bⱼ| when it stopped. */
  readonly marginalError: number;
  /** Whether the marginal error is at most the tolerance. */
  readonly converged: boolean;
}

/**
 * Entropic optimal transport between two pmfs, by Sinkhorn's iteration, in the unit of the costs.
 *
 *   OT_ε(a, b) = min ⟨π, c⟩ + ε D(π ‖ a ⊗ b) over plans π with row sums a and column sums b, D in nats
 *              = max Σ a f + Σ b g − ε Σ aᵢbⱼ (exp((fᵢ + gⱼ − cᵢⱼ)/ε) − 1)
 *
 * The regularisation is relative to a ⊗ b: the plan is the same as with −ε H(π), the value differs by
 * ε (H(a) + H(b)). As ε → 0 the cost falls to that of `optimalTransport`, as ε → ∞ the plan tends to a ⊗ b. Not 0
 * between equal pmfs: see `sinkhornDivergence`. Outcomes without mass get zero rows, and potentials that extend f and g.
 *
 * `regularisedCost` is the dual value: below OT_ε, by at most the marginal error times the span of g, and to second order in
 * the error near the optimum; rounding adds some 1e-15 of the largest cost. With the tolerance met, row sums are right
 * to 1e-14 and column sums to the tolerance. Stable for every ε that is allowed: iterates are scaled, and redone in the
 * log domain where a sum underflows. Small ε needs many iterations; `converged` says whether they were enough.
 *
 * @throws DomainError if a or b is no pmf, if `cost` is not a Float64Array of a.length × b.length numbers within ±2⁹⁰⁰, if
 * there are more than 2²⁶ pairs, or if an option is out of range (ε at least 1e-300 and 2⁻⁶⁰ of the largest cost).
 * @see peyre-cuturi-2019, sections 4.1, 4.2 and 4.4; schmitzer-2019 for absorption and ε-scaling
 */
export function sinkhornTransport(
  a: Pmf,
  b: Pmf,
  cost: Float64Array,
  options: SinkhornOptions,
): SinkhornTransport {
  const source = massesBehind('sinkhornTransport', 'a', a);
  const target = massesBehind('sinkhornTransport', 'b', b);
  const m = b.length;
  const costs = requireCosts('sinkhornTransport', 'cost', cost, a.length, m);
  const rule = stoppingRule('sinkhornTransport', options, costs);
  const solution = solveEntropic(source, target, cost, rule);
  const { scaling, from, to, dual, iterations, marginalError } = solution;
  const f = new Float64Array(a.length);
  const g = new Float64Array(m);
  from.outcomes.forEach((x, i) => (f[x] = scaling.f[i]!));
  to.outcomes.forEach((y, j) => (g[y] = scaling.g[j]!));
  for (let x = 0; x < f.length; x++) {
    if (source.values[x]! > 0) continue;
    f[x] = softMinimum(scaling.b, rule.epsilon, (j) => cost[x * m + to.outcomes[j]!]! - scaling.g[j]!);
  }
  for (let y = 0; y < m; y++) {
    if (target.values[y]! > 0) continue;
    g[y] = softMinimum(scaling.a, rule.epsilon, (i) => cost[from.outcomes[i]! * m + y]! - scaling.f[i]!);
  }
  return {
    ...planOf(solution, cost, m),
    regularisedCost: dual,
    potentials: { f, g },
    iterations,
    marginalError,
    converged: marginalError <= rule.tolerance,
  };
}

/** The plan, row-major, and what it costs. */
function planOf({ scaling, from, to }: EntropicSolution, cost: Float64Array, m: number) {
  const plan = new Float64Array(cost.length);
  let total: DoubleDouble = { hi: 0, lo: 0 };
  for (let i = 0; i < from.outcomes.length; i++) {
    total = add(total, planRow(scaling, i, plan, cost, from.outcomes[i]! * m, to.outcomes));
  }
  return { plan, cost: total.hi };
}

/** Sets a row of the plan; its cost, compensated. */
function planRow(
  { stride, kernel, alpha, beta }: Scaling,
  i: number,
  plan: Float64Array,
  cost: Float64Array,
  row: number,
  outcomes: Int32Array,
): DoubleDouble {
  const scale = alpha[i]!;
  let total = 0;
  let lost = 0;
  for (let j = 0; j < outcomes.length; j++) {
    const at = row + outcomes[j]!;
    const mass = scale * kernel[i * stride + j]! * beta[j]!;
    plan[at] = mass;
    const term = mass * cost[at]!;
    const next = total + term;
    lost += sumError(total, term, next);
    total = next;
  }
  return { hi: total, lo: lost };
}

/** −ε log Σ w exp(−value/ε): how a potential extends to an outcome without mass. */
function softMinimum(weights: Float64Array, epsilon: number, value: (k: number) => number): number {
  let least = Infinity;
  for (let k = 0; k < weights.length; k++) if (value(k) < least) least = value(k);
  let sum = 0;
  for (let k = 0; k < weights.length; k++) sum += weights[k]! * expOfNegative((least - value(k)) / epsilon);
  return least - epsilon * log(sum);
}
