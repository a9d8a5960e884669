import type { Relation } from './proposition.ts';
import type { Exact } from './oracle.ts';
import { isInequality } from './tightness.ts';

/** A gap or a slack, and the instance on which it was seen. */
export interface Extreme {
  readonly size: number;
  /** ` at P = (0.1, 0.9)`, or empty where all symbols are given. */
  readonly at: string;
}

/** What was tried, by which evaluator, and what came nearest to a failure. */
export interface Evidence {
  /** How many instances the core evaluated in doubles. */
  readonly doubles: number;
  /** How many instances the oracle evaluated at 50 digits, the core beside it. */
  readonly digits50: number;
  /** How many steps the searches for a counterexample took. */
  readonly steps: number;
  /** The worst gap of an equality, relative to the terms that make it, at 50 digits. */
  readonly gap?: Extreme;
  /** The smallest slack of an inequality, at 50 digits. */
  readonly slack?: Extreme;
  /** A limit was followed along its sequence, which proves nothing. */
  readonly numerical?: true;
  /** Integrals were taken to 23 digits in place of 50, those with another one inside to 12. */
  readonly quadrature?: true;
  /** How the witness of an existential claim, or an inequality between given numbers, was made certain. */
  readonly certain?: 'rational arithmetic' | 'interval arithmetic';
}

export const noEvidence: Evidence = { doubles: 0, digits50: 0, steps: 0 };

/** Watches the worst gap and the smallest slack of the relations of a formula. */
export class Extremes {
  gap: Extreme | undefined;
  slack: Extreme | undefined;

  watch(relation: Relation, left: Exact, right: Exact, slack: number, at: () => string): void {
    const size = Math.abs(slack);
    if (Number.isNaN(size)) return;
    if (isInequality(relation)) {
      if (!this.slack || size < this.slack.size) this.slack = { size, at: at() };
    } else if (relation.sign === '=' && !relation.negated) {
      const scale = left.kind === 'number' && right.kind === 'number' ? left.scale + right.scale : 1;
      const relative = size === 0 ? 0 : size / scale;
      if (!this.gap || relative > this.gap.size) this.gap = { size: relative, at: at() };
    }
  }
}
