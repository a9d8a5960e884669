import { describe, expect, test } from 'vitest';
import * as core from '../../../src/core/index.ts';
import { refusals, untyped } from '../refusals.ts';

describe('families say which parameter was received, and what is required', () => {
  test('parameters out of range, of other types, or missing', () => {
    expect(
      refusals(
        () => core.bernoulli(untyped(0.5)),
        () => core.bernoulli(untyped(undefined)),
        () => core.bernoulli(untyped({})),
        () => core.bernoulli({ probability: 1.2 }),
        () => core.bernoulli({ probability: NaN }),
        () => core.bernoulli({ probability: untyped('0.5') }),
        () => core.binomial({ trials: 2.5, probability: 0.5 }),
        () => core.binomial({ trials: -1, probability: 0.5 }),
        () => core.binomial({ trials: 1e16, probability: 0.5 }),
        () => core.poisson({ mean: -1 }),
        () => core.poisson({ mean: 1e-200 }),
        () => core.poisson({ mean: untyped(3n) }),
        () => core.geometric({ probability: 0 }),
        () => core.exponential({ rate: 0 }),
        () => core.gamma({ shape: 0, scale: 1 }),
        () => core.gamma(untyped({ shape: 2, rate: 1 })),
        () => core.beta({ a: 1, b: Infinity }),
        () => core.uniform({ from: 1, to: 1 }),
        () => core.uniform({ from: -Infinity, to: 1 }),
        () => core.laplace({ location: untyped([0]), scale: 1 }),
        () => core.normal({ mean: 0, standardDeviation: -1 }),
        () => core.normal({ mean: 0, standardDeviation: untyped(() => 1) }),
        () => core.categorical(untyped([0.5, 0.5])),
      ),
    ).toMatchInlineSnapshot(`
      "bernoulli: the parameters are 0.5; they must be an object { probability: … }
      bernoulli: the parameters are undefined; they must be an object { probability: … }
      bernoulli: probability is undefined; it must be a number in [0, 1]
      bernoulli: probability is 1.2; it must be a number in [0, 1]
      bernoulli: probability is NaN; it must be a number in [0, 1]
      bernoulli: probability is the string "0.5"; it must be a number in [0, 1]
      binomial: trials is 2.5; it must be an integer from 0 to 1e15
      binomial: trials is -1; it must be an integer from 0 to 1e15
      binomial: trials is 10000000000000000; it must be an integer from 0 to 1e15
      poisson: mean is -1; it must be 0 or a number from 1e-100 to 1e15
      poisson: mean is 1e-200; it must be 0 or a number from 1e-100 to 1e15
      poisson: mean is the bigint 3n; it must be 0 or a number from 1e-100 to 1e15
      geometric: probability is 0; it must be a number from 1e-100 to 1
      exponential: rate is 0; it must be a number from 1e-100 to 1e100
      gamma: shape is 0; it must be a number from 1e-30 to 1e30
      gamma: scale is undefined; it must be a number from 1e-100 to 1e100
      beta: b is Infinity; it must be a number from 1e-30 to 1e30
      uniform: from is 1 and to is 1; to must be above from
      uniform: from is -Infinity; it must be a number within ±1e100
      laplace: location is an array; it must be a number within ±1e100
      normal: standardDeviation is -1; it must be a number from 1e-100 to 1e100
      normal: standardDeviation is a function; it must be a number from 1e-100 to 1e100
      categorical: probabilities is a plain array; build it with pmf() or fromWeights()"
    `);
  });

  test('Dirichlet concentrations', () => {
    const three = core.dirichlet({ concentrations: [1, 2, 3] });
    expect(
      refusals(
        () => core.dirichlet(untyped(3)),
        () => core.dirichlet({ concentrations: untyped(3) }),
        () => core.dirichlet({ concentrations: [] }),
        () => core.dirichlet({ concentrations: [1] }),
        () => core.dirichlet({ concentrations: [1, 0] }),
        () => three.logPdf(untyped([0.2, 0.3, 0.5])),
        () => three.pdf(core.pmf([0.5, 0.5])),
        () => core.dirichletKlDivergence(three, core.dirichlet({ concentrations: [1, 1] })),
      ),
    ).toMatchInlineSnapshot(`
      "dirichlet: the parameters are 3; they must be an object
      dirichlet: concentrations is a number; it must be an array or typed array of numbers
      dirichlet: concentrations is empty; there must be at least one entry
      dirichlet: there is 1 concentration; there must be at least 2, one for each outcome
      dirichlet: concentrations[1] is 0; it must be a number from 1e-30 to 1e30
      dirichlet.logPdf: x is a plain array; build it with pmf() or fromWeights()
      dirichlet.logPdf: x has 2 outcomes and there are 3 concentrations; they must be as many
      dirichletKlDivergence: p has 3 outcomes and q has 2; they must have as many"
    `);
  });

  test('means and covariances', () => {
    const two = core.multivariateNormal({ mean: [0, 0], covariance: [1, 0, 0, 1] });
    const mean = [0, 0];
    expect(
      refusals(
        () => core.multivariateNormal(untyped(null)),
        () => core.multivariateNormal({ mean: untyped(0), covariance: [1] }),
        () => core.multivariateNormal({ mean: [NaN], covariance: [1] }),
        () => core.multivariateNormal({ mean, covariance: [1, 0, 0] }),
        () => core.multivariateNormal({ mean, covariance: [1, 0.5, 0.4, 1] }),
        () => core.multivariateNormal({ mean, covariance: [0, 0, 0, 1] }),
        () => core.multivariateNormal({ mean, covariance: [1, 2, 2, 1] }),
        () => core.multivariateNormal({ mean, covariance: [1, 1, 1, 1] }),
        () => core.multivariateNormal({ mean: new Array<number>(513).fill(0), covariance: [1] }),
        () => two.logPdf([0]),
        () => two.logPdf([0, NaN]),
        () =>
          core.multivariateNormalKlDivergence(two, core.multivariateNormal({ mean: [0], covariance: [1] })),
      ),
    ).toMatchInlineSnapshot(`
      "multivariateNormal: the parameters are null; they must be an object
      multivariateNormal: mean is a number; it must be an array or typed array of numbers
      multivariateNormal: mean[0] is NaN; every entry must be a number within ±1e100
      multivariateNormal: covariance has 3 entries and mean has 2; the covariance must have 4, row by row
      multivariateNormal: covariance[1][0] is 0.4 and covariance[0][1] is 0.5; a covariance must be symmetric
      multivariateNormal: covariance is not positive definite: covariance[0][0] is 0; it must be, beyond rounding
      multivariateNormal: covariance is not positive definite: what rows 0 to 0 leave of covariance[1][1] = 1 is -3; it must be, beyond rounding
      multivariateNormal: covariance is not positive definite: what rows 0 to 0 leave of covariance[1][1] = 1 is 0; it must be, beyond rounding
      multivariateNormal: mean has 513 entries; at most 512 are supported
      multivariateNormal.logPdf: x has 1 entries; it must have 2, as the mean
      multivariateNormal.logPdf: x[1] is NaN; every entry must be a number within ±1e100
      multivariateNormalKlDivergence: p has 2 dimensions and q has 1; they must have as many"
    `);
  });

  test('arguments of densities, and members of another family', () => {
    const coin = core.bernoulli({ probability: 0.5 });
    const bell = core.normal({ mean: 0, standardDeviation: 1 });
    expect(
      refusals(
        () => coin.pmf(NaN),
        () => bell.pdf(untyped('0')),
        () => core.poisson({ mean: 1 }).logPmf(untyped(null)),
        () => core.bernoulliKlDivergence(coin, untyped(bell)),
        () => core.normalKlDivergence(untyped({ mean: 0, standardDeviation: 1 }), bell),
        () => core.multivariateNormalKlDivergence(untyped(bell), untyped(bell)),
      ),
    ).toMatchInlineSnapshot(`
      "bernoulli.pmf: k is NaN; it must be a number
      normal.pdf: x is the string "0"; it must be a number
      poisson.logPmf: k is null; it must be a number
      bernoulliKlDivergence: q is not a Bernoulli distribution; build it with bernoulli()
      normalKlDivergence: p is not a normal distribution; build it with normal()
      multivariateNormalKlDivergence: p is not a multivariate normal distribution; build it with multivariateNormal()"
    `);
  });

  test('special functions', () => {
    expect(
      refusals(
        () => core.logGamma(-1),
        () => core.logGamma(NaN),
        () => core.digamma(-0.5),
        () => core.trigamma(untyped(undefined)),
        () => core.logBeta(1, -1),
        () => core.logBeta(Infinity, 1),
      ),
    ).toMatchInlineSnapshot(`
      "logGamma: x is -1; x must be a number at least 0
      logGamma: x is NaN; x must be a number at least 0
      digamma: x is -0.5; x must be a number at least 0
      trigamma: x is undefined; x must be a number at least 0
      logBeta: b is -1; it must be a finite number at least 0
      logBeta: a is Infinity; it must be a finite number at least 0"
    `);
  });
});
