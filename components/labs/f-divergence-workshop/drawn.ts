import type { Grid } from '../frame/grid.ts';

/** A convex function drawn by hand, piecewise linear: its values at the knots, in twentieths, zero at one, which is none of them. */
export type Levels = readonly number[];

/** Where it can be taken hold of, in quarters. */
export const knots = [0, 1, 2, 8, 12, 16] as const;
const one = 4;
/** In hundredths, of which a level is five. */
export const levelGrid: Grid = { places: 2, least: -100, most: 400, step: 5 };
export const unit = 5;
export const levelRange = { least: levelGrid.least / unit, most: levelGrid.most / unit } as const;

interface Corner {
  /** In quarters. */
  readonly t: number;
  /** In twentieths. */
  readonly v: number;
}

/** The corners from left to right, with the one at one. */
function cornersOf(levels: Levels): readonly Corner[] {
  const free = knots.map((t, k) => ({ t, v: levels[k]! }));
  return [...free.filter(({ t }) => t < one), { t: one, v: 0 }, ...free.filter(({ t }) => t > one)];
}

/** One piece: intercept + slope t, both in hundredths, which the distances of the knots make integers. */
export interface Piece {
  readonly intercept: number;
  readonly slope: number;
}

export function piecesOf(levels: Levels): readonly Piece[] {
  const corners = cornersOf(levels);
  return corners.slice(1).map((right, k) => {
    const left = corners[k]!;
    const slope = (4 * unit * (right.v - left.v)) / (right.t - left.t);
    return { slope, intercept: unit * left.v - (slope * left.t) / 4 };
  });
}

/** Quarters of the knots and hundredths of the values there, the one at one among them. */
export const cornersInHundredths = (levels: Levels): readonly Corner[] =>
  cornersOf(levels).map(({ t, v }) => ({ t, v: unit * v }));

/** The height at `t` of the line through two corners. */
const through = (a: Corner, b: Corner, t: number): number => a.v + ((b.v - a.v) * (t - a.t)) / (b.t - a.t);

/** Between which levels a corner can move while the others stay and the function stays convex: above its neighbours' lines, below their chord. */
export function roomOf(levels: Levels, knot: number): { readonly least: number; readonly most: number } {
  const corners = cornersOf(levels);
  const at = corners.findIndex(({ t }) => t === knots[knot]);
  const t = corners[at]!.t;
  const [before, left, right, after] = [-2, -1, 1, 2].map((step) => corners[at + step]);
  const below = [
    levelRange.least,
    ...(before && left ? [through(before, left, t)] : []),
    ...(right && after ? [through(right, after, t)] : []),
  ];
  const above = left && right ? through(left, right, t) : levelRange.most;
  return {
    least: Math.ceil(Math.max(...below)),
    most: Math.floor(Math.min(levelRange.most, above)),
  };
}

/** The levels with one of them moved as far towards `level` as the function stays convex. */
export function withLevel(levels: Levels, knot: number, level: number): Levels {
  const { least, most } = roomOf(levels, knot);
  const held = Math.min(most, Math.max(least, level)) + 0;
  return levels.map((known, k) => (k === knot ? held : known));
}

export function isConvex(levels: Levels): boolean {
  const slopes = piecesOf(levels).map(({ slope }) => slope);
  return slopes.every((slope, k) => k === 0 || slope >= slopes[k - 1]!);
}

const hundred = 100;

export const nearestLevel = (value: number): number => Math.round((value * hundred) / unit);

/** One level a step; the hundredth of a step is one too. */
export const nudgedLevel = (levels: Levels, knot: number, steps: number): number =>
  levels[knot]! + (Math.round(steps) || Math.sign(steps));
