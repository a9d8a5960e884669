import { describe, expect, test } from 'vitest';
import * as core from '../../../src/core/index.ts';
import { pmf } from '../../../src/core/index.ts';
import { refusals, untyped } from '../refusals.ts';

const two = pmf([0.5, 0.5]);
const far = pmf([1, 0]);

describe('errors say what was received, what is required, and the remedy', () => {
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
});
