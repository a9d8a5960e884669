import { alphaGeneratorTex } from '../divergences/alpha-divergence.ts';
import { DomainError } from '../domain-error.ts';
import { exp, expm1 } from '../elementary/exp.ts';
import { log, log1p } from '../elementary/log.ts';
import { klGenerator, reverseKlGenerator } from './f-divergence-generators.ts';
import { powerShare } from '../divergences/power-share.ts';
import { received } from '../options.ts';
import {
  readWeight,
  weightedJensenShannonShare,
  type WeightOptions,
} from '../divergences/weighted-jensen-shannon-divergence.ts';
import type { FDivergenceGenerator } from './f-divergence.ts';

/**
 * The generator of the α-divergence of an order, with f′(1) = 0: f(t) = (t^α − α t − (1 − α))/(α(α − 1)); at 1
 * t log t − t + 1, at 0 − log t + t − 1.
 *
 * @throws DomainError if order is not a finite number.
 * @see cressie-read-1984; amari-2009, section III
 */
export function alphaGenerator(order: number): FDivergenceGenerator {
  const given: unknown = order;
  if (typeof given !== 'number' || given - given !== 0) {
    throw new DomainError(`alphaGenerator: order is ${received(given)}; the order must be a finite number`);
  }
  const tex = alphaGeneratorTex(order);
  if (order === 1)
    return { ...klGenerator, tex, value: klValue, derivative: log, conjugate: expm1, atZero: 1 };
  if (order === 0) {
    const derivative = (t: number) => (t === 0 ? -Infinity : 1 - 1 / t);
    const value = (t: number) => (isNear(t) ? reverseKlGenerator.share!(t, 1, 0, 0) : t - 1 - log(t));
    return { ...reverseKlGenerator, tex, value, derivative, conjugate: reverseConjugate, slopeAtInfinity: 1 };
  }
  const nu = order - 1;
  const share = powerShare(order);
  return {
    tex,
    value: (t) => share(t, 1, 0, 0),
    derivative: (t) => expm1(nu * log(t)) / nu,
    conjugate: (s) => {
      const base = nu * s;
      if (base > -1) return expm1((order / nu) * log1p(base)) / order;
      if (nu > 0) return -1 / order;
      return base === -1 && order < 0 ? -1 / order : Infinity;
    },
    atZero: order > 0 ? 1 / order : Infinity,
    slopeAtInfinity: order < 1 ? -1 / nu : Infinity,
    share,
  };
}

/**
 * The generator of the Jensen–Shannon divergence with weight π of P, with f′(1) = 0:
 * f(t) = π t log(t/m) − (1 − π) log m, m = πt + 1 − π.
 *
 * @throws DomainError if the weight is not in [0, 1].
 * @see lin-1991, section 4
 */
export function weightedJensenShannonGenerator(options: WeightOptions = {}): FDivergenceGenerator {
  const weight = readWeight('weightedJensenShannonGenerator', options);
  const rest = 1 - weight;
  const share = weightedJensenShannonShare(weight);
  const tex = '\\pi t \\log \\tfrac{t}{\\pi t + 1 - \\pi} - (1 - \\pi) \\log(\\pi t + 1 - \\pi)';
  if (weight === 0 || rest === 0) {
    const conjugate = (s: number) => (s > 0 ? Infinity : 0);
    return { tex, value: () => 0, derivative: () => 0, conjugate, atZero: 0, slopeAtInfinity: 0, share };
  }
  const slopeAtInfinity = -weight * log(weight);
  return {
    tex,
    value: (t) => share(t, 1, 0, 0),
    derivative: (t) =>
      t > 1 ? -weight * log(weight + rest / t) : weight * (log(t) - log(weight * t + rest)),
    conjugate: (s) => {
      // m = (1 − π)/(1 − π e^(s/π)), f* = (1 − π) log m
      const left = 1 - weight * exp(s / weight);
      return s < slopeAtInfinity && left > 0
        ? -rest * log1p((-weight / rest) * expm1(s / weight)) + 0
        : Infinity;
    },
    atZero: -rest * log1p(-weight),
    slopeAtInfinity,
    share,
  };
}

/** Where log t − t + 1 cancels. */
function isNear(t: number): boolean {
  return t > 0.25 && t < 4;
}

/** t log t − t + 1 */
function klValue(t: number): number {
  return isNear(t) ? klGenerator.share!(t, 1, 0, 0) : t * (log(t) - 1) + 1;
}

/** − log(1 − s) */
function reverseConjugate(s: number): number {
  return s < 1 ? -log1p(-s) + 0 : Infinity;
}
