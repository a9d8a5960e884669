import { whole } from '../masses.ts';
import { type Passage, places, type Side } from './couplings.ts';

const n = places.length;

/** The drawing in shares of its height from the top: P stands on its foot, the others hang from theirs. */
export interface Heights extends Readonly<Record<Side, number>> {
  readonly ofMassOne: number;
}

export const heightsOf = {
  two: { P: 0.34, Q: 0.66, R: 1, ofMassOne: 0.3 },
  three: { P: 0.2, Q: 0.38, R: 0.8, ofMassOne: 0.18 },
} as const satisfies Record<string, Heights>;

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

/** Mass on its way, everywhere as wide: its left edge at each foot that it passes. */
export interface Ribbon {
  readonly passage: Passage;
  readonly width: number;
  readonly stops: readonly { readonly x: number; readonly y: number }[];
}

/** Where each passage stands at a foot: side by side in the order of their ranks, in the middle of the bar. */
function seats(
  passages: readonly Passage[],
  place: (passage: Passage) => number,
  rank: (passage: Passage) => number,
): ReadonlyMap<Passage, number> {
  const found = new Map<Passage, number>();
  for (const at of places) {
    const here = passages.filter((passage) => place(passage) === at).sort((a, b) => rank(a) - rank(b));
    let edge = middleOf(at) - (barWidth * here.reduce((sum, { mass }) => sum + mass, 0)) / 2;
    for (const passage of here) {
      found.set(passage, edge);
      edge += barWidth * passage.mass;
    }
  }
  return found;
}

/** The ribbons from P to Q, and on through Q's bars to R where there is a third row. At each foot they lie as their other ends do. */
export function ribbonsOf(
  passages: readonly Passage[],
  heights: Heights,
  Q?: readonly number[],
): readonly Ribbon[] {
  const leaving = seats(
    passages,
    ({ x }) => x,
    ({ y, z }) => 10 * y + z,
  );
  const coming = seats(
    passages,
    ({ y }) => y,
    ({ x, z }) => 10 * x + z,
  );
  const going =
    Q &&
    seats(
      passages,
      ({ y }) => y,
      ({ x, z }) => 10 * z + x,
    );
  const arriving =
    Q &&
    seats(
      passages,
      ({ z }) => z,
      ({ x, y }) => 10 * y + x,
    );
  return passages.map((passage) => ({
    passage,
    width: barWidth * passage.mass,
    stops: [
      { x: leaving.get(passage)!, y: heights.P },
      { x: coming.get(passage)!, y: heights.Q },
      ...(Q
        ? [
            { x: going!.get(passage)!, y: endOf(heights, 'Q', Q[passage.y - 1]!) },
            { x: arriving!.get(passage)!, y: heights.R },
          ]
        : []),
    ],
  }));
}
