import type { Named } from '../formula/remarks.ts';
import { nearest } from './nearest.ts';
import type { Component, Formula, PageSource } from './page-source.ts';
import { cycleThrough, hypothesis, nameOf, proofGraph, resolveReason } from './proof-graph.ts';
import { namesOf, reasonsOf, usesOf } from './proof-uses.ts';
import { indexPage, type SiteIndex } from './site-index.ts';
import { isUsable } from './vocabulary.ts';

type Fail = (offset: number, message: string) => void;

/**
 * What a page's proofs rest on: each name is that of an item of the site, no proof rests on itself, and each displayed
 * step is executed or names its reason.
 */
export function checkProofs(
  page: PageSource,
  source: string,
  id: string,
  index: SiteIndex,
  stated: (formula: Formula) => boolean,
  fail: Fail,
): void {
  const here: SiteIndex = { ...index, pages: new Map(index.pages).set(id, indexPage(id, page)) };
  const uses = namedOn(page, source);
  const graph = proofGraph(here);
  const circles = new Set<string>();
  for (const { name, at, proof } of uses) {
    const problem = problemOf(name, proof !== undefined, id, here);
    if (problem !== undefined) fail(at, problem);
    const used = resolveReason(name, id, here);
    if (problem !== undefined || proof === undefined || typeof used === 'string') continue;
    const from = nameOf(id, proof.attributes['of'] ?? '');
    const way = cycleThrough(graph, { from, to: nameOf(used.page, used.id ?? '') });
    const circle = [...new Set(way)].sort().join();
    if (way === undefined || circles.has(circle)) continue;
    circles.add(circle);
    fail(at, `these proofs go round in a circle: ${way.join(' → ')}`);
  }
  checkSteps(page, stated, fail);
}

/** The names that a page's steps and proofs give as their reasons, by their places in the file. */
function namedOn({ passages }: PageSource, source: string): (Named & { proof: Component | undefined })[] {
  return passages.flatMap((passage) => {
    if (passage.kind === 'formula')
      return namesOf(passage.tex).map(({ name, at }) => ({
        name,
        at: passage.texOffset + at,
        proof: passage.around.proof,
      }));
    if (passage.kind === 'component' && passage.name === 'Proof')
      return usesOf(passage, source).map((named) => ({ ...named, proof: passage }));
    return [];
  });
}

function problemOf(written: string, inProof: boolean, id: string, index: SiteIndex): string | undefined {
  if (written === hypothesis)
    return inProof ? undefined : 'hypothesis is what a theorem supposes, and means nothing outside its proof';
  const used = resolveReason(written, id, index);
  if (typeof used !== 'string') {
    if (used.href === undefined) return undefined;
    if (used.item && isUsable(used.item.kind)) return undefined;
  }
  const names = proofGraph(index).nodes.map(({ name }) => name);
  const meant = nearest(written.includes('/') ? written : nameOf(id, written), names).join(', ');
  return `no definition, theorem, lemma or corollary is called ${written}; nearest: ${meant || 'the site has none'}`;
}

/** In a proof a displayed formula is a step. */
function checkSteps(page: PageSource, stated: (formula: Formula) => boolean, fail: Fail): void {
  for (const passage of page.passages) {
    if (passage.kind !== 'formula' || !passage.display || passage.around.proof === undefined) continue;
    if (stated(passage) && reasonsOf(passage.tex).length === 0)
      fail(
        passage.texOffset,
        'a step of a proof that is not executed must name what it rests on: `% by: kl/nonneg`, or `% by: hypothesis` for what its theorem supposes',
      );
  }
}
