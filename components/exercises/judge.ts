import type { Program } from '../../src/site/exercise-data.ts';
import { readNumber, type TypedNumber } from './typed-number.ts';

type Unit = Program['unit'];

/** What the right answer is, and how many of its digits are asked for. */
export interface Asked {
  readonly value: number;
  readonly unit: Unit;
  readonly digits: number;
}

/** A number that a known mistake leads to. */
export interface Mistake {
  readonly value: number;
  readonly unit: Unit;
}

/** What can be told of what a reader typed. */
export type Verdict =
  | {
      readonly kind:
        | 'right'
        | 'empty'
        | 'unreadable'
        | 'comma'
        | 'other unit'
        | 'sign'
        | 'coarse'
        | 'near'
        | 'large'
        | 'small';
    }
  | { readonly kind: 'slip'; readonly slip: number; readonly inOtherUnit: boolean };

/** Fewer digits than these agree by chance. */
const fewestToTell = 2;

const inUnit = (value: number, from: Unit, to: Unit): number =>
  from === to || from === '' || to === '' ? value : to === 'bits' ? value / Math.LN2 : value * Math.LN2;

/** One unit of the last place that is asked for. */
const lastPlace = (value: number, digits: number): number =>
  value === 0 ? 10 ** -digits : 10 ** (Math.floor(Math.log10(Math.abs(value))) - digits + 1);

/** Whether what was typed is this number, as far as it was typed. */
function agrees({ value, half, digits }: TypedNumber, number: number, atLeast: number): boolean {
  if (!Number.isFinite(value) || !Number.isFinite(number)) return value === number;
  return Math.abs(value - number) <= half * 1.000001 && digits >= atLeast;
}

function isRight(typed: TypedNumber, { value, digits }: Asked): boolean {
  if (agrees(typed, value, digits)) return true;
  if (!Number.isFinite(value)) return false;
  const off = Math.abs(typed.value - value);
  if (value === 0) return off <= 0.51 * lastPlace(value, digits);
  // Digits beyond those that are asked for may be off; and 0.25 need not be written as 0.2500.
  return (typed.digits >= digits && off <= 0.51 * lastPlace(value, digits)) || off <= 1e-12 * Math.abs(value);
}

/** Compares what a reader typed with the answer and with what known mistakes lead to. */
export function judge(text: string, asked: Asked, mistakes: readonly Mistake[]): Verdict {
  if (text.trim() === '') return { kind: 'empty' };
  const typed = readNumber(text);
  if (!typed) return { kind: /^\s*[-−+]?\d+,\d+/.test(text) ? 'comma' : 'unreadable' };
  const { value, unit } = asked;
  const named = typed.unit !== '' && unit !== '' && typed.unit !== unit;
  if (named) {
    const there = { ...asked, unit: typed.unit, value: inUnit(value, unit, typed.unit) };
    return isRight(typed, there)
      ? { kind: 'other unit' }
      : judge(text.replace(/[a-z]+\s*$/i, ''), there, mistakes);
  }
  if (isRight(typed, asked)) return { kind: 'right' };
  const finite = value !== 0 && Number.isFinite(value);
  const other: Unit = unit === 'nats' ? 'bits' : unit === 'bits' ? 'nats' : '';
  if (other !== '' && finite && agrees(typed, inUnit(value, unit, other), fewestToTell))
    return { kind: 'other unit' };
  for (const inOtherUnit of [false, true]) {
    if (inOtherUnit && other === '') continue;
    const slip = mistakes.findIndex((mistake) =>
      agrees(typed, inUnit(mistake.value, mistake.unit || unit, inOtherUnit ? other : unit), fewestToTell),
    );
    if (slip >= 0) return { kind: 'slip', slip, inOtherUnit };
  }
  if (value !== 0 && agrees(typed, -value, fewestToTell)) return { kind: 'sign' };
  if (finite && agrees(typed, value, fewestToTell)) return { kind: 'coarse' };
  if (finite && Math.abs(typed.value - value) <= 5 * lastPlace(value, asked.digits)) return { kind: 'near' };
  return { kind: typed.value > value ? 'large' : 'small' };
}
