import Decimal from 'decimal.js';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { expDoubleDouble, logDoubleDouble } from '../../src/core/elementary/double-double-functions.ts';
import type { DoubleDouble } from '../../src/core/double-double.ts';
import { exp, expm1 } from '../../src/core/elementary/exp.ts';
import { log, log1p } from '../../src/core/elementary/log.ts';
import { pow } from '../../src/core/elementary/pow.ts';
import { LOG_ROW, logTable, powerTable } from '../../src/core/elementary/tables.ts';
import { exactly, ulpError } from './measure.ts';
import { lcg } from './reference.ts';
import { refusals } from './refusals.ts';

const Exact = Decimal.clone({ precision: 60, minE: -9e15, maxE: 9e15, toExpNeg: -9e15, toExpPos: 9e15 });
const LEAST_NORMAL = 2 ** -1022;

type Row = readonly [x: number, value: string] | readonly [x: number, y: number, value: string];
const { tables } = JSON.parse(
  readFileSync(new URL('../reference/elementary.json', import.meta.url), 'utf8'),
) as { tables: Readonly<Record<string, readonly Row[]>> };

/** Bounds in ulp as the doc comments state them: for results that are normal numbers. */
const functions: readonly [string, (x: number, y: number) => number, number][] = [
  ['log', log, 0.501],
  ['log1p', log1p, 0.501],
  ['exp', exp, 0.501],
  ['expm1', expm1, 0.51],
  ['pow', pow, 0.51],
];

function within(value: number, expected: string, bound: number): boolean {
  if (Math.abs(Number(expected)) === Infinity) return value === Number(expected);
  const size = new Exact(expected).abs();
  return ulpError(value, expected) <= (size.lt(LEAST_NORMAL) ? 1 : bound);
}

describe('a value is within its bound of 40 digits from mpmath, edges of tables and of the range included', () => {
  test.each(functions)('%s', (name, of, bound) => {
    const wrong = tables[name]!.filter((row) => {
      const value = of(row[0], row.length === 3 ? row[1] : NaN);
      return !within(value, String(row.at(-1)), bound);
    });
    expect(wrong).toEqual([]);
  });
});

describe('a value at a random argument is within its bound of 60 digits from decimal.js', () => {
  const next = lcg(11);
  const uniform = () => ((next() >>> 5) * 67108864 + (next() >>> 6)) / 2 ** 53;
  const signed = () => 2 * uniform() - 1;
  const near = () => 1 + signed() * 2 ** -Math.floor(uniform() * 50);
  const rows: readonly [string, () => [number, number], (x: Decimal, y: Decimal) => Decimal][] = [
    ['log', () => [uniform(), 0], (x) => x.ln()],
    ['log', () => [near(), 0], (x) => x.ln()],
    ['log', () => [2 ** (signed() * 1020), 0], (x) => x.ln()],
    ['log1p', () => [signed() * 2 ** -Math.floor(uniform() * 60), 0], (x) => x.plus(1).ln()],
    ['exp', () => [signed() * 700, 0], (x) => x.exp()],
    ['exp', () => [signed(), 0], (x) => x.exp()],
    ['expm1', () => [signed() * 2 ** -Math.floor(uniform() * 30), 0], (x) => x.exp().minus(1)],
    ['expm1', () => [signed() * 40, 0], (x) => x.exp().minus(1)],
    ['pow', () => [uniform() * 10, signed() * 10], (x, y) => x.pow(y)],
    ['pow', () => [2 ** (uniform() * 60), signed() * 16], (x, y) => x.pow(y)],
  ];
  test.each(rows)('%s %#', (name, argument, exact) => {
    const [, of, bound] = functions.find(([known]) => known === name)!;
    const wrong: unknown[] = [];
    for (let i = 0; i < 300; i++) {
      const [x, y] = argument();
      const expected = exact(new Exact(exactly(x)), new Exact(exactly(y))).toString();
      if (!within(of(x, y), expected, bound)) wrong.push([x, y, of(x, y), expected]);
    }
    expect(wrong).toEqual([]);
  });
});

describe('limits and exact values are exact', () => {
  const rows: readonly [string, number, number][] = [
    ['log 0', log(0), -Infinity],
    ['log −0', log(-0), -Infinity],
    ['log 1', log(1), 0],
    ['log ∞', log(Infinity), Infinity],
    ['log1p(−1)', log1p(-1), -Infinity],
    ['log1p(0)', log1p(0), 0],
    ['log1p(∞)', log1p(Infinity), Infinity],
    ['log1p of the least double', log1p(5e-324), 5e-324],
    ['exp 0', exp(0), 1],
    ['exp(−∞)', exp(-Infinity), 0],
    ['exp ∞', exp(Infinity), Infinity],
    ['exp 710', exp(710), Infinity],
    ['exp(−746)', exp(-746), 0],
    ['expm1(0)', expm1(0), 0],
    ['expm1(−∞)', expm1(-Infinity), -1],
    ['expm1(∞)', expm1(Infinity), Infinity],
    ['expm1 of the least double', expm1(5e-324), 5e-324],
    ['0⁰', pow(0, 0), 1],
    ['0²', pow(0, 2), 0],
    ['0⁻²', pow(0, -2), Infinity],
    ['∞⁰', pow(Infinity, 0), 1],
    ['∞²', pow(Infinity, 2), Infinity],
    ['∞⁻²', pow(Infinity, -2), 0],
    ['1^∞', pow(1, Infinity), 1],
    ['½^∞', pow(0.5, Infinity), 0],
    ['2^∞', pow(2, Infinity), Infinity],
    ['½^−∞', pow(0.5, -Infinity), Infinity],
    ['2^−∞', pow(2, -Infinity), 0],
    ['x to the greatest double', pow(1 - 2 ** -53, Number.MAX_VALUE), 0],
    ['2¹⁰', pow(2, 10), 1024],
    ['2¹⁰²³', pow(2, 1023), 2 ** 1023],
    ['2⁻¹⁰⁷⁴', pow(2, -1074), 5e-324],
    ['4^½', pow(4, 0.5), 2],
    ['9^1.5', pow(9, 1.5), 27],
    ['10²²', pow(10, 22), 1e22],
    ['e^log 2, as doubles', exp(log(2)), 2],
  ];
  test.each(rows)('%s', (_, value, expected) => {
    expect(value).toBe(expected);
  });
});

describe('every entry of the tables is that of 60 digits', () => {
  const sum = (values: ArrayLike<number>, from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => exactly(values[from + i]!)).reduce((a, b) => a.plus(b));

  test('logarithms to 2⁻¹⁰² of themselves, in three parts of which the first is a multiple of 2⁻⁴²', () => {
    const table = logTable();
    for (let i = 0; i <= 128; i++) {
      const row = LOG_ROW * i;
      const c = table[row]!;
      expect(Number.isInteger(c * 512)).toBe(true);
      expect(Math.abs(c * (1 + i / 128) * (i < 53 ? 1 : 0.5) - 1)).toBeLessThan(2 ** -9);
      expect(Number.isInteger(table[row + 1]! * 2 ** 42)).toBe(true);
      const exact = new Exact(c).ln().neg();
      const error = sum(table, row + 1, row + LOG_ROW).minus(exact);
      expect(error.abs().lte(exact.abs().mul(2 ** -102))).toBe(true);
    }
    expect(table.slice(0, 4)).toEqual(Float64Array.of(1, 0, 0, 0));
    expect(table.slice(512)).toEqual(Float64Array.of(1, 0, 0, 0));
  });

  test('powers of two to 2⁻¹⁰² of themselves', () => {
    for (let j = 0; j < 128; j++) {
      const exact = new Exact(2).pow(new Exact(j).div(128));
      expect(
        sum(powerTable(), 2 * j, 2 * j + 2)
          .div(exact)
          .minus(1)
          .abs()
          .toNumber(),
      ).toBeLessThan(2 ** -102);
    }
  });
});

describe('a double-double function is within 1e-30 of 60 digits from decimal.js', () => {
  const next = lcg(12);
  const uniform = () => ((next() >>> 5) * 67108864 + (next() >>> 6)) / 2 ** 53;
  const withLow = (hi: number): DoubleDouble => ({ hi, lo: hi * (uniform() - 0.5) * 2 ** -53 });
  const rows: readonly [string, (x: DoubleDouble) => DoubleDouble, () => number, (x: Decimal) => Decimal][] =
    [
      ['logDoubleDouble', logDoubleDouble, () => 2 * uniform(), (x) => x.ln()],
      [
        'logDoubleDouble',
        logDoubleDouble,
        () => 1 + (uniform() - 0.5) * 2 ** -Math.floor(uniform() * 52),
        (x) => x.ln(),
      ],
      ['logDoubleDouble', logDoubleDouble, () => 2 ** ((uniform() - 0.5) * 1900), (x) => x.ln()],
      ['expDoubleDouble', expDoubleDouble, () => uniform() - 0.5, (x) => x.exp()],
      ['expDoubleDouble', expDoubleDouble, () => (uniform() - 0.5) * 1200, (x) => x.exp()],
    ];
  test.each(rows)('%s %#', (_, of, argument, exact) => {
    let worst = 0;
    for (let i = 0; i < 250; i++) {
      const x = withLow(argument());
      const { hi, lo } = of(x);
      const expected = exact(new Exact(exactly(x.hi)).plus(exactly(x.lo)));
      worst = Math.max(worst, exactly(hi).plus(exactly(lo)).div(expected).minus(1).abs().toNumber());
    }
    expect(worst).toBeLessThan(1e-30);
  });

  test('the least doubles and the limits', () => {
    const { hi, lo } = logDoubleDouble({ hi: 5e-324, lo: 0 });
    const exact = new Exact(2).ln().mul(-1074);
    expect(exactly(hi).plus(exactly(lo)).div(exact).minus(1).abs().toNumber()).toBeLessThan(1e-30);
    expect(logDoubleDouble({ hi: 0, lo: 0 }).hi).toBe(-Infinity);
    expect(expDoubleDouble({ hi: -Infinity, lo: 0 })).toEqual({ hi: 0, lo: 0 });
    expect(expDoubleDouble({ hi: Infinity, lo: 0 }).hi).toBe(Infinity);
    expect(expDoubleDouble({ hi: 0, lo: 0 })).toEqual({ hi: 1, lo: 0 });
  });
});

test('arguments outside the domain are refused', () => {
  expect(
    refusals(
      () => log(-1),
      () => log(NaN),
      () => log1p(-2),
      () => exp(NaN),
      () => expm1(NaN),
      () => pow(-1, 2),
      () => pow(2, NaN),
      () => logDoubleDouble({ hi: -1, lo: 0 }).hi,
      () => expDoubleDouble({ hi: NaN, lo: 0 }).hi,
    ),
  ).toMatchInlineSnapshot(`
    "log: x is -1; x must be a number at least 0
    log: x is NaN; x must be a number at least 0
    log1p: x is -2; x must be a number at least −1
    exp: x is NaN; x must be a number
    expm1: x is NaN; x must be a number
    pow: x is -1; x must be a number at least 0
    pow: y is NaN; y must be a number
    logDoubleDouble: x is -1; x must be a finite number at least 0
    expDoubleDouble: x is NaN; x must be a number"
  `);
});
