import { barWidth, endOf, type Heights, middleOf } from './heights.ts';
import { type Passage } from './couplings.ts';
import { places } from './places.ts';

export const heightsOf = {
  two: { P: 0.34, Q: 0.66, R: 1, ofMassOne: 0.3 },
  three: { P: 0.2, Q: 0.38, R: 0.8, ofMassOne: 0.18 },
} as const satisfies Record<string, Heights>;

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
