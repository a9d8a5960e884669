import { describe, expect, test } from 'vitest';
import * as core from '../../src/core/index.ts';
import { fromWeights, pmf } from '../../src/core/index.ts';
import { refusals, untyped } from './refusals.ts';

const sparse = [0.5, 0.5, 0];
delete sparse[1];

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
