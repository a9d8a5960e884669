import {
  bhattacharyyaCoefficient,
  bhattacharyyaDivergence,
  chernoffCoefficient,
  chernoffDivergence,
  chernoffInformation,
  chernoffOrder,
  chiSquaredDivergence,
  fromWeights,
  hellingerDistance,
  neymanChiSquaredDivergence,
  pmf,
  squaredHellingerDivergence,
  triangularDiscrimination,
} from '../../../src/core/index.ts';

import { expectKnownValues } from '../known-values.ts';

const { LN2, SQRT1_2, log, sqrt } = Math;
const fair = pmf([0.5, 0.5]);
const first = pmf([1, 0]);
const second = pmf([0, 1]);
const nine = fromWeights([9, 1]);
const three = fromWeights([3, 1]);

expectKnownValues('divergences', [
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
]);
