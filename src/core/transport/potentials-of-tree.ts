import { productError, sumError } from '../double-double.ts';
import type { Positive } from './positive-masses.ts';
import type { SpanningTree } from './spanning-tree.ts';

/** Dual potentials of a transport problem, one number an outcome, in the unit of the costs. */
export interface Potentials {
  /** Of the first pmf. */
  readonly f: Float64Array;
  /** Of the second pmf. */
  readonly g: Float64Array;
}

/**
 * The potentials of an optimal tree for all outcomes. Those without mass get the largest that the costs allow
 * (the c-transform). All f are shifted against all g so that Σ a f = Σ b g.
 */
export function potentialsOf(
  tree: SpanningTree,
  low: Float64Array,
  from: Positive,
  to: Positive,
  cost: Float64Array,
): Potentials {
  const { n, potential } = tree;
  const m = to.among;
  const shift = -(mean(potential, low, n, to.masses) + mean(potential, low, 0, from.masses)) / 2;
  const f = new Float64Array(from.among).fill(Infinity);
  const g = new Float64Array(m).fill(Infinity);
  from.outcomes.forEach((x, i) => (f[x] = plus(potential[i]!, low[i]!, shift)));
  to.outcomes.forEach((y, j) => (g[y] = plus(-potential[n + j]!, -low[n + j]!, -shift)));
  for (let y = 0; y < m; y++) {
    if (g[y] !== Infinity) continue;
    for (const x of from.outcomes) g[y] = lesser(g[y]!, cost[x * m + y]! - f[x]!);
  }
  for (let x = 0; x < f.length; x++) {
    if (f[x] !== Infinity) continue;
    for (let y = 0; y < m; y++) f[x] = lesser(f[x]!, cost[x * m + y]! - g[y]!);
  }
  return { f, g };
}

function lesser(a: number, b: number): number {
  return b < a ? b : a;
}

/** (hi + lo) + c, rounded once; never −0. */
function plus(hi: number, lo: number, c: number): number {
  const sum = hi + c;
  return sum + (sumError(hi, c, sum) + lo) + 0;
}

/** Mean of the potentials from `offset` on under the masses. */
function mean(potential: Float64Array, low: Float64Array, offset: number, masses: Float64Array): number {
  let total = 0;
  let lost = 0;
  let mass = 0;
  for (let i = 0; i < masses.length; i++) {
    const w = masses[i]!;
    const term = w * potential[offset + i]!;
    const next = total + term;
    lost +=
      sumError(total, term, next) + productError(w, potential[offset + i]!, term) + w * low[offset + i]!;
    total = next;
    mass += w;
  }
  return (total + lost) / mass;
}
