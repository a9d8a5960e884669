import type { Relation } from './expression.ts';
import type { Exact } from './oracle.ts';
import type { Failure } from './report.ts';

const NEAR = 1e-6;

/**
 * Watches how close an inequality comes to equality. One that holds everywhere but is never tight would also hold
 * with another constant, so that nothing would notice a wrong one.
 */
export class Tightness {
  readonly seen = new Map<Relation, boolean>();

  /**
   * Equality counts where the sides are not 0, since 0 ≤ c · 0 says nothing about c; beside a constant 0 it is the
   * other side that has to come near 0. `beside` holds the values of constant sides; < ∞ has no slack to watch.
   */
  watch(relation: Relation, left: Exact, right: Exact, slack: number, beside: readonly number[]): void {
    if (left.kind !== 'number' || right.kind !== 'number') return;
    const size = Math.max(Math.abs(Number(left.digits)), Math.abs(Number(right.digits)));
    if (beside.some((value) => !Number.isFinite(value))) return;
    const zeroSide = beside.includes(0);
    const near = zeroSide
      ? Math.abs(slack) < NEAR
      : Number.isFinite(size) && size > 0 && Math.abs(slack) < NEAR * size;
    this.seen.set(relation, (this.seen.get(relation) ?? false) || near);
  }

  failures(): Failure[] {
    return [...this.seen]
      .filter(([, tight]) => !tight)
      .map(([relation]) => {
        const message =
          `${relation.written} holds, but is never tight: a wrong constant would go unnoticed; ` +
          'if it is meant to be loose, say `% loose: reason`';
        return { message, offset: relation.at };
      });
  }
}

export function isInequality(relation: Relation): boolean {
  return ['≤', '≥', '<', '>'].includes(relation.sign) && !relation.negated;
}
