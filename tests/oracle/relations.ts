import type { Relation } from '../../src/formula/proposition.ts';
import type { Arithmetic } from './arithmetic.ts';
import type { Result } from './evaluation.ts';

interface Numbers {
  readonly kind: 'number';
}

/** Whether a relation holds. */
export function related<N extends Numbers>(
  arithmetic: Arithmetic<N>,
  relation: Relation,
  left: Result<N>,
  right: Result<N>,
): boolean {
  if (relation.sign === '∈') return true;
  if (relation.sign === '≪') {
    if (left.kind !== 'vector' || right.kind !== 'vector') return false;
    const dominated = left.entries.every(
      (mass, x) => arithmetic.isZero(mass) || !arithmetic.isZero(right.entries[x]),
    );
    return dominated !== relation.negated;
  }
  const sign = signOf(arithmetic, left, right);
  if (sign === undefined) return false;
  const signs = { '=': [0], '≈': [0], '≤': [-1, 0], '≥': [0, 1], '<': [-1], '>': [1] }[relation.sign];
  return signs.includes(sign) !== relation.negated;
}

function signOf<N extends Numbers>(
  arithmetic: Arithmetic<N>,
  a: Result<N>,
  b: Result<N>,
): -1 | 0 | 1 | undefined {
  if (a.kind === 'number' && b.kind === 'number') return arithmetic.compare(a, b);
  if (a.kind !== 'vector' || b.kind !== 'vector') return undefined;
  const signs = a.entries.map((entry, k) => signOf(arithmetic, entry, b.entries[k] ?? entry));
  if (signs.includes(undefined)) return undefined;
  return a.entries.length === b.entries.length && signs.every((sign) => sign === 0) ? 0 : 1;
}
