import { nothing, one, zero } from './doubles.ts';
import type { Approximate } from './doubles.ts';
import { number } from './evaluate-core.ts';
import type { Program } from './evaluate-core.ts';
import type { Expression } from './expression.ts';
import type { Proposition } from './proposition.ts';

/** 1 where a condition holds, 0 where it does not, NaN where a side of it has no value. */
export function indicator(proposition: Proposition): Program<Approximate> {
  const holds = condition(proposition);
  const sides = sidesOf(proposition).map(number);
  return (frame) => {
    if (sides.some((side) => Number.isNaN(side(frame).value))) return nothing;
    return holds(frame) ? one : zero;
  };
}

function sidesOf(of: Proposition): readonly Expression[] {
  if (of.kind === 'chain') return of.sides.map(({ expression }) => expression);
  return (of.kind === 'and' ? of.parts : [of.left, of.right]).flatMap(sidesOf);
}

/** Conditions of sums, such as P(x) > 0: on the masses themselves, so that doubles decide them rightly. */
export function condition(proposition: Proposition): Program<boolean> {
  if (proposition.kind === 'and') {
    const parts = proposition.parts.map(condition);
    return (frame) => parts.every((part) => part(frame));
  }
  if (proposition.kind !== 'chain') return () => false;
  const sides = proposition.sides.map((side) => number(side.expression));
  return (frame) => {
    const values = sides.map((side) => side(frame).value);
    return proposition.relations.every(({ sign, negated }, k) => {
      const [a, b] = [values[k]!, values[k + 1]!];
      const holds = {
        '=': a === b,
        '≈': a === b,
        '≤': a <= b,
        '≥': a >= b,
        '<': a < b,
        '>': a > b,
        '≪': false,
        '∈': true,
      }[sign];
      return holds !== negated;
    });
  };
}
