import { jensenShannonOfPair } from '../jensen-shannon-divergence.ts';
import { log, log1p } from '../elementary/log.ts';
import { skewShare } from '../divergences/skew-divergence.ts';
import { sumOfShares } from '../divergences/shares.ts';
import { LN2 } from '../logarithm.ts';
import { exchangedPair } from '../pair.ts';
import { exchanged, gradientOf, type GradientOptions, type Outcome } from './outcomes.ts';
import type { Pmf } from '../pmf.ts';

/**
 * Gradient of the Jensen–Shannon divergence ½ D(P ‖ M) + ½ D(Q ‖ M), M = (P + Q)/2, in nats per unit of probability or of a
 * logit.
 *
 *   ∂/∂p(x) = ½ log(p(x)/m(x))        ∂/∂z(x) = ½ p(x) (log(p(x)/m(x)) − D(P ‖ M)) for P = softmax(z)
 *
 * and the same with P and Q exchanged. Masses count as free variables; on the simplex only differences between outcomes matter.
 * One-sided at mass 0: − Infinity where only p(x) = 0, ½ log 2 where q(x) = 0. Relative error of each entry at most 20 u,
 * u = 2⁻⁵³; for logits 16 u ½p(|log(p/m)| + D(P ‖ M)).
 *
 * @throws DomainError if p and q have different lengths, or if the variable is none of these.
 * @see lin-1991, section 4
 */
export function jensenShannonDivergenceGradient(p: Pmf, q: Pmf, options: GradientOptions): Float64Array {
  const quantity = 'jensenShannonDivergenceGradient';
  return gradientOf(quantity, p, q, options, jensenShannonOfPair, (variable, pair) => {
    const ofP = variable === 'p' || variable === 'logitsOfP';
    const side = (outcome: Outcome) => (ofP ? outcome : exchanged(outcome));
    if (variable === 'p' || variable === 'q') return (outcome) => logToMixture(side(outcome)) / 2;
    const toMixture = sumOfShares(ofP ? pair : exchangedPair(pair), skewShare(0.5));
    return (outcome) => {
      const { p } = side(outcome);
      return p === 0 ? 0 : (p / 2) * (logToMixture(side(outcome)) - toMixture);
    };
  });
}

/** log(2p/(p + q)) = log1p((p − q)/(p + q)) */
function logToMixture({ p, q, d }: Outcome): number {
  if (q === 0) return LN2;
  const s = d / (p + q);
  // Where p is far below q, 1 + s loses it.
  return s < -0.5 ? log(p / (p + q)) + LN2 : log1p(s);
}
