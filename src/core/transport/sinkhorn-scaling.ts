import type { Scaling } from './scaling.ts';

/** Sums below this have underflowed. */
export const LEAST = 1e-250;

/**
 * Scales the rows of the plan to their sums a, and sums its columns. Returns how far those are from b, Σⱼ |·|, or −1 if a row has
 * underflowed to 0.
 */
export function scaleRows(scaling: Scaling): number {
  const { a, b, kernel, stride, rows, alpha, beta, columns, room } = scaling;
  columns.fill(0);
  const fours = a.length & ~3;
  if (room) {
    if (!room.scaleRows(scaling, fours)) return -1;
  } else {
    for (let i = 0; i < fours; i += 4) {
      const [p, q, r, o] = [rows[i]!, rows[i + 1]!, rows[i + 2]!, rows[i + 3]!];
      if (!scaleFour(p, q, r, o, beta, a, alpha, i)) return -1;
      addFour(p, q, r, o, alpha, i, columns);
    }
  }
  for (let i = fours; i < a.length; i++) {
    const row = kernel.subarray(i * stride, (i + 1) * stride);
    const sum = pairedSum(row, beta);
    if (!(sum > LEAST)) return -1;
    alpha[i] = a[i]! / sum;
    addRow(row, alpha[i]!, columns);
  }
  return distance(b, beta, columns);
}

/** Σⱼ rowⱼ factorsⱼ, even and odd j apart: installed kernels do the same operations, two columns at a time. */
export function pairedSum(row: Float64Array, factors: Float64Array): number {
  let even = 0;
  let odd = 0;
  for (let j = 0; j < factors.length; j += 2) {
    even += row[j]! * factors[j]!;
    odd += row[j + 1]! * factors[j + 1]!;
  }
  return even + odd;
}

/** Σⱼ |βⱼ columnsⱼ − bⱼ| */
function distance(b: Float64Array, beta: Float64Array, columns: Float64Array): number {
  let error = 0;
  for (let j = 0; j < b.length; j++) {
    const difference = beta[j]! * columns[j]! - b[j]!;
    error += difference < 0 ? -difference : difference;
  }
  return error;
}

/** Sets α for four rows from i on: together they read β a quarter as often. False if one of them has underflowed. */
function scaleFour(
  p: Float64Array,
  q: Float64Array,
  r: Float64Array,
  o: Float64Array,
  beta: Float64Array,
  a: Float64Array,
  alpha: Float64Array,
  i: number,
): boolean {
  let s = 0;
  let t = 0;
  let u = 0;
  let v = 0;
  let sOdd = 0;
  let tOdd = 0;
  let uOdd = 0;
  let vOdd = 0;
  for (let j = 0; j < beta.length; j += 2) {
    const factor = beta[j]!;
    const oddFactor = beta[j + 1]!;
    s += p[j]! * factor;
    sOdd += p[j + 1]! * oddFactor;
    t += q[j]! * factor;
    tOdd += q[j + 1]! * oddFactor;
    u += r[j]! * factor;
    uOdd += r[j + 1]! * oddFactor;
    v += o[j]! * factor;
    vOdd += o[j + 1]! * oddFactor;
  }
  s += sOdd;
  t += tOdd;
  u += uOdd;
  v += vOdd;
  if (!(s > LEAST && t > LEAST && u > LEAST && v > LEAST)) return false;
  alpha[i] = a[i]! / s;
  alpha[i + 1] = a[i + 1]! / t;
  alpha[i + 2] = a[i + 2]! / u;
  alpha[i + 3] = a[i + 3]! / v;
  return true;
}

/** Adds four rows, times α from i on, to the columns; they are in the cache still: one pass over the kernel an iteration. */
function addFour(
  p: Float64Array,
  q: Float64Array,
  r: Float64Array,
  o: Float64Array,
  alpha: Float64Array,
  i: number,
  columns: Float64Array,
): void {
  const s = alpha[i]!;
  const t = alpha[i + 1]!;
  const u = alpha[i + 2]!;
  const v = alpha[i + 3]!;
  for (let j = 0; j < columns.length; j += 2) {
    columns[j]! += s * p[j]! + t * q[j]! + (u * r[j]! + v * o[j]!);
    columns[j + 1]! += s * p[j + 1]! + t * q[j + 1]! + (u * r[j + 1]! + v * o[j + 1]!);
  }
}

function addRow(row: Float64Array, scale: number, columns: Float64Array): void {
  for (let j = 0; j < columns.length; j++) columns[j]! += scale * row[j]!;
}

/** Scales the columns of the plan to their sums b. False, with nothing changed, if one has underflowed to 0. */
export function scaleColumns({ b, beta, columns }: Scaling): boolean {
  for (let j = 0; j < b.length; j++) if (!(columns[j]! > LEAST)) return false;
  for (let j = 0; j < b.length; j++) beta[j] = b[j]! / columns[j]!;
  return true;
}
