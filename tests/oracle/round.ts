import { Decimal } from 'decimal.js';

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** How many significant digits a shown number has: '0.2900' has four, '5.833 × 10⁻¹³' too. */
function significantDigits(shown: string): number {
  const mantissa = shown.split('×')[0]!.replace(/[^\d.]/g, '');
  return mantissa.replace('.', '').replace(/^0+/, '').length || 1;
}

/**
 * The true value, rounded to as many significant digits as `shown` has, and written as the site shows
 * numbers: plain between 1e-4 and 1e6, `5.833 × 10⁻¹³` elsewhere, minus U+2212, ∞, and 0 for exactly 0.
 */
export function roundTo(value: string, shown: string): string {
  const exact = new Decimal(value);
  const minus = exact.isNeg() && !exact.isZero() ? '\u2212' : '';
  if (!exact.isFinite()) return `${minus}∞`;
  if (exact.isZero()) return '0';
  const digits = significantDigits(shown);
  const size = exact.abs();
  const rounded = size.toSignificantDigits(digits, Decimal.ROUND_HALF_UP);
  const decimals = digits - 1 - rounded.e;
  if (size.gte('1e-4') && size.lt('1e6') && decimals >= 0) return minus + rounded.toFixed(decimals);
  const mantissa = rounded.div(Decimal.pow(10, rounded.e)).toFixed(digits - 1);
  const exponent = String(rounded.e)
    .replace('-', '⁻')
    .replace(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)]!);
  return `${minus}${mantissa} × 10${exponent}`;
}
