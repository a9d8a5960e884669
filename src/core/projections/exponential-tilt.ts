import { exp, expm1 } from '../elementary/exp.ts';
import { log, log1p } from '../elementary/log.ts';
import { dot, norm, solveSemidefinite, type Vector } from './small-least-squares.ts';

/** p(x) ∝ w(x) e^(θ·g(x)) on some outcomes, with θ such that Σ p(x) g(x) = 0. */
export interface Tilt {
  readonly multipliers: Vector;
  /** log of p(x) over w(x)/Σ w, by outcome; −Infinity off the given outcomes. */
  readonly logRatios: Float64Array;
  readonly converged: boolean;
}

interface State {
  readonly theta: Vector;
  /** θ·g(x) in the order of the outcomes. */
  readonly exponents: Float64Array;
  /** log Σ w e^(θ·g) / Σ w. */
  readonly logMean: number;
}

/** Steps of θ·g below this are the rounding of it. */
const FINE = 1e-15;
/** Newton's step below this squares itself away. */
const QUADRATIC = 1e-7;
/** No step changes θ·g by more. */
const LONGEST = 30;
/** Expectations of coordinates of size 1 to 2 that count as 0. */
const BALANCED = 1e-12;

/**
 * Minimises the convex dual log Σ w(x) e^(θ·g(x)) by Newton's method with a line search that halves the step until the dual falls.
 *
 * Near the start nothing cancels: the mean of g is Σ w g + Σ w (e^(θ·g) − 1) g. `converged` is false where θ runs to infinity, that
 * is where 0 is not in the interior of the convex hull of the g(x), or where the steps are used up.
 *
 * @see boyd-vandenberghe-2004, section 9.5
 */
export function exponentialTilt(
  weights: Float64Array,
  vectors: readonly Vector[],
  outcomes: readonly number[],
  steps: number,
): Tilt {
  const d = vectors[outcomes[0]!]!.length;
  const g = outcomes.map((x) => vectors[x]!);
  const w = Float64Array.from(outcomes, (x) => weights[x]!);
  const total = sum(w, (a) => a);
  for (let i = 0; i < w.length; i++) w[i]! /= total;
  let state = stateAt(new Float64Array(d), w, g);
  let converged = false;
  let lastStep = Infinity;
  for (let i = 0; i < steps && !converged; i++) {
    const { step, mean } = newtonStep(state, w, g, d);
    let size = 0;
    for (const v of g) size = larger(size, dot(step, v));
    if (size <= FINE * (1 + largest(state.exponents)) || (size < QUADRATIC && size >= lastStep)) {
      // A step can also vanish because all but one mass do, far out.
      converged = largest(mean) < BALANCED;
      break;
    }
    lastStep = size;
    state =
      size < QUADRATIC ? moved(state, step, 1, w, g) : lineSearch(state, step, dot(step, mean), size, w, g);
    if (largest(state.exponents) > 1e5) break;
  }
  const logRatios = new Float64Array(weights.length).fill(-Infinity);
  outcomes.forEach((x, i) => {
    logRatios[x] = state.exponents[i]! - state.logMean;
  });
  return { multipliers: state.theta, logRatios, converged };
}

function newtonStep(
  state: State,
  w: Float64Array,
  g: readonly Vector[],
  d: number,
): { step: Vector; mean: Vector } {
  const { exponents, logMean } = state;
  const near = largest(exponents) < 1;
  const masses = w.map((a, i) => a * exp(exponents[i]! - logMean));
  const mean = Float64Array.from({ length: d }, (_, j) => {
    if (!near) return sum(masses, (m, i) => m * g[i]![j]!);
    const change = sum(w, (a, i) => a * expm1(exponents[i]!) * g[i]![j]!);
    return (sum(w, (a, i) => a * g[i]![j]!) + change) * exp(-logMean);
  });
  const covariance = new Float64Array(d * d);
  g.forEach((v, i) => {
    const m = masses[i]!;
    for (let j = 0; j < d; j++) {
      for (let k = 0; k <= j; k++) covariance[j * d + k]! += m * (v[j]! - mean[j]!) * (v[k]! - mean[k]!);
    }
  });
  for (let j = 0; j < d; j++) for (let k = 0; k < j; k++) covariance[k * d + j] = covariance[j * d + k]!;
  const down = mean.map((m) => -m);
  const step = solveSemidefinite(covariance.slice(), down);
  const size = norm(mean);
  if (norm(down.map((m, j) => m - dot(covariance.subarray(j * d, j * d + d), step))) <= 0.1 * size) {
    return { step, mean };
  }
  // Where all but a few masses vanish, the dual is flat in directions in which it still falls: go down there.
  for (let j = 0; j < d; j++) covariance[j * d + j]! += size / LONGEST;
  return { step: solveSemidefinite(covariance, down), mean };
}

function lineSearch(
  state: State,
  step: Vector,
  slope: number,
  size: number,
  w: Float64Array,
  g: readonly Vector[],
): State {
  const rounding = 2e-15 * (1 + largest(state.exponents));
  // Where one mass has almost all, the dual looks flat and the step is far too long.
  let fraction = size > LONGEST ? LONGEST / size : 1;
  let next = moved(state, step, fraction, w, g);
  for (let i = 0; i < 60 && !(next.logMean <= state.logMean + 1e-4 * fraction * slope + rounding); i++) {
    fraction /= 2;
    next = moved(state, step, fraction, w, g);
  }
  return next;
}

function moved(state: State, step: Vector, fraction: number, w: Float64Array, g: readonly Vector[]): State {
  return stateAt(
    state.theta.map((t, j) => t + fraction * step[j]!),
    w,
    g,
  );
}

function stateAt(theta: Vector, w: Float64Array, g: readonly Vector[]): State {
  const exponents = Float64Array.from(g, (v) => dot(theta, v));
  if (largest(exponents) < 1) {
    return { theta, exponents, logMean: log1p(sum(w, (a, i) => a * expm1(exponents[i]!))) };
  }
  const top = exponents.reduce((a, b) => (a > b ? a : b));
  return { theta, exponents, logMean: top + log(sum(w, (a, i) => a * exp(exponents[i]! - top))) };
}

function largest(values: Float64Array): number {
  let size = 0;
  for (const value of values) size = larger(size, value);
  return size;
}

function larger(size: number, value: number): number {
  const other = value < 0 ? -value : value;
  return other > size ? other : size;
}

/** Compensated sum of a term over the weights. */
function sum(w: Float64Array, term: (a: number, i: number) => number): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < w.length; i++) {
    const value = term(w[i]!, i);
    const next = total + value;
    const part = next - total;
    lost += total - (next - part) + (value - part);
    total = next;
  }
  return total + lost;
}
