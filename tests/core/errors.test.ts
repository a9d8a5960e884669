import { describe, expect, test } from 'vitest';
import * as core from '../../src/core/index.ts';
import { DomainError, fromWeights, pmf, pointsOnLine } from '../../src/core/index.ts';

/** What each call that must be refused says, one a line. */
function refusals(...calls: readonly (() => unknown)[]): string {
  return calls
    .map((call) => {
      try {
        return `ACCEPTED: ${String(call())}`;
      } catch (error) {
        return error instanceof DomainError ? error.message : `NOT A DomainError: ${String(error)}`;
      }
    })
    .join('\n');
}

// What a caller without types can pass.
const untyped = (value: unknown): never => value as never;
const sparse = [0.5, 0.5, 0];
delete sparse[1];
const two = pmf([0.5, 0.5]);
const three = pmf([0.1, 0.2, 0.7]);
const points = pointsOnLine([0, 1]);

describe('errors say what was received, what is required, and the remedy', () => {
  test('pmf refuses what is not an array of numbers', () => {
    const values = [
      undefined,
      null,
      1,
      '0.5 0.5',
      { length: 1e9 },
      () => 1,
      new DataView(new ArrayBuffer(8)),
      [],
    ];
    const inside = [
      sparse,
      [undefined, 1],
      [null, 1],
      ['0.5', 0.5],
      ['x'.repeat(99)],
      [true, 0],
      [1n, 0],
      [[1], 0],
    ];
    const calls = [...values, ...inside, new BigInt64Array(2), new Array(1e9)].map(
      (value) => () => pmf(untyped(value)),
    );
    expect(refusals(...calls)).toMatchInlineSnapshot(`
      "pmf: p is undefined; it must be an array or typed array of numbers
      pmf: p is null; it must be an array or typed array of numbers
      pmf: p is a number; it must be an array or typed array of numbers
      pmf: p is a string; it must be an array or typed array of numbers
      pmf: p is an object; it must be an array or typed array of numbers
      pmf: p is a function; it must be an array or typed array of numbers
      pmf: p is an object; it must be an array or typed array of numbers
      pmf: p is empty; there must be at least one entry
      pmf: p[1] is a hole in a sparse array; every probability must lie in [0, 1]
      pmf: p[0] is undefined; every probability must lie in [0, 1]
      pmf: p[0] is null; every probability must lie in [0, 1]
      pmf: p[0] is the string "0.5"; every probability must lie in [0, 1]
      pmf: p[0] is the string "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…"; every probability must lie in [0, 1]
      pmf: p[0] is true; every probability must lie in [0, 1]
      pmf: p[0] is the bigint 1n; every probability must lie in [0, 1]
      pmf: p[0] is an object; every probability must lie in [0, 1]
      pmf: p[0] is the bigint 0n; every probability must lie in [0, 1]
      pmf: p has 1000000000 entries; at most 134217728 are supported"
    `);
  });

  test('pmf refuses numbers that are not probabilities, and sums other than 1', () => {
    const values = [
      [NaN, 1],
      [-0.1, 1.1],
      [1.2, 0],
      [1 + 2 ** -52, 0],
      [Infinity, 0],
      [0.3333, 0.3333, 0.3333],
      [0.5, 0.6],
      [0.5, 0.5 + 2e-9],
      [0, 0],
    ];
    expect(refusals(...values.map((value) => () => pmf(value)))).toMatchInlineSnapshot(`
      "pmf: p[0] is NaN; every probability must lie in [0, 1]
      pmf: p[0] is -0.1; every probability must lie in [0, 1]
      pmf: p[0] is 1.2; every probability must lie in [0, 1]
      pmf: p[0] is 1.0000000000000002; every probability must lie in [0, 1]
      pmf: p[0] is Infinity; every probability must lie in [0, 1]
      pmf: p sums to 0.9999, not 1; normalise it with fromWeights()
      pmf: p sums to 1.1, not 1; normalise it with fromWeights()
      pmf: p sums to 1.0000000020000002, not 1; normalise it with fromWeights()
      pmf: p sums to 0, not 1; normalise it with fromWeights()"
    `);
  });

  test('pmfView refuses what is no Float64Array, and all that pmf refuses', () => {
    const values = [[0.5, 0.5], undefined, new Float32Array([1]), new Float64Array(0)];
    const inside = [[0.5, NaN], [0.5, -0.5], [2], [0.5, 0.6]].map((p) => Float64Array.from(p));
    expect(refusals(...[...values, ...inside].map((value) => () => core.pmfView(untyped(value)))))
      .toMatchInlineSnapshot(`
      "pmfView: p is a plain array; only a Float64Array can be viewed, pmf() copies any array
      pmfView: p is no Float64Array; only a Float64Array can be viewed, pmf() copies any array
      pmfView: p is no Float64Array; only a Float64Array can be viewed, pmf() copies any array
      pmfView: p is empty; there must be at least one entry
      pmfView: p[1] is NaN; every probability must lie in [0, 1]
      pmfView: p[1] is -0.5; every probability must lie in [0, 1]
      pmfView: p[0] is 2; every probability must lie in [0, 1]
      pmfView: p sums to 1.1, not 1; normalise it with fromWeights()"
    `);
  });

  test('a view gives what a copy gives, and shares its memory', () => {
    const probabilities = Float64Array.from([0.1, 0.2, 0.7]);
    const view = core.pmfView(probabilities);
    const other = pmf([0.5, 0.25, 0.25]);
    expect(core.klDivergence(view, other)).toBe(core.klDivergence(pmf(probabilities), other));
    expect(Array.from(view)).toEqual([0.1, 0.2, 0.7]);
    expect((view as unknown as Float64Array).buffer).toBe(probabilities.buffer);
    expect((pmf(probabilities) as unknown as Float64Array).buffer).not.toBe(probabilities.buffer);
  });

  test('fromWeights refuses what is no list of weights, and weights that doubles cannot hold', () => {
    const values = [
      undefined,
      [],
      [1, -1],
      [1, NaN],
      [1, Infinity],
      ['1'],
      [0, 0],
      [1e308, 1e-300],
      [3, 5e-324],
      { length: 1e9 },
    ];
    expect(refusals(...values.map((value) => () => fromWeights(untyped(value))))).toMatchInlineSnapshot(`
      "fromWeights: w is undefined; it must be an array or typed array of numbers
      fromWeights: w is empty; there must be at least one entry
      fromWeights: w[1] is -1; every weight must be finite and at least 0
      fromWeights: w[1] is NaN; every weight must be finite and at least 0
      fromWeights: w[1] is Infinity; every weight must be finite and at least 0
      fromWeights: w[0] is the string "1"; every weight must be finite and at least 0
      fromWeights: all weights are 0; at least one must be positive
      fromWeights: w[1] is 1e-300, less than 2⁻¹⁰⁵⁰ of the sum of the weights; use 0, or drop the outcome
      fromWeights: w[1] is 5e-324, less than 2⁻¹⁰⁵⁰ of the sum of the weights; use 0, or drop the outcome
      fromWeights: w is an object; it must be an array or typed array of numbers"
    `);
  });

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

describe('pmf accepts what rounding alone explains', () => {
  test('probabilities rounded from decimals', () => {
    expect([...pmf([0.1, 0.2, 0.7])]).toEqual([0.1, 0.2, 0.7]);
    expect(pmf(new Array(10).fill(0.1)).length).toBe(10);
    expect(pmf([1 / 3, 1 / 3, 1 / 3]).length).toBe(3);
  });

  test('ten million float64 weights divided by their plain sum', () => {
    const p = new Float64Array(1e7);
    let sum = 0;
    for (let i = 0; i < p.length; i++) sum += p[i] = 0.1 + (i % 7) / 100;
    for (let i = 0; i < p.length; i++) p[i]! /= sum;
    expect(pmf(p).length).toBe(1e7);
  });

  test('minus zero, as zero', () => {
    expect(Object.is(pmf([-0, 1])[0], 0)).toBe(true);
  });

  test('a copy is kept: changing the source afterwards changes nothing', () => {
    const source = [0.5, 0.5];
    const p = pmf(source);
    source[0] = 1;
    expect(p[0]).toBe(0.5);
  });
});
