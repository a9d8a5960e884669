import { evaluate, requireGenerator, type FDivergenceGenerator } from './f-divergence.ts';
import { pairOf } from '../pair.ts';
import type { Pmf } from '../pmf.ts';

/**
 * The critic that attains the variational formula of an f-divergence: T(x) = f′(p(x)/q(x)).
 *
 * f′(0) where only Q has mass and f′(∞) where only P has, each of which can be infinite; f′(1) where neither has. Relative
 * error of p/q at most 4 u, u = 2⁻⁵³, before f′ is taken.
 *
 * @throws DomainError if p and q have different lengths, or if generator is not one or returns NaN.
 * @see nguyen-2010, section II; nowozin-2016, section 2.2
 */
export function optimalCritic(p: Pmf, q: Pmf, generator: FDivergenceGenerator): Float64Array {
  requireGenerator('optimalCritic', generator);
  const pair = pairOf('optimalCritic', p, q);
  const totals = pair.totalsDiffer === 0 ? 1 : pair.q.total.hi / pair.p.total.hi;
  return pair.p.values.map((mass, x) => {
    const other = pair.q.values[x]!;
    if (other === 0)
      return mass === 0 ? evaluate('optimalCritic', generator, 'derivative', 1) : generator.slopeAtInfinity;
    return evaluate('optimalCritic', generator, 'derivative', (mass / other) * totals);
  });
}
