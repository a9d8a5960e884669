import { log, log1p } from '../elementary/log.ts';
import { ASYMPTOTIC, STIRLING } from './binet.ts';
import { logExcess, relativeExcess } from './log-excess.ts';

/*
 * The divergences of gamma, beta and Dirichlet distributions are made of Bregman divergences of log Γ,
 *
 *   D_f(b, a) = f(b) − f(a) − f′(a)(b − a) ≥ 0 for convex f,
 *
 * here as sums of terms ≥ 0 that vanish with (b − a)², so that nothing cancels however near b is to a. The step b − a is an
 * argument of its own: where a and b are sums, rounding them does not spoil it.
 */

/**
 * D_F(b, a) for F(x) = log Γ(x) − x log x + x, convex: what log Γ has beyond x log x − x.
 *
 * F(x) − F(x + 1) = (x + 1) log(1 + 1/x) − 1 has the Bregman divergence (b + 1)(t − log(1 + t)),
 * t = (b − a)/(a (b + 1)); from 16 up F is −½ log x + μ(x) and a constant. Relative error at most 40 u, u = 2⁻⁵³.
 */
export function shapeExcess(a: number, b: number, step: number): number {
  if (step === 0) return 0;
  let sum = 0;
  let x = a;
  let y = b;
  for (; x < ASYMPTOTIC || y < ASYMPTOTIC; x++, y++) {
    sum += (y + 1) * logExcess(step / x / (y + 1), (y / x) * ((x + 1) / (y + 1)));
  }
  return sum + (0.5 * logExcess(step / x, y / x) + binetExcess(x, y, step));
}

/** D_f(b, a) for f = log Γ. Relative error at most 40 u, u = 2⁻⁵³. */
export function logGammaExcess(a: number, b: number, step: number): number {
  return step === 0 ? 0 : shapeExcess(a, b, step) + relativeExcess(a, b, step);
}

/** D_μ for Binet's function μ, from D_f = step² Σ i x^(−i − 1) y^(i − m − 1), i = 1 … m, for f = x⁻ᵐ. */
function binetExcess(x: number, y: number, step: number): number {
  const u = 1 / x;
  const v = 1 / y;
  let power = u * u;
  let inner = power * v;
  let sum = STIRLING[0]! * inner;
  for (let k = 1; k < STIRLING.length; k++) {
    for (let m = 2 * k; m <= 2 * k + 1; m++) {
      power *= u;
      inner = v * inner + m * power * v;
    }
    sum += STIRLING[k]! * inner;
  }
  return sum * step * step;
}

/**
 * D_g(b, a) for g(x) = log Γ(x) − log Γ(x + gap), convex for gap > 0, without cancellation for a small gap.
 *
 * A step up in x takes −log x + log(x + gap) off, whose Bregman divergence is w − log(1 + w) + step² gap/(x (x + gap) (y + gap)),
 * w = step gap/(x (y + gap)) for the step from x to y. Relative error at most 60 u, u = 2⁻⁵³.
 */
export function logGammaGapExcess(a: number, b: number, step: number, gap: number): number {
  if (step === 0) return 0;
  let sum = 0;
  let x = a;
  let y = b;
  for (; x < ASYMPTOTIC || y < ASYMPTOTIC; x++, y++) sum += gapStep(x, y, step, gap);
  const xg = x + gap;
  const yg = y + gap;
  // The Bregman divergence of x log x − x less that at x + gap.
  const leading =
    y * logExcess((-step * (gap / y)) / xg, (x / xg) * (yg / y)) + gap * logExcess(step / xg, yg / xg);
  return sum + (leading + 0.5 * gapStep(x, y, step, gap) + binetGapExcess(x, y, step, gap));
}

function gapStep(x: number, y: number, step: number, gap: number): number {
  const w = (step * (gap / (y + gap))) / x;
  return logExcess(w, (y / x) * ((x + gap) / (y + gap))) + (step / (x + gap)) * w;
}

/** The same as `binetExcess` less its value at x + gap, y + gap: each product times 1 − r^(i + 1) s^(m + 1 − i). */
function binetGapExcess(x: number, y: number, step: number, gap: number): number {
  const shrinkX = complementsOfPowers(gap / (x + gap), x / (x + gap));
  const shrinkY = complementsOfPowers(gap / (y + gap), y / (y + gap));
  let sum = 0;
  for (let k = STIRLING.length - 1; k >= 0; k--) {
    const m = 2 * k + 1;
    let power = 1;
    for (let i = 0; i < m; i++) power /= y;
    power /= x * x;
    for (let i = 1; i <= m; i++) {
      const lost = shrinkX[i + 1]! + (1 - shrinkX[i + 1]!) * shrinkY[m + 1 - i]!;
      sum += STIRLING[k]! * i * power * lost;
      power *= y / x;
    }
  }
  return sum * step * step;
}

/** 1 − rʲ, j = 0 … 17, from 1 − r and r. */
function complementsOfPowers(complement: number, r: number): Float64Array {
  const powers = new Float64Array(2 * STIRLING.length + 2);
  let power = 1;
  for (let j = 1; j < powers.length; j++) {
    powers[j] = powers[j - 1]! + power * complement;
    power *= r;
  }
  return powers;
}

/** ψ(b) − ψ(a), without cancellation. Relative error at most 40 u, u = 2⁻⁵³. */
export function digammaStep(a: number, b: number, step: number): number {
  let sum = 0;
  let x = a;
  let y = b;
  for (; x < ASYMPTOTIC || y < ASYMPTOTIC; x++, y++) sum += step / x / y;
  const u = 1 / x;
  const v = 1 / y;
  let power = u;
  let inner = u * v;
  let series = 0.5 * inner;
  for (let k = 1; k <= STIRLING.length; k++) {
    for (let n = k === 1 ? 2 : 2 * k - 1; n <= 2 * k; n++) {
      power *= u;
      inner = v * inner + power * v;
    }
    series += (2 * k - 1) * STIRLING[k - 1]! * inner;
  }
  const ratio = step / x < -0.5 || step / x > 1 ? log(y / x) : log1p(step / x);
  return sum + (ratio + step * series);
}
