import { log } from '../elementary/log.ts';
import { expOfNegative } from './fast-exp.ts';
import type { Scaling } from './scaling.ts';
import { pairedSum } from './sinkhorn-scaling.ts';

/** Sets f from g, so that all rows of the plan sum to a, in the log domain; makes the kernel; u = v = 1. */
export function rebuildByRows(scaling: Scaling, epsilon: number): void {
  const { a, b, cost, f, g, rows, alpha, beta, costRow, room } = scaling;
  const m = b.length;
  const inverse = 1 / epsilon;
  alpha.set(a);
  beta.set(b);
  for (let i = 0; i < a.length; i++) {
    const costs = cost.subarray(i * m, (i + 1) * m);
    let largest: number;
    let sum: number;
    if (room) {
      costRow.set(costs);
      sum = room.rebuildRow(scaling, i, inverse);
      largest = room.largest[0]!;
    } else {
      const row = rows[i]!;
      largest = largestExponent(g, costs);
      fillRow(row, g, costs, largest, inverse);
      sum = pairedSum(row, beta);
      multiply(row, 1 / sum);
    }
    // 0 − 0 is 0, where −0 would depend on the order in which zeros of either sign are met.
    f[i] = 0 - largest - epsilon * log(sum);
  }
}

// Loops in functions of their own, over arrays that these are given: engines compile them best so.
function largestExponent(g: Float64Array, costs: Float64Array): number {
  let largest = -Infinity;
  for (let j = 0; j < costs.length; j++) {
    const exponent = g[j]! - costs[j]!;
    if (exponent > largest) largest = exponent;
  }
  return largest;
}

function fillRow(
  row: Float64Array,
  g: Float64Array,
  costs: Float64Array,
  largest: number,
  inverse: number,
): void {
  for (let j = 0; j < costs.length; j++) row[j] = expOfNegative((g[j]! - costs[j]! - largest) * inverse);
}

function multiply(row: Float64Array, factor: number): void {
  for (let j = 0; j < row.length; j++) row[j]! *= factor;
}

/** Sets g from f, so that all columns of the plan sum to b, in the log domain; makes the kernel; u = v = 1. */
export function rebuildByColumns(scaling: Scaling, epsilon: number): void {
  const { a, b, cost, f, g, stride, kernel, columns } = scaling;
  const m = b.length;
  const most = new Float64Array(m).fill(-Infinity);
  for (let i = 0; i < a.length; i++) raiseToRow(most, f[i]!, cost, i * m);
  columns.fill(0);
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < m; j++) {
      const value = expOfNegative((f[i]! - cost[i * m + j]! - most[j]!) / epsilon);
      kernel[i * stride + j] = value;
      columns[j]! += a[i]! * value;
    }
  }
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < m; j++) kernel[i * stride + j]! /= columns[j]!;
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
