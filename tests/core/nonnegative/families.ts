import * as core from '../../../src/core/index.ts';
import { covariance, type Draws } from './draws.ts';
import type { NonNegative } from './non-negative.ts';

/** D of two members of a family, the second nearly the first or another. */
function ofFamily<Member>(
  of: (p: Member, q: Member) => number,
  make: (draw: Draws, near?: readonly number[]) => readonly [Member, readonly number[]],
  share = 0.3,
): NonNegative {
  return {
    of: (draw) => {
      const [p, parameters] = make(draw);
      return [of(p, make(draw, parameters)[0]), of(p, p)];
    },
    share,
  };
}

/** Members of positive parameters, each over so many decades or nearly that of another member. */
const positive =
  <Member>(make: (values: number[]) => Member, decades: readonly number[]) =>
  ({ scale, near }: Draws, other?: readonly number[]): readonly [Member, readonly number[]] => {
    const values = decades.map((d, i) => (other ? near(other[i]!, () => scale(d)) : scale(d)));
    return [make(values), values];
  };

const probability =
  <Member>(make: (value: number) => Member) =>
  ({ unit, near, below }: Draws, other?: readonly number[]): readonly [Member, readonly number[]] => {
    const any = (): number => (below(4) ? unit() : 10 ** (-300 * unit())) || 0.5;
    const value = other ? near(other[0]!, any) : any();
    return [make(value < 1 ? value : 0.5), [value]];
  };

const located =
  <Member>(make: (place: number, size: number) => Member) =>
  ({ scale, unit, near }: Draws, other?: readonly number[]): readonly [Member, readonly number[]] => {
    const place = (): number => scale(3) * (unit() - 0.5);
    const values = other ? [near(other[0]!, place), near(other[1]!, () => scale(6))] : [place(), scale(6)];
    return [make(values[0]!, values[1]!), values];
  };

/** Divergences within the families. */
export const ofFamilies: Readonly<Record<string, NonNegative>> = {
  bernoulliKlDivergence: ofFamily(
    core.bernoulliKlDivergence,
    probability((value) => core.bernoulli({ probability: value })),
  ),
  geometricKlDivergence: ofFamily(
    core.geometricKlDivergence,
    probability((value) => core.geometric({ probability: value > 1e-99 ? value : 1 })),
  ),
  binomialKlDivergence: ofFamily(
    (p: core.Binomial, q) => core.binomialKlDivergence(p, q).value,
    probability((value) => core.binomial({ trials: 20, probability: value })),
    0.05,
  ),
  poissonKlDivergence: ofFamily(
    core.poissonKlDivergence,
    positive(([mean]) => core.poisson({ mean: mean! }), [12]),
  ),
  exponentialKlDivergence: ofFamily(
    core.exponentialKlDivergence,
    positive(([rate]) => core.exponential({ rate: rate! }), [100]),
  ),
  gammaKlDivergence: ofFamily(
    core.gammaKlDivergence,
    positive(([shape, scale]) => core.gamma({ shape: shape!, scale: scale! }), [8, 30]),
    0.1,
  ),
  betaKlDivergence: ofFamily(
    core.betaKlDivergence,
    positive(([a, b]) => core.beta({ a: a!, b: b! }), [8, 8]),
    0.1,
  ),
  dirichletKlDivergence: ofFamily(
    core.dirichletKlDivergence,
    positive((concentrations) => core.dirichlet({ concentrations }), [6, 6, 6]),
    0.05,
  ),
  uniformKlDivergence: ofFamily(
    core.uniformKlDivergence,
    located((from, size) => core.uniform({ from, to: from + size > from ? from + size : from + 1 })),
  ),
  laplaceKlDivergence: ofFamily(
    core.laplaceKlDivergence,
    located((location, scale) => core.laplace({ location, scale })),
  ),
  normalKlDivergence: ofFamily(
    core.normalKlDivergence,
    located((mean, standardDeviation) => core.normal({ mean, standardDeviation })),
  ),
  multivariateNormalKlDivergence: {
    of: (draw) => {
      const member = (matrix: number[][]): core.MultivariateNormal =>
        core.multivariateNormal({ mean: [0, 1], covariance: matrix.flat() });
      const a = covariance(draw, 2).map((row, i) => row.map((v, j) => (i === j ? v + 0.01 : v)));
      const b = a.map((row) => row.map((v) => v * (1 + 2 ** -44)));
      return [core.multivariateNormalKlDivergence(member(a), member(b))];
    },
    share: 0.05,
  },
  klOfDensities: {
    of: (draw) => {
      const [p, parameters] = located((mean, size) => core.normal({ mean, standardDeviation: size }))(draw);
      const [q] = located((mean, size) => core.normal({ mean, standardDeviation: size }))(draw, [
        parameters[0]!,
        parameters[1]! * 2,
      ]);
      try {
        const interval = { from: -Infinity, to: Infinity, evaluations: 10_000 };
        return Object.values(core.klOfDensities(p, q, interval));
      } catch (error) {
        if (error instanceof core.DomainError) return [];
        throw error;
      }
    },
    share: 0.002,
  },
};
