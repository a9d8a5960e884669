import { decimal, type Grid } from '../frame/grid.ts';

/**
 * The line, in cells of length one that are numbered from 1. P has a density that rises from 0 to 1/2 and falls again, over four cells;
 * that of Q is the same, shifted. What the discriminator sees is the cell.
 */
export const cells = 12;
/** The middle of P. */
export const centre = 2;
const tenth = 10;
/** Half the width of a density, in tenths of a cell. */
const half = 2 * tenth;

export const shiftGrid: Grid = { places: 1, least: 0, most: 80, step: 1 };

/** All masses are integers in units of 1/800. */
export const whole = 2 * half * half;

/** The mass to the left of a place, in tenths from the middle of the density. */
function leftOf(place: number): number {
  const to = Math.max(-half, Math.min(half, place));
  return to < 0 ? (half + to) ** 2 : whole - (half - to) ** 2;
}

const places = Array.from({ length: cells }, (_, x) => x * tenth);
const middle = (shift: number): number => centre * tenth + shift;

/** The masses of the cells of a density that is shifted by so many tenths. */
export const massesAt = (shift: number): readonly number[] =>
  places.map((from) => leftOf(from + tenth - middle(shift)) - leftOf(from - middle(shift)));

/** The density at the left and at the right edge of each cell, in units of 1/40: what flows in and out as the shift grows. */
export function flowsAt(shift: number): Record<'in' | 'out', readonly number[]> {
  const densityAt = (place: number): number => Math.max(0, half - Math.abs(place - middle(shift)));
  return { in: places.map(densityAt), out: places.map((from) => densityAt(from + tenth)) };
}

/** The flows of a shift add up to this. */
export const wholeFlow = 2 * half;

/** A mass as an exact decimal: an eight-hundredth is 0.00125. */
export const massText = (mass: number): string => decimal({ places: 5 }, mass * (1e5 / whole));
/** A flow as one: a fortieth is 0.025. */
export const flowText = (flow: number): string => decimal({ places: 3 }, flow * (1e3 / wholeFlow));
