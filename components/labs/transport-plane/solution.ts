import type { Enclosure } from '../../../src/core/index.ts';
import { between, lastStep } from './ladder.ts';
import type { Cloud } from './points.ts';

export type Order = '1' | '2' | '3';

/** Two clouds of points, the order of the cost, the step of ε, the point whose fields are shown, and what stands beside the points. */
export interface Setting {
  readonly P: Cloud;
  readonly Q: Cloud;
  readonly order: Order;
  readonly step: number;
  readonly chosen: number;
  readonly beside: 'potentials' | 'nothing';
}

/** Which of the two ends ε stands at, if it does. */
export type End = 'exact' | 'independent' | undefined;
export const endOf = ({ step }: Pick<Setting, 'step'>): End =>
  step === 0 ? 'exact' : step === lastStep ? 'independent' : undefined;

export const epsilonOf = ({ step }: Pick<Setting, 'step'>): number => Number(between[step - 1]);

/** The cheapest plan of two clouds, and the potentials that prove it. */
export interface Exact {
  /** Row after row, in parts of `whole`: the corners of the set of plans are sums and differences of masses. */
  readonly plan: readonly number[];
  readonly whole: number;
  readonly cost: number;
  /** What the potentials earn. */
  readonly earned: number;
  /** Of the points of P, then of Q, zero at the first; each is reached by a chain of pairs on which they add up to the cost. */
  readonly potentials: readonly Potential[];
}

export interface Potential {
  readonly value: number;
  /** The costs of the chain, all added up. */
  readonly size: number;
  /** Pairs of points of P and of Q. The cost of the last one is added, that of the one before it subtracted, and so on in turn. */
  readonly chain: readonly (readonly [i: number, j: number])[];
}

/** All that is computed of a setting, as plain data: the page brings that of the first one. */
export interface Solution {
  readonly exact: Exact;
  /** The plan at this ε, the ends among them, row after row. */
  readonly plan: readonly number[];
  /** What the problem at this ε is worth, what its plan costs, and what either cloud and itself are worth. */
  readonly value: Enclosure;
  readonly moved: Enclosure;
  readonly ofP: Enclosure;
  readonly ofQ: Enclosure;
  readonly largestCost: number;
}

/** Of sums of costs that are rounded once each, and of powers of distances. */
export const rounded = 2e-14;
