/**
 * A spanning tree of sources 0 … n − 1 and targets n … n + m − 1 with integer flows: a basis of the transport problem.
 * Every edge joins a source and a target and belongs to the node below it; mass flows from the source to the target.
 *
 * It is kept strongly feasible (Cunningham 1976): an edge without flow leads from a source up to a target, so from every
 * node some mass can be sent to the root. Then the simplex method cannot cycle.
 *
 * The nodes form a ring in preorder, so that those below a node follow it, as many as its size says.
 */
export interface SpanningTree {
  readonly n: number;
  readonly m: number;
  /** Row-major, n × m. */
  readonly cost: Float64Array;
  readonly root: number;
  readonly parent: Int32Array;
  /** The next node in preorder, and the one before; after the last comes the root. */
  readonly next: Int32Array;
  readonly previous: Int32Array;
  /** The last node in preorder among those below a node and itself, and how many these are. */
  readonly last: Int32Array;
  readonly size: Int32Array;
  /** Flow on the edge to the parent. */
  readonly flow: Float64Array;
  /**
   * Dual potentials, those of targets with their sign changed: a shift adds one number to all nodes below an edge. The
   * cost of an edge in the tree is the potential of its source minus that of its target.
   */
  readonly potential: Float64Array;
}

/** Cost of the edge between a node and its parent. */
export function edgeCost(tree: SpanningTree, node: number): number {
  const { n, m, cost, parent } = tree;
  const above = parent[node]!;
  return node < n ? cost[node * m + above - n]! : cost[above * m + node - n]!;
}

/**
 * Adds `change` to the potentials of a node and of those below it, or takes it from all others where these are fewer: only
 * differences count.
 */
export function shiftBelow(tree: SpanningTree, top: number, change: number): void {
  const { next, previous, last, size } = tree;
  const below = size[top]!;
  const others = size.length - below;
  const end = last[top]!;
  if (below <= others) shift(tree, top, end, below, change);
  else shift(tree, next[end]!, previous[top]!, others, -change);
}

/** Shifts a stretch of the preorder from both ends, since following it is what takes the time. */
function shift(
  { next, previous, potential }: SpanningTree,
  first: number,
  final: number,
  count: number,
  change: number,
): void {
  if (count & 1) {
    potential[first]! += change;
    first = next[first]!;
  }
  for (let pairs = count >> 1; pairs > 0; pairs--) {
    potential[first]! += change;
    potential[final]! += change;
    first = next[first]!;
    final = previous[final]!;
  }
}

/** The nodes below `top` and itself, each after its parent. */
export function preorder({ next, size }: SpanningTree, top: number): Int32Array {
  const order = new Int32Array(size[top]!);
  for (let k = 0, node = top; k < order.length; k++) {
    order[k] = node;
    node = next[node]!;
  }
  return order;
}
