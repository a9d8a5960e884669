import type { Task } from './task.ts';

/** What is drawn and measured of both players after so many rounds. All numbers are integers. */
export interface Shown {
  readonly task: Task;
  readonly round: number;
  /** The first points of the generator, in thousandths, x and y in turn. */
  readonly made: readonly number[];
  /** Of all its points: how many are in each cell, and in each mode. */
  readonly counts: readonly number[];
  readonly inModes: readonly number[];
  /** How far the cheapest plans move points, in ten-thousandths: from data to what is made, and from data to other data. */
  readonly moves: readonly number[];
  readonly floorMoves: readonly number[];
  /** By how much the discriminator is right, in ten-thousandths: its scores of the first data, and minus those of the first that are made. */
  readonly margins: readonly number[];
  /** The discriminator over the square, in hundredths, row by row from the bottom: where it is above fifty it says data. */
  readonly field: readonly number[];
}

/** So many points of each sample are drawn. */
export const drawnPoints = 64;
export const fieldSide = 21;
