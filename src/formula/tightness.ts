import type { Relation } from './proposition.ts';
import type { Exact } from './oracle.ts';
import type { Failure } from './report.ts';

const NEAR = 1e-6;
/** What is nearer to 0 is 0, but for what was rounded at fifty digits. */
const ZERO = 1e-40;
/** On fewer instances two sides can agree by chance. */
const ENOUGH = 12;

/** What the instances so far have shown about one inequality. */
interface Seen {
  readonly relation: Relation;
  /** Whether the sides came near each other, relative to their size, where they are not 0. */
  readonly relative: boolean;
  readonly absolute: boolean;
  readonly times: number;
  /** Whether the sides differed on some instance. */
  readonly apart: boolean;
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
      times: 0,
      relative: false,
      absolute: false,
      apart: false,
      leftZero: true,
      rightZero: true,
    };
    this.seen.set(relation, {
      relation,
      times: before.times + 1,
      relative: before.relative || (Number.isFinite(size) && size > ZERO && Math.abs(slack) < NEAR * size),
      absolute: before.absolute || (!this.walking && Math.abs(slack) < NEAR),
      apart: before.apart || slack !== 0,
      leftZero: before.leftZero && a < ZERO,
      rightZero: before.rightZero && b < ZERO,
    });
  }

  failures(): Failure[] {
    return [...this.seen.values()].flatMap((seen) => {
      const message = problem(seen);
      return message === undefined ? [] : [{ message, offset: seen.relation.at }];
    });
  }
}

function problem({
  relation,
  times,
  relative,
  absolute,
  apart,
  leftZero,
  rightZero,
}: Seen): string | undefined {
  const { written } = relation;
  if (!apart && times >= ENOUGH) return `${written} holds, and with equality on every instance; write =`;
  if (relative || (absolute && (leftZero || rightZero))) return undefined;
  return (
    `${written} holds, but is never tight: a wrong constant would go unnoticed; ` +
    'if it is meant to be loose, say `% loose: reason`'
  );
}

export function isInequality(relation: Relation): boolean {
  return ['≤', '≥', '<', '>'].includes(relation.sign) && !relation.negated;
}
