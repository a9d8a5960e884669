import { DomainError } from './domain-error.ts';
import { roundedDecimal, type Decimal } from './rounded-decimal.ts';
import { isPositional, shownDecimal } from './shown-decimal.ts';

/** A double and how far the truth can be from it: |value − truth| ≤ relativeErrorBound · |truth| + absoluteErrorBound. */
export interface Enclosure {
  readonly value: number;
  readonly relativeErrorBound: number;
  readonly absoluteErrorBound: number;
}

const MOST_DIGITS = 17;

/**
 * The text to which everything that the truth can be is rounded, at `digits` significant digits: `0.2900`, `5.833 × 10⁻¹³`,
 * `−1.5`, `∞`, `0`. Undefined where there are two: near a tie, and near the ends of positional notation.
 */
export function settledText(number: Enclosure, digits: number): string | undefined {
  const { value, absoluteErrorBound } = number;
  const size = sizeOf(value);
  if (size === Infinity) return signed(value, '∞');
  if (size === 0 && absoluteErrorBound === 0) return '0';
  const bound = relativeBound(number);
  if (!(bound >= 0)) throw new DomainError(`settledText: ${value} ± ${bound}; both must be numbers`);
  if (bound >= 1 || isPositional(size * (1 - bound)) !== isPositional(size * (1 + bound))) return undefined;
  const decimal = agreed(size, digits, bound);
  return decimal && signed(value, shownWithin(decimal, size, bound));
}

/**
 * The settled text; else the fewest further digits to which everything that the truth can be is rounded alike (0.12345 to 4 digits
 * is `0.12345`); else as many digits as there are. Where there is none, what the truth is below: `< 2 × 10⁻¹²`.
 */
export function certainText(number: Enclosure, digits: number): string {
  const settled = settledText(number, digits);
  if (settled !== undefined) return settled;
  const size = sizeOf(number.value);
  const bound = relativeBound(number);
  const decimal = bound < 1 ? certainDecimal(size, digits, bound) : undefined;
  if (decimal) return signed(number.value, shownWithin(decimal, size, bound));
  const most = size + 1.01 * (number.relativeErrorBound * size + number.absoluteErrorBound);
  // The next decimal of one digit above it.
  const half = Number(`5e${Number(most.toExponential().split('e')[1]) - 1}`);
  return `< ${shownDecimal(roundedDecimal(most + half, 1, 0, 'up'), isPositional(most))}`;
}

/** The decimal of `digits` digits, or of the fewest more, or else of the most fewer, that all sizes within the bound round to. */
export function certainDecimal(size: number, digits: number, bound: number): Decimal | undefined {
  for (let more = digits; more <= MOST_DIGITS; more++) {
    const decimal = agreed(size, more, bound);
    if (decimal) return decimal;
  }
  for (let fewer = digits - 1; fewer >= 1; fewer--) {
    const decimal = agreed(size, fewer, bound);
    if (decimal) return decimal;
  }
  return undefined;
}

function agreed(size: number, digits: number, bound: number): Decimal | undefined {
  const low = roundedDecimal(size, digits, -bound, 'down');
  const high = roundedDecimal(size, digits, bound, 'up');
  return low.digits === high.digits && low.exponent === high.exponent ? low : undefined;
}

/** A decimal as it is shown; a size that cannot be told from an end of positional notation is taken to be that end. */
export function shownWithin(decimal: Decimal, size: number, bound: number): string {
  return shownDecimal(decimal, isPositional(size * (1 + bound)));
}

/** The whole bound as a part of the value, with room for what is rounded on the way. */
function relativeBound({ value, relativeErrorBound, absoluteErrorBound }: Enclosure): number {
  return 1.01 * (relativeErrorBound + absoluteErrorBound / sizeOf(value));
}

export const sizeOf = (value: number): number => (value < 0 ? -value : value);
export const signed = (value: number, text: string): string => (value < 0 ? `−${text}` : text);
