import Decimal from 'decimal.js';
import { expect, test } from 'vitest';
import * as core from '../../src/core/index.ts';
import { pmf, pointsOnLine } from '../../src/core/index.ts';
import { exactly, relativeError } from './measure.ts';
import { readReference } from './reference.ts';

const Exact = Decimal.clone({ precision: 110, minE: -9e15, maxE: 9e15, toExpNeg: -9e15, toExpPos: 9e15 });
type Term = (p: Decimal, q: Decimal) => Decimal;
const times = (a: Decimal, b: Decimal, c: Decimal): Decimal =>
  a.isZero() ? new Exact(0) : c.isZero() ? new Exact(Infinity) : a.mul(b.div(c).ln());
const mean = (p: Decimal, q: Decimal): Decimal => p.plus(q).div(2);

// Families whose terms 110 digits settle: masses of 1e-100 and less beside 1 would need 300 to 700.
const tiny = /subnormal|1e-300|log-uniform|point mass/;
const cases = readReference('pmfs.json').filter(({ name, p }) => p.length <= 10 && !tiny.test(name));
// Totals are kept to 106 bits: differences of probabilities have this absolute error.
const FLOOR = 2 ** -103;
const one = new Exact(1);

// Bounds in units of 2⁻⁵³, as the doc comments state them.
const terms: readonly [string, (p: core.Pmf, q: core.Pmf) => Float64Array, Term, number][] = [
  ['−p log p', (p) => core.entropyTerms(p), (p) => times(p, one, p), 9],
  ['−p log q', core.crossEntropyTerms, (p, q) => times(p, one, q), 9],
  ['p log(p/q)', core.klTerms, (p, q) => times(p, p, q), 9],
  [
    '½ p log(p/m) + ½ q log(q/m)',
    core.jensenShannonTerms,
    (p, q) =>
      times(p, p, mean(p, q))
        .plus(times(q, q, mean(p, q)))
        .div(2),
    10,
  ],
  ['½ |p − q|', core.totalVariationTerms, (p, q) => p.minus(q).abs().div(2), 4],
];

for (const [name, of, exact, bound] of terms) {
  test(`each outcome's ${name} is within ${bound} units of 2⁻⁵³ of its exact value (decimal.js, 110 digits)`, () => {
    for (const { name: family, p, q } of cases) {
      const [a, b] = [p, q].map((masses) => {
        const sum = masses.reduce((total, x) => total.plus(exactly(x)), new Exact(0));
        return masses.map((x) => new Exact(exactly(x)).div(sum));
      });
      of(pmf(p), pmf(q)).forEach((value, x) => {
        const expected = exact(a![x]!, b![x]!);
        // The JSD's terms are of second order.
        const floor = name.startsWith('½ p log')
          ? FLOOR * Math.sqrt(Math.abs(expected.toNumber())) + 1e-100
          : FLOOR;
        if (Math.abs(value - expected.toNumber()) <= floor) return;
        const error = relativeError(value, expected.isFinite() ? expected.toString() : 'Infinity');
        expect(
          error,
          `${family}, outcome ${x}: ${value}, not ${expected.toPrecision(20)}`,
        ).toBeLessThanOrEqual(bound);
      });
    }
  });
}

test('the costs of the gaps are those of the flow across them', () => {
  const line = [2, 0, 1];
  const gaps = core.wassersteinTerms(
    pointsOnLine(line, pmf([0.5, 0.25, 0.25])),
    pointsOnLine(line, pmf([0, 1, 0])),
  );
  expect(gaps).toEqual([
    { from: 0, to: 1, cost: 0.75 },
    { from: 1, to: 2, cost: 0.5 },
  ]);
});
