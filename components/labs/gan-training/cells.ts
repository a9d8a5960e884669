import type { Sample } from './data.ts';

/** The figure is a square around the origin; its side is cut into equal parts, and what lies outside is one cell more. */
export const halfSide = 3.2;
export const side = 8;
export const cells = side * side + 1;

const width = (2000 * halfSide) / side;

/** How many points of a sample lie in each cell, row by row from the bottom; the last number is of those outside. */
export function countsOf(sample: Sample): readonly number[] {
  const counts = Array.from({ length: cells }, () => 0);
  for (let i = 0; i < sample.length; i += 2) {
    const [column, row] = [sample[i]!, sample[i + 1]!].map((value) =>
      Math.floor((value + 1000 * halfSide) / width),
    ) as [number, number];
    const inside = column >= 0 && column < side && row >= 0 && row < side;
    counts[inside ? row * side + column : cells - 1]! += 1;
  }
  return counts;
}
