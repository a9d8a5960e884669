import { DomainError } from '../domain-error.ts';
import { sumError } from '../double-double.ts';
import { option, received } from '../options.ts';
import { evaluate, requireGenerator, type FDivergenceGenerator } from './f-divergence.ts';
import { pairOf } from '../pair.ts';
import { requireArray } from '../masses.ts';
import type { Pmf } from '../pmf.ts';

export interface VariationalOptions {
  readonly generator: FDivergenceGenerator;
  /** T(x) for every outcome; ±Infinity allowed. */
  readonly critic: ArrayLike<number>;
}

/**
 * What a critic T proves about an f-divergence from below (the unit is that of f).
 *
 *   D_f(P ‖ Q) ≥ Σₓ p(x) T(x) − Σₓ q(x) f*(T(x)),  with equality at T = f′(p/q)
 *
 * Outcomes without mass contribute 0. Of either sign; − Infinity where T leaves the domain of f* on the support of Q,
 * exceeds f′(∞) on that of P, or is − Infinity there. Absolute error at most 4 u times the sum of the absolute values of the summands and of T f*′(T) q,
 * u = 2⁻⁵³.
 *
 * @throws DomainError if p and q have different lengths, or the critic another, if it holds anything but numbers, or if
 * generator is not one or returns NaN.
 * @see nguyen-2010, lemma 1; nowozin-2016, section 2.2
 */
export function variationalLowerBound(p: Pmf, q: Pmf, options: VariationalOptions): number {
  option('variationalLowerBound', options, 'critic', '{ generator: klGenerator, critic }');
  const { generator, critic } = options;
  requireGenerator('variationalLowerBound', generator);
  const pair = pairOf('variationalLowerBound', p, q);
  requireCritic(critic, p.length);
  const { values, total } = pair.p;
  let sum = 0;
  let lost = 0;
  for (let x = 0; x < values.length; x++) {
    const mass = values[x]! / total.hi;
    const other = pair.q.values[x]! / pair.q.total.hi;
    const gain = mass === 0 ? 0 : mass * critic[x]!;
    const price =
      other === 0 ? 0 : other * evaluate('variationalLowerBound', generator, 'conjugate', critic[x]!);
    // f* has no bound above f′(∞), even where Q has no mass to charge it to.
    if (mass > 0 && critic[x]! > generator.slopeAtInfinity) return -Infinity;
    if (gain === -Infinity || price === Infinity) return -Infinity;
    for (const term of [gain, -price]) {
      const next = sum + term;
      if (next < Infinity) lost += sumError(sum, term, next);
      sum = next;
    }
  }
  return sum + lost;
}

function requireCritic(critic: ArrayLike<number>, outcomes: number): void {
  requireArray('variationalLowerBound', 'critic', critic);
  if (critic.length !== outcomes) {
    throw new DomainError(
      `variationalLowerBound: there are ${outcomes} outcomes and ${critic.length} values of the critic; each outcome needs one`,
    );
  }
  for (let x = 0; x < outcomes; x++) {
    const value: unknown = critic[x];
    if (typeof value === 'number' && !Number.isNaN(value)) continue;
    throw new DomainError(`variationalLowerBound: critic[${x}] is ${received(value)}; it must be a number`);
  }
}
