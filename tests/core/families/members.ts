import { readFileSync } from 'node:fs';
import * as core from '../../../src/core/index.ts';

/** The makers and divergences of the families by their names in families.json, from parameters in the order there. */
export const makers = {
  bernoulli: ([probability]: readonly number[]) => core.bernoulli({ probability: probability! }),
  binomial: ([trials, probability]: readonly number[]) =>
    core.binomial({ trials: trials!, probability: probability! }),
  poisson: ([mean]: readonly number[]) => core.poisson({ mean: mean! }),
  geometric: ([probability]: readonly number[]) => core.geometric({ probability: probability! }),
  exponential: ([rate]: readonly number[]) => core.exponential({ rate: rate! }),
  gamma: ([shape, scale]: readonly number[]) => core.gamma({ shape: shape!, scale: scale! }),
  beta: ([a, b]: readonly number[]) => core.beta({ a: a!, b: b! }),
  uniform: ([from, to]: readonly number[]) => core.uniform({ from: from!, to: to! }),
  laplace: ([location, scale]: readonly number[]) => core.laplace({ location: location!, scale: scale! }),
  normal: ([mean, deviation]: readonly number[]) =>
    core.normal({ mean: mean!, standardDeviation: deviation! }),
};

export type Family = keyof typeof makers;

/** D(P ‖ Q) of two members of a family that has a closed form for it. */
export function divergenceOf(family: Family, p: readonly number[], q: readonly number[]): number {
  switch (family) {
    case 'bernoulli':
      return core.bernoulliKlDivergence(makers.bernoulli(p), makers.bernoulli(q));
    case 'binomial':
      return core.binomialKlDivergence(makers.binomial(p), makers.binomial(q)).value;
    case 'poisson':
      return core.poissonKlDivergence(makers.poisson(p), makers.poisson(q));
    case 'geometric':
      return core.geometricKlDivergence(makers.geometric(p), makers.geometric(q));
    case 'exponential':
      return core.exponentialKlDivergence(makers.exponential(p), makers.exponential(q));
    case 'gamma':
      return core.gammaKlDivergence(makers.gamma(p), makers.gamma(q));
    case 'beta':
      return core.betaKlDivergence(makers.beta(p), makers.beta(q));
    case 'uniform':
      return core.uniformKlDivergence(makers.uniform(p), makers.uniform(q));
    case 'laplace':
      return core.laplaceKlDivergence(makers.laplace(p), makers.laplace(q));
    case 'normal':
      return core.normalKlDivergence(makers.normal(p), makers.normal(q));
  }
}

export interface DivergenceRow {
  readonly name: string;
  readonly family: Family;
  readonly p: readonly number[];
  readonly q: readonly number[];
  readonly value: string;
}

interface Families {
  readonly kl: readonly DivergenceRow[];
  readonly dirichlet: readonly {
    readonly p: number[];
    readonly q: number[];
    readonly value: string;
    readonly entropy: string;
  }[];
  readonly multivariateNormal: readonly {
    readonly d: number;
    readonly p: readonly [number[], number[]];
    readonly q: readonly [number[], number[]];
    readonly condition: number;
    readonly value: string;
  }[];
  readonly binomial: readonly { readonly p: number[]; readonly q: number[]; readonly value: string }[];
  readonly entropy: readonly { readonly family: Family; readonly p: number[]; readonly value: string }[];
  readonly logDensity: readonly {
    readonly family: Family;
    readonly p: number[];
    readonly x: number;
    readonly value: string;
  }[];
}

export function readJson<Content = Families>(file: string): Content {
  return JSON.parse(readFileSync(new URL(`../../reference/${file}`, import.meta.url), 'utf8')) as Content;
}
