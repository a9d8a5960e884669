import { describe, expect, test } from 'vitest';
import { costMatrix, fromWeights, optimalTransport, pmf, transportCost } from '../../src/core/index.ts';
import { refusals, untyped } from './refusals.ts';

describe('errors', () => {
  const two = pmf([0.5, 0.5]);
  const square = Float64Array.of(0, 1, 1, 0);

  test('optimalTransport and transportCost say what is wrong with masses, costs and sizes, at once', () => {
    const huge = fromWeights(new Float64Array(2 ** 14).fill(1));
    expect(
      refusals(
        () => optimalTransport(untyped([0.5, 0.6]), two, square),
        () => optimalTransport(pmf([0.5, 0.6]), two, square),
        () => optimalTransport(two, untyped(undefined), square),
        () => optimalTransport(two, two, untyped([0, 1, 1, 0])),
        () => optimalTransport(two, two, untyped(undefined)),
        () => optimalTransport(two, two, Float64Array.of(0, 1)),
        () => optimalTransport(two, two, Float64Array.of(0, 1, NaN, 0)),
        () => optimalTransport(two, two, Float64Array.of(0, Infinity, 1, 0)),
        () => optimalTransport(huge, huge, square),
        () => transportCost(untyped([1]), square),
        () => transportCost(square, Float64Array.of(1)),
        () => transportCost(square, untyped([0, 1, 1, 0])),
        () => transportCost(Float64Array.of(1, -0.5), Float64Array.of(0, 1)),
        () => transportCost(Float64Array.of(1, NaN), Float64Array.of(0, 1)),
      ),
    ).toMatchInlineSnapshot(`
      "optimalTransport: a is a plain array; build it with pmf() or fromWeights()
      pmf: p sums to 1.1, not 1; normalise it with fromWeights()
      optimalTransport: b is not a pmf; build it with pmf() or fromWeights()
      optimalTransport: cost is a plain array; it must be a Float64Array, row after row
      optimalTransport: cost is not an array; it must be a Float64Array, row after row
      optimalTransport: cost has 2 entries for 2 sources and 2 targets; it needs 4, row after row
      optimalTransport: cost[2] is NaN, from source 1 to target 0; every cost must be a number within ±2⁹⁰⁰
      optimalTransport: cost[1] is Infinity, from source 0 to target 1; every cost must be a number within ±2⁹⁰⁰
      optimalTransport: there are 16384 sources and 16384 targets, 268435456 pairs; at most 67108864 are supported
      transportCost: plan is a plain array; it must be a Float64Array, row after row
      transportCost: plan has 4 entries and cost has 1; both must have one entry a pair
      transportCost: cost is a plain array; it must be a Float64Array, row after row
      transportCost: plan[1] is -0.5; every mass must be finite and at least 0
      transportCost: plan[1] is NaN; every mass must be finite and at least 0"
    `);
  });

  test('costMatrix says what is wrong with points, metric and exponent', () => {
    expect(
      refusals(
        () => costMatrix([], [[0]]),
        () => costMatrix(untyped([0, 1]), [[0]]),
        () => costMatrix([[0, 1], [2]], [[0]]),
        () => costMatrix([[0, 1]], [[0]]),
        () => costMatrix([[0]], [[NaN]]),
        () => costMatrix([[0]], [[1e200]]),
        () => costMatrix([[]], [[0]]),
        () => costMatrix([[0]], [[1]], { metric: untyped('cosine') }),
        () => costMatrix([[0]], [[1]], { metric: untyped('toString') }),
        () => costMatrix([[0]], [[1]], { exponent: 0 }),
        () => costMatrix([[0]], [[1]], { exponent: Infinity }),
        () => costMatrix([[0]], [[1e100]], { exponent: 3 }),
        () => costMatrix(untyped({ length: 1e9 }), [[1]]),
      ),
    ).toMatchInlineSnapshot(`
      "costMatrix: x is empty; there must be at least one entry
      costMatrix: x[0] is a number; it must be an array or typed array of numbers
      costMatrix: x[1] has 1 coordinates and x[0] has 2; all points must have as many
      costMatrix: x has points of dimension 2 and y of dimension 1; both must lie in one space
      costMatrix: y[0][0] is NaN; every coordinate must be a number within ±2⁴⁵⁰
      costMatrix: y[0][0] is 1e+200; every coordinate must be a number within ±2⁴⁵⁰
      costMatrix: x[0] is empty; there must be at least one entry
      costMatrix: metric is cosine; it must be euclidean, manhattan or chebyshev
      costMatrix: metric is toString; it must be euclidean, manhattan or chebyshev
      costMatrix: exponent is 0; it must be a finite number above 0
      costMatrix: exponent is Infinity; it must be a finite number above 0
      costMatrix: the cost from x[0] to y[0] is above 2⁹⁰⁰; scale the coordinates down
      costMatrix: x is an object; it must be an array or typed array of numbers"
    `);
  });
});
