import { fromWeights, type Pmf } from '../../../src/core/index.ts';
import { seededRandom } from '../../../src/core/random.ts';

/** A projection onto linear constraints that P obeys, exactly: its masses are multiples of 2⁻¹², its statistics integers. */
export interface Instance {
  readonly text: string;
  readonly q: Pmf;
  readonly statistics: readonly number[][];
  readonly expectations: readonly number[];
  /** A pmf that obeys the constraints. */
  readonly p: Pmf;
}

const PARTS = 4096;

/** Instances of which one kind has masses over so many decades. */
export function instances(seed: number, decades: number) {
  const { uniform, below } = seededRandom(seed);

  /** Masses that are multiples of 1/4096, on the given outcomes. */
  const dyadic = (n: number, support: readonly number[]): number[] => {
    const weights = new Array<number>(n).fill(0);
    let left = PARTS;
    support.forEach((x, i) => {
      const most = left - (support.length - 1 - i);
      const part = i === support.length - 1 ? left : 1 + below(Math.max(1, Math.floor(most / 2)));
      weights[x] = part;
      left -= part;
    });
    return weights;
  };

  const mean = (weights: readonly number[], f: readonly number[]): number =>
    weights.reduce((sum, w, x) => sum + w * f[x]!, 0) / PARTS;

  const masses: readonly ((n: number) => number[])[] = [
    (n) => new Array<number>(n).fill(1),
    (n) => Array.from({ length: n }, () => 0.01 + uniform()),
    (n) => Array.from({ length: n }, () => 10 ** (-8 * uniform())),
    (n) => Array.from({ length: n }, (_, x) => (x % 3 === 1 ? 1e-30 : 1)),
    (n) => Array.from({ length: n }, () => 10 ** (-decades * uniform())),
  ];

  const statistic: readonly ((n: number) => number[])[] = [
    (n) => Array.from({ length: n }, (_, x) => x),
    (n) => Array.from({ length: n }, () => below(19) - 9),
    (n) => Array.from({ length: n }, () => below(2)),
    (n) => Array.from({ length: n }, (_, x) => x * x),
    (n) => Array.from({ length: n }, () => 1_000_000 + below(100)),
    (n) => new Array<number>(n).fill(7),
  ];

  /** Statistics of all kinds, now and then one that depends on the others. */
  const statisticsOf = (n: number): number[][] => {
    const made = Array.from({ length: 1 + below(4) }, () => statistic[below(statistic.length)]!(n));
    if (below(3) === 0) made.push(made[0]!.map((v, x) => 3 * v - made.at(-1)![x]!));
    if (below(4) === 0) made.push(made[0]!.map((v) => v * 1024));
    return made;
  };

  /** Of a face, P has mass on the minimisers of the first statistic only: so must every pmf that obeys. */
  const feasible = (face: boolean): Instance => {
    const n = 2 + below(24);
    const q = masses[below(masses.length)]!(n);
    const statistics = statisticsOf(n);
    const all = [...q.keys()];
    const least = Math.min(...statistics[0]!);
    const support = face ? all.filter((x) => statistics[0]![x] === least) : all;
    const weights = dyadic(n, support);
    const expectations = statistics.map((f) => mean(weights, f));
    const text = JSON.stringify({ q, statistics, expectations, weights });
    return { text, q: fromWeights(q), statistics, expectations, p: fromWeights(weights) };
  };

  /** Expectations whose combination by some integers exceeds that at every outcome, by a part of its spread or by 1. */
  const infeasible = (): Omit<Instance, 'p'> => {
    const { q, statistics, expectations } = feasible(false);
    const along = statistics.map(() => below(9) - 4);
    if (!along.some((v) => v !== 0)) along[0] = 1;
    const at = Array.from(q, (_, x) => statistics.reduce((sum, f, j) => sum + along[j]! * f[x]!, 0));
    const most = Math.max(...at);
    const spread = most - Math.min(...at);
    const here = expectations.reduce((sum, c, j) => sum + along[j]! * c, 0);
    const j = along.findIndex((v) => v !== 0);
    const beyond = [1, spread, spread / 64][below(3)]! || 1;
    const outside = expectations.map((c, k) => (k === j ? c + (most - here + beyond) / along[j]! : c));
    return {
      text: JSON.stringify({ q: [...q], statistics, outside }),
      q,
      statistics,
      expectations: outside,
    };
  };

  return { feasible, infeasible };
}
