import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatSignificant } from '../../src/core/index.ts';
import type { Givens } from '../../src/formula/environment.ts';
import { roundShown } from '../../src/formula/shown.ts';
import { readQuantity } from '../../src/formula/value.ts';
import { evaluateCore } from '../../src/formula/evaluate-core.ts';
import { notation } from '../formula/notation.ts';
import { oracleValue } from '../formula/oracle-value.ts';
import { roundTo } from './round.ts';

interface Row {
  readonly tex: string;
  readonly givens: Givens;
  readonly unit?: string;
  readonly value: string;
  readonly source: string;
}

const F1 = { P: ['0.1', '0.2', '0.7'], Q: ['0.8', '0.1', '0.1'] };
const F5 = { P: ['0.5', '0.5'], Q: ['0.25', '0.75'], R: ['0.1', '0.9'] };
const F6 = { P: ['1', '0'], Q: ['0.5', '0.5'], R: ['0', '1'] };
const F7 = { P: ['0.1', '0.9'], Q: ['0.2', '0.8'], R: ['0.3', '0.7'] };
const F8 = { P: ['0.3', '0.7'], Q: ['0.7', '0.3'] };

const rows: readonly Row[] = [
  { tex: '\\KL{P}{Q}', givens: F1, value: '1.2928223862827246', source: 'known answer F1' },
  { tex: '\\KL{Q}{P}', givens: F1, value: '1.399647500382343', source: 'known answer F1' },
  { tex: '\\JSD{P}{Q}', givens: F1, unit: 'nats', value: '0.2899875476837842', source: 'known answer F1' },
  { tex: '\\JSD{P}{Q}', givens: F1, unit: 'bits', value: '0.41836359696294745', source: 'known answer F1' },
  { tex: '\\JSDist{P}{Q}', givens: F1, value: '0.538504918903982', source: 'known answer F1' },
  { tex: '\\W{1}{P}{Q}', givens: F1, value: '1.3', source: 'known answer F1' },
  { tex: '2 \\JSD{P}{Q} - 2 \\log 2', givens: F1, value: '-0.8063192657523222', source: 'known answer F1' },
  { tex: '\\KL{P}{R}', givens: F5, value: '0.51083', source: 'known answer F5, log(5/3)' },
  { tex: '\\KL{P}{Q} + \\KL{Q}{R}', givens: F5, value: '0.23617', source: 'known answer F5' },
  { tex: '\\JSD{P}{R}', givens: F6, value: '0.69315', source: 'known answer F6, log 2' },
  { tex: '\\JSD{P}{Q} + \\JSD{Q}{R}', givens: F6, value: '0.43152', source: 'known answer F6' },
  { tex: '\\JSDist{P}{R}', givens: F6, value: '0.83255', source: 'known answer F6' },
  { tex: '\\JSDist{P}{Q} + \\JSDist{Q}{R}', givens: F6, value: '0.92900', source: 'known answer F6' },
  { tex: '\\Jeffreys{P}{R}', givens: F7, value: '0.26999', source: 'known answer F7' },
  { tex: '\\Jeffreys{P}{Q} + \\Jeffreys{Q}{R}', givens: F7, value: '0.13499', source: 'known answer F7' },
  { tex: '\\KL{P}{Q}', givens: F8, value: '0.33892', source: 'known answer F8' },
  { tex: '\\KL{Q}{P}', givens: F8, value: '0.33892', source: 'known answer F8' },
  { tex: '\\TV{P}{Q}', givens: F1, value: '0.7', source: 'half of 0.7 + 0.1 + 0.6' },
  { tex: '\\H{P}', givens: F5, value: '0.6931471805599453', source: 'log 2' },
  { tex: '\\CE{P}{R}', givens: F6, value: 'Infinity', source: 'definition' },
  { tex: '\\KL{P}{R}', givens: F6, value: 'Infinity', source: 'definition' },
];

test.each(rows)('$tex is $value ($source)', ({ tex, givens, unit, value }) => {
  const digits = oracleValue(tex, givens, unit);
  const { expression, environment } = readQuantity(
    tex,
    { notation, givens },
    unit === 'bits' ? 'bits' : undefined,
  );
  const core = evaluateCore(expression, environment).value;
  if (value === 'Infinity') {
    expect(digits).toBe('Infinity');
    expect(core).toBe(Infinity);
    return;
  }
  const places = value.split('.')[1]!.length;
  // A known answer of 16 digits is a double, which may be off by one in the last.
  const tolerance = (places > 10 ? 3 : 0.51) * 10 ** -places;
  expect(Math.abs(Number(digits) - Number(value))).toBeLessThanOrEqual(tolerance);
  expect(Math.abs(core - Number(digits))).toBeLessThanOrEqual(1e-15 * Math.max(1, Math.abs(core)));
});

test('log(5/3) has the 50 digits of its closed form', () => {
  // 2 artanh(1/4), summed in integers.
  let term = 10n ** 60n / 4n;
  let sum = 0n;
  for (let k = 1n; term > 0n; k += 2n, term /= 16n) sum += term / k;
  const digits = (2n * sum).toString().padStart(60, '0').slice(0, 48);
  expect(oracleValue('\\KL{P}{R}', F5).slice(2, 50)).toBe(digits);
});

test('a divergence of nearly equal pmfs keeps its digits in both evaluators', () => {
  const givens = { P: ['0.5', '0.5'], Q: ['0.500000000001', '0.499999999999'] };
  const { expression, environment } = readQuantity('\\KL{P}{Q}', { notation, givens });
  const digits = Number(oracleValue('\\KL{P}{Q}', givens));
  expect(digits).toBeGreaterThan(1.9e-24);
  expect(Math.abs(evaluateCore(expression, environment).value - digits)).toBeLessThanOrEqual(1e-15 * digits);
});

test('numbers are rounded as the core shows them', () => {
  const number = fc.double({ min: 1e-12, max: 1e12, noNaN: true });
  fc.assert(
    fc.property(number, fc.boolean(), fc.integer({ min: 2, max: 8 }), (size, negative, digits) => {
      const value = negative ? -size : size;
      const shown = formatSignificant(value, digits, 0);
      const exact = value.toPrecision(100);
      expect(roundTo(exact, shown)).toBe(shown);
      expect(roundShown(exact, shown).must).toBe(shown);
    }),
    { numRuns: 2000 },
  );
  expect(roundTo('Infinity', '1.2')).toBe('∞');
  expect(roundTo('0.28998', '0.2900')).toBe('0.2900');
  expect(roundTo('0.00000000000058331', '1.234')).toBe('5.833 × 10⁻¹³');
});

test('what cancels to the rounding of fifty digits is nothing, and what is only small is not', () => {
  const P = ['0.333334', '0.333333', '0.333333'];
  const near = ['0.333333', '0.333334', '0.333333'];
  expect(oracleValue('\\ChernoffInfo{P}{Q}', { P, Q: P }, 'nats')).toBe('0');
  expect(Number(oracleValue('\\ChernoffInfo{P}{Q}', { P, Q: near }, 'nats'))).toBeGreaterThan(7e-13);
  expect(oracleValue('\\KL{P}{Q}', { P: ['1', '0'], Q: ['0', '1'] }, 'nats')).toBe('Infinity');
});
