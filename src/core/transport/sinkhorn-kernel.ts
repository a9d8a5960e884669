import { log } from '../elementary/log.ts';
import { expOfNegative } from './fast-exp.ts';

/**
 * An entropic transport problem between positive masses, and where its iteration stands. The plan is
 * π_ij = αᵢ K_ij βⱼ, αᵢ = aᵢuᵢ, βⱼ = bⱼvⱼ, K_ij = exp((fᵢ + gⱼ − c_ij)/ε): the potentials are f + ε log u and g + ε log v.
 */
export interface Scaling {
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly cost: Float64Array;
  readonly f: Float64Array;
  readonly g: Float64Array;
  readonly kernel: Float64Array;
  readonly alpha: Float64Array;
  readonly beta: Float64Array;
  /** Σᵢ αᵢ K_ij, so that column j of the plan sums to βⱼ times it. */
  readonly columns: Float64Array;
}

export function startScaling(a: Float64Array, b: Float64Array, cost: Float64Array): Scaling {
  const [n, m] = [a.length, b.length];
  return {
    a,
    b,
    cost,
    f: new Float64Array(n),
    g: new Float64Array(m),
    kernel: new Float64Array(n * m),
    alpha: a.slice(),
    beta: b.slice(),
    columns: new Float64Array(m),
  };
}

/** Sets f from g, so that all rows of the plan sum to a, in the log domain; makes the kernel; u = v = 1. */
export function rebuildByRows(scaling: Scaling, epsilon: number): void {
  const { a, b, f } = scaling;
  for (let i = 0; i < a.length; i++) f[i] = rebuildRow(scaling, i, 1 / epsilon, epsilon);
  scaling.alpha.set(a);
  scaling.beta.set(b);
}

function rebuildRow({ b, cost, g, kernel }: Scaling, i: number, inverse: number, epsilon: number): number {
  const m = b.length;
  const row = i * m;
  let most = -Infinity;
  for (let j = 0; j < m; j++) {
    const exponent = g[j]! - cost[row + j]!;
    if (exponent > most) most = exponent;
  }
  let sum = 0;
  for (let j = 0; j < m; j++) {
    const value = expOfNegative((g[j]! - cost[row + j]! - most) * inverse);
    kernel[row + j] = value;
    sum += b[j]! * value;
  }
  for (let j = 0; j < m; j++) kernel[row + j]! /= sum;
  return -most - epsilon * log(sum);
}

/** Sets g from f, so that all columns of the plan sum to b, in the log domain; makes the kernel; u = v = 1. */
export function rebuildByColumns(scaling: Scaling, epsilon: number): void {
  const { a, b, cost, f, g, kernel, columns } = scaling;
  const m = b.length;
  const most = new Float64Array(m).fill(-Infinity);
  for (let i = 0; i < a.length; i++) raiseToRow(most, f[i]!, cost, i * m);
  columns.fill(0);
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < m; j++) {
      const value = expOfNegative((f[i]! - cost[i * m + j]! - most[j]!) / epsilon);
      kernel[i * m + j] = value;
      columns[j]! += a[i]! * value;
    }
  }
  for (let k = 0; k < kernel.length; k += m) {
    for (let j = 0; j < m; j++) kernel[k + j]! /= columns[j]!;
  }
  for (let j = 0; j < m; j++) g[j] = -most[j]! - epsilon * log(columns[j]!);
  scaling.alpha.set(a);
  scaling.beta.set(b);
}

function raiseToRow(most: Float64Array, f: number, cost: Float64Array, row: number): void {
  for (let j = 0; j < most.length; j++) {
    const exponent = f - cost[row + j]!;
    if (exponent > most[j]!) most[j] = exponent;
  }
}

/**
 * Scales the rows of the plan to their sums a, and sums its columns. Returns how far those are from b, Σⱼ |·|, or −1 if a row has
 * underflowed to 0.
 */
export function scaleRows(scaling: Scaling): number {
  const { a, b, beta, columns } = scaling;
  columns.fill(0);
  let i = 0;
  for (; i + 3 < a.length; i += 4) if (!scaleFourRows(scaling, i)) return -1;
  for (; i < a.length; i++) if (!scaleRow(scaling, i)) return -1;
  let error = 0;
  for (let j = 0; j < b.length; j++) {
    const difference = beta[j]! * columns[j]! - b[j]!;
    error += difference < 0 ? -difference : difference;
  }
  return error;
}

// Rows stay in the cache between the two loops: one pass over the kernel an iteration.
function scaleRow({ a, kernel, alpha, beta, columns }: Scaling, i: number): boolean {
  const m = beta.length;
  const row = i * m;
  let sum = 0;
  for (let j = 0; j < m; j++) sum += kernel[row + j]! * beta[j]!;
  if (!(sum > LEAST)) return false;
  const scale = a[i]! / sum;
  alpha[i] = scale;
  for (let j = 0; j < m; j++) columns[j]! += scale * kernel[row + j]!;
  return true;
}

/** Four rows at a time read and write the factors of the columns a quarter as often. */
function scaleFourRows({ a, kernel, alpha, beta, columns }: Scaling, i: number): boolean {
  const m = beta.length;
  const first = i * m;
  const [second, third, fourth] = [first + m, first + 2 * m, first + 3 * m];
  let [s, t, u, v] = [0, 0, 0, 0];
  for (let j = 0; j < m; j++) {
    const factor = beta[j]!;
    s += kernel[first + j]! * factor;
    t += kernel[second + j]! * factor;
    u += kernel[third + j]! * factor;
    v += kernel[fourth + j]! * factor;
  }
  if (!(s > LEAST && t > LEAST && u > LEAST && v > LEAST)) return false;
  alpha[i] = s = a[i]! / s;
  alpha[i + 1] = t = a[i + 1]! / t;
  alpha[i + 2] = u = a[i + 2]! / u;
  alpha[i + 3] = v = a[i + 3]! / v;
  for (let j = 0; j < m; j++) {
    const upper = s * kernel[first + j]! + t * kernel[second + j]!;
    columns[j]! += upper + (u * kernel[third + j]! + v * kernel[fourth + j]!);
  }
  return true;
}

/** Sums below this have underflowed. */
const LEAST = 1e-250;

/** Scales the columns of the plan to their sums b. False, with nothing changed, if one has underflowed to 0. */
export function scaleColumns({ b, beta, columns }: Scaling): boolean {
  for (let j = 0; j < b.length; j++) if (!(columns[j]! > LEAST)) return false;
  for (let j = 0; j < b.length; j++) beta[j] = b[j]! / columns[j]!;
  return true;
}

const FAR = 1e30;

/** Whether a factor has left [10⁻³⁰, 10³⁰], so that the kernel should take the factors in. */
export function isFar({ a, b, alpha, beta }: Scaling): boolean {
  return leaves(alpha, a) || leaves(beta, b);
}

function leaves(scaled: Float64Array, masses: Float64Array): boolean {
  for (let i = 0; i < masses.length; i++) {
    if (scaled[i]! > FAR * masses[i]! || masses[i]! > FAR * scaled[i]!) return true;
  }
  return false;
}

/** The factors u and v go into the potentials. */
export function absorb({ a, b, f, g, alpha, beta }: Scaling, epsilon: number): void {
  for (let i = 0; i < f.length; i++) f[i]! += epsilon * log(alpha[i]! / a[i]!);
  for (let j = 0; j < g.length; j++) g[j]! += epsilon * log(beta[j]! / b[j]!);
}
