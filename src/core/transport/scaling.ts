import { log } from '../elementary/log.ts';
import { installed, LEAST_INSTALLED, type ScalingArrays, type ScalingRoom } from '../kernels/installed.ts';

/**
 * An entropic transport problem between positive masses, and where its iteration stands. The plan is
 * π_ij = αᵢ K_ij βⱼ, αᵢ = aᵢuᵢ, βⱼ = bⱼvⱼ, K_ij = exp((fᵢ + gⱼ − c_ij)/ε): the potentials are f + ε log u and g + ε log v.
 */
export interface Scaling extends ScalingArrays {
  readonly a: Float64Array;
  readonly b: Float64Array;
  /** Row-major, n × m. */
  readonly cost: Float64Array;
  readonly f: Float64Array;
  readonly g: Float64Array;
  /** How far apart the rows of the kernel are: m or up to three more, for which the kernel and β are 0. */
  readonly stride: number;
  readonly kernel: Float64Array;
  /** The rows of the kernel; none if the kernels are installed ones. */
  readonly rows: readonly Float64Array[];
  readonly alpha: Float64Array;
  readonly beta: Float64Array;
  /** Σᵢ αᵢ K_ij, so that column j of the plan sums to βⱼ times it. */
  readonly columns: Float64Array;
  /** For installed kernels: where all these lie, and a row of costs, ∞ beyond the last target. */
  readonly room: ScalingRoom | undefined;
  readonly costRow: Float64Array;
}

export function startScaling(a: Float64Array, b: Float64Array, cost: Float64Array): Scaling {
  const [n, m] = [a.length, b.length];
  const stride = (m + 3) & ~3;
  const doubles = (n + 5) * stride + 3 * n + m;
  const room = m < LEAST_INSTALLED ? undefined : installed.scaling?.(doubles);
  let end = 0;
  const take = (length: number): Float64Array => {
    end += length;
    return room ? room.memory.subarray(end - length, end).fill(0) : new Float64Array(length);
  };
  const kernel = take(n * stride);
  const scaling = {
    a: take(n),
    b: take(m),
    cost,
    f: take(n),
    g: take(stride),
    stride,
    alpha: take(n),
    beta: take(stride),
    columns: take(stride),
    costRow: take(stride).fill(Infinity),
    kernel,
    rows: room ? [] : Array.from({ length: n }, (_, i) => kernel.subarray(i * stride, (i + 1) * stride)),
    room,
  };
  scaling.a.set(a);
  scaling.b.set(b);
  return scaling;
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
  for (let i = 0; i < a.length; i++) f[i]! += epsilon * log(alpha[i]! / a[i]!);
  for (let j = 0; j < b.length; j++) g[j]! += epsilon * log(beta[j]! / b[j]!);
}
