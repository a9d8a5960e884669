import { DomainError } from '../domain-error.ts';
import { exp } from '../elementary/exp.ts';
import { klDivergence } from '../kl-divergence.ts';
import { massesBehind, type Pmf } from '../pmf.ts';
import { expExcess } from '../special/log-excess.ts';
import { readStatistics, readTargets, type Statistics } from './linear-statistics.ts';
import { divergenceFromTilted, tiltTo, type Projection } from './projection.ts';

export interface LinearConstraints {
  /** Functions f(j, ·) on the outcomes. */
  readonly statistics: Statistics;
  /** Their expectations. */
  readonly expectations: ArrayLike<number>;
}

/**
 * Information projection of Q onto a set of linear constraints, in nats.
 *
 *   P* = argmin { D(P ‖ Q) : Σₓ P(x) f(j, x) = c(j) for all j }
 *
 * P*(x) ∝ Q(x) e^(Σ θ(j) f(j, x)), found by Newton's method on the convex dual log Σ Q(x) e^(θ·(f(x) − c)) until its steps are
 * rounding. Where the expectations lie on the boundary of what is possible, P* has mass on fewer outcomes than Q: `interior`
 * is false. Constraints that depend on others are allowed. P*, θ and the value are those of expectations within
 * 1e-14 (1 + max |log(P*(x)/Q(x))|) of the largest |f(j, x) − c(j)| from the ones given. Masses of P* below 1e-300 come out as 0.
 *
 * For every P that obeys the constraints D(P ‖ Q) = D(P ‖ P*) + D(P* ‖ Q): `pythagoras(P)` gives both sides.
 *
 * @throws DomainError if Q is not a pmf, if the statistics have not one number for each outcome and one expectation each, or if
 * no P ≪ Q has the expectations.
 * @see csiszar-1975, theorem 2.2 and section 3; cover-thomas-2006, theorem 11.6.1
 */
export function informationProjection(q: Pmf, constraints: LinearConstraints): Projection {
  const quantity = 'informationProjection';
  const base = massesBehind(quantity, 'q', q);
  const statistics = readStatistics(quantity, constraints.statistics, q.length);
  const expectations = readTargets(quantity, 'expectations', constraints.expectations);
  if (statistics.length !== expectations.length) {
    throw new DomainError(
      `${quantity}: there are ${statistics.length} statistics and ${expectations.length} expectations; each statistic needs one`,
    );
  }
  const tilted = tiltTo(quantity, base, statistics, expectations, {
    base: 'q',
    targets: `[${expectations.join(', ')}]`,
  });
  const { pmf, multipliers, logRatios, interior } = tilted;
  let value = 0;
  base.values.forEach((mass, x) => {
    if (mass > 0) value += (mass / base.total.hi) * shareOf(logRatios[x]!);
  });
  return Object.freeze<Projection>({
    pmf,
    multipliers,
    value,
    interior,
    pythagoras: (p) => ({ whole: klDivergence(p, q), parts: divergenceFromTilted(p, base, tilted) + value }),
  });
}

/** r log r − r + 1 ≥ 0 of r = eˡ. */
function shareOf(l: number): number {
  if (l === -Infinity) return 1;
  return l < -1 ? 1 + exp(l) * (l - 1) : exp(l) * expExcess(-l);
}
