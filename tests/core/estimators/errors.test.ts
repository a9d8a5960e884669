import { expect, test } from 'vitest';
import {
  millerMadowEntropy,
  monteCarloKlDivergence,
  nearestNeighbourKlDivergence,
  plugInEntropy,
  plugInKlDivergence,
  sampleWassersteinDistance,
} from '../../../src/core/index.ts';
import { refusals, untyped } from '../refusals.ts';

test('estimators say what was received and what is required', () => {
  const some = [[0], [1], [2]];
  expect(
    refusals(
      () => plugInEntropy([]),
      () => plugInEntropy([0, 0]),
      () => plugInEntropy([1.5]),
      () => plugInEntropy([-1]),
      () => millerMadowEntropy(untyped('12')),
      () => plugInKlDivergence([1, 2], [1, 2, 3]),
      () => plugInKlDivergence([1, 2], [0, 0]),
      () => nearestNeighbourKlDivergence(untyped(1), some),
      () => nearestNeighbourKlDivergence(some, [[0, 1]]),
      () => nearestNeighbourKlDivergence(some, [[0], [NaN]]),
      () => nearestNeighbourKlDivergence([[0]], some),
      () => nearestNeighbourKlDivergence(some, some, { neighbours: 3 }),
      () => nearestNeighbourKlDivergence(some, some, { neighbours: 1.5 }),
      () => nearestNeighbourKlDivergence([[1], [1]], some),
      () => nearestNeighbourKlDivergence(some, [[2]]),
      () =>
        nearestNeighbourKlDivergence(
          Array.from({ length: 110000 }, () => [0]),
          Array.from({ length: 110000 }, () => [0]),
        ),
      () => monteCarloKlDivergence([]),
      () => monteCarloKlDivergence([0]),
      () => monteCarloKlDivergence([0, NaN]),
      () => monteCarloKlDivergence([0, -Infinity]),
      () => sampleWassersteinDistance([], [1]),
      () => sampleWassersteinDistance([1], [NaN]),
      () => sampleWassersteinDistance([1], [2], { order: 0.5 }),
    ),
  ).toMatchInlineSnapshot(`
    "plugInEntropy: counts is empty; there must be at least one entry
    plugInEntropy: all entries of counts are 0; at least one outcome must have been seen
    plugInEntropy: counts[0] is 1.5; every count must be an integer from 0 to 2⁵³ − 1
    plugInEntropy: counts[0] is -1; every count must be an integer from 0 to 2⁵³ − 1
    millerMadowEntropy: counts is a string; it must be an array or typed array of numbers
    plugInKlDivergence: countsOfP has 2 outcomes and countsOfQ has 3; both must count the same outcomes
    plugInKlDivergence: all entries of countsOfQ are 0; at least one outcome must have been seen
    nearestNeighbourKlDivergence: sampleOfP is a number; it must be an array or typed array of numbers
    nearestNeighbourKlDivergence: sampleOfP has points of dimension 1 and sampleOfQ of dimension 2; both must lie in one space
    nearestNeighbourKlDivergence: sampleOfQ[1][0] is NaN; every coordinate must be a number within ±2⁴⁵⁰
    nearestNeighbourKlDivergence: neighbours is 1 for 1 points of P and 3 of Q; it must be an integer at least 1, below the first and at most the second
    nearestNeighbourKlDivergence: neighbours is 3 for 3 points of P and 3 of Q; it must be an integer at least 1, below the first and at most the second
    nearestNeighbourKlDivergence: neighbours is 1.5 for 3 points of P and 3 of Q; it must be an integer at least 1, below the first and at most the second
    nearestNeighbourKlDivergence: all others of sampleOfP coincide with sampleOfP[0]; there must be a distance to measure
    nearestNeighbourKlDivergence: all of sampleOfQ coincide with sampleOfP[2]; there must be a distance to measure
    nearestNeighbourKlDivergence: 110000 and 110000 points of dimension 1 need 24200000000 products; at most 20000000000 are computed: use a part of the samples
    monteCarloKlDivergence: logRatios is empty; there must be at least one entry
    monteCarloKlDivergence: logRatios has 1 entry; there must be at least 2, to estimate a variance
    monteCarloKlDivergence: logRatios[1] is NaN; every log(p/q) at a point drawn from P must be a number within ±1e150, or Infinity
    monteCarloKlDivergence: logRatios[1] is -Infinity; every log(p/q) at a point drawn from P must be a number within ±1e150, or Infinity
    pointsOnLine: positions is empty; there must be at least one entry
    pointsOnLine: positions[0] is NaN; every position must be a number within ±2¹⁰⁰⁰
    wassersteinDistance: order is 0.5; the order must be at least 1"
  `);
});
