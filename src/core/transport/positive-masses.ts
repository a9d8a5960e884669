import type { Masses } from '../pmf.ts';

/** The outcomes that have mass. */
export interface Positive {
  readonly outcomes: Int32Array;
  readonly masses: Float64Array;
  /** How many outcomes there are in all. */
  readonly among: number;
}

export function positive({ values }: Masses): Positive {
  const outcomes = new Int32Array(values.length);
  let count = 0;
  for (let x = 0; x < values.length; x++) if (values[x]! > 0) outcomes[count++] = x;
  const kept = outcomes.subarray(0, count);
  const masses = new Float64Array(count);
  for (let i = 0; i < count; i++) masses[i] = values[kept[i]!]!;
  return { outcomes: kept, masses, among: values.length };
}

/** The costs between outcomes with mass, row-major: the same array if all have mass. */
export function keptCosts(cost: Float64Array, stride: number, from: Positive, to: Positive): Float64Array {
  const n = from.outcomes.length;
  const m = to.outcomes.length;
  if (n === from.among && m === to.among) return cost;
  const kept = new Float64Array(n * m);
  for (let i = 0; i < n; i++) {
    const row = from.outcomes[i]! * stride;
    for (let j = 0; j < m; j++) kept[i * m + j] = cost[row + to.outcomes[j]!]!;
  }
  return kept;
}
