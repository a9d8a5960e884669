import { DomainError } from '../domain-error.ts';
import { productError, sumError } from '../double-double.ts';
import { requireCosts } from './cost-checks.ts';

/**
 * Cost of a transport plan, in the unit of the costs.
 *
 *   ⟨π, c⟩ = Σₖ πₖ cₖ
 *
 * Any plan, optimal or not, as a row-major array of the shape of `cost`; it need not sum to 1. At least 0 if the costs
 * are. Relative error at most 2 u of Σ π|c|, u = 2⁻⁵³: products and sums are kept to 106 bits.
 *
 * @throws DomainError if the plan and the cost are not Float64Arrays of one length, if a mass is negative or not finite, or
 * if a cost is not within ±2⁹⁰⁰.
 * @see peyre-cuturi-2019, equation 2.11
 */
export function transportCost(plan: Float64Array, cost: Float64Array): number {
  if (!(plan instanceof Float64Array)) {
    throw new DomainError(
      `transportCost: plan is ${Array.isArray(plan) ? 'a plain array' : 'not an array'}; it must be a Float64Array, row after row`,
    );
  }
  if (cost instanceof Float64Array && cost.length !== plan.length) {
    throw new DomainError(
      `transportCost: plan has ${plan.length} entries and cost has ${cost.length}; both must have one entry a pair`,
    );
  }
  requireCosts('transportCost', 'cost', cost, 1, plan.length);
  const bad = firstRefused(plan);
  if (bad >= 0) {
    throw new DomainError(
      `transportCost: plan[${bad}] is ${plan[bad]!}; every mass must be finite and at least 0`,
    );
  }
  return dot(plan, cost);
}

function firstRefused(plan: Float64Array): number {
  for (let k = 0; k < plan.length; k++) if (!(plan[k]! >= 0 && plan[k]! < Infinity)) return k;
  return -1;
}

function dot(plan: Float64Array, cost: Float64Array): number {
  let total = 0;
  let lost = 0;
  for (let k = 0; k < plan.length; k++) {
    const mass = plan[k]!;
    if (mass === 0) continue;
    const term = mass * cost[k]!;
    const next = total + term;
    lost += sumError(total, term, next) + productError(mass, cost[k]!, term);
    total = next;
  }
  return total + lost;
}
