import { edgeCost, type SpanningTree } from './spanning-tree.ts';
import type { Supplies } from './supplies.ts';

/**
 * A strongly feasible tree to start from: each source sends to the cheapest target with room, one after the other.
 *
 * Ties are broken as if every source had ε more, and the root as much as all of them: then each shipment exhausts
 * exactly one side, and the n + m − 1 shipments are a tree.
 */
export function startingTree(supplies: Supplies, cost: Float64Array): SpanningTree {
  const n = supplies.a.length;
  const m = supplies.b.length;
  const root = n + m - 1;
  const edges = shipments(supplies, cost);
  const [starts, neighbours] = adjacency(edges.from, edges.to, n + m);
  const tree: SpanningTree = {
    n,
    m,
    cost,
    root,
    parent: new Int32Array(n + m).fill(-1),
    next: new Int32Array(n + m),
    previous: new Int32Array(n + m),
    last: new Int32Array(n + m),
    size: new Int32Array(n + m),
    flow: new Float64Array(n + m),
    potential: new Float64Array(n + m),
  };
  const { parent, next, previous, last, size, flow, potential } = tree;
  next[root] = previous[root] = root;
  const queue = new Int32Array(n + m);
  queue[0] = root;
  for (let head = 0, tail = 1; head < tail; head++) {
    const above = queue[head]!;
    for (let k = starts[above]!; k < starts[above + 1]!; k++) {
      const edge = neighbours[k]!;
      const node = edges.from[edge] === above ? edges.to[edge]! : edges.from[edge]!;
      if (node === parent[above]) continue;
      parent[node] = above;
      flow[node] = edges.mass[edge]!;
      potential[node] = potential[above]! + (node < n ? edgeCost(tree, node) : -edgeCost(tree, node));
      const after = next[above]!;
      next[above] = previous[after] = node;
      next[node] = after;
      previous[node] = above;
      queue[tail++] = node;
    }
  }
  for (let k = n + m - 1; k >= 0; k--) {
    const node = queue[k]!;
    if (size[node] === 0) last[node] = node;
    size[node]!++;
    if (node === root) continue;
    const above = parent[node]!;
    size[above]! += size[node]!;
    // The first node that was put after its parent is met last here, and is the last in preorder.
    last[above] = last[node]!;
  }
  return tree;
}

interface Shipments {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly mass: Float64Array;
}

function shipments({ a, b }: Supplies, cost: Float64Array): Shipments {
  const n = a.length;
  const m = b.length;
  const from = new Int32Array(n + m - 1);
  const to = new Int32Array(n + m - 1);
  const mass = new Float64Array(n + m - 1);
  const room = b.slice();
  const roomTies = new Float64Array(m);
  roomTies[m - 1] = n;
  const open = new Int32Array(m).map((_, j) => j);
  let left = m;
  let count = 0;
  for (let i = 0; i < n; i++) {
    let supply = a[i]!;
    let ties = 1;
    for (;;) {
      const at = cheapest(cost, i * m, open, left);
      const j = open[at]!;
      const sourceEnds = supply < room[j]! || (supply === room[j]! && ties < roomTies[j]!);
      const sent = sourceEnds ? supply : room[j]!;
      from[count] = i;
      to[count] = n + j;
      mass[count++] = sent;
      if (count === mass.length) return { from, to, mass };
      if (sourceEnds) {
        room[j]! -= sent;
        roomTies[j]! -= ties;
        break;
      }
      supply -= sent;
      ties -= roomTies[j]!;
      open[at] = open[--left]!;
    }
  }
  return { from, to, mass };
}

/** Where in the list of open targets the cheapest one is. */
function cheapest(cost: Float64Array, row: number, open: Int32Array, count: number): number {
  let best = 0;
  let least = cost[row + open[0]!]!;
  for (let k = 1; k < count; k++) {
    const c = cost[row + open[k]!]!;
    if (c < least) {
      least = c;
      best = k;
    }
  }
  return best;
}

/** Edges at each node: those of node v are neighbours[starts[v]] … neighbours[starts[v + 1] − 1]. */
function adjacency(from: Int32Array, to: Int32Array, nodes: number): [Int32Array, Int32Array] {
  const starts = new Int32Array(nodes + 1);
  for (let k = 0; k < from.length; k++) {
    starts[from[k]! + 1]!++;
    starts[to[k]! + 1]!++;
  }
  for (let v = 0; v < nodes; v++) starts[v + 1]! += starts[v]!;
  const place = starts.slice();
  const neighbours = new Int32Array(2 * from.length);
  for (let k = 0; k < from.length; k++) {
    neighbours[place[from[k]!]!++] = k;
    neighbours[place[to[k]!]!++] = k;
  }
  return [starts, neighbours];
}
