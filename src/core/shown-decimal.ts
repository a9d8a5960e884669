import type { Decimal } from './rounded-decimal.ts';

const LEAST_POSITIONAL = 1e-4;
const LEAST_SCIENTIFIC = 1e6;

/** Whether a size is shown in positional notation: from 1e-4 up to 1e6. */
export const isPositional = (size: number): boolean => size >= LEAST_POSITIONAL && size < LEAST_SCIENTIFIC;

/** A decimal as it is shown; never positional where a digit before the point would be invented. */
export function shownDecimal(decimal: Decimal, positional: boolean): string {
  return positional && decimal.exponent < decimal.digits.length ? inPlace(decimal) : scientific(decimal);
}

function inPlace({ digits, exponent }: Decimal): string {
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1);
  return whole.length === digits.length ? whole : `${whole}.${digits.slice(exponent + 1)}`;
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function scientific({ digits, exponent }: Decimal): string {
  const significand = digits.length === 1 ? digits : `${digits[0]}.${digits.slice(1)}`;
  const raised = String(exponent).replace(/./g, (c) => (c === '-' ? '⁻' : SUPERSCRIPTS[Number(c)]!));
  return `${significand} × 10${raised}`;
}
