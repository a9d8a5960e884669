import { settledText, signed, sizeOf } from '../certain-digits.ts';
import { DomainError } from '../domain-error.ts';
import { parts, roundedQuotient, type Decimal } from '../rounded-decimal.ts';
import { shownDecimal } from '../shown-decimal.ts';
import type { Certified, Refined } from './refined.ts';

/** A number as it is shown, and what stands behind the digits. */
export interface CertifiedText {
  readonly text: string;
  /** How many significant digits the text has; 0 for 0 and ∞. */
  readonly digits: number;
  /** The arithmetic that settled every digit. */
  readonly by: 'double' | 'double-double';
  /** False where the value lies within 1e-29 of itself from a tie at the digits asked for; the text then has other digits. */
  readonly decided: boolean;
}

const MOST_DIGITS = 25;
/** Below this the doubles' bounds are not relied on: totals are known to 106 bits, and products of masses underflow. */
const LEAST_TRUSTED = 1e-20;
/**
 * The relative error of every double-double quantity is below 1/this: the logarithm has at most 1e-30, each other operation
 * 2⁻¹⁰², far terms lose at most a factor of 5 by cancellation, near ones nothing, and sums are exact: 5 (1e-30 + 4 · 2⁻¹⁰²) for
 * a term, 6 · 2⁻¹⁰² for the rest, 1e-29 with room. Against 50 digits the tests find less than 1e-30.
 */
export const REFINED_PARTS = 100_000_000_000_000_000_000_000_000_000n;

/**
 * A certified number rounded to `digits` significant digits: `0.2900`, `5.833 × 10⁻¹³`, `−1.5`, `∞`, `0`.
 *
 * Every digit is that of the exact value of the quantity at the exact masses: where both ends of the double's error bound
 * round alike, that is it; else the double-double value is asked (bound 1e-29). Where even that lies on a tie, the fewest
 * further digits that are certain are shown, as `formatSignificant` does (0.12345 to 4 digits is `0.12345`), and
 * `decided` is false.
 *
 * @throws DomainError if digits is not an integer from 1 to 25.
 */
export function formatCertified(number: Certified, digits: number): CertifiedText {
  if (!(Number.isInteger(digits) && digits >= 1 && digits <= MOST_DIGITS)) {
    throw new DomainError(
      `formatCertified: digits is ${String(digits)}; it must be an integer from 1 to ${MOST_DIGITS}`,
    );
  }
  return byDouble(number, digits) ?? byRefinement(number.refine(), digits);
}

function byDouble(number: Certified, digits: number): CertifiedText | undefined {
  if (sizeOf(number.value) < LEAST_TRUSTED) return undefined;
  const text = settledText(number, digits);
  if (text === undefined) return undefined;
  return { text, digits: sizeOf(number.value) === Infinity ? 0 : digits, by: 'double', decided: true };
}

function byRefinement(exact: Refined, digits: number): CertifiedText {
  const by = 'double-double';
  if (exact.hi === 0 || sizeOf(exact.hi) === Infinity) {
    return { text: exact.hi === 0 ? '0' : signed(exact.hi, '∞'), digits: 0, by, decided: true };
  }
  const ends = endsOf(exact);
  for (let more = digits; more <= MOST_DIGITS; more++) {
    const decimal = agreed(ends, more);
    if (decimal)
      return { text: signed(exact.hi, shown(ends, decimal)), digits: more, by, decided: more === digits };
  }
  let fewer = digits - 1;
  let decimal = agreed(ends, fewer);
  while (!decimal) decimal = agreed(ends, --fewer);
  return { text: signed(exact.hi, shown(ends, decimal)), digits: fewer, by, decided: false };
}

/** |x|(1 − 1e-29) and |x|(1 + 1e-29) as integers over one denominator. */
interface Ends {
  readonly low: bigint;
  readonly high: bigint;
  readonly denominator: bigint;
  readonly exponent: number;
}

function endsOf({ hi, lo, exponent }: Refined): Ends {
  const [m, e] = parts(hi < 0 ? -hi : hi);
  const [n, f] = parts(lo < 0 ? -lo : lo);
  const least = e < f ? e : f;
  const part = n << BigInt(f - least);
  const integer = (m << BigInt(e - least)) + (hi < 0 === lo < 0 ? part : -part);
  const power = least + exponent;
  const numerator = power >= 0 ? integer << BigInt(power) : integer;
  const denominator = (power >= 0 ? 1n : 1n << BigInt(-power)) * REFINED_PARTS;
  return {
    low: numerator * (REFINED_PARTS - 1n),
    high: numerator * (REFINED_PARTS + 1n),
    denominator,
    exponent: decimalExponent(numerator * REFINED_PARTS, denominator),
  };
}

function agreed({ low, high, denominator, exponent }: Ends, digits: number): Decimal | undefined {
  const down = roundedQuotient(low, denominator, digits, 'down', exponent);
  const up = roundedQuotient(high, denominator, digits, 'up', exponent);
  return isSameDecimal(down, up) ? down : undefined;
}

/** A number that cannot be told from an end of positional notation is taken to be that end, as masses in decimals make it. */
function shown({ high, denominator }: Ends, decimal: Decimal): string {
  return shownDecimal(decimal, high * 10_000n >= denominator && high < 1_000_000n * denominator);
}

function isSameDecimal(a: Decimal, b: Decimal): boolean {
  return a.digits === b.digits && a.exponent === b.exponent;
}

/** ⌊log₁₀⌋ of a quotient, or one less. */
function decimalExponent(numerator: bigint, denominator: bigint): number {
  return numerator.toString().length - denominator.toString().length - 1;
}
