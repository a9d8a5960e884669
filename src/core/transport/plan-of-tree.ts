import { productError, sumError, type DoubleDouble } from '../double-double.ts';
import { crossFactors } from '../pair.ts';
import type { ExactPotentials } from './exact-potentials.ts';
import type { Masses } from '../pmf.ts';
import { productLow } from './gaps.ts';
import type { Positive } from './positive-masses.ts';
import { repairFlows, type Excesses } from './repair-flows.ts';
import { edgeCost, type SpanningTree } from './spanning-tree.ts';

interface Totals {
  readonly p: Masses;
  readonly q: Masses;
  readonly sameTotal: boolean;
}

const ONE: DoubleDouble = { hi: 1, lo: 0 };

/**
 * The plan along an optimal tree, from the masses themselves in double-double: each edge carries what the nodes below it
 * have too much. The tree may change where rounding of the masses had made it carry less than nothing.
 */
export function planOf(
  tree: SpanningTree,
  exact: ExactPotentials,
  from: Positive,
  to: Positive,
  totals: Totals,
  stride: number,
): { plan: Float64Array; value: number } {
  const { n, parent, root } = tree;
  const { f, g } = totals.sameTotal ? { f: ONE, g: ONE } : crossFactors(totals);
  const scale = totals.p.total.hi * f.hi;
  // Double-double keeps each sum of some thousand masses to 2⁻⁹² of the total.
  const own = excesses(n, from.masses, to.masses, f, g);
  const { hi } = repairFlows(tree, exact, own, scale * 2.0194839173657902e-28);
  const plan = new Float64Array(from.among * to.among);
  let value = 0;
  let lost = 0;
  for (let node = 0; node < hi.length; node++) {
    if (node === root) continue;
    const above = parent[node]!;
    const sent = node < n ? hi[node]! : -hi[node]!;
    if (sent <= 0) continue;
    const mass = sent / scale;
    const [i, j] = node < n ? [node, above - n] : [above, node - n];
    plan[from.outcomes[i]! * stride + to.outcomes[j]!] = mass;
    const c = edgeCost(tree, node);
    const term = sent * c;
    const next = value + term;
    lost += sumError(value, term, next) + productError(sent, c, term);
    value = next;
  }
  return { plan, value: (value + lost) / scale };
}

/** What sources send, and minus what targets take, on the common scale. */
function excesses(n: number, a: Float64Array, b: Float64Array, f: DoubleDouble, g: DoubleDouble): Excesses {
  const hi = new Float64Array(n + b.length);
  const lo = new Float64Array(n + b.length);
  for (let i = 0; i < n; i++) {
    hi[i] = a[i]! * f.hi;
    lo[i] = productLow(a[i]!, f, hi[i]!);
  }
  for (let j = 0; j < b.length; j++) {
    const product = b[j]! * g.hi;
    hi[n + j] = -product;
    lo[n + j] = -productLow(b[j]!, g, product);
  }
  return { hi, lo };
}
