import { pagePath } from './navigation.ts';
import { resolve, type SiteIndex, type Target } from './site-index.ts';
import { isUsable } from './vocabulary.ts';

/** What a proof can rest on: a definition, theorem, lemma or corollary of any page. */
export interface ProofNode {
  /** `kl/nonneg`: the last name of its page, and its id there. */
  readonly name: string;
  readonly kind: string;
  readonly title: string;
  readonly href: string;
}

/** That the proof of one item uses another. */
export interface ProofEdge {
  readonly from: string;
  readonly to: string;
  /** `divergences/kl`. */
  readonly page: string;
  /** The id of the proof on its page. */
  readonly proof: string;
}

/** Which item rests on which, over all pages. */
export interface ProofGraph {
  readonly nodes: readonly ProofNode[];
  readonly edges: readonly ProofEdge[];
}

/** What a step rests on that is no item: what its theorem supposes. */
export const hypothesis = 'hypothesis';

/** The name of an item on the whole site. */
export const nameOf = (page: string, id: string): string => `${page.slice(page.lastIndexOf('/') + 1)}/${id}`;

/** Resolves the name of a reason: an id on its own page, or a page and an id on that. */
export function resolveReason(written: string, page: string, index: SiteIndex): Target | string {
  return resolve(written.includes('/') ? written : `#${written}`, page, index);
}

/** The graph of what is written. What a name leads to on a page that is not written yet makes no edge. */
export function proofGraph(index: SiteIndex): ProofGraph {
  const pages = [...index.pages.values()];
  const nodes = pages.flatMap(({ id: page, items }) =>
    [...items]
      .filter(([, { kind }]) => isUsable(kind))
      .map(([id, item]) => ({ ...item, name: nameOf(page, id), href: `${pagePath(page)}#${id}` })),
  );
  const known = new Set(nodes.map(({ name }) => name));
  const edges = pages.flatMap(({ id: page, uses }) =>
    uses.flatMap(({ of, proof, written }): ProofEdge[] => {
      const used = resolveReason(written, page, index);
      if (typeof used === 'string' || used.href === undefined) return [];
      const edge = { from: nameOf(page, of), to: nameOf(used.page, used.id ?? ''), page, proof };
      return known.has(edge.from) && known.has(edge.to) ? [edge] : [];
    }),
  );
  return { nodes, edges };
}

/** The way back to where an edge begins, if there is one: `kl/a`, `kl/b`, `kl/a`. */
export function cycleThrough(
  { edges }: ProofGraph,
  { from, to }: Pick<ProofEdge, 'from' | 'to'>,
): readonly string[] | undefined {
  const ways = new Map<string, readonly string[]>([[to, [from, to]]]);
  for (const [name, way] of ways) {
    if (name === from) return way;
    for (const edge of edges)
      if (edge.from === name && !ways.has(edge.to)) ways.set(edge.to, [...way, edge.to]);
  }
  return undefined;
}
