import { type Grid, nearestStep } from '../frame/grid.ts';
import { nudged } from '../frame/handle.tsx';
import { places } from '../transport-plan/places.ts';

/** A function on the places, in hundredths. */
export type Levels = readonly number[];

export const levelGrid: Grid = { places: 2, least: -300, most: 300, step: 10 };
/** A slope of one, in hundredths a cell. */
export const steepest = 100;

/** From each place but the last to the next one. */
export const cells = places.slice(1).map((_, x) => x);

export const stepOf = (f: Levels, cell: number): number => f[cell + 1]! - f[cell]!;
export const isTooSteep = (f: Levels, cell: number): boolean => Math.abs(stepOf(f, cell)) > steepest;
export const isLipschitz = (f: Levels): boolean => !cells.some((cell) => isTooSteep(f, cell));

/** The greatest function with slopes of at most one that is nowhere above f. */
export const lowered = (f: Levels): Levels =>
  f.map((_, x) => Math.min(...f.map((level, y) => level + steepest * Math.abs(x - y))));

const clamp = (least: number, most: number, value: number): number => Math.min(most, Math.max(least, value));

/** One level becomes what it is told; where slopes are kept, the others follow no further than they must. */
export function withLevel(f: Levels, place: number, level: number, kept: boolean): Levels {
  const taken = clamp(levelGrid.least, levelGrid.most, level);
  return f.map((known, x) => {
    if (x === place) return taken;
    const reach = steepest * Math.abs(x - place);
    return kept ? clamp(taken - reach, taken + reach, known) : known;
  });
}

export const dragged = (f: Levels, place: number, value: number, kept: boolean): Levels =>
  withLevel(f, place, nearestStep({ ...levelGrid, step: 5 }, value), kept);

export const nudgedLevel = (f: Levels, place: number, steps: number, kept: boolean): Levels =>
  withLevel(f, place, nudged(levelGrid, f[place]!, steps), kept);

/** All of f higher by a half, or by what is left to the edge; lower where `by` is negative. */
export function raised(f: Levels, by: 50 | -50): Levels {
  const room = by > 0 ? levelGrid.most - Math.max(...f) : levelGrid.least - Math.min(...f);
  const constant = by > 0 ? Math.min(by, room) : Math.max(by, room);
  return f.map((level) => level + constant);
}

export const turnedOver = (f: Levels): Levels => f.map((level) => (level === 0 ? 0 : -level));

const upTo = (masses: readonly number[], cell: number): number =>
  masses.slice(0, cell + 1).reduce((sum, mass) => sum + mass, 0);

/** How much more of Q than of P lies to the left of the middle of a cell, in millionths. */
export const aheadIn = (P: readonly number[], Q: readonly number[], cell: number): number =>
  upTo(Q, cell) - upTo(P, cell);

/** The best function: it begins at zero, and is flat where its slope is free. */
export function bestWitness(P: readonly number[], Q: readonly number[]): Levels {
  const levels = [0];
  for (const cell of cells) levels.push(levels[cell]! + steepest * Math.sign(aheadIn(P, Q, cell)));
  return levels;
}
