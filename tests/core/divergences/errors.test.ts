import { describe, expect, test } from 'vitest';
import * as core from '../../../src/core/index.ts';
import { pmf } from '../../../src/core/index.ts';
import { refusals, untyped } from '../refusals.ts';

const two = pmf([0.5, 0.5]);
const three = pmf([0.1, 0.2, 0.7]);

describe('errors say what was received, what is required, and the remedy', () => {
  test('every divergence refuses different lengths', () => {
    const orders = [
      core.renyiDivergence,
      core.alphaDivergence,
      core.chernoffDivergence,
      core.chernoffCoefficient,
    ];
    const functions = [
      core.squaredHellingerDivergence,
      core.hellingerDistance,
      core.chiSquaredDivergence,
      core.neymanChiSquaredDivergence,
      core.triangularDiscrimination,
      core.bhattacharyyaCoefficient,
      core.bhattacharyyaDivergence,
      core.chernoffInformation,
      core.chernoffOrder,
      core.resistorAverageDivergence,
      core.skewDivergence,
      core.weightedJensenShannonDivergence,
      core.geometricJensenShannonDivergence,
    ];
    expect(
      refusals(
        ...functions.map((f) => () => f(three, two)),
        ...orders.map((f) => () => f(three, two, 0.5)),
        () => core.fDivergence(three, two, core.klGenerator),
        () => core.optimalCritic(three, two, core.klGenerator),
        () => core.variationalLowerBound(three, two, { generator: core.klGenerator, critic: [0, 0, 0] }),
      ),
    ).toMatchInlineSnapshot(`
      "squaredHellingerDivergence: p has 3 outcomes and q has 2; both must be pmfs on the same outcomes
      hellingerDistance: p has 3 outcomes and q has 2; both must be pmfs on the same outcomes
      chiSquaredDivergence: p has 3 outcomes and q has 2; both must be pmfs on the same outcomes
      neymanChiSquaredDivergence: p has 3 outcomes and q has 2; both must be pmfs on the same outcomes
      triangularDiscrimination: p has 3 outcomes and q has 2; both must be pmfs on the same outcomes
      bhattacharyyaCoefficient: p has 3 outcomes and q has 2; both must be pmfs on the same outcomes
      bhattacharyyaDivergence: p has 3 outcomes and q has 2; both must be pmfs on the same outcomes
      chernoffInformation: p has 3 outcomes and q has 2; both must be pmfs on the same outcomes
      chernoffOrder: p has 3 outcomes and q has 2; both must be pmfs on the same outcomes
      resistorAverageDivergence: p has 3 outcomes and q has 2; both must be pmfs on the same outcomes
      skewDivergence: p has 3 outcomes and q has 2; both must be pmfs on the same outcomes
      weightedJensenShannonDivergence: p has 3 outcomes and q has 2; both must be pmfs on the same outcomes
      geometricJensenShannonDivergence: p has 3 outcomes and q has 2; both must be pmfs on the same outcomes
      renyiDivergence: p has 3 outcomes and q has 2; both must be pmfs on the same outcomes
      alphaDivergence: p has 3 outcomes and q has 2; both must be pmfs on the same outcomes
      chernoffDivergence: p has 3 outcomes and q has 2; both must be pmfs on the same outcomes
      chernoffCoefficient: p has 3 outcomes and q has 2; both must be pmfs on the same outcomes
      fDivergence: p has 3 outcomes and q has 2; both must be pmfs on the same outcomes
      optimalCritic: p has 3 outcomes and q has 2; both must be pmfs on the same outcomes
      variationalLowerBound: p has 3 outcomes and q has 2; both must be pmfs on the same outcomes"
    `);
  });

  test('divergences refuse what pmf() and fromWeights() did not build', () => {
    expect(
      refusals(
        () => core.hellingerDistance(untyped([0.5, 0.5]), two),
        () => core.renyiDivergence(two, untyped(null), 2),
        () => core.fDivergence(two, untyped(undefined), core.klGenerator),
        () => core.perplexity(untyped([1])),
        () => core.surprisal(untyped([1]), 0),
      ),
    ).toMatchInlineSnapshot(`
      "hellingerDistance: p is a plain array; build it with pmf() or fromWeights()
      renyiDivergence: q is not a pmf; build it with pmf() or fromWeights()
      fDivergence: q is not a pmf; build it with pmf() or fromWeights()
      perplexity: p is a plain array; build it with pmf() or fromWeights()
      surprisal: p is a plain array; build it with pmf() or fromWeights()"
    `);
  });

  test('orders must be numbers in the range of the divergence', () => {
    const values = [-1, NaN, undefined, null, '2', {}];
    expect(
      refusals(
        ...values.map((order) => () => core.renyiDivergence(two, two, untyped(order))),
        () => core.renyiDivergenceProperties(-0.5),
        () => core.alphaDivergence(two, two, Infinity),
        () => core.alphaDivergence(two, two, NaN),
        () => core.alphaDivergence(two, two, untyped('x'.repeat(99))),
        () => core.alphaDivergenceProperties(untyped(undefined)),
        () => core.alphaGenerator(Infinity),
        () => core.chernoffDivergence(two, two, 1.5),
        () => core.chernoffCoefficient(two, two, -0.1),
        () => core.chernoffDivergenceProperties(NaN),
      ),
    ).toMatchInlineSnapshot(`
      "renyiDivergence: order is -1; the order must be a number at least 0, or Infinity
      renyiDivergence: order is NaN; the order must be a number at least 0, or Infinity
      renyiDivergence: order is undefined; the order must be a number at least 0, or Infinity
      renyiDivergence: order is null; the order must be a number at least 0, or Infinity
      renyiDivergence: order is the string "2"; the order must be a number at least 0, or Infinity
      renyiDivergence: order is an object; the order must be a number at least 0, or Infinity
      renyiDivergenceProperties: order is -0.5; the order must be a number at least 0, or Infinity
      alphaDivergence: order is Infinity; the order must be a finite number
      alphaDivergence: order is NaN; the order must be a finite number
      alphaDivergence: order is the string "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…"; the order must be a finite number
      alphaDivergenceProperties: order is undefined; the order must be a finite number
      alphaGenerator: order is Infinity; the order must be a finite number
      chernoffDivergence: order is 1.5; the order must be a number in [0, 1]
      chernoffCoefficient: order is -0.1; the order must be a number in [0, 1]
      chernoffDivergenceProperties: order is NaN; the order must be a number in [0, 1]"
    `);
  });

  test('weights and skews must lie in [0, 1], in an options object', () => {
    expect(
      refusals(
        () => core.weightedJensenShannonDivergence(two, two, { weight: 1.5 }),
        () => core.weightedJensenShannonDivergence(two, two, untyped(0.3)),
        () => core.weightedJensenShannonDivergence(two, two, untyped('0.3')),
        () => core.weightedJensenShannonDivergence(two, two, untyped(null)),
        () => core.weightedJensenShannonDivergence(two, two, { weight: untyped('0.5') }),
        () => core.weightedJensenShannonDivergenceProperties({ weight: -1 }),
        () => core.weightedJensenShannonGenerator({ weight: NaN }),
        () => core.geometricJensenShannonDivergence(two, two, { weight: Infinity }),
        () => core.geometricJensenShannonDivergenceProperties({ weight: 2 }),
        () => core.skewDivergence(two, two, { skew: -0.1 }),
        () => core.skewDivergence(two, two, untyped(0.5)),
        () => core.skewDivergenceProperties({ skew: NaN }),
      ),
    ).toMatchInlineSnapshot(`
      "weightedJensenShannonDivergence: weight is 1.5; the weight must be a number in [0, 1]
      weightedJensenShannonDivergence: options is 0.3; it must be an object such as { weight: 0.5 }
      weightedJensenShannonDivergence: options is the string "0.3"; it must be an object such as { weight: 0.5 }
      weightedJensenShannonDivergence: options is null; it must be an object such as { weight: 0.5 }
      weightedJensenShannonDivergence: weight is the string "0.5"; the weight must be a number in [0, 1]
      weightedJensenShannonDivergenceProperties: weight is -1; the weight must be a number in [0, 1]
      weightedJensenShannonGenerator: weight is NaN; the weight must be a number in [0, 1]
      geometricJensenShannonDivergence: weight is Infinity; the weight must be a number in [0, 1]
      geometricJensenShannonDivergenceProperties: weight is 2; the weight must be a number in [0, 1]
      skewDivergence: skew is -0.1; the skew must be a number in [0, 1]
      skewDivergence: options is 0.5; it must be an object such as { skew: 0.99 }
      skewDivergenceProperties: skew is NaN; the skew must be a number in [0, 1]"
    `);
  });

  test('the divergence of many needs distributions of one length and a weight for each', () => {
    expect(
      refusals(
        () => core.jensenShannonDivergenceOfMany([]),
        () => core.jensenShannonDivergenceOfMany(untyped(undefined)),
        () => core.jensenShannonDivergenceOfMany([two, three]),
        () => core.jensenShannonDivergenceOfMany([two, untyped([0.5, 0.5])]),
        () => core.jensenShannonDivergenceOfMany([two, two], { weights: three }),
        () => core.jensenShannonDivergenceOfMany([two, two], { weights: untyped([0.5, 0.5]) }),
        () => core.jensenShannonDivergenceOfMany([two, two], untyped([0.5, 0.5])),
        () => core.jensenShannonDivergenceOfMany([two, two], untyped(null)),
      ),
    ).toMatchInlineSnapshot(`
      "jensenShannonDivergenceOfMany: distributions is empty; it must be an array of at least one pmf
      jensenShannonDivergenceOfMany: distributions is undefined; it must be an array of at least one pmf
      jensenShannonDivergenceOfMany: distributions[0] has 2 outcomes and distributions[1] has 3; all must be pmfs on the same outcomes
      jensenShannonDivergenceOfMany: distributions[1] is a plain array; build it with pmf() or fromWeights()
      jensenShannonDivergenceOfMany: there are 2 distributions and 3 weights; each distribution needs one weight
      jensenShannonDivergenceOfMany: weights is a plain array; build it with pmf() or fromWeights()
      jensenShannonDivergenceOfMany: options is an array; it must be an object such as { weights: pmf([0.5, 0.5]) }
      jensenShannonDivergenceOfMany: options is null; it must be an object such as { weights: pmf([0.5, 0.5]) }"
    `);
  });
});
