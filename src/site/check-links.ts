import { checkProperties } from './check-properties.ts';
import type { Library } from './check-page.ts';
import type { PageSource } from './page-source.ts';
import { indexPage, resolve, type SiteIndex } from './site-index.ts';

type Fail = (offset: number, message: string) => void;

/** Every reference of a page leads to a page or an item that is there, or to a planned page; its own anchors are unique. */
export function checkLinks(
  page: PageSource,
  id: string,
  { index, glossary, formalisations }: Pick<Library, 'index' | 'glossary' | 'formalisations'>,
  fail: Fail,
): void {
  const here: SiteIndex = { ...index, pages: new Map(index.pages).set(id, indexPage(id, page)) };
  const anchors = new Set<string>();
  for (const passage of page.passages) {
    const anchor =
      passage.kind === 'heading'
        ? passage.id
        : passage.kind === 'component' && passage.name !== 'Claim'
          ? passage.attributes['id']
          : undefined;
    if (anchor !== undefined && 'offset' in passage) {
      if (anchors.has(anchor)) fail(passage.offset, `the id ${anchor} stands on this page twice`);
      anchors.add(anchor);
    }
    if (passage.kind !== 'component') continue;
    const { to = '', of = '', in: system = '', at = '' } = passage.attributes;
    if (passage.name === 'Ref') {
      const target = resolve(to, id, here);
      if (typeof target === 'string') fail(passage.offset, `<Ref to="${to}">: ${target}`);
    } else if (passage.name === 'Term' && !Object.hasOwn(glossary, of)) {
      fail(passage.offset, `<Term of="${of}">: no such key in content/glossary.yaml`);
    } else if (passage.name === 'Formalised') {
      const results = formalisations[system]?.results;
      if (!results || !Object.hasOwn(results, at)) {
        const known = results ? Object.keys(results) : Object.keys(formalisations);
        fail(
          passage.offset,
          `<Formalised in="${system}" at="${at}">: content/formalisations.yaml names there: ${known.join(', ')}`,
        );
      }
    }
  }
  checkProperties(page, here, fail);
  for (const need of page.frontMatter.needs) {
    const target = resolve(need, id, here);
    if (typeof target === 'string') fail(0, `front matter: needs: ${target}`);
    else if (target.page === id) fail(0, `front matter: needs: ${need} is on this page`);
  }
}

/** A way of needs that leads back to where it began: no page can be read first. */
export function circleOfNeeds(index: SiteIndex): readonly string[] | undefined {
  const next = (id: string): string[] =>
    (index.pages.get(id)?.needs ?? []).flatMap((need) => {
      const target = resolve(need, id, index);
      return typeof target === 'string' ? [] : [target.page];
    });
  const done = new Set<string>();
  const follow = (path: readonly string[]): readonly string[] | undefined => {
    const last = path.at(-1)!;
    if (path.indexOf(last) < path.length - 1) return path.slice(path.indexOf(last));
    if (done.has(last)) return undefined;
    for (const page of next(last)) {
      const circle = follow([...path, page]);
      if (circle) return circle;
    }
    done.add(last);
    return undefined;
  };
  for (const id of index.pages.keys()) {
    const circle = follow([id]);
    if (circle) return circle;
  }
  return undefined;
}
