import { readDecimal, roundDecimal, roundTieDown } from './decimals.ts';

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** How many significant digits a shown number has: '0.2900' has four, '5.833 × 10⁻¹³' too. */
export function significantDigits(shown: string): number {
  const mantissa = shown.split('×')[0]!.replace(/\D/g, '').replace(/^0+/, '');
  return mantissa.length || 4;
}

/**
 * A decimal string as the site shows numbers, with as many significant digits as `shown`: plain from 1e-4 up to 1e6
 * where no digit before the point is invented, `5.833 × 10⁻¹³` elsewhere. `alternative` is the other neighbour of a tie.
 */
export function roundShown(
  digits: string,
  shown: string,
): { readonly must: string; readonly alternative: string } {
  if (digits.endsWith('Infinity')) {
    const must = digits.startsWith('-') ? '\u2212∞' : '∞';
    return { must, alternative: must };
  }
  const { integer, exponent } = readDecimal(digits);
  if (integer === 0n) return { must: '0', alternative: '0' };
  const size = (integer < 0n ? -integer : integer).toString();
  const count = significantDigits(shown);
  const guess = exponent + size.length - 1;
  // Rounding may carry into the next decade.
  const carried = roundDecimal(digits, count - 1, guess).text.replace(/\D/g, '').length > count;
  const power = carried ? guess + 1 : guess;
  const inPlace = guess >= -4 && guess < 6 && power < count;
  const write = (round: (places: number, power: number) => string): string => {
    const plain = inPlace ? round(count - 1 - power, 0) : round(count - 1, power);
    const minus = plain.replace('-', '\u2212');
    if (inPlace) return minus;
    const raised = String(power)
      .replace('-', '⁻')
      .replace(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)]!);
    return `${minus} × 10${raised}`;
  };
  return {
    must: write((places, shift) => roundDecimal(digits, places, shift).text),
    alternative: write((places, shift) =>
      roundDecimal(digits, places, shift).tie
        ? roundTieDown(digits, places, shift)
        : roundDecimal(digits, places, shift).text,
    ),
  };
}
