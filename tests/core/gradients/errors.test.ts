import { describe, expect, test } from 'vitest';
import * as core from '../../../src/core/index.ts';
import { pmf } from '../../../src/core/index.ts';
import { refusals, untyped } from '../refusals.ts';

const two = pmf([0.5, 0.5]);
const three = pmf([0.1, 0.2, 0.7]);
const far = pmf([1, 0]);

describe('errors say what was received, what is required, and the remedy', () => {
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
