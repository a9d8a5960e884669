import { nearest } from './nearest.ts';
import type { Component, Formula, PageSource } from './page-source.ts';
import type { References } from './schemas.ts';
import { isStatement } from './vocabulary.ts';

type Fail = (offset: number, message: string) => void;

/** The key and the place of `cited="key place"`. */
export function readCited(cited: string): { readonly key: string; readonly place: string } {
  const [key = '', place = ''] = cited.trim().split(/\s+/);
  return { key, place };
}

function checkCited(
  theorem: Component,
  references: References,
  sources: readonly string[],
  fail: Fail,
): void {
  const cited = theorem.attributes['cited'] ?? '';
  const { key, place } = readCited(cited);
  const source = references[key];
  const problem = (remedy: string): void =>
    fail(theorem.offset, `<${theorem.name} cited="${cited}">: ${remedy}`);
  if (!source) {
    const known = nearest(key, Object.keys(references)).join(', ');
    problem(`no such key in content/references.yaml; nearest: ${known}`);
  } else if (!Object.hasOwn(source.at, place)) {
    const places = Object.keys(source.at).join(', ') || 'none';
    problem(
      `write cited="${key} place" with one of the places that content/references.yaml names in it: ${places}`,
    );
  } else if (!sources.includes(key)) problem(`add ${key} to sources in the front matter`);
}

/**
 * Every theorem has a proof, and a statement of which something is executed, unless it is taken from the literature;
 * every proof proves a theorem of its page.
 */
export function checkTheorems(
  page: PageSource,
  references: References,
  executed: (formula: Formula) => boolean,
  fail: Fail,
): void {
  const components = page.passages.filter((passage) => passage.kind === 'component');
  const theorems = components.filter(({ name }) => isStatement(name));
  const proofs = components.filter(({ name }) => name === 'Proof');
  const exempt = 'or say where it is taken from: cited="key place"';
  for (const theorem of theorems) {
    const { name, offset } = theorem;
    const { id = '', cited } = theorem.attributes;
    if (cited !== undefined) {
      checkCited(theorem, references, page.frontMatter.sources, fail);
      continue;
    }
    if (!proofs.some(({ attributes }) => attributes['of'] === id))
      fail(offset, `<${name} id="${id}"> has no proof; write <Proof of="${id}">, ${exempt}`);
    const states = page.passages.some(
      (passage) => passage.kind === 'formula' && passage.around.theorem === theorem && executed(passage),
    );
    if (!states)
      fail(
        offset,
        `<${name} id="${id}">: nothing executes what it states; say it in a formula that can be executed, ${exempt}`,
      );
  }
  const ids = theorems.map(({ attributes }) => attributes['id'] ?? '');
  for (const { attributes, offset } of proofs) {
    const of = attributes['of'] ?? '';
    if (!ids.includes(of)) {
      const known = ids.join(', ') || 'none';
      fail(offset, `<Proof of="${of}">: no theorem of this page has that id; it has: ${known}`);
    }
  }
}
