import Decimal from 'decimal.js';
import { describe, expect, test } from 'vitest';
import { exactSum, leading } from '../../src/core/certified/exact-sum.ts';
import { quotient, sum, sumOfQuotients } from '../../src/core/double-double.ts';
import { fromWeights, pmf } from '../../src/core/index.ts';
import type { Cells } from '../../src/core/kernels/cells.ts';
import { PAIRED_CELLS, SKEW_CELLS, pairedTail } from '../../src/core/kernels/jensen-shannon.ts';
import { SLOPE_CELLS } from '../../src/core/kernels/relative-entropy.ts';
import { ARTANH_CELLS } from '../../src/core/kernels/surprisal.ts';
import { LOG, POWER, REMAINDER } from '../../src/core/logarithm.ts';
import { massesBehind } from '../../src/core/pmf.ts';
import { seededRandom } from '../../src/core/random.ts';
import { exactly } from './measure.ts';

const Exact = Decimal.clone({ precision: 60, minE: -9e15, maxE: 9e15 });
const ONE = new Exact(1);
const U = 2 ** -53;
const toExact = (x: number): Decimal => new Exact(exactly(x));
const units = (actual: number, exact: Decimal): number =>
  toExact(actual).minus(exact).abs().div(exact.abs()).div(U).toNumber();

const highWord = (x: number): number => new Int32Array(Float64Array.of(x).buffer)[1]!;
function valueIn(cells: Cells, j: number, x: number): number {
  const e = x - cells.centre[j]!;
  const [c0, c1, c2, c3, c4, c5] = [cells.c0, cells.c1, cells.c2, cells.c3, cells.c4, cells.c5].map(
    (c) => c[j]!,
  );
  return c0! + e * c1! + e * e * (c2! + e * c3! + e * e * (c4! + e * c5!));
}

const artanh = (s: Decimal): Decimal => ONE.plus(s).div(ONE.minus(s)).ln().div(2);
const paired = (z: Decimal): Decimal => {
  const s = z.sqrt();
  const [more, less] = [ONE.plus(s), ONE.minus(s)];
  return more.mul(more.ln()).plus(less.mul(less.ln()));
};

/** Each table: the numbers it is for, the cell of one, what it holds, and its largest absolute error in u, as the proofs use it. */
const tables: readonly {
  name: string;
  cells: Cells;
  from: number;
  to: number;
  cellOf: (x: number) => number;
  exact: (x: Decimal) => Decimal;
  bound: number;
}[] = [
  {
    name: '((1 + s) artanh(s) − s)/s² − 1',
    cells: SLOPE_CELLS,
    from: -1 / 3,
    to: 1 / 3,
    cellOf: (s) => (highWord(s + 1.5) >> 12) & 255,
    exact: (s) => ONE.plus(s).mul(artanh(s)).minus(s).div(s).div(s).minus(1),
    bound: 0.5,
  },
  {
    name: 'artanh(s)/s − 1',
    cells: ARTANH_CELLS,
    from: 0,
    to: 1 / 3,
    cellOf: (s) => (highWord(s + 1) >> 12) & 255,
    exact: (s) => artanh(s).div(s).minus(1),
    bound: 0.2,
  },
  {
    name: '((1 + s) log(1 + s) + (1 − s) log(1 − s))/z − 1, z = s²',
    cells: PAIRED_CELLS,
    from: 0,
    to: 0.5,
    cellOf: (z) => (highWord(3 - z) >> 11) & 511,
    exact: (z) => paired(z).div(z).minus(1),
    bound: 0.3,
  },
];

describe('the tables of the kernels hold what the proofs of the error bounds say', () => {
  for (const { name, cells, from, to, cellOf, exact, bound } of tables) {
    test(`${name} from ${from} to ${to}, to ${bound} u`, () => {
      const { uniform } = seededRandom(5);
      for (let i = 0; i < 1000; i++) {
        const edge = from + (Math.floor(uniform() * 86) / 86) * (to - from);
        const x = i % 2 ? from + uniform() * (to - from) : edge * (1 + (uniform() - 0.5) * 2 ** -50);
        if (Math.abs(x) < 1e-6) continue;
        const error = exactly(valueIn(cells, cellOf(x), x))
          .minus(exact(new Exact(exactly(x))))
          .abs();
        expect(error.div(U).toNumber(), String(x)).toBeLessThan(bound);
      }
    });
  }

  test('the slope in the weights, to 2e-6 of it', () => {
    for (let z = 0.0005; z <= 0.5; z += 0.0013) {
      const s = Math.sqrt(z);
      const j = (highWord(3 - z) >> 11) & 511;
      const table = SKEW_CELLS.c0[j]! + (z - SKEW_CELLS.centre[j]!) * SKEW_CELLS.c1[j]!;
      const exact = ((1 - s) * Math.log1p(-s) - (1 + s) * Math.log1p(s) + 2 * s) / s / z;
      expect(Math.abs(table / exact - 1), String(z)).toBeLessThan(2e-6);
    }
  });

  test('a far cell takes an outcome out of the sum exactly', () => {
    for (const z of [0.5000001, 0.7, 0.999, 1]) {
      const j = (highWord(3 - z) >> 11) & 511;
      expect(1 + valueIn(PAIRED_CELLS, j, z)).toBe(0);
    }
  });

  test('powers of two, k log 2 and k log 2 − 1 + 2⁻ᵏ, rounded once, for every k that masses need', () => {
    const log2 = new Exact(2).ln();
    for (let k = -990; k <= 990; k++) {
      const row = k & 2047;
      expect(POWER[row]).toBe(2 ** k);
      if (k === 0) continue;
      expect(units(LOG[row]!, log2.mul(k)), `${k} log 2`).toBeLessThanOrEqual(1.0001);
      const remainder = log2.mul(k).minus(1).plus(new Exact(2).pow(-k));
      expect(units(REMAINDER[row]!, remainder), `remainder of ${k}`).toBeLessThanOrEqual(1.0001);
    }
    expect([LOG[0], REMAINDER[0]]).toEqual([0, 0]);
  });

  test('the tail for single outcomes is that of the block', () => {
    for (const z of [0, 1e-300, 0.1, 0.25, 0.5]) {
      expect(pairedTail(z)).toBe(valueIn(PAIRED_CELLS, Math.min(256, (highWord(3 - z) >> 11) & 511), z));
    }
  });
});

describe('the weights in the proofs', () => {
  const inside = (from: number, to: number): number[] =>
    Array.from({ length: 2001 }, (_, i) => from + (i / 2000) * (to - from)).filter((x) => Math.abs(x) > 1e-3);
  const f = (s: number): number => ((1 + s) * Math.atanh(s) - s) / s;
  const slope = (of: (x: number) => number, x: number): number =>
    (of(x * (1 + 1e-5)) - of(x * (1 - 1e-5))) / (2e-5 * of(x));

  test('f(s) sees at most 1.2 times the relative error of s, and artanh 1.1 times', () => {
    for (const s of inside(-1 / 3, 1 / 3)) {
      expect(slope(f, s), String(s)).toBeLessThan(1.2);
      expect(slope(Math.atanh, s), String(s)).toBeLessThan(1.1);
    }
  });

  test('g(z) sees at most 0.13 times the relative error of z up to one half', () => {
    const g = (z: number): number => {
      const s = Math.sqrt(z);
      return ((1 + s) * Math.log1p(s) + (1 - s) * Math.log1p(-s)) / z;
    };
    for (const z of inside(0, 0.5)) expect(slope(g, z), String(z)).toBeLessThan(0.13);
  });

  test('for k ≠ 0 at most a third of a term is d·f, and all three parts are at least 0', () => {
    for (const k of [-30, -3, -2, -1, 1, 2, 3, 30]) {
      const remainder = k * Math.LN2 - 1 + 2 ** -k;
      for (const s of inside(0, k > 0 ? 1 / 3 : -1 / 3)) {
        const d = (2 * s) / (1 - s); // c = 1
        const parts = [d * f(s), d * k * Math.LN2, remainder];
        for (const part of parts) expect(part).toBeGreaterThanOrEqual(0);
        expect(parts[0]! / (parts[0]! + parts[1]! + parts[2]!), `${k}, ${s}`).toBeLessThan(1 / 3);
      }
    }
  });
});

describe('sums and quotients in two doubles', () => {
  test('the total of probabilities or weights is right to 2⁻¹⁰⁵ of itself, over many scales and block lengths', () => {
    const { uniform, below } = seededRandom(6);
    for (let i = 0; i < 400; i++) {
      const n = [2, 3, 511, 512, 513, 1025, 4099][below(7)]!;
      const raw = Float64Array.from(
        { length: n },
        () => uniform() * 2 ** -(i % 3 === 0 ? below(4) : below(140)),
      );
      if (i % 4 === 1) raw[0] = 0;
      const weights = fromWeights(raw.map((mass) => mass * 2 ** (below(2) * 31)));
      const rough = raw.reduce((a, b) => a + b);
      const made = i % 2 || rough === 0 ? weights : pmf(raw.map((mass) => mass / rough));
      const { values, total } = massesBehind('test', 'p', made);
      const exact = leading(exactSum(values));
      const off = Math.abs(total.hi - exact.hi + (total.lo - exact.lo));
      expect(off, `${n} outcomes`).toBeLessThanOrEqual(2 ** -105 * exact.hi);
    }
  });

  test('a plain sum is right to 2⁻¹⁰⁰ of itself', () => {
    const { uniform } = seededRandom(7);
    const values = Float64Array.from({ length: 100_003 }, () => uniform() * 2 ** -Math.floor(60 * uniform()));
    const exact = leading(exactSum(values));
    const { hi, lo } = sum(values);
    expect(Math.abs(hi - exact.hi + (lo - exact.lo))).toBeLessThan(2 ** -100 * exact.hi);
  });

  test('a quotient and a sum of two are rounded once, from subnormal numbers to 2⁹⁰⁰', () => {
    const { uniform, below } = seededRandom(8);
    const double = (): [number, number] => {
      const hi = (1 + uniform()) * 2 ** (below(1800) - 900);
      return [hi, hi * U * (uniform() - 0.5)];
    };
    const of = ([hi, lo]: [number, number]): Decimal => toExact(hi).plus(toExact(lo));
    for (let i = 0; i < 2000; i++) {
      const [a, c] = [double(), double()];
      const total: [number, number] = [1 + uniform(), 1e-17 * uniform()];
      const [x, y] = [of(a).div(of(total)), of(c).div(of(total))];
      expect(units(quotient(...a, ...total), x)).toBeLessThan(1.01);
      const inTwo = ([hi, lo]: [number, number]) => ({ hi, lo });
      const both = sumOfQuotients(inTwo(a), inTwo(total), inTwo(c), inTwo(total));
      expect(units(both, x.plus(y))).toBeLessThan(1.01);
      expect(sumOfQuotients(inTwo(c), inTwo(total), inTwo(a), inTwo(total))).toBe(both);
    }
    expect(quotient(0, 0, 1, 0)).toBe(0);
    expect(quotient(Infinity, 0, 1, 0)).toBe(Infinity);
    expect(quotient(5e-324, 0, 1, 0)).toBe(5e-324);
  });
});
