import { edgeCost, pivot, preorder, shiftBelow, type SpanningTree } from './spanning-tree.ts';
import { proveOptimal } from './exact-potentials.ts';
import { startingTree } from './starting-tree.ts';
import type { Supplies } from './supplies.ts';

/** Reduced costs above −2⁻⁴⁴ of their parts may be rounding; `proveOptimal` settles them. */
const ROUNDING = 5.684341886080802e-14;
/** Rounded potentials might mislead for ever; after so many steps a node, the exact ones take over. */
const MOST_STEPS = 500;

/**
 * An optimal tree for a transport problem with integer supplies of equal total, all positive, by the primal network
 * simplex method on strongly feasible trees, with block search for the entering edge.
 *
 * @see ahuja-magnanti-orlin-1993, sections 11.5 and 11.6
 */
export function solve(supplies: Supplies, cost: Float64Array): { tree: SpanningTree; low: Float64Array } {
  const tree = startingTree(supplies, cost);
  const { n, m, potential } = tree;
  const block = blockSize(n * m);
  let steps = 0;
  let position = 0;
  for (let unseen = n * m; unseen > 0 && steps < MOST_STEPS * (n + m);) {
    const end = position + block < n * m ? position + block : n * m;
    const edge = mostNegative(cost, potential, n, m, position, end);
    unseen -= end - position;
    position = end === n * m ? 0 : end;
    if (edge < 0) continue;
    const i = (edge / m) | 0;
    const j = n + edge - i * m;
    const [f, g, c] = [potential[i]!, potential[j]!, cost[edge]!];
    const reduced = c - f - g;
    if (-reduced <= ROUNDING * ((f < 0 ? -f : f) + (g < 0 ? -g : g) + (c < 0 ? -c : c))) continue;
    const moved = pivot(tree, i, j);
    shiftBelow(tree, moved, moved === i ? reduced : -reduced);
    unseen = n * m;
    if (++steps % (n + m) === 0) resetPotentials(tree);
  }
  return { tree, low: proveOptimal(tree) };
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
      const difference = cost[edge]! - potential[edge + offset]!;
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
  const { parent, potential, root } = tree;
  for (const node of preorder(tree, root)) {
    if (node !== root) potential[node] = edgeCost(tree, node) - potential[parent[node]!]!;
  }
}
