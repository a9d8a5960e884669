import { expect, test } from 'vitest';
import { pivot } from '../../src/core/transport/pivot.ts';
import { edgeCost, preorder, shiftBelow, type SpanningTree } from '../../src/core/transport/spanning-tree.ts';
import { startingTree } from '../../src/core/transport/starting-tree.ts';
import { shortList } from '../../src/core/transport/short-list.ts';
import { lcg } from './reference.ts';

/** What is wrong with the links, sizes, flows and potentials of a tree, if anything. */
function faults(tree: SpanningTree, a: Float64Array, b: Float64Array): string[] {
  const { n, root, parent, next, previous, last, size, flow, potential } = tree;
  const found: string[] = [];
  const nodes = parent.length;
  const order = preorder(tree, root);
  if (new Set(order).size !== nodes || next[order[nodes - 1]!] !== root)
    found.push('the preorder is no ring of all nodes');
  const excess = Float64Array.from({ length: nodes }, (_, v) => (v < n ? a[v]! : -b[v - n]!));
  const place = new Map(Array.from(order, (node, k) => [node, k]));
  for (let k = nodes - 1; k >= 0; k--) {
    const node = order[k]!;
    const below = Array.from(order.subarray(k, k + size[node]!));
    if (previous[next[node]!] !== node) found.push(`${node}: the node after it does not follow it`);
    if (last[node] !== below.at(-1)) found.push(`${node}: another node is the last below it`);
    for (const other of below) {
      if (other !== node && place.get(parent[other]!)! < k) found.push(`${other} is not below ${node}`);
    }
    if (node === root) continue;
    const above = parent[node]!;
    if (place.get(above)! + size[above]! <= k) found.push(`${node} does not follow ${above}, its parent`);
    const sent = node < n ? flow[node]! : -flow[node]!;
    if (sent !== excess[node])
      found.push(`${node}: ${flow[node]} flows, which is not what is left over below it`);
    if (flow[node]! < 0) found.push(`${node}: a negative flow`);
    if (flow[node] === 0 && node >= n) found.push(`${node}: an edge without flow leads up from a target`);
    excess[above]! += excess[node]!;
    const [source, target] = node < n ? [node, above] : [above, node];
    if (potential[source]! - potential[target]! !== edgeCost(tree, node))
      found.push(`${node}: its potential is wrong`);
  }
  if (excess[root] !== 0) found.push('mass is lost');
  return found;
}

test('any edge may enter: links, sizes, flows and potentials of the tree stay right, and it stays strongly feasible', () => {
  for (let seed = 0; seed < 60; seed++) {
    const next = lcg(seed);
    const below = (most: number): number => (next() >>> 8) % most;
    for (let k = 0; k < 5; k++) below(2);
    const [n, m] = [1 + below(12), 1 + below(12)];
    // Equal masses make ties, which is where strong feasibility counts.
    const mass = (count: number, other: number) =>
      Float64Array.from({ length: count }, () => (seed % 2 ? other : 0));
    const [a, b] = [mass(n, m), mass(m, n)];
    if (seed % 2 === 0) {
      for (let k = 0; k < 200; k++) {
        const unit = 1 + below(9);
        a[below(n)]! += unit;
        b[below(m)]! += unit;
      }
      for (const side of [a, b]) side.forEach((value, x) => (side[x] = value + (side === a ? m : n)));
    }
    const cost = Float64Array.from({ length: n * m }, () => below(100));
    const tree = startingTree({ a, b }, cost);
    expect(faults(tree, a, b), `seed ${seed}, at the start`).toEqual([]);
    for (let step = 0; step < 60; step++) {
      const [i, j] = [below(n), n + below(m)];
      if (tree.parent[i] === j || tree.parent[j] === i) continue;
      const change = cost[i * m + j - n]! - tree.potential[i]! + tree.potential[j]!;
      const moved = pivot(tree, i, j);
      shiftBelow(tree, moved, moved === i ? change : -change);
      expect(faults(tree, a, b), `seed ${seed}, step ${step}`).toEqual([]);
    }
  }
});

test('the short list has the cheapest targets of each source, all of them different', () => {
  const next = lcg(3);
  for (const [m, kinds] of [
    [70, 1000],
    [300, 1000],
    [900, 4],
    [2000, 1e9],
  ] as const) {
    // prettier-ignore
    const [n, width] = [20, 30];
    const cost = Float64Array.from({ length: n * m }, () => (next() >>> 2) % kinds);
    const { starts, target, cost: listed } = shortList(cost, n, m, width);
    let full = 0;
    for (let i = 0; i < n; i++) {
      const row = cost.subarray(i * m, (i + 1) * m);
      const mine = target.subarray(starts[i], starts[i + 1]);
      expect(new Set(mine).size).toBe(mine.length);
      expect(listed.subarray(starts[i], starts[i + 1])).toEqual(Float64Array.from(mine, (j) => row[j]!));
      expect(listed.slice(starts[i], starts[i + 1]).sort()).toEqual(
        row.slice().sort().subarray(0, mine.length),
      );
      if (mine.length === width) full++;
    }
    // Where a sample says too little, a list is short.
    expect(full).toBeGreaterThanOrEqual(16);
  }
});
