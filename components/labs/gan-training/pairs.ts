import { fromWeights } from '../../../src/core/pmf.ts';
import { optimalTransport } from '../../../src/core/transport/optimal-transport.ts';
import type { Sample } from './data.ts';

/** Transport is solved between so many points of each sample. */
export const moved = 100;

/**
 * How far each point is moved by the cheapest plan between the first points of two samples, in ten-thousandths. All masses are equal, so
 * a plan that is a vertex moves whole points. Each distance is rounded before the plan is sought, so it is the best one for what is shown.
 */
export function cheapestMoves(from: Sample, to: Sample): readonly number[] {
  const each = fromWeights(Array.from({ length: moved }, () => 1));
  const costs = new Float64Array(moved * moved);
  for (let i = 0; i < moved; i++) {
    for (let j = 0; j < moved; j++) {
      const [dx, dy] = [from[2 * i]! - to[2 * j]!, from[2 * i + 1]! - to[2 * j + 1]!];
      costs[i * moved + j] = Math.round(10 * Math.sqrt(dx * dx + dy * dy));
    }
  }
  const { plan } = optimalTransport(each, each, costs);
  return Array.from(costs).filter((_, k) => plan[k]! * moved > 0.5);
}
