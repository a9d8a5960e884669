import { sumError } from '../double-double.ts';
import { magnitude } from './magnitude.ts';
import { edgeCost, pivot, preorder, type SpanningTree } from './spanning-tree.ts';

/** Reduced costs in double-double are right to 2⁻⁹² of the largest number that enters them. */
const SETTLED = 2.0194839173657902e-28;
/** In doubles, to 2⁻⁵⁰. */
const ROUNDED = 8.881784197001252e-16;

/**
 * Goes on with the simplex method in double-double potentials until no edge has a negative reduced cost: usually at
 * once. Returns the low parts of the potentials; the high ones are those of the tree.
 */
export function proveOptimal(tree: SpanningTree): Float64Array {
  const { n, root } = tree;
  const low = new Float64Array(tree.potential.length);
  recompute(tree, low, root);
  const [ofCosts, ofPotentials] = [magnitude(tree.cost), magnitude(tree.potential)];
  const settled = SETTLED * (ofCosts > ofPotentials ? ofCosts : ofPotentials);
  for (let i = 0, clean = 0; clean < n;) {
    const j = violation(tree, low, i, settled);
    if (j < 0) {
      clean++;
      i = i + 1 < n ? i + 1 : 0;
    } else {
      clean = 0;
      recompute(tree, low, pivot(tree, i, n + j));
    }
  }
  return low;
}

/** The target whose edge from source i violates optimality the most, or −1. */
function violation(tree: SpanningTree, low: Float64Array, i: number, settled: number): number {
  const { n, m, cost, potential } = tree;
  const f = potential[i]!;
  const size = f < 0 ? -f : f;
  let least = -settled;
  let worst = -1;
  for (let j = 0; j < m; j++) {
    const c = cost[i * m + j]!;
    const g = potential[n + j]!;
    const first = c - f;
    const rough = first - g;
    if (rough > ROUNDED * (size + (c < 0 ? -c : c))) continue;
    const reduced = rough + (sumError(c, -f, first) + sumError(first, -g, rough) - low[i]! - low[n + j]!);
    if (reduced < least) {
      least = reduced;
      worst = j;
    }
  }
  return worst;
}

/** Potentials and depths below a node, from those above it. */
export function recompute(tree: SpanningTree, low: Float64Array, top: number): void {
  const { parent, depth, potential, root } = tree;
  for (const node of preorder(tree, top)) {
    if (node === root) {
      potential[node] = low[node] = 0;
      continue;
    }
    const above = parent[node]!;
    depth[node] = depth[above]! + 1;
    const c = edgeCost(tree, node);
    const difference = c - potential[above]!;
    const rest = sumError(c, -potential[above]!, difference) - low[above]!;
    const sum = difference + rest;
    potential[node] = sum;
    low[node] = difference - sum + rest;
  }
}
