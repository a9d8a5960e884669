import { DomainError } from '../domain-error.ts';
import { magnitude, type Extent } from './extent.ts';
import type { StoppingRule } from './sinkhorn-iteration.ts';

export interface SinkhornOptions {
  /** Strength of the entropic term, in the unit of the costs: from 1e-300 to 1e300. */
  readonly epsilon: number;
  /** The iteration stops when the column sums are this close to the masses, added up over all columns: 1e-9 if not given. */
  readonly tolerance?: number;
  /** Or after this many iterations, each a scaling of all rows and columns: 10 000 if not given. */
  readonly maxIterations?: number;
}

/** The least ε: where quotients of costs by ε could leave the range of doubles, 2⁻⁶⁰ of the largest cost. */
const LEAST_SHARE = 8.673617379884035e-19;

export function stoppingRule(quantity: string, options: SinkhornOptions, costs: Extent): StoppingRule {
  const { epsilon, tolerance = 1e-9, maxIterations = 10_000 } = (options ?? {}) as SinkhornOptions;
  if (typeof epsilon !== 'number' || !(epsilon >= 1e-300 && epsilon <= 1e300)) {
    throw new DomainError(
      `${quantity}: epsilon is ${String(epsilon)}; it must be a number from 1e-300 to 1e300`,
    );
  }
  if (epsilon < LEAST_SHARE * magnitude(costs)) {
    throw new DomainError(
      `${quantity}: epsilon is ${epsilon}, below 2⁻⁶⁰ of the largest cost; use a larger one, or optimalTransport()`,
    );
  }
  if (typeof tolerance !== 'number' || !(tolerance >= 0 && tolerance < 1)) {
    throw new DomainError(`${quantity}: tolerance is ${String(tolerance)}; it must lie in [0, 1)`);
  }
  if (!Number.isSafeInteger(maxIterations) || maxIterations < 1) {
    throw new DomainError(
      `${quantity}: maxIterations is ${String(maxIterations)}; it must be an integer, at least 1`,
    );
  }
  return { epsilon, tolerance, maxIterations, span: costs.most - costs.least };
}
