import { chernoffOfPair } from './chernoff-divergence.ts';
import { exp } from '../elementary/exp.ts';
import { logOfShares, sumOfShares, type Share } from './shares.ts';
import { pairOf } from '../pair.ts';
import { readWeight, type WeightOptions } from './weighted-jensen-shannon-divergence.ts';
import type { DivergenceProperties } from '../properties.ts';
import type { Pmf } from '../pmf.ts';

/** What the geometric Jensen–Shannon divergence with weight π of P obeys. */
export function geometricJensenShannonDivergenceProperties(
  options: WeightOptions = {},
): DivergenceProperties {
  const weight = readWeight('geometricJensenShannonDivergenceProperties', options);
  const trivial = weight === 0 || weight === 1;
  return {
    symmetric: weight === 0.5 || trivial,
    metricPower: null,
    upperBound: trivial ? 0 : null,
    finiteOnDisjointSupports: trivial,
    generator: null,
  };
}

/**
 * Geometric Jensen–Shannon divergence of P and Q with weights π and 1 − π, in nats.
 *
 *   JSD^G_π(P, Q) = π D(P ‖ G) + (1 − π) D(Q ‖ G),  G = P^π Q^(1−π) / Z,  Z = Σₓ p(x)^π q(x)^(1−π)
 *                 = π (1 − π) J(P, Q) + log Z
 *
 * Infinity if one puts mass where the other has none: G, unlike the mixture M, has the common support only. Lies in [0, ∞];
 * for 0 < π < 1 zero only when P and Q are equal, for π = 0 and 1 always. Relative error at most 40 u,
 * u = 2⁻⁵³, for log-ratios up to 700: every summed term is ≥ 0.
 *
 * @throws DomainError if p and q have different lengths, or if the weight is not in [0, 1].
 * @see nielsen-2019, section 3
 */
export function geometricJensenShannonDivergence(p: Pmf, q: Pmf, options: WeightOptions = {}): number {
  const weight = readWeight('geometricJensenShannonDivergence', options);
  const pair = pairOf('geometricJensenShannonDivergence', p, q);
  if (weight === 0 || weight === 1) return 0;
  const surplus = chernoffOfPair(pair, weight);
  if (surplus === Infinity) return Infinity;
  // Near P = Q the normaliser is of second order: π e(p, ZG) + (1 − π) e(q, ZG) sums to the divergence and e^−C − 1 + C.
  if (surplus < 0.5) return sumOfShares(pair, geometricShare(weight, 0)) - convex(surplus);
  return sumOfShares(pair, geometricShare(weight, surplus));
}

/** π e(a, g) + (1 − π) e(b, g), e(a, g) = a log(a/g) − a + g, g = a^π b^(1−π) e^shift. */
function geometricShare(weight: number, shift: number): Share {
  const rest = 1 - weight;
  return (a, b, aLow, bLow) => {
    if (a === 0 || b === 0) return a === b ? 0 : Infinity;
    const t = logOfShares(a, b, aLow, bLow);
    const fromP = rest * t - shift;
    const fromQ = -weight * t - shift;
    // g = a e^−fromP = b e^−fromQ, from the exponential that rounds less.
    const g = fromP * fromP < fromQ * fromQ ? a * exp(-fromP) : b * exp(-fromQ);
    const first = isNear(fromP) ? a * convex(fromP) : g + a * (fromP - 1);
    const second = isNear(fromQ) ? b * convex(fromQ) : g + b * (fromQ - 1);
    return weight * first + rest * second;
  };
}

function isNear(x: number): boolean {
  return x <= 1 && x >= -1;
}

/** e^−x − 1 + x ≥ 0 for |x| ≤ 1, relative error below 8 u. */
function convex(x: number): number {
  let term = (x * x) / 2;
  let sum = term;
  for (let k = 3; k <= 20 && (term > 1e-18 * sum || -term > 1e-18 * sum); k++) {
    term *= -x / k;
    sum += term;
  }
  return sum;
}
