import { range } from './families.ts';
import type { Random } from './families.ts';

/** Where outcomes lie, how far they are from each other, and what it costs to move between them: in thousandths. */

const below = (random: Random, most: number): number => Math.floor(random() * most);
const write = (thousandths: number): string => String(thousandths / 1000);

/** n places on a line, all different: in order, one step apart, out of order, or some almost in one place. */
function places(random: Random, n: number, k: number): number[] {
  switch (k % 4) {
    case 0:
      return range(n).map((x) => 1000 * (x + 1));
    case 1:
      return range(n).map((x) => x * 1000 + below(random, 900));
    case 2: {
      const taken = new Set<number>();
      while (taken.size < n) taken.add(below(random, 20_000) - 10_000);
      return [...taken];
    }
    default:
      return range(n).map((x) => (x === 0 ? 0 : 3000 * Math.ceil(x / 2) + (x % 2)));
  }
}

export const positionsOf = (random: Random, n: number, k: number): string[] =>
  places(random, n, k).map(write);

/** A distance: along a line, between points of a plane walked in right angles, the same for all, or the shortest way. */
export function metricOf(random: Random, n: number, k: number): string[] {
  const table = ((): number[][] => {
    switch (k % 4) {
      case 0:
        return onLine(places(random, n, k >> 2));
      case 1: {
        const [one, other] = [onLine(places(random, n, 2)), onLine(places(random, n, 2))];
        return one.map((row, x) => row.map((distance, y) => distance + other[x]![y]!));
      }
      case 2:
        return range(n).map((x) => range(n).map((y) => (x === y ? 0 : 1000)));
      default:
        return shortestWays(
          range(n).map((x) =>
            range(n).map((y) => (x === y ? 0 : x < y ? 1 + below(random, 5000) : Infinity)),
          ),
        );
    }
  })();
  return table.flat().map(write);
}

const onLine = (positions: readonly number[]): number[][] =>
  positions.map((s) => positions.map((t) => Math.abs(s - t)));

function shortestWays(steps: readonly (readonly number[])[]): number[][] {
  const ways = steps.map((row, x) => row.map((step, y) => Math.min(step, steps[y]![x]!)));
  for (const [z] of ways.entries())
    for (const [x] of ways.entries())
      for (const [y] of ways.entries()) ways[x]![y] = Math.min(ways[x]![y]!, ways[x]![z]! + ways[z]![y]!);
  return ways;
}

/** What moving costs: any, some of it free, a distance, or its square. */
export function costOf(random: Random, rows: number, columns: number, k: number): string[] {
  const distances = rows === columns ? onLine(places(random, rows, k >> 2)) : undefined;
  return range(rows * columns).map((cell) => {
    const [x, y] = [Math.floor(cell / columns), cell % columns];
    const distance = distances?.[x]?.[y];
    if (distance !== undefined && k % 4 === 2) return write(distance);
    if (distance !== undefined && k % 4 === 3) return String(Number(((distance / 1000) ** 2).toFixed(6)));
    return k % 4 === 1 && random() < 0.4 ? '0' : write(below(random, 5000));
  });
}
