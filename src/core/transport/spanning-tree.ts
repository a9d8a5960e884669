/**
 * A spanning tree of sources 0 … n − 1 and targets n … n + m − 1 with integer flows: a basis of the transport problem.
 * Every edge joins a source and a target and belongs to the node below it; mass flows from the source to the target.
 *
 * It is kept strongly feasible (Cunningham 1976): an edge without flow leads from a source up to a target, so from every
 * node some mass can be sent to the root. Then the simplex method cannot cycle.
 */
export interface SpanningTree {
  readonly n: number;
  readonly m: number;
  /** Row-major, n × m. */
  readonly cost: Float64Array;
  readonly root: number;
  readonly parent: Int32Array;
  /** The first child, and the siblings of a node; −1 for none. */
  readonly child: Int32Array;
  readonly next: Int32Array;
  readonly previous: Int32Array;
  readonly depth: Int32Array;
  /** Flow on the edge to the parent. */
  readonly flow: Float64Array;
  /** Dual potentials: those of a source and a target add up to the cost of their edge in the tree. */
  readonly potential: Float64Array;
}

/** Cost of the edge between a node and its parent. */
export function edgeCost(tree: SpanningTree, node: number): number {
  const { n, m, cost, parent } = tree;
  const above = parent[node]!;
  return node < n ? cost[node * m + above - n]! : cost[above * m + node - n]!;
}

/**
 * Brings the edge from source i to target j into the tree: mass goes round the cycle that it closes until an edge of
 * the cycle is empty, which leaves. Of several, the last along the cycle from its top leaves, which keeps the tree
 * strongly feasible. Returns the node that now hangs on the new edge; potentials below it are left to the caller.
 */
export function pivot(tree: SpanningTree, i: number, j: number): number {
  const { n, parent, depth, flow } = tree;
  let up = i;
  let down = j;
  let least = Infinity;
  let leaving = -1;
  let leastDown = Infinity;
  let leavingDown = -1;
  while (up !== down) {
    if (depth[up]! > depth[down]!) {
      // Mass reaches i from above: it replaces what a source on this side sends up.
      if (up < n && flow[up]! < least) {
        least = flow[up]!;
        leaving = up;
      }
      up = parent[up]!;
    } else {
      if (down >= n && flow[down]! <= leastDown) {
        leastDown = flow[down]!;
        leavingDown = down;
      }
      down = parent[down]!;
    }
  }
  const top = up;
  const fromTarget = leastDown <= least;
  if (fromTarget) least = leastDown;
  if (least > 0) {
    for (let node = i; node !== top; node = parent[node]!) flow[node]! += node < n ? -least : least;
    for (let node = j; node !== top; node = parent[node]!) flow[node]! += node < n ? least : -least;
  }
  if (fromTarget) rehang(tree, j, i, leavingDown, least);
  else rehang(tree, i, j, leaving, least);
  return fromTarget ? j : i;
}

/** Turns the path from `node` up to `last` round, and hangs it on `above` by an edge with the given flow. */
export function rehang(tree: SpanningTree, node: number, above: number, last: number, flowIn: number): void {
  const { parent, child, next, previous, flow } = tree;
  for (;;) {
    const before = parent[node]!;
    const older = previous[node]!;
    const younger = next[node]!;
    if (older >= 0) next[older] = younger;
    else child[before] = younger;
    if (younger >= 0) previous[younger] = older;
    const eldest = child[above]!;
    child[above] = node;
    next[node] = eldest;
    previous[node] = -1;
    if (eldest >= 0) previous[eldest] = node;
    parent[node] = above;
    const flowOut = flow[node]!;
    flow[node] = flowIn;
    if (node === last) return;
    flowIn = flowOut;
    above = node;
    node = before;
  }
}

/** Adds `change` to the potentials of sources and takes it from those of targets below `top`; sets the depths. */
export function shiftBelow(tree: SpanningTree, top: number, change: number): void {
  const { n, parent, child, next, depth, potential } = tree;
  let node = top;
  for (;;) {
    potential[node]! += node < n ? change : -change;
    depth[node] = depth[parent[node]!]! + 1;
    const below = child[node]!;
    if (below >= 0) {
      node = below;
      continue;
    }
    while (node !== top && next[node]! < 0) node = parent[node]!;
    if (node === top) return;
    node = next[node]!;
  }
}

/** The nodes below `top` and itself, each after its parent. */
export function preorder(tree: SpanningTree, top: number): Int32Array {
  const { n, m, parent, child, next } = tree;
  const order = new Int32Array(n + m);
  let count = 0;
  let node = top;
  for (;;) {
    order[count++] = node;
    const below = child[node]!;
    if (below >= 0) {
      node = below;
      continue;
    }
    while (node !== top && next[node]! < 0) node = parent[node]!;
    if (node === top) return order.subarray(0, count);
    node = next[node]!;
  }
}
