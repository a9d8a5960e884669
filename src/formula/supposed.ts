import { inNats } from './approximate.ts';
import { isVector, ROUNDING } from './doubles.ts';
import type { Approximated } from './doubles.ts';
import { program } from './evaluate-core.ts';
import { typeOf } from './type-of.ts';
import type { Proposition, Relation, Side } from './proposition.ts';
import type { Instance } from './instance.ts';
import type { Way } from './segment.ts';

/** What a statement claims about an equality fails clearly if it is off by this part of its sides. */
const CLEARLY = 1e-3;

/** An equality that a statement supposes, and what it says must hold where the two sides are equal. */
export interface Supposed {
  readonly left: Side;
  readonly right: Side;
  readonly claimed: Proposition;
}

/** The equalities that a statement supposes. */
export function supposedIn(proposition: Proposition): Supposed[] {
  switch (proposition.kind) {
    case 'chain':
      return [];
    case 'and':
      return proposition.parts.flatMap(supposedIn);
    case 'implies':
      return equalities(proposition.left, proposition.right);
    case 'iff':
      return [
        ...equalities(proposition.left, proposition.right),
        ...equalities(proposition.right, proposition.left),
      ];
  }
}

function equalities(condition: Proposition, claimed: Proposition): Supposed[] {
  if (condition.kind === 'and') return condition.parts.flatMap((part) => equalities(part, claimed));
  if (condition.kind !== 'chain') return [];
  return condition.relations.flatMap(({ sign, negated }, k): Supposed[] => {
    const [left, right] = [condition.sides[k]!, condition.sides[k + 1]!];
    const scalar = typeOf(left.expression) !== 'vector' && typeOf(right.expression) !== 'vector';
    return sign === '=' && !negated && scalar ? [{ left, right, claimed }] : [];
  });
}

export type Difference = (instance: Instance) => number;

const valueOf = (side: Side, { environment, bound }: Instance): Approximated =>
  program(inNats(side))({ environment, bound: new Map(Object.entries(bound)), exact: false });

/** Left minus right in doubles, 0 where rounding could make the difference; NaN where there is none. */
export const differenceOf =
  ({ left, right }: Supposed): Difference =>
  (instance) => {
    const [a, b] = [valueOf(left, instance), valueOf(right, instance)];
    if (isVector(a) || isVector(b) || !Number.isFinite(a.scale + b.scale)) return NaN;
    const difference = a.value - b.value;
    return Math.abs(difference) <= ROUNDING * (a.scale + b.scale) ? 0 : difference;
  };

/**
 * Whether a proposition is false by far at the end of a way: by a good part of its sides, and of what they differ by at
 * the beginning and at the other end, so that neither rounding nor a root that is claimed makes it so.
 */
export function clearlyFails(proposition: Proposition, instance: Instance, way: Way): boolean {
  if (proposition.kind === 'and') return proposition.parts.some((part) => clearlyFails(part, instance, way));
  if (proposition.kind !== 'chain') return false;
  return proposition.relations.some((relation, k) => {
    const [left, right] = [proposition.sides[k]!, proposition.sides[k + 1]!];
    if (relation.negated || relation.sign === '≈') return false;
    const fails = (sign: Relation['sign'], a: Side, b: Side): boolean => {
      const [here, ...ends] = [instance, way.from, way.to].map((one) =>
        gap(valueOf(a, one), valueOf(b, one)),
      );
      const most = Math.max(...ends.map(({ size }) => (Number.isFinite(size) ? size : 0)));
      const wrong = sign === '=' || (sign === '≤' || sign === '<' ? here!.sign > 0 : here!.sign < 0);
      return wrong && here!.size > CLEARLY * (here!.scale + most);
    };
    if (relation.sign === '≪') return false;
    if (relation.sign !== '∈') return fails(relation.sign, left, right);
    if (!right.interval) return false;
    const [low, high] = [right.interval.low, right.interval.high].map((end) => ({
      ...right,
      expression: end,
    }));
    return fails('≤', low!, left) || fails('≤', left, high!);
  });
}

/** How far two sides are apart, beside their size, and which is greater; of pmfs, where their masses differ most. */
function gap(a: Approximated, b: Approximated): { size: number; scale: number; sign: number } {
  if (isVector(a) && isVector(b))
    return {
      size: Math.max(...a.map(({ value }, x) => Math.abs(value - (b[x]?.value ?? NaN)))),
      scale: 1,
      sign: 1,
    };
  if (isVector(a) || isVector(b)) return { size: NaN, scale: NaN, sign: 0 };
  const difference = a.value - b.value;
  return {
    size: Math.abs(difference),
    scale: Math.abs(a.value) + Math.abs(b.value),
    sign: Math.sign(difference),
  };
}
