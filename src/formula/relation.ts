import { besideApprox, writtenDecimals } from './approximate.ts';
import type { Chain, Relation, Side } from './proposition.ts';
import type { Exact, Oracle } from './oracle.ts';

/** Whether a relation holds between two values, and by how much. */
export function related(
  relation: Relation,
  left: Exact,
  right: Exact,
  oracle: Oracle,
): { holds: boolean; slack: number } {
  if (relation.sign === '≪') {
    const isZero = (value: Exact | undefined): boolean =>
      value?.kind === 'number' && Number(value.digits) === 0;
    const [p, q] = [left, right].map((side) => (side.kind === 'vector' ? side.entries : []));
    return { holds: p!.every((mass, x) => isZero(mass) || !isZero(q![x])) !== relation.negated, slack: 0 };
  }
  const compared = oracle.compare(left, right);
  if (!compared) return { holds: false, slack: NaN };
  const signs: readonly number[] = {
    '=': [0],
    '≈': [0],
    '≤': [-1, 0],
    '≥': [0, 1],
    '<': [-1],
    '>': [1],
    '∈': [],
  }[relation.sign];
  return {
    holds: signs.includes(compared.sign) !== relation.negated,
    slack: compared.sign === 0 && relation.sign !== '=' ? 0 : compared.slack,
  };
}

/** The commonest slips: an exact decimal where a rounded one is meant, and a condition that is asserted. */
export function remedy(chain: Chain, k: number, open: boolean): string {
  const sides = [chain.sides[k]!, chain.sides[k + 1]!];
  if (chain.relations[k]!.sign === '=') {
    const rounded = (side: Side): boolean =>
      !besideApprox(chain, chain.sides.indexOf(side)) &&
      (writtenDecimals(side)?.some(({ text }) => text.includes('.')) ?? false);
    if (sides.some(rounded)) return '; = is exact, so write \\approx if this is a rounded value';
  }
  const plain = (side: Side): boolean => ['symbol', 'mass', 'number'].includes(side.expression.kind);
  const condition = open && chain.relations.length === 1 && sides.every(plain);
  return condition ? '; if this is a condition, write \\suppose{…} around it, or say what it implies' : '';
}
