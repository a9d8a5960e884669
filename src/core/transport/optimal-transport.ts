import { massesBehind, type Pmf } from '../pmf.ts';
import { subtract } from '../double-double.ts';
import { requireCosts } from './cost-checks.ts';
import { solve } from './network-simplex.ts';
import { planOf } from './plan-of-tree.ts';
import { potentialsOf, type Potentials } from './potentials-of-tree.ts';
import { keptCosts, positive } from './positive-masses.ts';
import { integerSupplies } from './supplies.ts';

export interface OptimalTransport {
  /** Row-major, a.length × b.length: plan[i·m + j] is the mass that goes from outcome i of a to outcome j of b. */
  readonly plan: Float64Array;
  /** Σ plan · cost, the least possible. */
  readonly cost: number;
  /** f and g with fᵢ + gⱼ ≤ cᵢⱼ everywhere and Σ aᵢfᵢ + Σ bⱼgⱼ = cost: the proof that no plan costs less. */
  readonly potentials: Potentials;
}

/**
 * Optimal transport between two pmfs, in the unit of the costs: the Kantorovich problem, solved exactly.
 *
 *   min Σᵢⱼ cᵢⱼ πᵢⱼ over plans π ≥ 0 with row sums a and column sums b
 *     = max Σᵢ aᵢfᵢ + Σⱼ bⱼgⱼ over potentials with fᵢ + gⱼ ≤ cᵢⱼ
 *
 * `cost` is row-major: cost[i·m + j] for outcome i of a and j of b. Costs may be negative; outcomes without mass get
 * zero rows and potentials that obey the inequality too. Of several optimal plans, one with at most n + m − 1 entries
 * is returned. Potentials are shifted so that both sums of the dual are equal.
 *
 * The simplex method runs on integers; optimality is settled in double-double, and the plan is computed from the
 * masses themselves along the optimal tree. So each entry is rounded once, row and column sums are right to 1e-15, and
 * the gap between cost and dual value is a few u = 2⁻⁵³ of Σ π|c| + Σ a|f| + Σ b|g|: below 1e-13 of the cost unless the
 * potentials are far larger than the costs that are paid. Time grows about as (nm)^1.2.
 *
 * @throws DomainError if a or b is no pmf (so both have the same mass, 1), if `cost` is not a Float64Array of
 * a.length × b.length numbers within ±2⁹⁰⁰, or if there are more than 2²⁶ pairs.
 * @see peyre-cuturi-2019, sections 2.3, 2.5 and 3.5; ahuja-magnanti-orlin-1993, chapter 11
 */
export function optimalTransport(a: Pmf, b: Pmf, cost: Float64Array): OptimalTransport {
  const source = massesBehind('optimalTransport', 'a', a);
  const target = massesBehind('optimalTransport', 'b', b);
  requireCosts('optimalTransport', 'cost', cost, a.length, b.length);
  const from = positive(source);
  const to = positive(target);
  const supplies = integerSupplies(source, target, from.masses, to.masses);
  const sameTotal = subtract(source.total, target.total).hi === 0;
  const { tree, exact } = solve(supplies, keptCosts(cost, b.length, from, to));
  const { plan, value } = planOf(tree, exact, from, to, { p: source, q: target, sameTotal }, b.length);
  const potentials = potentialsOf(tree, exact.low, from, to, cost);
  return { plan, cost: value, potentials };
}
