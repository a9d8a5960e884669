import { number } from './evaluate-core.ts';
import type { Program } from './evaluate-core.ts';
import type { Proposition } from './expression.ts';

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
