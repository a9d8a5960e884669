import type { SpanningTree } from './spanning-tree.ts';

/**
 * Brings the edge from source i to target j into the tree: mass goes round the cycle that it closes until an edge of
 * the cycle is empty, which leaves. Of several, the last along the cycle from its top leaves, which keeps the tree
 * strongly feasible. Returns the node that now hangs on the new edge; potentials below it are left to the caller.
 */
export function pivot(tree: SpanningTree, i: number, j: number): number {
  const { n, parent, size, flow } = tree;
  let up = i;
  let down = j;
  let least = Infinity;
  let leaving = -1;
  let leastDown = Infinity;
  let leavingDown = -1;
  // The smaller of two nodes is not above the other.
  while (up !== down) {
    if (size[up]! < size[down]!) {
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
  if (fromTarget) rehang(tree, j, i, leavingDown, top, least);
  else rehang(tree, i, j, leaving, top, least);
  return fromTarget ? j : i;
}

/**
 * Turns the path from `node` up to `cut` round, and hangs it on `above` by an edge with the given flow. The nodes below `top`
 * stay below it.
 */
export function rehang(
  tree: SpanningTree,
  node: number,
  above: number,
  cut: number,
  top: number,
  flowIn: number,
): void {
  const { parent, next, previous, last, size, flow } = tree;
  const count = size[cut]!;
  takeOut(tree, cut, top);
  // Plain assignments: destructuring would take as long as all the rest.
  let under = above;
  let below = 0;
  // In the old preorder: what comes before the stem, the last node below it, and what follows.
  let stem = node;
  let before = previous[node]!;
  let end = last[node]!;
  let after = next[end]!;
  let tail = end;
  for (;;) {
    const up = parent[stem]!;
    const whole = size[stem]!;
    const flowOut = flow[stem]!;
    parent[stem] = under;
    size[stem] = count - below;
    flow[stem] = flowIn;
    if (stem === cut) break;
    // What is below `up` but not below the stem follows: from `up` to before the stem, and from after it to the end.
    const upBefore = previous[up]!;
    const upEnd = last[up]!;
    next[tail] = up;
    previous[up] = tail;
    tail = before;
    if (upEnd !== end) {
      next[before] = after;
      previous[after] = before;
      tail = end = upEnd;
      after = next[end]!;
    }
    under = stem;
    stem = up;
    below = whole;
    before = upBefore;
    flowIn = flowOut;
  }
  for (let turned = cut; turned !== above; turned = parent[turned]!) last[turned] = tail;
  putIn(tree, node, above, top);
}

/** Takes a node and what is below it out of the preorder and out of the sizes below `top`. */
function takeOut({ parent, next, previous, last, size }: SpanningTree, node: number, top: number): void {
  const before = previous[node]!;
  const end = last[node]!;
  const after = next[end]!;
  next[before] = after;
  previous[after] = before;
  const above = parent[node]!;
  for (let up = above; up >= 0 && last[up] === end; up = parent[up]!) last[up] = before;
  for (let up = above; up !== top; up = parent[up]!) size[up]! -= size[node]!;
}

/** Puts a node and what is below it into the preorder, and into the sizes below `top`, as the first below `above`. */
function putIn(tree: SpanningTree, node: number, above: number, top: number): void {
  const { parent, next, previous, last, size } = tree;
  const end = last[node]!;
  const after = next[above]!;
  next[above] = node;
  previous[node] = above;
  next[end] = after;
  previous[after] = end;
  for (let up = above; up >= 0 && last[up] === above; up = parent[up]!) last[up] = end;
  for (let up = above; up !== top; up = parent[up]!) size[up]! += size[node]!;
}
