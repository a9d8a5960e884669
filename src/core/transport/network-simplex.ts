import { proveOptimal, type ExactPotentials } from './exact-potentials.ts';
import { pivot } from './pivot.ts';
import { shortList, type ShortList } from './short-list.ts';
import { edgeCost, preorder, shiftBelow, type SpanningTree } from './spanning-tree.ts';
import { startingTree } from './starting-tree.ts';
import type { Supplies } from './supplies.ts';

/** Reduced costs above −2⁻⁴⁴ of their parts may be rounding; `proveOptimal` settles them. */
const ROUNDING = 5.684341886080802e-14;
/** Rounded potentials might mislead for ever; after so many steps a node, the exact ones take over. */
const MOST_STEPS = 500;

/** Below so many targets a list of the cheapest saves nothing. */
const FEW = 64;

/**
 * An optimal tree for a transport problem with integer supplies of equal total, all positive, by the primal network
 * simplex method on strongly feasible trees, with block search for the entering edge: first among the cheapest edges of
 * each source, where nearly all of the plan will be, then among all.
 *
 * @see ahuja-magnanti-orlin-1993, sections 11.5 and 11.6; gottschlich-schuhmacher-2014
 */
export function solve(
  supplies: Supplies,
  cost: Float64Array,
): { tree: SpanningTree; exact: ExactPotentials } {
  const tree = startingTree(supplies, cost);
  const { n, m } = tree;
  const counter = { steps: 0 };
  if (m > FEW) searchList(tree, shortList(cost, n, m, (2 * Math.sqrt(m) - 10) | 0), counter);
  searchAll(tree, counter);
  return { tree, exact: proveOptimal(tree) };
}

interface Counter {
  steps: number;
}

/** Steps until no edge of the list has a negative reduced cost. */
function searchList(tree: SpanningTree, list: ShortList, counter: Counter): void {
  const { n, m, potential } = tree;
  const { starts, target, cost } = list;
  const wanted = ((Math.sqrt(n * m) * n) / (4 * starts[n]!)) | 0;
  const rows = wanted < 1 ? 1 : wanted;
  let i = 0;
  for (let unseen = n; unseen > 0 && counter.steps < MOST_STEPS * (n + m);) {
    let least = 0;
    let best = -1;
    let source = -1;
    for (let k = 0; k < rows && unseen > 0; k++, unseen--) {
      const before = potential[i]! + least;
      const edge = leastBelow(list, potential, n, i, before);
      if (edge >= 0) {
        best = edge;
        source = i;
        least = cost[edge]! + potential[n + target[edge]!]! - potential[i]!;
      }
      i = i + 1 < n ? i + 1 : 0;
    }
    if (best >= 0 && enter(tree, source, n + target[best]!, cost[best]!, counter)) unseen = n;
  }
}

function leastBelow(
  { starts, target, cost }: ShortList,
  potential: Float64Array,
  n: number,
  i: number,
  limit: number,
): number {
  let best = -1;
  for (let edge = starts[i]!, end = starts[i + 1]!; edge < end; edge++) {
    const difference = cost[edge]! + potential[n + target[edge]!]!;
    if (difference < limit) {
      limit = difference;
      best = edge;
    }
  }
  return best;
}

/** Steps until no edge at all has a negative reduced cost. */
function searchAll(tree: SpanningTree, counter: Counter): void {
  const { n, m, cost, potential } = tree;
  const block = blockSize(n * m);
  let position = 0;
  for (let unseen = n * m; unseen > 0 && counter.steps < MOST_STEPS * (n + m);) {
    const end = position + block < n * m ? position + block : n * m;
    const edge = mostNegative(cost, potential, n, m, position, end);
    unseen -= end - position;
    position = end === n * m ? 0 : end;
    if (edge < 0) continue;
    const i = (edge / m) | 0;
    if (enter(tree, i, n + edge - i * m, cost[edge]!, counter)) unseen = n * m;
  }
}

/** Brings an edge into the tree if its reduced cost is below rounding; answers whether it is. */
function enter(tree: SpanningTree, i: number, j: number, c: number, counter: Counter): boolean {
  const { potential } = tree;
  const f = potential[i]!;
  const h = potential[j]!;
  const reduced = c - f + h;
  if (-reduced <= ROUNDING * ((f < 0 ? -f : f) + (h < 0 ? -h : h) + (c < 0 ? -c : c))) return false;
  const moved = pivot(tree, i, j);
  shiftBelow(tree, moved, moved === i ? reduced : -reduced);
  if (++counter.steps % potential.length === 0) resetPotentials(tree);
  return true;
}

function blockSize(edges: number): number {
  const half = (Math.sqrt(edges) / 2) | 0;
  return half < 16 ? 16 : half;
}

/** The edge with the most negative reduced cost in a block, or −1. */
function mostNegative(
  cost: Float64Array,
  potential: Float64Array,
  n: number,
  m: number,
  begin: number,
  end: number,
): number {
  let least = 0;
  let best = -1;
  let i = (begin / m) | 0;
  for (let edge = begin; edge < end; i++) {
    const rowEnd = (i + 1) * m < end ? (i + 1) * m : end;
    const f = potential[i]!;
    const offset = n - i * m;
    const before = f + least;
    let limit = before;
    for (; edge < rowEnd; edge++) {
      const difference = cost[edge]! + potential[edge + offset]!;
      if (difference < limit) {
        limit = difference;
        best = edge;
      }
    }
    if (limit < before) least = limit - f;
  }
  return best;
}

/** Potentials from the costs along the tree: what many small changes have rounded away comes back. */
function resetPotentials(tree: SpanningTree): void {
  const { n, parent, potential, root } = tree;
  potential[root] = 0;
  for (const node of preorder(tree, root)) {
    if (node === root) continue;
    const c = edgeCost(tree, node);
    potential[node] = potential[parent[node]!]! + (node < n ? c : -c);
  }
}
