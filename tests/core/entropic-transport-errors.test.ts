import { expect, test } from 'vitest';
import { fromWeights, pmf, sinkhornDivergence, sinkhornTransport } from '../../src/core/index.ts';
import { refusals, untyped } from './refusals.ts';

test('errors of entropic transport name the option and its range', () => {
  const two = pmf([0.5, 0.5]);
  const cost = Float64Array.of(0, 1, 1, 0);
  const uneven = Float64Array.of(0, 1, 2, 0);
  expect(
    refusals(
      () => sinkhornTransport(untyped([1]), two, cost, { epsilon: 1 }),
      () => sinkhornTransport(two, two, Float64Array.of(1), { epsilon: 1 }),
      () => sinkhornTransport(two, two, cost, untyped(undefined)),
      () => sinkhornTransport(two, two, cost, { epsilon: 0 }),
      () => sinkhornTransport(two, two, cost, { epsilon: NaN }),
      () => sinkhornTransport(two, two, new Float64Array(4), { epsilon: 5e-324 }),
      () => sinkhornTransport(two, two, cost, { epsilon: 1e-30 }),
      () => sinkhornTransport(two, two, cost, { epsilon: 1, tolerance: -1 }),
      () => sinkhornTransport(two, two, cost, { epsilon: 1, maxIterations: 0.5 }),
      () => sinkhornDivergence(two, pmf([1]), cost, { epsilon: 1 }),
      () => sinkhornDivergence(two, two, uneven, { epsilon: 1 }),
      () =>
        sinkhornDivergence(two, fromWeights([1, 2]), cost, { epsilon: 0.5, tolerance: 0, maxIterations: 2 }),
    ).replace(/error is [\d.e-]+/, 'error is …'),
  ).toMatchInlineSnapshot(`
    "sinkhornTransport: a is a plain array; build it with pmf() or fromWeights()
    sinkhornTransport: cost has 1 entries for 2 sources and 2 targets; it needs 4, row after row
    sinkhornTransport: epsilon is undefined; it must be a number from 1e-300 to 1e300
    sinkhornTransport: epsilon is 0; it must be a number from 1e-300 to 1e300
    sinkhornTransport: epsilon is NaN; it must be a number from 1e-300 to 1e300
    sinkhornTransport: epsilon is 5e-324; it must be a number from 1e-300 to 1e300
    sinkhornTransport: epsilon is 1e-30, below 2⁻⁶⁰ of the largest cost; use a larger one, or optimalTransport()
    sinkhornTransport: tolerance is -1; it must lie in [0, 1)
    sinkhornTransport: maxIterations is 0.5; it must be an integer, at least 1
    sinkhornDivergence: p has 2 outcomes and q has 1; both must be pmfs on the same outcomes
    sinkhornDivergence: cost is 2 from outcome 1 to 0 and 1 back; it must be symmetric
    sinkhornDivergence: the marginal error is … after 2 iterations, above the tolerance 0; use a larger epsilon, tolerance or maxIterations"
  `);
});
