import * as core from '../../src/core/index.ts';
import {
  coordinates,
  count,
  double,
  gaussian,
  hashOfAll,
  pair,
  signed,
  unit,
  type Hashes,
} from './golden-inputs.ts';

/** Two members of a family and where to take their densities; then what hashes of them. */
function ofMembers<Member extends object>(
  count: number,
  member: () => Member,
  at: () => number,
  kl: (p: Member, q: Member) => number | core.Bounded,
): () => string {
  return () =>
    hashOfAll(count, () => {
      const [p, q] = [member(), member()];
      const x = at();
      const results: (number | core.Bounded)[] = [kl(p, q)];
      if ('pdf' in p)
        results.push((p as unknown as core.Normal).pdf(x), (p as unknown as core.Normal).logPdf(x));
      else results.push((p as unknown as core.Poisson).pmf(x), (p as unknown as core.Poisson).logPmf(x));
      if ('entropy' in p) results.push((p as unknown as core.Poisson).entropy());
      else results.push((p as unknown as core.Normal).differentialEntropy());
      return results.flatMap((r) => (typeof r === 'number' ? [r] : [r.value, r.errorBound]));
    });
}

export const families: Hashes = {
  'Bernoulli distributions': ofMembers(
    1000,
    () => core.bernoulli({ probability: unit() }),
    () => 1,
    core.bernoulliKlDivergence,
  ),
  'binomial distributions': ofMembers(
    200,
    () => core.binomial({ trials: 20, probability: unit() }),
    count,
    core.binomialKlDivergence,
  ),
  'Poisson distributions': ofMembers(
    200,
    () => core.poisson({ mean: double(-5, 5) }),
    count,
    core.poissonKlDivergence,
  ),
  'geometric distributions': ofMembers(
    1000,
    () => core.geometric({ probability: unit() }),
    count,
    core.geometricKlDivergence,
  ),
  'exponential distributions': ofMembers(
    1000,
    () => core.exponential({ rate: double(-5, 5) }),
    () => double(-5, 3),
    core.exponentialKlDivergence,
  ),
  'gamma distributions': ofMembers(
    1000,
    () => core.gamma({ shape: double(-9, 9), scale: double(-5, 5) }),
    () => double(-5, 5),
    core.gammaKlDivergence,
  ),
  'beta distributions': ofMembers(
    1000,
    () => core.beta({ a: double(-9, 9), b: double(-9, 9) }),
    unit,
    core.betaKlDivergence,
  ),
  'uniform distributions': ofMembers(
    1000,
    () => core.uniform({ from: -double(0, 3), to: double(0, 3) }),
    () => signed(double(-2, 0)),
    core.uniformKlDivergence,
  ),
  'Laplace distributions': ofMembers(
    1000,
    () => core.laplace({ location: signed(double(-5, 3)), scale: double(-5, 5) }),
    () => signed(double(-5, 3)),
    core.laplaceKlDivergence,
  ),
  'normal distributions': ofMembers(
    1000,
    () => core.normal({ mean: signed(double(-5, 3)), standardDeviation: double(-3, 5) }),
    () => signed(double(-5, 3)),
    core.normalKlDivergence,
  ),
  'categorical distributions': () =>
    hashOfAll(1000, (i) => {
      const [p, q] = pair(i).map((masses) => core.categorical(masses));
      return [core.categoricalKlDivergence(p!, q!), p!.logPmf(1), p!.pmf(1), p!.entropy()];
    }),
  'Dirichlet distributions': () =>
    hashOfAll(500, () => {
      const [p, q] = [0, 1].map(() =>
        core.dirichlet({ concentrations: Array.from({ length: 3 }, () => double(-6, 6)) }),
      );
      const x = core.fromWeights([unit(), unit(), unit()]);
      return [core.dirichletKlDivergence(p!, q!), p!.logPdf(x), p!.pdf(x), p!.differentialEntropy()];
    }),
  'multivariate normal distributions': () =>
    hashOfAll(500, () => {
      const [p, q] = [gaussian(3), gaussian(3)].map(({ mean, covariance }) =>
        core.multivariateNormal({ mean, covariance: covariance.flat() }),
      );
      const x = coordinates(3);
      return [core.multivariateNormalKlDivergence(p!, q!), p!.logPdf(x), p!.pdf(x), p!.differentialEntropy()];
    }),
};
