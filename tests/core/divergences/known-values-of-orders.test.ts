import {
  alphaDivergence,
  fromWeights,
  geometricJensenShannonDivergence,
  jensenShannonDivergence,
  jensenShannonDivergenceOfMany,
  klDivergence,
  pmf,
  renyiDivergence,
  resistorAverageDivergence,
  skewDivergence,
  weightedJensenShannonDivergence,
} from '../../../src/core/index.ts';

import { expectKnownValues } from '../known-values.ts';

const { LN2, SQRT1_2, log } = Math;
const fair = pmf([0.5, 0.5]);
const first = pmf([1, 0]);
const second = pmf([0, 1]);
const nine = fromWeights([9, 1]);
const three = fromWeights([3, 1]);

expectKnownValues('divergences of an order, of a weight or of many', [
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
]);
