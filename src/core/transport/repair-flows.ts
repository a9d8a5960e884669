import { sumError } from '../double-double.ts';
import { recompute, reducedCost, type ExactPotentials } from './exact-potentials.ts';
import { rehang } from './pivot.ts';
import { preorder, type SpanningTree } from './spanning-tree.ts';

/** What the nodes below each node and itself have too much, as hi + lo. */
export interface Excesses {
  readonly hi: Float64Array;
  readonly lo: Float64Array;
}

/**
 * Masses were rounded to integers for the simplex method: with the masses themselves, an edge may carry less than nothing.
 * As long as one does, it leaves, and the edge of least reduced cost that can carry its flow enters (the dual simplex
 * method), which keeps the tree optimal. Returns the excesses below each node.
 */
export function repairFlows(
  tree: SpanningTree,
  exact: ExactPotentials,
  own: Excesses,
  noise: number,
): Excesses {
  const most = 10 * exact.low.length;
  for (let step = 0; ; step++) {
    const below = excessesBelow(tree, own);
    const node = mostNegative(tree, below, noise);
    if (node < 0 || step === most) return below;
    exchange(tree, exact, node);
  }
}

function excessesBelow(tree: SpanningTree, own: Excesses): Excesses {
  const hi = own.hi.slice();
  const lo = own.lo.slice();
  const order = preorder(tree, tree.root);
  for (let k = order.length - 1; k > 0; k--) {
    const node = order[k]!;
    const above = tree.parent[node]!;
    const sum = hi[above]! + hi[node]!;
    const rest = sumError(hi[above]!, hi[node]!, sum) + (lo[above]! + lo[node]!);
    hi[above] = sum + rest;
    lo[above] = sum - hi[above]! + rest;
  }
  return { hi, lo };
}

/** The node whose edge carries the most negative flow, or −1. */
function mostNegative({ n, root }: SpanningTree, { hi }: Excesses, noise: number): number {
  let least = -noise;
  let worst = -1;
  for (let node = 0; node < hi.length; node++) {
    const sent = node < n ? hi[node]! : -hi[node]!;
    if (sent < least && node !== root) {
      least = sent;
      worst = node;
    }
  }
  return worst;
}

/** Replaces the edge above a node by the one of least reduced cost in the other direction across the cut. */
function exchange(tree: SpanningTree, exact: ExactPotentials, leaving: number): void {
  const { n, m } = tree;
  const inside = new Uint8Array(n + m);
  for (const node of preorder(tree, leaving)) inside[node] = 1;
  // Nodes below a source want mass from outside; those below a target have mass to send there.
  const inward = leaving < n ? 0 : 1;
  let least = Infinity;
  let [from, to] = [-1, -1];
  for (let i = 0; i < n; i++) {
    if (inside[i] !== inward) continue;
    for (let j = 0; j < m; j++) {
      if (inside[n + j] === inward) continue;
      const reduced = reducedCost(tree, exact.low, i, j);
      if (reduced < least) {
        least = reduced;
        [from, to] = [i, n + j];
      }
    }
  }
  const [hung, above] = inward === 0 ? [to, from] : [from, to];
  rehang(tree, hung, above, leaving, tree.root, 0);
  recompute(tree, exact, hung);
}
