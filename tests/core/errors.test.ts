import { describe, expect, test } from 'vitest';
import * as core from '../../src/core/index.ts';
import { pmf, pointsOnLine } from '../../src/core/index.ts';
import { refusals, untyped } from './refusals.ts';

const two = pmf([0.5, 0.5]);
const three = pmf([0.1, 0.2, 0.7]);
const points = pointsOnLine([0, 1]);

describe('errors say what was received, what is required, and the remedy', () => {
  test('every function of two pmfs refuses different lengths', () => {
    const { crossEntropy, crossEntropyTerms, jeffreysDivergence, jensenShannonDistance } = core;
    const { jensenShannonDivergence, jensenShannonTerms, klDivergence, klTerms } = core;
    const { totalVariationDistance, totalVariationTerms } = core;
    const functions = [
      crossEntropy,
      crossEntropyTerms,
      jeffreysDivergence,
      jensenShannonDistance,
      jensenShannonDivergence,
      jensenShannonTerms,
      klDivergence,
      klTerms,
      totalVariationDistance,
      totalVariationTerms,
    ];
    expect(refusals(...functions.map((f) => () => f(three, two)))).toMatchInlineSnapshot(`
      "crossEntropy: p has 3 outcomes and q has 2; both must be pmfs on the same outcomes
      crossEntropyTerms: p has 3 outcomes and q has 2; both must be pmfs on the same outcomes
      jeffreysDivergence: p has 3 outcomes and q has 2; both must be pmfs on the same outcomes
      jensenShannonDistance: p has 3 outcomes and q has 2; both must be pmfs on the same outcomes
      jensenShannonDivergence: p has 3 outcomes and q has 2; both must be pmfs on the same outcomes
      jensenShannonTerms: p has 3 outcomes and q has 2; both must be pmfs on the same outcomes
      klDivergence: p has 3 outcomes and q has 2; both must be pmfs on the same outcomes
      klTerms: p has 3 outcomes and q has 2; both must be pmfs on the same outcomes
      totalVariationDistance: p has 3 outcomes and q has 2; both must be pmfs on the same outcomes
      totalVariationTerms: p has 3 outcomes and q has 2; both must be pmfs on the same outcomes"
    `);
  });

  test('a function of pmfs refuses what pmf() and fromWeights() did not build', () => {
    expect(
      refusals(
        () => core.klDivergence(untyped([0.5, 0.5]), two),
        () => core.klDivergence(two, untyped([0.5, 0.5])),
        () => core.entropy(untyped(new Float64Array([1]))),
        () => core.entropy(untyped(undefined)),
        () => core.entropy(untyped(null)),
        () => core.entropy(untyped(0.5)),
        () => core.entropyTerms(untyped([1])),
        () => core.klDivergence(pmf([1]), two),
      ),
    ).toMatchInlineSnapshot(`
      "klDivergence: p is a plain array; build it with pmf() or fromWeights()
      klDivergence: q is a plain array; build it with pmf() or fromWeights()
      entropy: p is a typed array; build it with pmf() or fromWeights()
      entropy: p is not a pmf; build it with pmf() or fromWeights()
      entropy: p is not a pmf; build it with pmf() or fromWeights()
      entropy: p is not a pmf; build it with pmf() or fromWeights()
      entropyTerms: p is a plain array; build it with pmf() or fromWeights()
      klDivergence: p has 1 outcome and q has 2; both must be pmfs on the same outcomes"
    `);
  });

  test('pointsOnLine refuses positions that are not finite, and weights that are no pmf', () => {
    expect(
      refusals(
        () => pointsOnLine([]),
        () => pointsOnLine(untyped(undefined)),
        () => pointsOnLine([0, NaN]),
        () => pointsOnLine([0, -Infinity]),
        () => pointsOnLine([1e305]),
        () => pointsOnLine(untyped(['0'])),
        () => pointsOnLine([0, 1], untyped([0.5, 0.5])),
        () => pointsOnLine([0, 1], untyped(null)),
        () => pointsOnLine([0, 1], three),
      ),
    ).toMatchInlineSnapshot(`
      "pointsOnLine: positions is empty; there must be at least one entry
      pointsOnLine: positions is undefined; it must be an array or typed array of numbers
      pointsOnLine: positions[1] is NaN; every position must be a number within ±2¹⁰⁰⁰
      pointsOnLine: positions[1] is -Infinity; every position must be a number within ±2¹⁰⁰⁰
      pointsOnLine: positions[0] is 1e+305; every position must be a number within ±2¹⁰⁰⁰
      pointsOnLine: positions[0] is the string "0"; every position must be a number within ±2¹⁰⁰⁰
      pointsOnLine: weights is a plain array; build it with pmf() or fromWeights()
      pointsOnLine: weights is not a pmf; build it with pmf() or fromWeights()
      pointsOnLine: there are 2 positions and 3 weights; each position needs one weight"
    `);
  });

  test('wassersteinDistance refuses orders that do not exist, and what pointsOnLine() did not build', () => {
    const orders = [0.5, 0, -1, -Infinity, NaN, '1', undefined, null];
    expect(
      refusals(
        ...orders.map((order) => () => core.wassersteinDistance(points, points, untyped({ order }))),
        () => core.wassersteinDistance(untyped([0, 1]), points),
        () => core.wassersteinDistance(points, untyped(two)),
        () => core.wassersteinTerms(untyped(undefined), points),
      ),
    ).toMatchInlineSnapshot(`
      "wassersteinDistance: order is 0.5; the order must be at least 1
      wassersteinDistance: order is 0; the order must be at least 1
      wassersteinDistance: order is -1; the order must be at least 1
      wassersteinDistance: order is -Infinity; the order must be at least 1
      wassersteinDistance: order is NaN; the order must be a number, at least 1
      wassersteinDistance: order is the string "1"; the order must be a number, at least 1
      wassersteinDistance: order is undefined; the order must be a number, at least 1
      wassersteinDistance: order is null; the order must be a number, at least 1
      wassersteinDistance: mu is not a distribution on the line; build it with pointsOnLine(positions, weights)
      wassersteinDistance: nu is not a distribution on the line; build it with pointsOnLine(positions, weights)
      wassersteinTerms: mu is not a distribution on the line; build it with pointsOnLine(positions, weights)"
    `);
  });

  test('formatSignificant refuses what has no digits, and counts of digits that a double does not have', () => {
    expect(
      refusals(
        () => core.formatSignificant(NaN, 4),
        () => core.formatSignificant(untyped('1'), 4),
        () => core.formatSignificant(1, 0),
        () => core.formatSignificant(1, 18),
        () => core.formatSignificant(1, 2.5),
        () => core.formatSignificant(1, 4, -1e-9),
        () => core.formatSignificant(1, 4, 0.5),
        () => core.formatSignificant(1, 4, NaN),
      ),
    ).toMatchInlineSnapshot(`
      "formatSignificant: value is NaN; it must be a number
      formatSignificant: value is 1; it must be a number
      formatSignificant: digits is 0; it must be an integer from 1 to 17
      formatSignificant: digits is 18; it must be an integer from 1 to 17
      formatSignificant: digits is 2.5; it must be an integer from 1 to 17
      formatSignificant: relativeErrorBound is -1e-9; it must lie in [0, 0.001]
      formatSignificant: relativeErrorBound is 0.5; it must lie in [0, 0.001]
      formatSignificant: relativeErrorBound is NaN; it must lie in [0, 0.001]"
    `);
  });
});
