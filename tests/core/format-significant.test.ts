import Decimal from 'decimal.js';
import { describe, expect, test } from 'vitest';
import { formatSignificant, roundedDecimal } from '../../src/core/index.ts';
import { exactly } from './measure.ts';
import { lcg } from './reference.ts';

const Exact = Decimal.clone({ precision: 1200, toExpNeg: -9e15, toExpPos: 9e15 });

describe('formatSignificant writes a number as the page shows it', () => {
  const rows: readonly (readonly [number, number, string])[] = [
    [0.29, 4, '0.2900'],
    [1.3, 4, '1.300'],
    [-1.5, 2, '−1.5'],
    [0, 4, '0'],
    [-0, 4, '0'],
    [Infinity, 4, '∞'],
    [-Infinity, 4, '−∞'],
    [5.833e-13, 4, '5.833 × 10⁻¹³'],
    [-5.833e-13, 4, '−5.833 × 10⁻¹³'],
    [123456, 4, '1.235 × 10⁵'],
    [123456, 6, '123456'],
    [123456.7, 7, '123456.7'],
    [1e6, 7, '1.000000 × 10⁶'],
    [1e6, 1, '1 × 10⁶'],
    [0.0001, 4, '0.0001000'],
    [0.00009999, 4, '9.999 × 10⁻⁵'],
    [9999.6, 4, '1.000 × 10⁴'],
    [0.99996, 4, '1.000'],
    [999999.96, 7, '1000000'],
    [5e-324, 3, '4.94 × 10⁻³²⁴'],
    [Number.MAX_VALUE, 3, '1.80 × 10³⁰⁸'],
    [7, 1, '7'],
  ];
  for (const [value, digits, shown] of rows) {
    test(`${value} to ${digits} digits is ${shown}`, () => {
      expect(formatSignificant(value, digits)).toBe(shown);
    });
  }
});

describe('a value that the error bound leaves undecided gets more digits, or fewer', () => {
  test('a decimal tie shows its last digit', () => {
    expect(formatSignificant(0.12345, 4)).toBe('0.12345');
    expect(formatSignificant(2.5, 1)).toBe('2.5');
    expect(formatSignificant(1234.5, 4)).toBe('1234.5');
  });

  test('an exact tie is undecided even without an error', () => {
    expect(formatSignificant(2.5, 1, 0)).toBe('2.5');
    expect(formatSignificant(0.375, 2, 0)).toBe('0.375');
  });

  test('more digits than the bound allows are not shown', () => {
    expect(formatSignificant(1 / 3, 10, 1e-4)).toBe('0.333');
    expect(formatSignificant(1 / 3, 17)).toBe('0.33333333333333');
  });

  test('without an error all 17 digits of a double stand', () => {
    expect(formatSignificant(0.1, 17, 0)).toBe('0.10000000000000001');
  });
});

/** Doubles of all sizes that people meet, and some that they do not. */
function doubles(count: number, seed: number): Float64Array {
  const next = lcg(seed);
  const bits = new DataView(new ArrayBuffer(8));
  return Float64Array.from({ length: count }, (_, i) => {
    const mantissa = (next() >>> 6) * 2 ** 27 + (next() >>> 5);
    if (i % 4 === 3) {
      bits.setBigUint64(0, (BigInt(next() % 2047) << 52n) | (BigInt(mantissa) & 0xfffffffffffffn));
      return bits.getFloat64(0);
    }
    return (mantissa / 2 ** 53) * Number(`1e${((next() >>> 8) % 9) - 5}`);
  });
}

test('35,000 doubles at 4, 6 and 10 digits are rounded as decimal.js rounds their exact values', () => {
  const wrong: string[] = [];
  for (const value of doubles(35_000, 5)) {
    if (value === 0) continue;
    const exact = exactly(value);
    for (const digits of [4, 6, 10]) {
      const { digits: shown, exponent } = roundedDecimal(value, digits, 0, 'up');
      const expected = exact.toSignificantDigits(digits, Decimal.ROUND_HALF_UP);
      const written = `${shown[0]}.${shown.slice(1)}e${exponent < 0 ? '' : '+'}${exponent}`;
      if (written !== expected.toExponential(digits - 1)) wrong.push(`${value} to ${digits}: ${written}`);
      const read = Number(
        formatSignificant(value, digits, 0)
          .replace(' × 10', 'e')
          .replace(/[⁻⁰¹²³⁴-⁹]/g, ascii),
      );
      if (read !== expected.toNumber()) wrong.push(`${value} to ${digits}: read back as ${read}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('with an error bound, what is shown is the rounding of every value within it', () => {
  const wrong: string[] = [];
  for (const value of doubles(2_000, 6)) {
    if (value === 0) continue;
    for (const bound of [1e-15, 1e-9, 1e-4]) {
      const shown = formatSignificant(value, 6, bound)
        .replace(' × 10', 'e')
        .replace(/[⁻⁰¹²³⁴-⁹]/g, ascii);
      const significand = shown
        .replace(/e.*/, '')
        .replace(/^0\.0*/, '')
        .replace('.', '');
      for (const end of [-bound, bound]) {
        const exact = exactly(value).mul(exactly(end).plus(1));
        if (!exact.toSignificantDigits(significand.length).eq(new Exact(shown)))
          wrong.push(`${value}, ${bound}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

function ascii(character: string): string {
  return character === '⁻' ? '-' : String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(character));
}
