import { DomainError } from '../domain-error.ts';
import { pairOf } from '../pair.ts';
import type { Pmf } from '../pmf.ts';
import type { DivergenceProperties } from '../properties.ts';
import { requireCosts } from './cost-checks.ts';
import { solveEntropic } from './entropic-problem.ts';
import { magnitude } from './extent.ts';
import { selfTransport } from './self-transport.ts';
import type { StoppingRule } from './sinkhorn-iteration.ts';
import { stoppingRule, type SinkhornOptions } from './sinkhorn-options.ts';

/** For costs that are a distance, or its square in a Euclidean space. */
export const sinkhornDivergenceProperties: DivergenceProperties = {
  symmetric: true,
  metricPower: null,
  upperBound: null,
  finiteOnDisjointSupports: true,
  generator: null,
};

/**
 * Sinkhorn divergence of two pmfs on the same outcomes, in the unit of the costs: entropic transport without its bias.
 *
 *   S_ε(P, Q) = OT_ε(P, Q) − ½ OT_ε(P, P) − ½ OT_ε(Q, Q)
 *
 * `cost` is symmetric: cost[i·n + j] between outcomes i and j. Zero where P and Q are equal. At least 0, and zero only
 * there, if exp(−c/ε) is a positive definite kernel, as for distances and squared Euclidean ones; other costs can give
 * negative values. Tends to the optimal transport cost as ε → 0, and to half the squared maximum mean discrepancy with
 * kernel −c as ε → ∞. Symmetric up to the stopping rule. Absolute error at most some 4 tolerances of the largest cost:
 * each term is a dual value, right to second order in the marginal error; what that cannot tell from 0 is 0.
 *
 * @throws DomainError if p and q have different lengths, if the cost is not a symmetric Float64Array of n × n numbers within
 * ±2⁹⁰⁰, if an option is out of range, or if the iterations do not reach the tolerance.
 * @see feydy-2019, equation 3 and theorem 1
 */
export function sinkhornDivergence(p: Pmf, q: Pmf, cost: Float64Array, options: SinkhornOptions): number {
  const pair = pairOf('sinkhornDivergence', p, q);
  const n = p.length;
  const costs = requireCosts('sinkhornDivergence', 'cost', cost, n, n);
  requireSymmetric(cost, n);
  const rule = stoppingRule('sinkhornDivergence', options, costs);
  const ofP = selfTransport(pair.p, cost, rule);
  const ofQ = selfTransport(pair.q, cost, rule);
  const both = solveEntropic(pair.p, pair.q, cost, rule, ofQ.potential);
  const value = converged(both, rule) - (converged(ofP, rule) + converged(ofQ, rule)) / 2;
  const noise = (4 * rule.tolerance + 1e-14) * magnitude(costs);
  return value < noise && -value < noise ? 0 : value;
}

function converged(solved: { dual: number; marginalError: number }, rule: StoppingRule): number {
  if (solved.marginalError <= rule.tolerance) return solved.dual;
  throw new DomainError(
    `sinkhornDivergence: the marginal error is ${solved.marginalError} after ${rule.maxIterations} iterations, above the tolerance ${rule.tolerance}; use a larger epsilon, tolerance or maxIterations`,
  );
}

function requireSymmetric(cost: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      if (cost[i * n + j] === cost[j * n + i]) continue;
      throw new DomainError(
        `sinkhornDivergence: cost is ${cost[i * n + j]!} from outcome ${i} to ${j} and ${cost[j * n + i]!} back; it must be symmetric`,
      );
    }
  }
}
