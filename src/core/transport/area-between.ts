import { sumError } from '../double-double.ts';
import type { WeightedPoints } from '../points-on-line.ts';
import { forEachGap } from './gaps.ts';

/** ∫ |F − G|, the area between two distribution functions; errors name the caller. */
export function areaBetween(caller: string, mu: WeightedPoints, nu: WeightedPoints): number {
  let total = 0;
  let lost = 0;
  const scale = forEachGap(caller, mu, nu, (from, to, flow) => {
    const term = flow * (to - from);
    const next = total + term;
    lost += sumError(total, term, next);
    total = next;
  });
  return (total + lost) / scale;
}
