import { allocate } from '../masses.ts';
import type { Extent } from './extent.ts';
import { SHORT, insertInOrder, isSorted, sorted } from './sort.ts';

const BLOCK = 4096;
/** So many buckets, and the places that a pass fills in them, stay in the cache. */
const MOST_BITS = 12;
/** What each bucket holds, then where it starts. They stay: arrays of their own would cost a short sort more than its passes. */
const low = new Uint32Array(1 << MOST_BITS);
const high = new Uint32Array(1 << MOST_BITS);
let lastScratch: WeakRef<Float64Array> | undefined;

/**
 * A copy of the values from least to largest, given their extent, which is finite; −0 becomes 0. Linear time if they ascend already.
 *
 * The extent is cut into cells of equal width, 4 to 16 a value, and the values are sorted by their cells, in two passes: then
 * all but the few that share a cell are in order, and insertion puts those right. Where most values lie in few cells, for
 * an outlier or heavy tails, they are sorted by their bits instead.
 */
export function sortedCopy(values: Float64Array, extent: Extent): Float64Array {
  const n = values.length;
  if (n <= SHORT || isSorted(values)) return sorted(copyOf(values));
  const inCells = sortedByCells(values, extent);
  if (inCells === undefined) return sorted(copyOf(values));
  return insertInOrder(inCells, 4 * n) ? inCells : sorted(inCells);
}

/** In order but within cells; undefined if too many values would share one. */
function sortedByCells(values: Float64Array, { least, most }: Extent): Float64Array | undefined {
  const n = values.length;
  let bits = 4;
  while (bits < MOST_BITS && 1 << (2 * bits - 2) < n) bits++;
  const buckets = 1 << bits;
  // Monotone, whatever is rounded; at the least value 0 and at the largest the last cell.
  const cells = { least, perUnit: (buckets * buckets - 1) / (most - least), bits };
  low.fill(0, 0, buckets);
  high.fill(0, 0, buckets);
  for (let i = 0; i < n; i += BLOCK) count(values, i, i + BLOCK, cells);
  startsOf(low, buckets);
  // Where values spread evenly over the cells of a bucket, insertion moves Σ size² / (4 · buckets) of them.
  if (startsOf(high, buckets) > 4 * buckets * n) return undefined;
  const half = scratch(n);
  for (let i = 0; i < n; i += BLOCK) scatterLow(values, i, i + BLOCK, cells, half);
  const whole = new Float64Array(n);
  for (let i = 0; i < n; i += BLOCK) scatterHigh(half, i, i + BLOCK, cells, whole);
  return whole;
}

/** The array that the last sort used, if it is as long and still there: new memory costs as much as a pass. */
function scratch(n: number): Float64Array {
  const last = lastScratch?.deref();
  if (last?.length === n) return last;
  const made = new Float64Array(n);
  lastScratch = new WeakRef(made);
  return made;
}

interface Cells {
  readonly least: number;
  readonly perUnit: number;
  /** A cell has so many bits for its bucket in the first pass, and as many for that in the second. */
  readonly bits: number;
}

// Small inner functions over blocks: one long loop stays in the engine's slower tier.
/** A copy in which −0 has become 0. */
export function copyOf(values: Float64Array): Float64Array {
  const copy = allocate(values.length);
  for (let i = 0; i < values.length; i += BLOCK) copyBlock(values, i, i + BLOCK, copy);
  return copy;
}

function copyBlock(values: Float64Array, from: number, end: number, copy: Float64Array): void {
  const to = end < values.length ? end : values.length;
  for (let i = from; i < to; i++) copy[i] = values[i]! + 0;
}

function count(values: Float64Array, from: number, end: number, { least, perUnit, bits }: Cells): void {
  const to = end < values.length ? end : values.length;
  const mask = (1 << bits) - 1;
  for (let i = from; i < to; i++) {
    const cell = ((values[i]! - least) * perUnit) | 0;
    low[cell & mask]!++;
    high[cell >>> bits]!++;
  }
}

/** Turns how many values each bucket has into where it starts; returns the sum of the squares. */
function startsOf(sizes: Uint32Array, buckets: number): number {
  let start = 0;
  let squares = 0;
  for (let bucket = 0; bucket < buckets; bucket++) {
    const size = sizes[bucket]!;
    sizes[bucket] = start;
    start += size;
    squares += size * size;
  }
  return squares;
}

function scatterLow(
  values: Float64Array,
  from: number,
  end: number,
  { least, perUnit, bits }: Cells,
  result: Float64Array,
): void {
  const to = end < values.length ? end : values.length;
  const mask = (1 << bits) - 1;
  for (let i = from; i < to; i++) {
    const value = values[i]!;
    const cell = ((value - least) * perUnit) | 0;
    result[low[cell & mask]!++] = value + 0;
  }
}

function scatterHigh(
  values: Float64Array,
  from: number,
  end: number,
  { least, perUnit, bits }: Cells,
  result: Float64Array,
): void {
  const to = end < values.length ? end : values.length;
  for (let i = from; i < to; i++) {
    const value = values[i]!;
    const cell = ((value - least) * perUnit) | 0;
    result[high[cell >>> bits]!++] = value;
  }
}
