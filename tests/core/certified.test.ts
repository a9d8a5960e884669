import Decimal from 'decimal.js';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  certifiedJeffreysDivergence,
  certifiedJensenShannonDistance,
  certifiedJensenShannonDivergence,
  certifiedKlDivergence,
  certifiedKlTerms,
  certifiedTotalVariationDistance,
} from '../../src/core/certified/divergences.ts';
import { formatCertified } from '../../src/core/certified/format-certified.ts';
import { certifiedCrossEntropy, certifiedEntropy } from '../../src/core/certified/information.ts';
import { certified, inBits, plus, type Certified, type Refined } from '../../src/core/certified/refined.ts';
import { certifiedWassersteinDistance } from '../../src/core/certified/wasserstein.ts';
import { fromWeights, pmf, pointsOnLine, type Pmf } from '../../src/core/index.ts';
import { certifiedInstance, certifiedNumbers } from './certified-instances.ts';
import { exactly } from './measure.ts';
import { readReference } from './reference.ts';
import { refusals } from './refusals.ts';

const expected = JSON.parse(
  readFileSync(new URL('../reference/certified.json', import.meta.url), 'utf8'),
) as { strings: number; hashes: string[]; full: string[][] };

const DIGITS = [6, 10, 15];
const stringsOf = (index: number): string[] =>
  certifiedNumbers(certifiedInstance(index)).flatMap((number) =>
    DIGITS.map((digits) => formatCertified(number, digits).text),
  );

test('the strings of the first instances of each hard family are those of mpmath', () => {
  expect(expected.full.map((_, index) => stringsOf(index))).toEqual(expected.full);
});

test('none of 400,000 strings at 6, 10 and 15 digits is wrong, by hashes of the strings of mpmath', () => {
  let count = 0;
  const wrong = expected.hashes.flatMap((hash, index) => {
    const strings = stringsOf(index);
    count += strings.length;
    const ours = createHash('sha256').update(strings.join('\n')).digest('hex').slice(0, 8);
    return ours === hash ? [] : [`instance ${index}; python3 tests/reference/generate-certified.py ${index}`];
  });
  expect(wrong).toEqual([]);
  expect(count).toBe(expected.strings);
  expect(count).toBeGreaterThan(400_000);
});

const Exact = Decimal.clone({ precision: 60, minE: -9e15, maxE: 9e15, toExpNeg: -9e15, toExpPos: 9e15 });

const onLine = (p: Pmf) =>
  pointsOnLine(
    p.map((_, x) => x),
    p,
  );

const quantities: Readonly<Record<string, (p: Pmf, q: Pmf) => Certified>> = {
  entropy: (p) => certifiedEntropy(p),
  crossEntropy: certifiedCrossEntropy,
  kl: certifiedKlDivergence,
  klReversed: (p, q) => certifiedKlDivergence(q, p),
  jeffreys: certifiedJeffreysDivergence,
  jsd: certifiedJensenShannonDivergence,
  jsDistance: certifiedJensenShannonDistance,
  tv: certifiedTotalVariationDistance,
  w1: (p, q) => certifiedWassersteinDistance(onLine(p), onLine(q)),
};

describe('the double-double value is within 1e-30 of 50 digits, in every family of the reference tables', () => {
  const cases = [
    ...readReference('pmfs.json').map((row) => ({ ...row, make: pmf })),
    ...readReference('weights.json').map((row) => ({ ...row, make: fromWeights })),
    ...readReference('thousand.json').map((row) => ({ ...row, make: pmf })),
  ];
  test.each(Object.keys(quantities))('%s', (name) => {
    for (const { name: family, p, q, values, make } of cases) {
      const { hi, lo, exponent } = quantities[name]!(make(p), make(q)).refine();
      const truth = values[name]!;
      if (truth === 'Infinity' || truth === '0') expect(hi, family).toBe(Number(truth));
      else {
        const value = exactly(hi).plus(exactly(lo)).mul(new Exact(2).pow(exponent));
        expect(new Exact(value).div(truth).minus(1).abs().toNumber(), family).toBeLessThan(1e-30);
      }
    }
  });
});

describe('a sum of two', () => {
  const exactOf = ({ hi, lo, exponent }: Refined) =>
    exactly(hi).plus(exactly(lo)).mul(new Exact(2).pow(exponent));
  const number = (hi: number, lo: number, exponent: number) =>
    certified(hi * 2 ** exponent, 9, () => ({ hi, lo, exponent }));

  type Parts = readonly [hi: number, lo: number, exponent: number];
  const rows: readonly (readonly [string, Parts, Parts])[] = [
    ['equal ones', [0.75, 2 ** -60, 0], [0.75, 2 ** -60, 0]],
    ['a large and a small one', [1e10, 1e-8, 0], [1e-10, -1e-28, 0]],
    ['two below the range of doubles', [1.5, 2 ** -60, -1200], [1.25, 0, -1190]],
    ['one in it and one below', [2 ** -890, 0, 0], [1.5, 2 ** -60, -901]],
    ['one in it and one far below', [1, 0, 0], [1.5, 2 ** -60, -2500]],
    ['two above', [1.5, 2 ** -60, 1010], [1.25, 0, 1009]],
    ['nothing and one', [0, 0, 0], [1.25, 2 ** -60, -1100]],
  ];
  test.each(rows)('is exact to 1e-30: %s', (_, one, other) => {
    const both = [number(...one), number(...other)] as const;
    const truth = exactOf(both[0].refine()).plus(exactOf(both[1].refine()));
    for (const sum of [plus(...both), plus(both[1], both[0])])
      expect(exactOf(sum.refine()).div(truth).minus(1).abs().toNumber()).toBeLessThan(1e-30);
  });

  test('has bounds that cover both errors and the rounding', () => {
    const half = certified(0.1, 3, () => ({ hi: 0.1, lo: 0, exponent: 0 }), 1e-32);
    const { value, relativeErrorBound, absoluteErrorBound } = plus(half, number(0.2, 0, 0));
    expect(value).toBe(0.1 + 0.2);
    expect(relativeErrorBound).toBe(11 * 2 ** -53);
    expect(absoluteErrorBound).toBeGreaterThan(1e-32);
  });

  test('of a length and an infinite one is infinite', () => {
    const [p, q] = [fromWeights([1, 1]), fromWeights([1, 0])];
    const legs = [certifiedKlDivergence(p, q), certifiedKlDivergence(q, p)] as const;
    expect(formatCertified(plus(...legs), 4).text).toBe('∞');
    expect(formatCertified(plus(legs[1], legs[1]), 4).text).toBe('1.386');
  });
});

test('25 digits can be had', () => {
  const [p, q] = [fromWeights([1, 2, 3]), fromWeights([3, 2, 2])];
  expect(formatCertified(certifiedKlDivergence(p, q), 25)).toEqual({
    text: '0.1737811857699888800493411', // mpmath
    digits: 25,
    by: 'double-double',
    decided: true,
  });
});

describe('what could not be decided is said', () => {
  const tie = certifiedTotalVariationDistance(fromWeights([1, 7]), fromWeights([3, 5]));
  test('an exact tie shows the digit that settles it', () => {
    expect(formatCertified(tie, 1)).toEqual({ text: '0.25', digits: 2, by: 'double-double', decided: false });
    expect(formatCertified(tie, 2)).toEqual({ text: '0.25', digits: 2, by: 'double', decided: true });
  });

  test('a double within its bound of a tie is not trusted', () => {
    const truths = [0.25 - 2 ** -52, 0.25 + 2 ** -52];
    const texts = truths.map((hi) =>
      formatCertified(
        certified(0.25, 9, () => ({ hi, lo: 0, exponent: 0 })),
        1,
      ),
    );
    expect(texts.map(({ text }) => text)).toEqual(['0.2', '0.3']);
  });

  test('a double within its bound of the ends of positional notation is not trusted', () => {
    const texts = [0.0001 - 2 ** -64, 0.0001 + 2 ** -64].map((hi) =>
      formatCertified(
        certified(0.0001, 9, () => ({ hi, lo: 0, exponent: 0 })),
        4,
      ),
    );
    expect(texts.map(({ text, by }) => [text, by])).toEqual([
      ['1.000 × 10⁻⁴', 'double-double'],
      ['0.0001000', 'double-double'],
    ]);
  });

  test('doubles decide at 6 and 10 digits, save near ties; at 15 digits half of the numbers need more', () => {
    const shares = DIGITS.map((digits) => {
      const texts = Array.from({ length: 40 }, (_, i) => certifiedNumbers(certifiedInstance(8 * i + 1)))
        .flat()
        .map((number) => formatCertified(number, digits));
      return texts.filter(({ by }) => by === 'double-double').length / texts.length;
    });
    expect(shares[0]).toBe(0);
    expect(shares[1]).toBeLessThan(0.001);
    expect(shares[2]).toBeGreaterThan(0.2);
    expect(shares[2]).toBeLessThan(0.8);
  });
});

test('0, ∞ and bits', () => {
  const [point, other] = [fromWeights([1, 0]), fromWeights([0, 1])];
  const text = (number: Certified) => formatCertified(number, 4).text;
  expect(text(certifiedKlDivergence(point, point))).toBe('0');
  expect(text(certifiedKlDivergence(point, other))).toBe('∞');
  expect(text(inBits(certifiedKlDivergence(point, other)))).toBe('∞');
  expect(text(inBits(certifiedKlDivergence(point, point)))).toBe('0');
  expect(text(inBits(certifiedEntropy(fromWeights([1, 1]))))).toBe('1.000');
  expect(text(certifiedKlTerms(fromWeights([1, 1]), fromWeights([3, 1]))[0]!)).toBe('−0.2027');
});

test('arguments outside the domain are refused', () => {
  const p = fromWeights([1, 1]);
  expect(
    refusals(
      () => formatCertified(certifiedEntropy(p), 26),
      () => formatCertified(certifiedEntropy(p), 0),
      () => formatCertified(certifiedEntropy(p), 2.5),
      () => certifiedKlDivergence(p, fromWeights([1, 1, 1])),
      () => certifiedEntropy([0.5, 0.5] as unknown as Pmf),
    ),
  ).toMatchInlineSnapshot(`
    "formatCertified: digits is 26; it must be an integer from 1 to 25
    formatCertified: digits is 0; it must be an integer from 1 to 25
    formatCertified: digits is 2.5; it must be an integer from 1 to 25
    certifiedKlDivergence: p has 2 outcomes and q has 3; both must be pmfs on the same outcomes
    certifiedEntropy: p is a plain array; build it with pmf() or fromWeights()"
  `);
});
