import { costMatrix, fromWeights, optimalTransport, type Pmf } from '../../../src/core/index.ts';
import { gcd } from '../frame/codec.ts';
import { type Cloud, totalOf } from './points.ts';
import type { Exact, Order, Potential } from './solution.ts';

export const placesOf = (cloud: Cloud): number[][] => cloud.map(({ x, y }) => [x / 100, y / 100]);
export const pmfOf = (cloud: Cloud): Pmf => fromWeights(cloud.map(({ weight }) => weight));
export const costsOf = (from: Cloud, to: Cloud, order: Order): Float64Array =>
  costMatrix(placesOf(from), placesOf(to), { exponent: Number(order) });

/** How far a sum of potentials may be from a cost that it equals: rounding, and no more. */
const tight = 1e-13;

export function exactly(P: Cloud, Q: Cloud, order: Order): Exact {
  const cost = costsOf(P, Q, order);
  const [a, b] = [totalOf(P), totalOf(Q)];
  const whole = (a / gcd(a, b)) * b;
  const found = optimalTransport(pmfOf(P), pmfOf(Q), cost);
  const { f, g } = found.potentials;
  const mean = (cloud: Cloud, values: Float64Array, total: number): number =>
    cloud.reduce((sum, { weight }, k) => sum + weight * values[k]!, 0) / total;
  return {
    plan: Array.from(found.plan, (mass) => Math.round(mass * whole)),
    whole,
    cost: found.cost,
    earned: mean(P, f, a) + mean(Q, g, b),
    potentials: chains(P.length, Q.length, (i, j) => f[i]! + g[j]! - cost[i * Q.length + j]! > -tight).map(
      (chain) => {
        const costs = chain.map(([i, j]) => cost[i * Q.length + j]!);
        return {
          value: costs.reduce((sum, next) => next - sum, 0),
          size: costs.reduce((sum, next) => sum + next, 0),
          chain,
        };
      },
    ),
  };
}

/** From the first point of P to every point, along pairs on which the potentials add up to the cost; shortest first. */
function chains(
  n: number,
  m: number,
  joined: (i: number, j: number) => boolean,
): readonly Potential['chain'][] {
  const found: (Potential['chain'] | undefined)[] = Array.from({ length: n + m });
  found[0] = [];
  const reached = [0];
  for (const here of reached) {
    for (let other = here < n ? n : 0; other < (here < n ? n + m : n); other++) {
      const pair = here < n ? ([here, other - n] as const) : ([other, here - n] as const);
      if (found[other] || !joined(...pair)) continue;
      found[other] = [...found[here]!, pair];
      reached.push(other);
    }
  }
  return found.map((chain) => chain!);
}
