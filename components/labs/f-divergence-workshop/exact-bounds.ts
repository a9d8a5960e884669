import { add, divide, type DoubleDouble } from '../../../src/core/double-double.ts';
import { log, log1p } from '../../../src/core/elementary/log.ts';
import { bhattacharyyaDivergence, fromWeights } from '../../../src/core/index.ts';
import { whole } from '../masses.ts';
import { exact, ruleOf } from './exact.ts';

export interface Pair {
  readonly P: readonly number[];
  readonly Q: readonly number[];
}

/** − log of the Bhattacharyya coefficient. */
export const distance = ({ P, Q }: Pair): number => bhattacharyyaDivergence(fromWeights(P), fromWeights(Q));

export const millionthsApart = ({ P, Q }: Pair): number =>
  P.reduce((sum, mass, x) => sum + Math.max(0, mass - Q[x]!), 0);

/** − log(1 − TV²), from integers. */
export function minusLogOfRest(pair: Pair): number {
  const n = millionthsApart(pair);
  const square = whole * whole;
  return 2 * n > whole ? log(square / ((whole - n) * (whole + n))) : -log1p(-(n * n) / square);
}

/** The sum of the two slopes by which the generator of KL rises, to both sides of one, up to the least and the greatest quotient. */
export function steepest({ P, Q }: Pair): DoubleDouble {
  const order = P.map((_, x) => x).sort((x, y) => P[x]! * Q[y]! - P[y]! * Q[x]!);
  const rise = (x: number): DoubleDouble =>
    divide(ruleOf({ kind: 'kl', order: 0, levels: [] }).term(P[x]!, Q[x]!), exact(Math.abs(P[x]! - Q[x]!)));
  return add(rise(order[0]!), rise(order.at(-1)!));
}
