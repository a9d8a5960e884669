import { DomainError } from '../domain-error.ts';
import { klDivergence } from '../kl-divergence.ts';
import { fromWeights, massesBehind, type Masses, type Pmf } from '../pmf.ts';
import { productError, sumError } from '../double-double.ts';
import { readStatistics, type Statistics } from './linear-statistics.ts';
import { divergenceFromTilted, tiltTo, type Projection } from './projection.ts';

export interface ExponentialFamily {
  /** Sufficient statistics T(j, ·) on the outcomes. */
  readonly statistics: Statistics;
  /** h in P(x) ∝ h(x) e^(θ·T(x)); uniform if none is given. */
  readonly base?: Pmf;
}

/**
 * Moment projection of Q onto the exponential family P_θ(x) ∝ h(x) e^(Σ θ(j) T(j, x)), in nats: maximum likelihood.
 *
 *   P* = argmin { D(Q ‖ P_θ) : θ }
 *
 * the member whose statistics have the expectations that they have under Q, found as `informationProjection` does. Where those lie on
 * the boundary of what is possible no member attains the infimum: then P* is the limit of members, and `interior` false.
 * P* and θ are those of expectations within 1e-14 (1 + max |log(P*(x)/h(x))|) of the largest |T(j, x)| from those of Q; the value is
 * `klDivergence` of Q from P*, finite also where masses of P* are below 1e-300 and come out as 0.
 *
 * For every member R of the family D(Q ‖ R) = D(Q ‖ P*) + D(P* ‖ R): `pythagoras(R)` gives both sides.
 *
 * @throws DomainError if Q or h is not a pmf or they differ in length, if Q has mass where h has none, so that all members are
 * infinitely far, or if the statistics have not one number for each outcome.
 * @see csiszar-1975, section 3; amari-nagaoka-2000
 */
export function momentProjection(q: Pmf, family: ExponentialFamily): Projection {
  const quantity = 'momentProjection';
  const masses = massesBehind(quantity, 'q', q);
  const uniform = new Float64Array(q.length).fill(1);
  const base = massesBehind(quantity, 'base', family.base === undefined ? fromWeights(uniform) : family.base);
  const statistics = readStatistics(quantity, family.statistics, q.length);
  if (base.values.length !== q.length) {
    throw new DomainError(
      `${quantity}: q has ${q.length} outcomes and base has ${base.values.length}; both must be pmfs on the same outcomes`,
    );
  }
  masses.values.forEach((mass, x) => {
    if (mass > 0 && base.values[x] === 0) {
      throw new DomainError(
        `${quantity}: q[${x}] is ${q[x]!} and base[${x}] is 0; the members must have mass where q has, or D(q ‖ p) is infinite for all`,
      );
    }
  });
  const targets = Float64Array.from(statistics, (f) => expectationOf(masses, f));
  const tilted = tiltTo(quantity, base, statistics, targets, {
    base: 'base',
    targets: `[${targets.join(', ')}]`,
  });
  const { pmf, multipliers, interior } = tilted;
  const value = divergenceFromTilted(q, base, tilted);
  return Object.freeze<Projection>({
    pmf,
    multipliers,
    value,
    interior,
    pythagoras: (r) => ({ whole: klDivergence(q, r), parts: value + klDivergence(pmf, r) }),
  });
}

/** Σ q(x) f(x), products and sum compensated. */
function expectationOf({ values, total }: Masses, f: Float64Array): number {
  let sum = 0;
  let lost = 0;
  values.forEach((mass, x) => {
    const product = mass * f[x]!;
    const next = sum + product;
    lost += sumError(sum, product, next) + productError(mass, f[x]!, product);
    sum = next;
  });
  const mean = (sum + lost) / total.hi;
  return mean - (mean * total.lo) / total.hi;
}
