/** Two samples of numbers, counted in the bins of the first: equal ones from its least number to its greatest. */
export interface Bins {
  readonly from: number;
  readonly to: number;
  readonly made: readonly number[];
  /** Of the one image, again and again; numbers beyond are counted in the outermost bins. */
  readonly one: readonly number[];
}

export function binned(made: Float64Array, one: Float64Array, bins: number): Bins {
  let [from, to] = [Infinity, -Infinity];
  for (const value of made) {
    if (value < from) from = value;
    if (value > to) to = value;
  }
  const count = (values: Float64Array): number[] => {
    const counts = Array.from({ length: bins }, () => 0);
    for (const value of values) {
      const bin = Math.floor(((value - from) * bins) / (to - from));
      counts[Math.min(bins - 1, Math.max(0, bin))]! += 1;
    }
    return counts;
  };
  return { from, to, made: count(made), one: count(one) };
}
