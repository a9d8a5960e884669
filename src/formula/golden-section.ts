import type { Approximate } from './doubles.ts';

/** The greatest value that was found, the size of the terms that made it, and where. */
export interface Greatest extends Approximate {
  readonly at: number;
}
type Point = Greatest;

const SECTIONS = 90;
const RATIO = (Math.sqrt(5) - 1) / 2;
const DECADES = 30;
const PARTS = 32;
const unbounded: Greatest = { value: Infinity, scale: 0, at: NaN };

/** The greatest value of a function with a single peak between two ends, which may be infinite; undefined if it has more. */
export function greatest(f: (t: number) => Approximate, from: number, to: number): Greatest | undefined {
  if (!(from < to)) return undefined;
  if (from === -Infinity && to < Infinity) {
    const mirrored = greatest((t) => f(-t), -to, Infinity);
    return mirrored && { ...mirrored, at: -mirrored.at };
  }
  const x = path(from, to);
  const point = (t: number): Point => ({ ...f(t), at: t });
  const grid = Array.from({ length: PARTS + 1 }, (_, k) => point(x(k / PARTS)));
  if (from > -Infinity && to === Infinity) grid[0] = point(from);
  if (grid.slice(1, -1).some(({ value }) => Number.isNaN(value))) return undefined;
  if (grid.some(({ value }) => value === Infinity)) return unbounded;
  const known = grid.map((seen) => (Number.isNaN(seen.value) ? { ...seen, value: -Infinity } : seen));
  if (!hasOnePeak(known)) return undefined;
  const best = known.reduce((found, { value }, k) => (value > known[found]!.value ? k : found), 0);
  if (best === PARTS && to === Infinity) return atInfinity(known[PARTS]!, known[PARTS - 1]!);
  if (best === 0 && from === -Infinity) return atInfinity(known[0]!, known[1]!);
  const ends = [Math.max(best - 1, 0), Math.min(best + 1, PARTS)].map((k) => k / PARTS);
  return sections((v) => point(x(v)), ends[0]!, ends[1]!, known[best]!);
}

function sections(f: (v: number) => Point, from: number, to: number, start: Point): Greatest {
  let [low, high, found] = [from, to, start];
  let [a, b] = [high - RATIO * (high - low), low + RATIO * (high - low)];
  let [fa, fb] = [f(a), f(b)];
  for (let k = 0; k < SECTIONS && a < b; k++) {
    for (const seen of [fa, fb]) if (seen.value > found.value) found = seen;
    if (fa.value >= fb.value) {
      [high, b, fb] = [b, a, fa];
      a = high - RATIO * (high - low);
      fa = f(a);
    } else {
      [low, a, fa] = [a, b, fb];
      b = low + RATIO * (high - low);
      fb = f(b);
    }
  }
  return found;
}

/** What still changes between the last two points has no bound; what does not is the limit. */
function atInfinity(end: Point, before: Point): Greatest {
  const change = Math.abs(end.value - before.value);
  return change > 1e-6 * Math.abs(end.value) ? unbounded : { ...end, scale: end.scale + 1e12 * change };
}

function path(from: number, to: number): (v: number) => number {
  if (to < Infinity) return (v) => (v === 1 ? to : from + (to - from) * v);
  if (from > -Infinity) return (v) => from + 10 ** (DECADES * (2 * v - 1));
  return (v) => Math.sinh(Math.LN10 * DECADES * (2 * v - 1));
}

function hasOnePeak(grid: readonly Point[]): boolean {
  let falling = false;
  for (const [k, { value, scale }] of grid.entries()) {
    if (k === 0) continue;
    const before = grid[k - 1]!;
    const slack = 1e-11 * Math.max(scale, before.scale);
    if (before.value > value + slack) falling = true;
    else if (falling && value > before.value + slack) return false;
  }
  return true;
}
