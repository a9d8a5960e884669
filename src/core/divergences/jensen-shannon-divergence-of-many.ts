import { DomainError } from '../domain-error.ts';
import { divide, productError, sumError, type DoubleDouble } from '../double-double.ts';
import { excessShare } from './excess-share.ts';
import { fromWeights, massesBehind, type Masses, type Pmf } from '../pmf.ts';
import { option, received } from '../options.ts';

export interface MixtureOptions {
  /** The weight of each distribution; equal unless given. */
  readonly weights?: Pmf;
}

/**
 * Jensen–Shannon divergence of n distributions with weights, in nats.
 *
 *   JSD_w(P₁, …, Pₙ) = Σᵢ wᵢ D(Pᵢ ‖ M) = H(M) − Σᵢ wᵢ H(Pᵢ),  M = Σᵢ wᵢ Pᵢ
 *
 * Always finite. Lies in [0, H(w)], at most log n; zero only when all distributions of positive weight are equal, H(w) only
 * when no two of them share an outcome. Relative error at most (12 + 2√n) u, u = 2⁻⁵³: every summed term is ≥ 0, and
 * each Pᵢ − M is taken from differences to the distribution with the largest weight.
 *
 * @throws DomainError if the distributions have different lengths, or there are none, or not one weight for each.
 * @see lin-1991, section 5
 */
export function jensenShannonDivergenceOfMany(
  distributions: readonly Pmf[],
  options: MixtureOptions = {},
): number {
  const quantity = 'jensenShannonDivergenceOfMany';
  if (!Array.isArray(distributions) || distributions.length === 0) {
    const what = Array.isArray(distributions) ? 'empty' : received(distributions);
    throw new DomainError(`${quantity}: distributions is ${what}; it must be an array of at least one pmf`);
  }
  const masses = distributions.map((p, i) => massesBehind(quantity, `distributions[${i}]`, p));
  const outcomes = masses[0]!.values.length;
  masses.forEach(({ values }, i) => {
    if (values.length === outcomes) return;
    throw new DomainError(
      `${quantity}: distributions[0] has ${outcomes} outcomes and distributions[${i}] has ${values.length}; all must be pmfs on the same outcomes`,
    );
  });
  const given = (option(quantity, options, 'weights', '{ weights: pmf([0.5, 0.5]) }') ??
    fromWeights(masses.map(() => 1))) as Pmf;
  const weights = massesBehind(quantity, 'weights', given);
  if (weights.values.length !== masses.length) {
    throw new DomainError(
      `${quantity}: there are ${masses.length} distributions and ${weights.values.length} weights; each distribution needs one weight`,
    );
  }
  return spread(masses, weights, outcomes);
}

function spread(masses: readonly Masses[], { values: weights, total }: Masses, outcomes: number): number {
  const centre = weights.indexOf(weights.reduce((a, b) => (a > b ? a : b)));
  const { total: scale } = masses[centre]!;
  const factors = masses.map((p) => divide(scale, p.total));
  const shares = new Float64Array(masses.length);
  const steps = new Float64Array(masses.length);
  let sum = 0;
  let lost = 0;
  for (let x = 0; x < outcomes; x++) {
    const origin = masses[centre]!.values[x]!;
    for (let i = 0; i < masses.length; i++) {
      const mass = masses[i]!.values[x]!;
      const share = mass * factors[i]!.hi;
      shares[i] = share;
      steps[i] = share - origin + lowOf(mass, factors[i]!, share);
    }
    const m = weightedSum(weights, shares) / total.hi;
    if (m === 0) continue;
    const shift = weightedSum(weights, steps) / total.hi;
    for (let i = 0; i < masses.length; i++) {
      if (weights[i] === 0) continue;
      const term = weights[i]! * excessShare(steps[i]! - shift, shares[i]!, m);
      const next = sum + term;
      lost += sumError(sum, term, next);
      sum = next;
    }
  }
  return (sum + lost) / scale.hi / total.hi;
}

function lowOf(mass: number, factor: DoubleDouble, product: number): number {
  return productError(mass, factor.hi, product) + mass * factor.lo;
}

function weightedSum(weights: Float64Array, values: Float64Array): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < weights.length; i++) {
    const term = weights[i]! * values[i]!;
    const next = sum + term;
    lost += sumError(sum, term, next);
    sum = next;
  }
  return sum + lost;
}
