/** Below this many values, sorting by insertion is fastest. */
export const SHORT = 48;
const BUCKETS = 2048;
const BLOCK = 4096;

/**
 * The values from least to largest: in the given array, or in another one while the given one is left in some order.
 * Linear time if they are sorted already. Values hold no NaN and no −0.
 *
 * Longer arrays are sorted by the upper 32 bits of the doubles, 11 bits at a time, and then by insertion, which has
 * little left to do; where it has more (many values that agree in 32 bits), the engine's sort takes over.
 */
export function sorted(values: Float64Array): Float64Array {
  const n = values.length;
  if (isSorted(values)) return values;
  if (n <= SHORT) {
    insertInOrder(values, Infinity);
    return values;
  }
  let from: Float64Array = values;
  let to: Float64Array = new Float64Array(n);
  for (const { shift, starts } of digits(values)) {
    const words = new Int32Array(from.buffer, from.byteOffset, 2 * n);
    for (let i = 0; i < n; i += BLOCK) scatter(from, words, i, min(n, i + BLOCK), shift, starts, to);
    [from, to] = [to, from];
  }
  return insertInOrder(from, 8 * n) ? from : from.sort();
}

/** Indices that sort the values, equal ones in their given order; undefined if the values are sorted already. */
export function sortingOrder(values: Float64Array): Uint32Array | undefined {
  const n = values.length;
  if (isSorted(values)) return undefined;
  const words = new Int32Array(values.buffer, values.byteOffset, 2 * n);
  let from = new Uint32Array(n);
  for (let i = 0; i < n; i++) from[i] = i;
  if (n > SHORT) {
    let to = new Uint32Array(n);
    for (const { shift, starts } of digits(values)) {
      for (let i = 0; i < n; i += BLOCK) scatterIndices(from, words, i, min(n, i + BLOCK), shift, starts, to);
      [from, to] = [to, from];
    }
  }
  if (insertIndicesInOrder(from, values, n > SHORT ? 8 * n : Infinity)) return from;
  return from.sort((a, b) => values[a]! - values[b]! || a - b);
}

function min(a: number, b: number): number {
  return a < b ? a : b;
}

export function isSorted(values: Float64Array): boolean {
  for (let i = 1; i < values.length; i++) if (values[i - 1]! > values[i]!) return false;
  return true;
}

/** The upper word of a double, as a number whose unsigned order is that of the doubles. */
function orderedKey(word: number): number {
  return word ^ ((word >> 31) | 0x80000000);
}

/** The digits of the keys in which the values differ, least significant first, and where each bucket starts. */
function digits(values: Float64Array): { shift: number; starts: Uint32Array }[] {
  const n = values.length;
  const words = new Int32Array(values.buffer, values.byteOffset, 2 * n);
  const counts = [0, 11, 22].map((shift) => ({ shift, starts: new Uint32Array(BUCKETS) }));
  const [low, middle, high] = counts.map(({ starts }) => starts) as [Uint32Array, Uint32Array, Uint32Array];
  for (let i = 0; i < n; i += BLOCK) count(words, i, min(n, i + BLOCK), low, middle, high);
  return counts.filter(({ starts }) => {
    let start = 0;
    let fullest = 0;
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      const size = starts[bucket]!;
      if (size > fullest) fullest = size;
      starts[bucket] = start;
      start += size;
    }
    return fullest < n;
  });
}

// Small inner functions over blocks: one long loop stays in the engine's slower tier.
function count(
  words: Int32Array,
  begin: number,
  end: number,
  low: Uint32Array,
  middle: Uint32Array,
  high: Uint32Array,
): void {
  for (let i = begin; i < end; i++) {
    const key = orderedKey(words[2 * i + 1]!);
    low[key & 2047]!++;
    middle[(key >>> 11) & 2047]!++;
    high[key >>> 22]!++;
  }
}

function scatter(
  from: Float64Array,
  words: Int32Array,
  begin: number,
  end: number,
  shift: number,
  starts: Uint32Array,
  to: Float64Array,
): void {
  for (let i = begin; i < end; i++) {
    const bucket = (orderedKey(words[2 * i + 1]!) >>> shift) & 2047;
    to[starts[bucket]!++] = from[i]!;
  }
}

function scatterIndices(
  from: Uint32Array,
  words: Int32Array,
  begin: number,
  end: number,
  shift: number,
  starts: Uint32Array,
  to: Uint32Array,
): void {
  for (let i = begin; i < end; i++) {
    const index = from[i]!;
    const bucket = (orderedKey(words[2 * index + 1]!) >>> shift) & 2047;
    to[starts[bucket]!++] = index;
  }
}

/** Sorts by insertion; gives up, and says so, after some `most` moves. */
export function insertInOrder(values: Float64Array, most: number): boolean {
  let moves = 0;
  for (let i = 1; i < values.length && moves <= most; i += BLOCK)
    moves += insertBlock(values, i, min(values.length, i + BLOCK), most);
  return moves <= most;
}

function insertBlock(values: Float64Array, from: number, to: number, most: number): number {
  let moves = 0;
  let last = values[from - 1]!;
  for (let i = from; i < to; i++) {
    const value = values[i]!;
    if (value >= last) {
      last = value;
      continue;
    }
    let j = i;
    for (; j > 0 && values[j - 1]! > value; j--) values[j] = values[j - 1]!;
    values[j] = value;
    moves += i - j;
    if (moves > most) break;
  }
  return moves;
}

function insertIndicesInOrder(order: Uint32Array, values: Float64Array, most: number): boolean {
  let moves = 0;
  for (let i = 1; i < order.length; i++) {
    const index = order[i]!;
    const value = values[index]!;
    let j = i;
    for (; j > 0 && values[order[j - 1]!]! > value; j--) order[j] = order[j - 1]!;
    order[j] = index;
    moves += i - j;
    if (moves > most) return false;
  }
  return true;
}
