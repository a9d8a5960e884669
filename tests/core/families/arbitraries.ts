import fc from 'fast-check';
import type { Family } from './members.ts';

export const RUNS = { seed: 20261123, numRuns: 400 };
export const logUniform = (low: number, high: number): fc.Arbitrary<number> =>
  fc.double({ min: low, max: high, noNaN: true }).map((x) => 10 ** x);
export const probability = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.constantFrom(0, 1, 0.5, 5e-324, 1 - 2 ** -53),
);
export const location = fc.double({ min: -1e3, max: 1e3, noNaN: true });
export const scale = logUniform(-6, 6);

/** Parameters in the order of `makers`. */
export const parameters: Readonly<Record<Family, fc.Arbitrary<number[]>>> = {
  bernoulli: fc.tuple(probability),
  binomial: fc.tuple(fc.integer({ min: 0, max: 60 }), probability),
  poisson: fc.tuple(fc.oneof(fc.constant(0), logUniform(-10, 10))),
  geometric: fc.tuple(fc.oneof(fc.constant(1), logUniform(-9, 0))),
  exponential: fc.tuple(scale),
  gamma: fc.tuple(logUniform(-3, 6), scale),
  beta: fc.tuple(logUniform(-3, 6), logUniform(-3, 6)),
  uniform: fc.tuple(location, scale).map(([from, length]) => [from, from + length]),
  laplace: fc.tuple(location, scale),
  normal: fc.tuple(location, scale),
};
