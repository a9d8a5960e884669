import { expm1 } from '../elementary/exp.ts';
import { log } from '../elementary/log.ts';
import type { Masses } from '../pmf.ts';
import { expOfNegative } from './fast-exp.ts';
import { keptCosts, positive } from './positive-masses.ts';
import type { StoppingRule } from './sinkhorn-iteration.ts';

/**
 * OT_ε(a, a) for symmetric costs, as a dual value, the marginal error that is left, and the potential of
 * the outcomes with mass. Both potentials are one, f, and
 * the mean of f and its Sinkhorn step (in the log domain) converges where scaling rows and columns in turn creeps.
 */
export function selfTransport(
  a: Masses,
  cost: Float64Array,
  { epsilon, tolerance, maxIterations }: StoppingRule,
): { dual: number; marginalError: number; potential: Float64Array } {
  const kept = positive(a);
  const costs = keptCosts(cost, a.values.length, kept, kept);
  const masses = kept.masses.map((mass) => mass / a.total.hi);
  const n = masses.length;
  const f = new Float64Array(n);
  const step = new Float64Array(n);
  let marginalError = Infinity;
  let surplus = 0;
  for (let iterations = 0; ; iterations++) {
    for (let i = 0; i < n; i++) step[i] = softMinimum(f, masses, costs, i * n, epsilon);
    marginalError = 0;
    surplus = 0;
    for (let i = 0; i < n; i++) {
      const difference = masses[i]! * expm1((f[i]! - step[i]!) / epsilon);
      marginalError += difference < 0 ? -difference : difference;
      surplus += difference;
    }
    if (marginalError <= tolerance || iterations + 1 >= maxIterations) break;
    for (let i = 0; i < n; i++) f[i] = (f[i]! + step[i]!) / 2;
  }
  let mean = 0;
  for (let i = 0; i < n; i++) mean += masses[i]! * f[i]!;
  return { dual: 2 * mean - epsilon * surplus, marginalError, potential: f };
}

/** −ε log Σⱼ aⱼ exp((fⱼ − c_ij)/ε) */
function softMinimum(
  f: Float64Array,
  masses: Float64Array,
  cost: Float64Array,
  row: number,
  epsilon: number,
): number {
  let most = -Infinity;
  for (let j = 0; j < f.length; j++) {
    const value = f[j]! - cost[row + j]!;
    if (value > most) most = value;
  }
  let sum = 0;
  for (let j = 0; j < f.length; j++) {
    sum += masses[j]! * expOfNegative((f[j]! - cost[row + j]! - most) / epsilon);
  }
  return -most - epsilon * log(sum);
}
