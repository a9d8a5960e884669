import { sumError } from '../double-double.ts';
import { extentOf, magnitude } from './extent.ts';
import { pivot } from './pivot.ts';
import { edgeCost, preorder, type SpanningTree } from './spanning-tree.ts';

/** Potentials in double-double, the high parts being those of the tree. */
export interface ExactPotentials {
  readonly low: Float64Array;
  /** How far off each may be: what rounding has lost on the way from the root. */
  readonly off: Float64Array;
}

/** A sum in double-double is right to 2⁻¹⁰² of what enters it. */
const LOST = 1.9721522630525295e-31;
/** In doubles, to 2⁻⁵⁰. */
const ROUNDED = 8.881784197001252e-16;

/**
 * Goes on with the simplex method in double-double potentials until no edge has a negative reduced cost that is more than
 * rounding: usually at once.
 */
export function proveOptimal(tree: SpanningTree): ExactPotentials {
  const { n, root } = tree;
  const nodes = tree.potential.length;
  const exact = { low: new Float64Array(nodes), off: new Float64Array(nodes) };
  recompute(tree, exact, root);
  let largest = magnitude(extentOf(tree.potential));
  for (let i = 0, clean = 0; clean < n;) {
    const j = violation(tree, exact, i, largest);
    if (j < 0) {
      clean++;
      i = i + 1 < n ? i + 1 : 0;
    } else {
      clean = 0;
      recompute(tree, exact, pivot(tree, i, n + j));
      largest = magnitude(extentOf(tree.potential));
    }
  }
  return exact;
}

/** The target whose edge from source i violates optimality the most, or −1. */
function violation(tree: SpanningTree, exact: ExactPotentials, i: number, largest: number): number {
  const { n, m, cost, potential } = tree;
  const f = potential[i]!;
  const limit = f + ROUNDED * ((f < 0 ? -f : f) + largest);
  let least = 0;
  let worst = -1;
  for (let j = 0, edge = i * m; j < m; j++, edge++) {
    if (cost[edge]! + potential[n + j]! > limit) continue;
    const reduced = certainlyNegative(tree, exact, i, j);
    if (reduced < least) {
      least = reduced;
      worst = j;
    }
  }
  return worst;
}

/** The reduced cost of an edge if it is negative beyond rounding, and otherwise 0. */
function certainlyNegative(tree: SpanningTree, { low, off }: ExactPotentials, i: number, j: number): number {
  const reduced = reducedCost(tree, low, i, j);
  const c = tree.cost[i * tree.m + j]!;
  return -reduced > off[i]! + off[tree.n + j]! + LOST * (c < 0 ? -c : c) ? reduced : 0;
}

/** c − f − g in double-double, rounded. */
export function reducedCost(
  { n, m, cost, potential }: SpanningTree,
  low: Float64Array,
  i: number,
  j: number,
): number {
  const c = cost[i * m + j]!;
  const f = potential[i]!;
  const h = potential[n + j]!;
  const first = c - f;
  const rough = first + h;
  return rough + (sumError(c, -f, first) + sumError(first, h, rough) - low[i]! + low[n + j]!);
}

/** Potentials of a node and of those below it, from the one above. */
export function recompute(tree: SpanningTree, { low, off }: ExactPotentials, top: number): void {
  const { n, parent, potential, root } = tree;
  for (const node of preorder(tree, top)) {
    if (node === root) {
      potential[node] = low[node] = off[node] = 0;
      continue;
    }
    const above = parent[node]!;
    const start = potential[above]!;
    const c = node < n ? edgeCost(tree, node) : -edgeCost(tree, node);
    const end = start + c;
    const rest = sumError(start, c, end) + low[above]!;
    const sum = end + rest;
    potential[node] = sum;
    low[node] = end - sum + rest;
    off[node] = off[above]! + LOST * ((start < 0 ? -start : start) + (sum < 0 ? -sum : sum));
  }
}
