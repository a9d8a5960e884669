import { describe, expect, test } from 'vitest';
import * as core from '../../../src/core/index.ts';
import { pmf } from '../../../src/core/index.ts';
import { refusals } from '../refusals.ts';

const untyped = (value: unknown): never => value as never;
const two = pmf([0.5, 0.5]);
const three = pmf([0.1, 0.2, 0.7]);
const far = pmf([1, 0]);

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

  test('a generator has its parts, and they return numbers', () => {
    const { klGenerator } = core;
    const broken = { ...klGenerator, share: undefined };
    expect(
      refusals(
        () => core.fDivergence(two, two, untyped(undefined)),
        () => core.fDivergence(two, two, untyped(null)),
        () =>
          core.fDivergence(
            two,
            two,
            untyped((t: number) => t),
          ),
        () => core.fDivergence(two, two, untyped({ value: (t: number) => t })),
        () => core.fDivergence(two, two, { ...klGenerator, atZero: NaN }),
        () => core.fDivergence(far, two, untyped({ ...broken, value: () => NaN })),
        () => core.fDivergence(far, two, untyped({ ...broken, derivative: () => undefined })),
        () => core.optimalCritic(two, two, untyped('kl')),
        () => core.optimalCritic(two, two, { ...klGenerator, derivative: () => NaN }),
      ),
    ).toMatchInlineSnapshot(`
      "fDivergence: generator is undefined; it must have value, derivative, conjugate, atZero and slopeAtInfinity
      fDivergence: generator is null; it must have value, derivative, conjugate, atZero and slopeAtInfinity
      fDivergence: generator is a function; it must have value, derivative, conjugate, atZero and slopeAtInfinity
      fDivergence: generator is an object; it must have value, derivative, conjugate, atZero and slopeAtInfinity
      fDivergence: generator is an object; it must have value, derivative, conjugate, atZero and slopeAtInfinity
      fDivergence: the generator's value(2) is NaN; it must be a number, Infinity where it has no bound
      fDivergence: the generator's derivative(1) is undefined; it must be a number, Infinity where it has no bound
      optimalCritic: generator is the string "kl"; it must have value, derivative, conjugate, atZero and slopeAtInfinity
      optimalCritic: the generator's derivative(1) is NaN; it must be a number, Infinity where it has no bound"
    `);
  });

  test('a critic has one number for each outcome', () => {
    const bound = (critic: unknown) => () =>
      core.variationalLowerBound(two, two, { generator: core.klGenerator, critic: untyped(critic) });
    const infinite = { ...core.klGenerator, conjugate: () => NaN };
    expect(
      refusals(
        bound(undefined),
        bound([]),
        bound([1]),
        bound([1, NaN]),
        bound(['1', 1]),
        () => core.variationalLowerBound(two, two, { generator: infinite, critic: [0, 0] }),
        () => core.variationalLowerBound(two, two, untyped({ critic: [0, 0] })),
        () => core.variationalLowerBound(two, two, untyped(undefined)),
      ),
    ).toMatchInlineSnapshot(`
      "variationalLowerBound: critic is undefined; it must be an array or typed array of numbers
      variationalLowerBound: critic is empty; there must be at least one entry
      variationalLowerBound: there are 2 outcomes and 1 values of the critic; each outcome needs one
      variationalLowerBound: critic[1] is NaN; it must be a number
      variationalLowerBound: critic[0] is the string "1"; it must be a number
      variationalLowerBound: the generator's conjugate(0) is NaN; it must be a number, Infinity where it has no bound
      variationalLowerBound: generator is undefined; it must have value, derivative, conjugate, atZero and slopeAtInfinity
      variationalLowerBound: options is undefined; it must be an object such as { generator: klGenerator, critic }"
    `);
  });

  test('a joint pmf has rows × columns entries', () => {
    const joint = core.jointPmf([0.25, 0.25, 0.5, 0], { rows: 2, columns: 2 });
    expect(
      refusals(
        () => core.jointPmf([0.5, 0.5], { rows: 2, columns: 2 }),
        () => core.jointPmf([0.5, 0.5], { rows: 1.5, columns: 2 }),
        () => core.jointPmf([0.5, 0.5], { rows: -1, columns: -2 }),
        () => core.jointPmf([0.5, 0.5], untyped(undefined)),
        () => core.jointPmf([0.5, 0.6], { rows: 1, columns: 2 }),
        () => core.jointFromWeights([1, 2, 3], { rows: 2, columns: 2 }),
        () => core.jointFromWeights([1, -2], { rows: 1, columns: 2 }),
        () => core.jointEntropy(untyped([[1]])),
        () => core.mutualInformation(untyped({ ...joint })),
        () => core.rowMarginal(untyped(two)),
        () => core.columnMarginal(untyped(null)),
        () => core.conditionalEntropy(untyped(undefined), { given: 'rows' }),
        () => core.conditionalEntropy(joint, { given: untyped('X') }),
        () => core.conditionalEntropy(joint, untyped(undefined)),
        () => core.surprisal(two, 2),
        () => core.surprisal(two, -1),
        () => core.surprisal(two, untyped('0')),
      ),
    ).toMatchInlineSnapshot(`
      "jointPmf: there are 2 entries for 2 rows and 2 columns; give { rows, columns } as positive integers with that product
      jointPmf: there are 2 entries for 1.5 rows and 2 columns; give { rows, columns } as positive integers with that product
      jointPmf: there are 2 entries for -1 rows and -2 columns; give { rows, columns } as positive integers with that product
      jointPmf: there are 2 entries for undefined rows and undefined columns; give { rows, columns } as positive integers with that product
      pmf: p sums to 1.1, not 1; normalise it with fromWeights()
      jointFromWeights: there are 3 entries for 2 rows and 2 columns; give { rows, columns } as positive integers with that product
      fromWeights: w[1] is -2; every weight must be finite and at least 0
      jointEntropy: joint is not a joint pmf; build it with jointPmf() or jointFromWeights()
      mutualInformation: joint is not a joint pmf; build it with jointPmf() or jointFromWeights()
      rowMarginal: joint is not a joint pmf; build it with jointPmf() or jointFromWeights()
      columnMarginal: joint is not a joint pmf; build it with jointPmf() or jointFromWeights()
      conditionalEntropy: joint is not a joint pmf; build it with jointPmf() or jointFromWeights()
      conditionalEntropy: given is the string "X"; it must be 'rows' or 'columns'
      conditionalEntropy: options is undefined; it must be an object such as { given: 'rows' }
      surprisal: outcome is 2; it must be an integer from 0 to 1, an index of p
      surprisal: outcome is -1; it must be an integer from 0 to 1, an index of p
      surprisal: outcome is the string "0"; it must be an integer from 0 to 1, an index of p"
    `);
  });

  test('logits are numbers below infinity', () => {
    expect(
      refusals(
        () => core.softmax([]),
        () => core.softmax(untyped(undefined)),
        () => core.softmax([0, NaN]),
        () => core.softmax([0, Infinity]),
        () => core.softmax([-Infinity]),
        () => core.softmax(untyped(['1'])),
        () => core.logSoftmax([-Infinity, -Infinity]),
        () => core.logSoftmax([NaN]),
      ),
    ).toMatchInlineSnapshot(`
      "softmax: logits is empty; there must be at least one entry
      softmax: logits is undefined; it must be an array or typed array of numbers
      softmax: logits[1] is NaN; every logit must be a number below Infinity
      softmax: logits[1] is Infinity; every logit must be a number below Infinity
      softmax: every logit is -Infinity; at least one must be finite
      softmax: logits[0] is the string "1"; every logit must be a number below Infinity
      logSoftmax: every logit is -Infinity; at least one must be finite
      logSoftmax: logits[0] is NaN; every logit must be a number below Infinity"
    `);
  });

  test('a gradient needs a variable that exists and a finite divergence', () => {
    const { chiSquaredDivergenceGradient, crossEntropyGradient, entropyGradient, klDivergenceGradient } =
      core;
    const { jensenShannonDivergenceGradient, reverseKlDivergenceGradient } = core;
    const { squaredHellingerDivergenceGradient } = core;
    const gradients = [
      klDivergenceGradient,
      reverseKlDivergenceGradient,
      crossEntropyGradient,
      jensenShannonDivergenceGradient,
      squaredHellingerDivergenceGradient,
      chiSquaredDivergenceGradient,
    ];
    expect(
      refusals(
        ...gradients.map((gradient) => () => gradient(three, two, { withRespectTo: 'p' })),
        ...gradients.map((gradient) => () => gradient(two, two, { withRespectTo: untyped('z') })),
        () => klDivergenceGradient(two, two, untyped(undefined)),
        () => klDivergenceGradient(two, far, { withRespectTo: 'p' }),
        () => reverseKlDivergenceGradient(far, two, { withRespectTo: 'p' }),
        () => crossEntropyGradient(two, far, { withRespectTo: 'q' }),
        () => chiSquaredDivergenceGradient(two, far, { withRespectTo: 'logitsOfQ' }),
        () => entropyGradient(two, { withRespectTo: untyped('q') }),
        () => entropyGradient(two, untyped(undefined)),
        () => entropyGradient(untyped([1]), { withRespectTo: 'p' }),
      ),
    ).toMatchInlineSnapshot(`
      "klDivergenceGradient: p has 3 outcomes and q has 2; both must be pmfs on the same outcomes
      reverseKlDivergenceGradient: p has 3 outcomes and q has 2; both must be pmfs on the same outcomes
      crossEntropyGradient: p has 3 outcomes and q has 2; both must be pmfs on the same outcomes
      jensenShannonDivergenceGradient: p has 3 outcomes and q has 2; both must be pmfs on the same outcomes
      squaredHellingerDivergenceGradient: p has 3 outcomes and q has 2; both must be pmfs on the same outcomes
      chiSquaredDivergenceGradient: p has 3 outcomes and q has 2; both must be pmfs on the same outcomes
      klDivergenceGradient: withRespectTo is the string "z"; it must be 'p', 'q', 'logitsOfP' or 'logitsOfQ'
      reverseKlDivergenceGradient: withRespectTo is the string "z"; it must be 'p', 'q', 'logitsOfP' or 'logitsOfQ'
      crossEntropyGradient: withRespectTo is the string "z"; it must be 'p', 'q', 'logitsOfP' or 'logitsOfQ'
      jensenShannonDivergenceGradient: withRespectTo is the string "z"; it must be 'p', 'q', 'logitsOfP' or 'logitsOfQ'
      squaredHellingerDivergenceGradient: withRespectTo is the string "z"; it must be 'p', 'q', 'logitsOfP' or 'logitsOfQ'
      chiSquaredDivergenceGradient: withRespectTo is the string "z"; it must be 'p', 'q', 'logitsOfP' or 'logitsOfQ'
      klDivergenceGradient: options is undefined; it must be an object such as { withRespectTo: 'q' }
      klDivergenceGradient: the value at p and q is Infinity; a gradient needs a finite one
      reverseKlDivergenceGradient: the value at p and q is Infinity; a gradient needs a finite one
      crossEntropyGradient: the value at p and q is Infinity; a gradient needs a finite one
      chiSquaredDivergenceGradient: the value at p and q is Infinity; a gradient needs a finite one
      entropyGradient: withRespectTo is the string "q"; it must be 'p' or 'logitsOfP'
      entropyGradient: options is undefined; it must be an object such as { withRespectTo: 'p' }
      entropyGradient: p is a plain array; build it with pmf() or fromWeights()"
    `);
  });
});
