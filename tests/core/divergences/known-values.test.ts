import { describe, expect, test } from 'vitest';
import {
  alphaDivergence,
  bhattacharyyaCoefficient,
  bhattacharyyaDivergence,
  chernoffCoefficient,
  chernoffDivergence,
  chernoffInformation,
  chernoffOrder,
  chiSquaredDivergence,
  columnMarginal,
  conditionalEntropy,
  crossEntropy,
  entropy,
  fromWeights,
  geometricJensenShannonDivergence,
  hellingerDistance,
  jensenShannonDivergence,
  jensenShannonDivergenceOfMany,
  jointEntropy,
  jointFromWeights,
  jointPmf,
  klDivergence,
  logSoftmax,
  mutualInformation,
  neymanChiSquaredDivergence,
  perplexity,
  pmf,
  renyiDivergence,
  resistorAverageDivergence,
  rowMarginal,
  skewDivergence,
  softmax,
  squaredHellingerDivergence,
  surprisal,
  triangularDiscrimination,
  weightedJensenShannonDivergence,
} from '../../../src/core/index.ts';

interface Row {
  readonly name: string;
  readonly value: () => number;
  readonly expected: number;
  readonly source: string;
  /** Relative tolerance; unless given that of two roundings of the closed form, some 4 ulp. */
  readonly within?: number;
}

const { LN2, SQRT1_2, log, sqrt } = Math;
const fair = pmf([0.5, 0.5]);
const first = pmf([1, 0]);
const second = pmf([0, 1]);
const nine = fromWeights([9, 1]);
const three = fromWeights([3, 1]);
// Cover and Thomas, example 2.2.1: rows Y = 1 … 4, columns X = 1 … 4.
const table = jointFromWeights([4, 2, 1, 1, 2, 4, 1, 1, 2, 2, 2, 2, 8, 0, 0, 0], { rows: 4, columns: 4 });

const rows: readonly Row[] = [
  {
    name: 'H² of disjoint point masses',
    value: () => squaredHellingerDivergence(first, second),
    expected: 1,
    source: 'definition',
    within: 0,
  },
  {
    name: 'H² of a point mass and a fair coin',
    value: () => squaredHellingerDivergence(first, fair),
    expected: 1 - SQRT1_2,
    source: '1 − √½',
  },
  {
    name: 'H of a point mass and a fair coin',
    value: () => hellingerDistance(first, fair),
    expected: sqrt(1 - SQRT1_2),
    source: '√(1 − √½)',
  },
  {
    name: 'χ² of a 3:1 coin from a fair one',
    value: () => chiSquaredDivergence(three, fair),
    expected: 0.25,
    source: '2 (¼)²/½',
    within: 0,
  },
  {
    name: 'Neyman’s χ² of a 3:1 coin and a fair one',
    value: () => neymanChiSquaredDivergence(three, fair),
    expected: 1 / 3,
    source: '(¼)² (4/3 + 4)',
  },
  {
    name: 'χ² with mass outside the support',
    value: () => chiSquaredDivergence(fair, first),
    expected: Infinity,
    source: 'definition',
    within: 0,
  },
  {
    name: 'χ² of 1 from 1e-300, where p/q does not overflow',
    value: () => chiSquaredDivergence(pmf([0, 1]), pmf([1, 1e-300])),
    expected: 1e300,
    source: '1/q − 1',
  },
  {
    name: 'Δ of disjoint point masses',
    value: () => triangularDiscrimination(first, second),
    expected: 2,
    source: 'definition',
    within: 0,
  },
  {
    name: 'Δ of a point mass and a fair coin',
    value: () => triangularDiscrimination(first, fair),
    expected: 2 / 3,
    source: '¼/(3/2) + ½',
  },
  {
    name: 'BC of disjoint point masses',
    value: () => bhattacharyyaCoefficient(first, second),
    expected: 0,
    source: 'definition',
    within: 0,
  },
  {
    name: 'BC of equal pmfs',
    value: () => bhattacharyyaCoefficient(nine, nine),
    expected: 1,
    source: 'definition',
    within: 0,
  },
  {
    name: 'B of a point mass and a fair coin',
    value: () => bhattacharyyaDivergence(first, fair),
    expected: LN2 / 2,
    source: '−log √½',
  },
  {
    name: 'B of pmfs that share 1e-308 of mass only',
    value: () => bhattacharyyaDivergence(pmf([1, 0, 1e-308]), pmf([0, 1, 1e-308])),
    expected: 308 * log(10),
    source: '−log 1e-308',
  },
  {
    name: 'c₀ is the mass of Q on the support of P',
    value: () => chernoffCoefficient(first, three, 0),
    expected: 0.75,
    source: 'limit',
    within: 0,
  },
  {
    name: 'c₁ is the mass of P on the support of Q',
    value: () => chernoffCoefficient(three, first, 1),
    expected: 0.75,
    source: 'limit',
    within: 0,
  },
  {
    name: 'C_¼ of a point mass and a fair coin',
    value: () => chernoffDivergence(first, fair, 0.25),
    expected: 0.75 * LN2,
    source: '−log ½^¾',
  },
  {
    name: 'Chernoff information of coins 9:1 and 1:9',
    value: () => chernoffInformation(nine, fromWeights([1, 9])),
    expected: log(5 / 3),
    source: 'by symmetry the order is ½: −log(2 · 0.3)',
  },
  {
    name: 'its order',
    value: () => chernoffOrder(nine, fromWeights([1, 9])),
    expected: 0.5,
    source: 'symmetry',
  },
  {
    name: 'Chernoff information of a point mass and a fair coin',
    value: () => chernoffInformation(first, fair),
    expected: LN2,
    source: 'the order is 0: −log Q(p > 0)',
  },
  { name: 'its order', value: () => chernoffOrder(first, fair), expected: 0, source: 'boundary', within: 0 },
  {
    name: 'the same, exchanged',
    value: () => chernoffOrder(fair, first),
    expected: 1,
    source: 'boundary',
    within: 0,
  },
  {
    name: 'Chernoff information of disjoint pmfs',
    value: () => chernoffInformation(first, second),
    expected: Infinity,
    source: 'definition',
    within: 0,
  },
  {
    name: 'D₀ of a point mass from a 3:1 coin',
    value: () => renyiDivergence(first, three, 0),
    expected: log(4 / 3),
    source: '−log ¾',
  },
  {
    name: 'D₂ of a 3:1 coin from a fair one',
    value: () => renyiDivergence(three, fair, 2),
    expected: log(5 / 4),
    source: 'log(1 + χ²)',
  },
  {
    name: 'D_∞ of a 3:1 coin from a fair one',
    value: () => renyiDivergence(three, fair, Infinity),
    expected: log(3 / 2),
    source: 'log max p/q',
  },
  {
    name: 'D_{1/2} of a point mass from a fair coin',
    value: () => renyiDivergence(first, fair, 0.5),
    expected: LN2,
    source: 'every order: log 2',
  },
  {
    name: 'D₇ of a point mass from a fair coin',
    value: () => renyiDivergence(first, fair, 7),
    expected: LN2,
    source: 'every order: log 2',
  },
  {
    name: 'D of order 1e9 of a point mass from a fair coin',
    value: () => renyiDivergence(first, fair, 1e9),
    expected: LN2,
    source: 'every order: log 2',
  },
  {
    name: 'D₂ with mass outside the support',
    value: () => renyiDivergence(fair, first, 2),
    expected: Infinity,
    source: 'definition',
    within: 0,
  },
  {
    name: 'D_{1/2} with mass outside the support',
    value: () => renyiDivergence(fair, first, 0.5),
    expected: LN2,
    source: '−2 log √½',
  },
  {
    name: 'α-divergence of order 2 is χ²/2',
    value: () => alphaDivergence(three, fair, 2),
    expected: 1 / 8,
    source: 'definition',
  },
  {
    name: 'α-divergence of order −1 is χ²(Q ‖ P)/2',
    value: () => alphaDivergence(three, fair, -1),
    expected: 1 / 6,
    source: 'definition',
  },
  {
    name: 'α-divergence of order ½ is 4 H²',
    value: () => alphaDivergence(first, fair, 0.5),
    expected: 4 - 4 * SQRT1_2,
    source: 'definition',
  },
  {
    name: 'α-divergence of disjoint pmfs',
    value: () => alphaDivergence(first, second, 0.25),
    expected: 16 / 3,
    source: '1/(α(1 − α))',
    within: 0,
  },
  {
    name: 'α-divergence of order 3 with mass outside the support',
    value: () => alphaDivergence(fair, first, 3),
    expected: Infinity,
    source: 'definition',
    within: 0,
  },
  {
    name: 'JSD of weight ¼ of disjoint pmfs',
    value: () => weightedJensenShannonDivergence(first, second, { weight: 0.25 }),
    expected: 2 * LN2 - 0.75 * log(3),
    source: 'h(¼)',
  },
  {
    name: 'JSD of weight 0',
    value: () => weightedJensenShannonDivergence(first, second, { weight: 0 }),
    expected: 0,
    source: 'definition',
    within: 0,
  },
  {
    name: 'JSD of four disjoint point masses',
    value: () =>
      jensenShannonDivergenceOfMany([0, 1, 2, 3].map((i) => pmf([0, 1, 2, 3].map((x) => (x === i ? 1 : 0))))),
    expected: 2 * LN2,
    source: 'log n',
  },
  {
    name: 'JSD of one distribution',
    value: () => jensenShannonDivergenceOfMany([nine]),
    expected: 0,
    source: 'definition',
    within: 0,
  },
  {
    name: 'JSD of two is the Jensen–Shannon divergence',
    value: () => jensenShannonDivergenceOfMany([nine, fair]),
    expected: jensenShannonDivergence(nine, fair),
    source: 'definition',
  },
  {
    name: 'JSD of proportional counts',
    value: () => jensenShannonDivergenceOfMany([nine, nine, nine]),
    expected: 0,
    source: 'definition',
    within: 0,
  },
  {
    name: 'skew divergence of disjoint pmfs',
    value: () => skewDivergence(first, second, { skew: 0.75 }),
    expected: 2 * LN2,
    source: '−log(1 − α)',
  },
  {
    name: 'skew divergence of 1 is KL',
    value: () => skewDivergence(nine, fair, { skew: 1 }),
    expected: klDivergence(nine, fair),
    source: 'definition',
  },
  {
    name: 'resistor average where one KL is infinite',
    value: () => resistorAverageDivergence(first, fair),
    expected: LN2,
    source: '1/R = 1/log 2 + 0',
  },
  {
    name: 'resistor average of coins 9:1 and 1:9',
    value: () => resistorAverageDivergence(nine, fromWeights([1, 9])),
    expected: 0.4 * log(9),
    source: 'half of D = 0.8 log 9',
  },
  {
    name: 'geometric JSD of coins 9:1 and 1:9',
    value: () => geometricJensenShannonDivergence(nine, fromWeights([1, 9])),
    expected: 0.4 * log(9) + log(0.6),
    source: 'J/4 + log 2√0.09',
  },
  {
    name: 'geometric JSD with mass outside the support',
    value: () => geometricJensenShannonDivergence(first, fair),
    expected: Infinity,
    source: 'definition',
    within: 0,
  },
  {
    name: 'H(X, Y) of the table',
    value: () => jointEntropy(table),
    expected: (27 / 8) * LN2,
    source: 'cover-thomas-2006, example 2.2.1: 27/8 bits',
  },
  {
    name: 'H(X | Y) of the table',
    value: () => conditionalEntropy(table, { given: 'rows' }),
    expected: (11 / 8) * LN2,
    source: 'cover-thomas-2006, example 2.2.1: 11/8 bits',
  },
  {
    name: 'H(Y | X) of the table',
    value: () => conditionalEntropy(table, { given: 'columns' }),
    expected: (13 / 8) * LN2,
    source: 'cover-thomas-2006, example 2.2.1: 13/8 bits',
  },
  {
    name: 'I(X; Y) of the table',
    value: () => mutualInformation(table),
    expected: (3 / 8) * LN2,
    source: 'cover-thomas-2006, example 2.3.1: 0.375 bits',
  },
  {
    name: 'H(X) of the table',
    value: () => entropy(columnMarginal(table)),
    expected: (7 / 4) * LN2,
    source: 'cover-thomas-2006, example 2.2.1: 7/4 bits',
  },
  {
    name: 'H(Y) of the table',
    value: () => entropy(rowMarginal(table)),
    expected: 2 * LN2,
    source: 'cover-thomas-2006, example 2.2.1: 2 bits',
  },
  {
    name: 'I of independent variables',
    value: () => mutualInformation(jointFromWeights([1, 2, 3, 3, 6, 9], { rows: 2, columns: 3 })),
    expected: 0,
    source: 'definition',
    within: 0,
  },
  {
    name: 'I of a variable and itself',
    value: () => mutualInformation(jointPmf([0.5, 0, 0, 0.5], { rows: 2, columns: 2 })),
    expected: LN2,
    source: 'H(X)',
  },
  {
    name: 'H(Y | X) of a function',
    value: () => conditionalEntropy(jointPmf([0.5, 0, 0, 0.5], { rows: 2, columns: 2 }), { given: 'rows' }),
    expected: 0,
    source: 'definition',
    within: 0,
  },
  { name: 'surprisal of a fair coin', value: () => surprisal(fair, 0), expected: LN2, source: 'log 2' },
  {
    name: 'surprisal of the impossible',
    value: () => surprisal(first, 1),
    expected: Infinity,
    source: 'definition',
    within: 0,
  },
  {
    name: 'surprisal of the certain',
    value: () => surprisal(first, 0),
    expected: 0,
    source: 'definition',
    within: 0,
  },
  {
    name: 'perplexity of a fair die',
    value: () => perplexity(fromWeights([1, 1, 1, 1, 1, 1])),
    expected: 6,
    source: 'n',
  },
  {
    name: 'perplexity of a point mass',
    value: () => perplexity(first),
    expected: 1,
    source: 'definition',
    within: 0,
  },
  { name: 'softmax of log-odds', value: () => softmax([log(3), 0])[0]!, expected: 0.75, source: '3/(3 + 1)' },
  {
    name: 'log-softmax of equal logits',
    value: () => logSoftmax([1e5, 1e5])[1]!,
    expected: -LN2,
    source: '−log 2',
  },
  {
    name: 'cross-entropy is the log-loss of the log-softmax',
    value: () => -logSoftmax([2, -1])[0]!,
    expected: crossEntropy(first, softmax([2, -1])),
    source: 'definition',
  },
];

describe('closed forms and boundary cases', () => {
  for (const { name, value, expected, source, within = 8 * 2 ** -53 } of rows) {
    test(`${name} (${source})`, () => {
      const actual = value();
      if (within === 0) expect(actual).toBe(expected);
      else expect(Math.abs(actual / expected - 1)).toBeLessThanOrEqual(within);
    });
  }
});
