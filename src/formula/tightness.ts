import type { Relation } from './expression.ts';
import type { Exact } from './oracle.ts';
import type { Failure } from './report.ts';

const NEAR = 1e-6;
const ZERO = 1e-40;

/** What the instances so far have shown about one inequality. */
interface Seen {
  readonly relation: Relation;
  /** Whether the sides came near each other, relative to their size, where they are not 0. */
  readonly relative: boolean;
  readonly absolute: boolean;
  /** Whether the left, or the right side was 0 on every instance. */
  readonly leftZero: boolean;
  readonly rightZero: boolean;
}

/**
 * Watches how close an inequality comes to equality. One that holds everywhere but is never tight would also hold
 * with another constant, so that nothing would notice a wrong one. Equality counts where the sides are not 0,
 * since 0 ≤ c · 0 says nothing about c; beside a side that is always 0 it is the other side that has to come near 0.
 */
export class Tightness {
  readonly seen = new Map<Relation, Seen>();
  /** On a walk both sides may shrink together, so that a small slack beside a 0 says nothing. */
  walking = false;

  watch(relation: Relation, left: Exact, right: Exact, slack: number): void {
    if (left.kind !== 'number' || right.kind !== 'number') return;
    const [a, b] = [Math.abs(Number(left.digits)), Math.abs(Number(right.digits))];
    const size = Math.max(a, b);
    const before = this.seen.get(relation) ?? {
      relative: false,
      absolute: false,
      leftZero: true,
      rightZero: true,
    };
    this.seen.set(relation, {
      relation,
      relative: before.relative || (Number.isFinite(size) && size > 0 && Math.abs(slack) < NEAR * size),
      absolute: before.absolute || (!this.walking && Math.abs(slack) < NEAR),
      leftZero: before.leftZero && a < ZERO,
      rightZero: before.rightZero && b < ZERO,
    });
  }

  failures(): Failure[] {
    const tight = (seen: Seen): boolean =>
      seen.relative || (seen.absolute && (seen.leftZero || seen.rightZero));
    return [...this.seen.values()]
      .filter((seen) => !tight(seen))
      .map(({ relation }) => {
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
