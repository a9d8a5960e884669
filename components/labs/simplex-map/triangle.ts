import { whole } from '../masses.ts';

/** The masses of a pmf on three outcomes, in millionths; outcomes one and two stand below, the third at the top. */
export type Masses = readonly number[];

/** A point of the box around the triangle, as shares from its left and from its top. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

export const placeOf = ([, b, c]: Masses): Place => ({
  x: (b! + c! / 2) / whole,
  y: 1 - c! / whole,
});

/** A hundredth, by which arrow keys move, and to which a drag goes. */
export const step = whole / 100;

const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, value));

/** The pmf in hundredths that is nearest to a place; from outside of the triangle, one on its side. */
export function massesAt({ x, y }: Place): Masses {
  const c = clamp(Math.round(100 * (1 - y)), 100);
  const b = clamp(Math.round(100 * (x - (1 - y) / 2)), 100 - c);
  return [100 - b - c, b, c].map((hundredths) => hundredths * step);
}

/** Takes up to `amount` from one outcome to another. */
function moved(masses: Masses, amount: number, from: number, to: number): Masses {
  const taken = Math.min(masses[from]!, amount);
  return masses.map((mass, x) => (x === from ? mass - taken : x === to ? mass + taken : mass));
}

/**
 * So many steps to the right, from the first to the second outcome, and up, to the third from both alike as long as they have it;
 * a hundredth of a step is the finest.
 */
export function nudged(masses: Masses, right: number, up: number): Masses {
  const across = Math.round(right * step);
  const rise = Math.round(up * step);
  const [one, two] = across < 0 ? [1, 0] : [0, 1];
  const shifted = moved(masses, Math.abs(across), one, two);
  if (rise <= 0) return moved(moved(shifted, -rise / 2, 2, 0), -rise / 2, 2, 1);
  const fromFirst = Math.min(shifted[0]!, Math.max(rise / 2, rise - shifted[1]!));
  return moved(moved(shifted, fromFirst, 0, 2), rise - fromFirst, 1, 2);
}
