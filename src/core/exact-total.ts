import { sumError, type DoubleDouble } from './double-double.ts';
import { BLOCK } from './kernels/block.ts';
import { installed } from './kernels/installed.ts';

/**
 * Sums of masses between 0 and `top`, a power of two, themselves below 4·top, right to 2⁻¹⁰⁵ of themselves for up to 2²⁷ masses.
 *
 * Each mass is split into a multiple of 2⁻⁵¹ top and a rest of at most 2⁻⁵² top. The multiples add up without rounding, and so do
 * the rests of a block, if no mass is below 2⁻⁴³ top: they are multiples of 2⁻⁹⁵ top, and their sum is at most 2⁻⁴² top.
 */

/** The masses that are to be added. */
export const masses = new Float64Array(BLOCK);
const SMALLEST = 1.1368683772161603e-13; // 2⁻⁴³

let top = 1;
let high = 0;
let low = 0;
let lost = 0;

/** Begins a new sum. */
export function beginTotal(largest: number): void {
  top = largest;
  high = low = lost = 0;
}

/** Adds the first of `masses`. False if one is not in [0, top]; there is no −0 in them after it. */
export function addToTotal(count: number): boolean {
  return addLarge(count) || addAny(count);
}

export function total(): DoubleDouble {
  const rest = low + lost;
  const hi = high + rest;
  return { hi, lo: sumError(high, rest, hi) + (low - rest + lost) };
}

/**
 * The sum of a few masses, each of which is copied to `values`, from 2⁻⁴³ to 1: what the functions above do, in one loop. Undefined if
 * there is anything else among them.
 */
export function copyAndAdd(source: ArrayLike<unknown>, values: Float64Array): DoubleDouble | undefined {
  let multiples = 0;
  let rests = 0;
  for (let x = 0; x < values.length; x++) {
    const mass = source[x];
    if (!(typeof mass === 'number' && mass >= SMALLEST && mass <= 1)) return undefined;
    values[x] = mass;
    const multiple = mass + 2 - 2;
    multiples += multiple;
    rests += mass - multiple;
  }
  const hi = multiples + rests;
  return { hi, lo: multiples - hi + rests };
}

function addLow(part: number): void {
  const next = low + part;
  lost += sumError(low, part, next);
  low = next;
}

/** The multiples and the rests of a block. */
const parts = new Float64Array(2);

/** False if there is a mass to be looked at: none from 2⁻⁴³ top to top. */
function addLarge(count: number): boolean {
  const split = count === BLOCK && installed.kernels;
  if (!(split ? split.splitSum(masses, top * SMALLEST, 2 * top, parts) : splitSum(count))) return false;
  const multiples = parts[0]!;
  const rests = parts[1]!;
  // Only if their sum is above `top` can one of them be.
  if (!(multiples + rests <= top) && !areAtMostTop(count)) return false;
  high += multiples;
  addLow(rests);
  return true;
}

/** Sets the parts, exact in any order, and so the same by an installed kernel. False if there is a mass below 2⁻⁴³ top. */
function splitSum(count: number): boolean {
  const least = top * SMALLEST;
  const shift = 2 * top;
  let multiples = 0;
  let rests = 0;
  let multiplesOfOdd = 0;
  let restsOfOdd = 0;
  if ((count & 1) === 1) masses[count] = top; // taken off below
  // Exact sums may be taken in any order: two at a time, so that neither waits for the other.
  for (let i = 0; i < count; i += 2) {
    const mass = masses[i & (BLOCK - 1)]!;
    const odd = masses[(i + 1) & (BLOCK - 1)]!;
    if (!(mass >= least) || !(odd >= least)) return false;
    const multiple = mass + shift - shift;
    const multipleOfOdd = odd + shift - shift;
    multiples += multiple;
    rests += mass - multiple;
    multiplesOfOdd += multipleOfOdd;
    restsOfOdd += odd - multipleOfOdd;
  }
  multiples += multiplesOfOdd;
  parts[0] = (count & 1) === 1 ? multiples - top : multiples;
  parts[1] = rests + restsOfOdd;
  return true;
}

function areAtMostTop(count: number): boolean {
  for (let i = 0; i < count; i++) if (masses[i]! > top) return false;
  return true;
}

/** The same, with the tiny masses in a compensated sum of their own: 2⁻¹¹⁹ top at most is lost. */
function addAny(count: number): boolean {
  const least = top * SMALLEST;
  const shift = 2 * top;
  let rests = 0;
  let tiny = 0;
  let lostOfTiny = 0;
  for (let i = 0; i < count; i++) {
    const mass = masses[i]! + 0; // −0 becomes 0
    if (!(mass >= 0 && mass <= top)) return false;
    masses[i] = mass;
    if (mass >= least) {
      const multiple = mass + shift - shift;
      high += multiple;
      rests += mass - multiple;
    } else {
      const next = tiny + mass;
      lostOfTiny += sumError(tiny, mass, next);
      tiny = next;
    }
  }
  addLow(rests);
  addLow(tiny);
  addLow(lostOfTiny);
  return true;
}
