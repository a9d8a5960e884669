import { whole } from '../masses.ts';
import { type Plan, places } from './couplings.ts';

const n = places.length;

/** The heights of the drawing, in shares of it from the top: P stands on its foot, Q hangs from its own. */
export const heights = { P: 0.34, Q: 0.66, ofMassOne: 0.3 } as const;

/** A bar is so wide, as a share of the width of the drawing; so is a ribbon of mass one. */
export const barWidth = 0.7 / n;

export const middleOf = (place: number): number => (place - 0.5) / n;

/** Where a bar of so many millionths ends. */
export const endOf = (row: 'P' | 'Q', mass: number): number =>
  heights[row] + ((row === 'P' ? -1 : 1) * heights.ofMassOne * mass) / whole;

/** The mass whose bar ends at a height. */
export const massAt = (row: 'P' | 'Q', y: number): number =>
  ((row === 'P' ? -1 : 1) * (y - heights[row]) * whole) / heights.ofMassOne;

/** Mass on its way from a stretch of one foot, which begins at `from`, to a stretch of the other, both `width` wide. */
export interface Ribbon {
  readonly x: number;
  readonly y: number;
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

/** The ribbons of a plan. At each foot they lie side by side in the order of their other ends, in the middle of the bar. */
export function ribbonsOf({ masses, total }: Plan): readonly Ribbon[] {
  const share = (k: number): number => masses[k]! / total;
  const sums = (step: number, over: number) => (place: number) =>
    places.reduce((sum, other) => sum + share((place - 1) * step + (other - 1) * over), 0);
  const begin = (sum: (place: number) => number) =>
    places.map((place) => middleOf(place) - (barWidth * sum(place)) / 2);
  const [leaving, arriving] = [begin(sums(n, 1)), begin(sums(1, n))];
  return places.flatMap((x) =>
    places.flatMap((y) => {
      const width = barWidth * share((x - 1) * n + y - 1);
      const ribbon = { x, y, from: leaving[x - 1]!, to: arriving[y - 1]!, width };
      leaving[x - 1]! += width;
      arriving[y - 1]! += width;
      return width > 0 ? [ribbon] : [];
    }),
  );
}
