/** For each source, the targets that cost it least. */
export interface ShortList {
  /** Row i has the entries from starts[i] up to starts[i + 1]. */
  readonly starts: Int32Array;
  /** The targets 0 … m − 1 and what they cost. */
  readonly target: Int32Array;
  readonly cost: Float64Array;
}

/** So many costs of a row tell about how large the least ones are. */
const SAMPLE = 64;
const sample = new Float64Array(SAMPLE);

/** The short list of an n × m matrix of costs: `width` targets of each source, seldom fewer. */
export function shortList(cost: Float64Array, n: number, m: number, width: number): ShortList {
  const starts = new Int32Array(n + 1);
  const list = { starts, target: new Int32Array(n * width), cost: new Float64Array(n * width) };
  for (let i = 0; i < n; i++) {
    const most = m > 4 * SAMPLE ? quantile(cost, i * m, m, 2 * width) : Infinity;
    starts[i + 1] = starts[i]! + listRow(list, starts[i]!, width, cost, i * m, m, most);
  }
  return list;
}

/** What some `rank` costs of a row are at most. */
function quantile(cost: Float64Array, row: number, m: number, rank: number): number {
  const places = 1 + (((SAMPLE * rank) / m) | 0);
  sample.fill(Infinity, 0, places);
  for (let k = 0; k < SAMPLE; k++) {
    const c = cost[row + ((((k + 0.5) * m) / SAMPLE) | 0)]!;
    if (c >= sample[places - 1]!) continue;
    let at = places - 1;
    for (; at > 0 && sample[at - 1]! > c; at--) sample[at] = sample[at - 1]!;
    sample[at] = c;
  }
  return sample[places - 1]!;
}

/** Lists the least of the costs up to `most`, and answers how many: a heap, with the largest on top once it is full. */
function listRow(
  list: ShortList,
  base: number,
  width: number,
  cost: Float64Array,
  row: number,
  m: number,
  most: number,
): number {
  let count = 0;
  let j = 0;
  for (; j < m && count < width; j++) {
    const c = cost[row + j]!;
    if (c > most) continue;
    list.cost[base + count] = c;
    list.target[base + count++] = j;
  }
  if (j === m) return count;
  for (let k = (width >> 1) - 1; k >= 0; k--) {
    sink(list, base, width, k, list.cost[base + k]!, list.target[base + k]!);
  }
  for (; j < m; j++) {
    const c = cost[row + j]!;
    if (c < list.cost[base]!) sink(list, base, width, 0, c, j);
  }
  return count;
}

/** Puts an entry in the place k of a heap, or below it. */
function sink(
  { target, cost }: ShortList,
  base: number,
  width: number,
  k: number,
  c: number,
  j: number,
): void {
  for (;;) {
    let child = 2 * k + 1;
    if (child >= width) break;
    if (child + 1 < width && cost[base + child + 1]! > cost[base + child]!) child++;
    if (cost[base + child]! <= c) break;
    cost[base + k] = cost[base + child]!;
    target[base + k] = target[base + child]!;
    k = child;
  }
  cost[base + k] = c;
  target[base + k] = j;
}
