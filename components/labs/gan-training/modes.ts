import { mixtures, type Sample, sampleSize } from './data.ts';
import type { DataName } from './task.ts';

/** A point belongs to a mode within so many standard deviations of its centre. */
const reach = 3;

/** How many points of a sample belong to each mode. */
export function modeCounts(name: DataName, sample: Sample): readonly number[] {
  const { centres, spread } = mixtures[name];
  const most = 1000 * reach * spread;
  const counts = centres.map(() => 0);
  for (let i = 0; i < sample.length; i += 2) {
    centres.forEach(([x, y], mode) => {
      const [dx, dy] = [sample[i]! - 1000 * x, sample[i + 1]! - 1000 * y];
      if (dx * dx + dy * dy <= most * most) counts[mode]! += 1;
    });
  }
  return counts;
}

/** A mode counts as found if it has at least a quarter of its share. */
export const found = (counts: readonly number[]): number =>
  counts.filter((count) => 4 * counts.length * count >= sampleSize).length;
