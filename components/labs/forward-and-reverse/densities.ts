import type { Enclosure } from '../../../src/core/index.ts';
import { exp, expm1 } from '../../../src/core/elementary/exp.ts';
import { log, log1p } from '../../../src/core/elementary/log.ts';

/** λ N(left, 1) + (1 − λ) N(right, 1). */
export interface Mixture {
  readonly weight: number;
  readonly left: number;
  readonly right: number;
}

export interface Normal {
  readonly mean: number;
  readonly deviation: number;
}

const u = 2 ** -53;
const ROOT_TWO_PI = 2.5066282746310002;

/** The logarithm of the density of the mixture, times √(2π): nothing overflows, since the larger bump is taken out. */
export function logMixture({ weight, left, right }: Mixture): (x: number) => number {
  const [ofLeft, ofRight] = [log(weight), log(1 - weight)];
  return (x) => {
    const one = ofLeft - ((x - left) * (x - left)) / 2;
    const other = ofRight - ((x - right) * (x - right)) / 2;
    return one > other ? one + log1p(exp(other - one)) : other + log1p(exp(one - other));
  };
}

/** The same of a normal distribution. */
export function logNormal({ mean, deviation }: Normal): (x: number) => number {
  const logDeviation = log(deviation);
  return (x) => {
    const z = (x - mean) / deviation;
    return (-z * z) / 2 - logDeviation;
  };
}

/** How far from its centre a bump has any mass to speak of, in standard deviations. */
const reach = 10;
const step = 0.05;

/**
 * D(p ‖ q), or D(q ‖ p), of the mixture p and the normal q, in nats, by the trapezoidal rule. For a function that is analytic within d of
 * the line its error falls as e^(−2πd/h) with the step h. Where the bumps are at most eight apart the logarithm of p is so within π/8: 10⁻²¹.
 * What is left is the rounding of the logarithms, some units of their size, which counts by |a − b|, as in `klOfDensities`.
 */
export function divergence(p: Mixture, q: Normal, direction: 'forward' | 'reverse'): Enclosure {
  const from = Math.min(p.left - reach, q.mean - reach * q.deviation);
  const to = Math.max(p.right + reach, q.mean + reach * q.deviation);
  const logs = [logMixture(p), logNormal(q)] as const;
  const [logA, logB] = direction === 'forward' ? logs : [logs[1], logs[0]];
  let value = 0;
  let rounding = 0;
  for (let k = 0; from + k * step <= to; k++) {
    const x = from + k * step;
    const [ofA, ofB] = [logA(x), logB(x)];
    const [a, b, t] = [exp(ofA), exp(ofB), ofB - ofA];
    // a log(a/b) − a + b: at least 0, so that nothing cancels in the sum over the line.
    value += t > 1 ? b - a - a * t : a * (expm1(t) - t);
    rounding += (a > b ? a - b : b - a) * (4 - ofA - ofB);
  }
  return {
    value: (value * step) / ROOT_TWO_PI,
    relativeErrorBound: 200 * u,
    absoluteErrorBound: (8 * u * rounding * step) / ROOT_TWO_PI,
  };
}

/** The mean and the variance of the mixture. */
export function moments({ weight, left, right }: Mixture): {
  readonly mean: number;
  readonly variance: number;
} {
  const gap = right - left;
  return { mean: weight * left + (1 - weight) * right, variance: 1 + weight * (1 - weight) * gap * gap };
}

/** Equally spaced nodes of a standard normal distribution with their shares. */
const nodes = Float64Array.from({ length: 193 }, (_, k) => (k - 96) / 20);
const shares = nodes.map((z) => exp((-z * z) / 2) / (20 * ROOT_TWO_PI));

/**
 * The expectation of f(x) under q, exact enough to draw and to descend by; f is told the share of its node too. The steps in x are of
 * a fifth at most: the share that a bump has of the density changes within an eighth.
 */
export function expectation({ mean, deviation }: Normal, f: (x: number, share: number) => number): number {
  const stride = deviation <= 1 ? 4 : deviation <= 2 ? 2 : 1;
  let sum = 0;
  for (let k = 0; k < nodes.length; k += stride) {
    const share = stride * shares[k]!;
    sum += share * f(mean + deviation * nodes[k]!, share);
  }
  return sum;
}
