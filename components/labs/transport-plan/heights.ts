import { whole } from '../masses.ts';
import { places, type Side } from './places.ts';

const n = places.length;

/** The drawing in shares of its height from the top: P stands on its foot, the others hang from theirs. */
export interface Heights extends Readonly<Record<Side, number>> {
  readonly ofMassOne: number;
}

/** A bar is so wide, as a share of the width of the drawing; so is a ribbon of mass one. */
export const barWidth = 0.7 / n;

export const middleOf = (place: number): number => (place - 0.5) / n;

const way = (side: Side): number => (side === 'P' ? -1 : 1);

/** Where a bar of so many millionths ends. */
export const endOf = (heights: Heights, side: Side, mass: number): number =>
  heights[side] + (way(side) * heights.ofMassOne * mass) / whole;

/** The mass whose bar ends at a height, as a probability. */
export const massAt = (heights: Heights, side: Side, y: number): number =>
  (way(side) * (y - heights[side])) / heights.ofMassOne;
