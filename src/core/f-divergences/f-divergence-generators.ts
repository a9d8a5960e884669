import { chiSquaredShare } from '../divergences/chi-squared-divergence.ts';
import { exp, expm1 } from '../elementary/exp.ts';
import { log, log1p } from '../elementary/log.ts';
import { excessShare } from '../divergences/excess-share.ts';
import { squaredHellingerShare } from '../divergences/hellinger-distance.ts';
import { LN2 } from '../logarithm.ts';
import { logOfShares, type Share } from '../divergences/shares.ts';
import { triangularShare } from '../divergences/triangular-discrimination.ts';
import { weightedJensenShannonShare } from '../divergences/weighted-jensen-shannon-divergence.ts';
import type { FDivergenceGenerator } from './f-divergence.ts';

const klShare: Share = (a, b, aLow, bLow) => excessShare(a - b + (aLow - bLow), a, b);
const reversed =
  (share: Share): Share =>
  (a, b, aLow, bLow) =>
    share(b, a, bLow, aLow);

/** D(P ‖ Q). @see nowozin-2016, tables 1 and 2, for these generators and their conjugates */
export const klGenerator: FDivergenceGenerator = {
  tex: 't \\log t',
  value: (t) => t * log(t),
  derivative: (t) => log(t) + 1,
  conjugate: (s) => exp(s - 1),
  atZero: 0,
  slopeAtInfinity: Infinity,
  share: klShare,
};

/** D(Q ‖ P) */
export const reverseKlGenerator: FDivergenceGenerator = {
  tex: '-\\log t',
  value: (t) => -log(t) + 0,
  derivative: (t) => (t === Infinity ? 0 : -1 / t),
  conjugate: (s) => (s < 0 ? -1 - log(-s) : Infinity),
  atZero: Infinity,
  slopeAtInfinity: 0,
  share: reversed(klShare),
};

/** J(P, Q) */
export const jeffreysGenerator: FDivergenceGenerator = {
  tex: '(t - 1) \\log t',
  value: (t) => (t - 1) * log(t),
  derivative: (t) => (t === 0 ? -Infinity : log(t) + (1 - 1 / t)),
  conjugate: (s) => {
    if (s === -Infinity || s === Infinity) return s;
    const w = inverseOfIdentityPlusLog(1 - s);
    return 1 / w + w - 2 + s;
  },
  atZero: Infinity,
  slopeAtInfinity: Infinity,
  share: (a, b, aLow, bLow) => {
    if (a === 0 || b === 0) return a === b ? 0 : Infinity;
    return (a - b + (aLow - bLow)) * logOfShares(a, b, aLow, bLow);
  },
};

/** JSD(P, Q) */
export const jensenShannonGenerator: FDivergenceGenerator = {
  tex: '\\tfrac12 t \\log t - \\tfrac12 (t + 1) \\log \\tfrac{t + 1}{2}',
  value: (t) => (t * log(t) - (t + 1) * log((t + 1) / 2)) / 2,
  derivative: (t) => (t > 1 ? LN2 - log1p(1 / t) : log(2 * t) - log1p(t)) / 2,
  conjugate: (s) => (2 * s < LN2 ? -log1p(-expm1(2 * s)) / 2 + 0 : Infinity),
  atZero: LN2 / 2,
  slopeAtInfinity: LN2 / 2,
  share: weightedJensenShannonShare(0.5),
};

/** TV(P, Q) */
export const totalVariationGenerator: FDivergenceGenerator = {
  tex: '\\tfrac12 |t - 1|',
  value: (t) => (t > 1 ? t - 1 : 1 - t) / 2,
  derivative: (t) => (t > 1 ? 0.5 : t < 1 ? -0.5 : 0),
  conjugate: (s) => (s > 0.5 ? Infinity : s > -0.5 ? s : -0.5),
  atZero: 0.5,
  slopeAtInfinity: 0.5,
  share: (a, b, aLow, bLow) => {
    const d = a - b + (aLow - bLow);
    return (d < 0 ? -d : d) / 2;
  },
};

/** H²(P, Q) */
export const squaredHellingerGenerator: FDivergenceGenerator = {
  tex: '\\tfrac12 (\\sqrt t - 1)^2',
  value: (t) => ((Math.sqrt(t) - 1) * (Math.sqrt(t) - 1)) / 2,
  derivative: (t) => (1 - 1 / Math.sqrt(t)) / 2,
  conjugate: (s) => (s < 0.5 ? (s === -Infinity ? -0.5 : s / (1 - 2 * s)) : Infinity),
  atZero: 0.5,
  slopeAtInfinity: 0.5,
  share: squaredHellingerShare,
};

/** χ²(P ‖ Q) */
export const chiSquaredGenerator: FDivergenceGenerator = {
  tex: '(t - 1)^2',
  value: (t) => (t - 1) * (t - 1),
  derivative: (t) => 2 * (t - 1),
  conjugate: (s) => (s > -2 ? s + (s * s) / 4 : -1),
  atZero: 1,
  slopeAtInfinity: Infinity,
  share: chiSquaredShare,
};

/** χ²(Q ‖ P) */
export const neymanChiSquaredGenerator: FDivergenceGenerator = {
  tex: '\\tfrac{(t - 1)^2}{t}',
  value: (t) => (t - 1) * ((t - 1) / t),
  derivative: (t) => (t === 0 ? -Infinity : (1 - 1 / t) * (1 + 1 / t)),
  conjugate: (s) => (s > 1 ? Infinity : s === -Infinity ? s : (2 * s) / (1 + Math.sqrt(1 - s))),
  atZero: Infinity,
  slopeAtInfinity: 1,
  share: reversed(chiSquaredShare),
};

/** Δ(P, Q) */
export const triangularGenerator: FDivergenceGenerator = {
  tex: '\\tfrac{(t - 1)^2}{t + 1}',
  value: (t) => (t - 1) * ((t - 1) / (t + 1)),
  derivative: (t) => 1 - 4 / (t + 1) / (t + 1),
  conjugate: (s) => (s > 1 ? Infinity : s > -3 ? 4 - s - 4 * Math.sqrt(1 - s) : -1),
  atZero: 1,
  slopeAtInfinity: 1,
  share: triangularShare,
};

/** The w > 0 with w + log w = y: Lambert's W at e^y. */
function inverseOfIdentityPlusLog(y: number): number {
  if (y < -40) return exp(y);
  let w = y > 2 ? y - log(y) : y > -2 ? 0.6 + (y - 0.1) * 0.3 : exp(y);
  if (w <= 0) w = exp(y);
  for (let step = 0; step < 8; step++) w = (w * (1 + y - log(w))) / (1 + w);
  return w;
}
