import { readFileSync, statSync } from 'node:fs';
import { loadPlanned } from './data.ts';
import { pagePath } from './navigation.ts';
import { pageFiles, pageId } from './page-files.ts';
import { proofId, readPage, type Component, type PageSource } from './page-source.ts';
import { namesIn, namesOf } from './proof-uses.ts';
import { divergencesOf } from './properties.ts';
import { isComponentName } from './vocabulary.ts';

/** A place of a page that links can lead to. */
export interface Item {
  /** `Theorem`, `Exercise`, …; `Section` for a heading. */
  readonly kind: string;
  readonly title: string;
}

export interface PageEntry {
  readonly id: string;
  readonly title: string;
  readonly needs: readonly string[];
  /** By the id of their anchor. */
  readonly items: ReadonlyMap<string, Item>;
  /** What its proofs rest on. */
  readonly uses: readonly Use[];
  /** The claims that it settles. */
  readonly claims: readonly string[];
  /** The name of the figure into which a pair of distributions can be loaded, where it has one. */
  readonly figure?: string;
  /** Properties of divergences, as `klDivergence.symmetric`, with the item that settles each. */
  readonly settles: readonly { readonly property: string; readonly item: string }[];
  /** The divergences of which it has a `<PropertyTable>`. */
  readonly tables: readonly string[];
}

/** That a proof uses an item, by the name that its author wrote. */
export interface Use {
  /** The id of the theorem. */
  readonly of: string;
  /** The id of the proof. */
  readonly proof: string;
  readonly written: string;
}

/** What the pages of `content/` hold, and the titles of those that are still to be written. */
export interface SiteIndex {
  readonly pages: ReadonlyMap<string, PageEntry>;
  readonly planned: Readonly<Record<string, string>>;
}

/** A page of which nothing can be read. */
const nothing = (id: string): PageEntry => ({
  ...{ id, title: id, needs: [], items: new Map(), uses: [], claims: [], settles: [], tables: [] },
});

export function indexPage(id: string, { frontMatter, passages }: PageSource): PageEntry {
  const items = new Map<string, Item>();
  const claims: string[] = [];
  const uses: Use[] = [];
  const use = ({ attributes }: Component, names: readonly { readonly name: string }[]): void => {
    const { of = '' } = attributes;
    for (const { name } of names) uses.push({ of, proof: proofId(attributes), written: name });
  };
  for (const passage of passages) {
    if (passage.kind === 'heading') items.set(passage.id, { kind: 'Section', title: passage.text.trim() });
    if (passage.kind === 'formula' && passage.around.proof) use(passage.around.proof, namesOf(passage.tex));
    if (passage.kind !== 'component' || !isComponentName(passage.name)) continue;
    const { id: item, title, of } = passage.attributes;
    if (passage.name === 'Claim') {
      if (item) claims.push(item);
    } else if (passage.name === 'Proof') {
      const proved = items.get(of ?? '')?.title ?? of ?? '';
      use(passage, namesIn(passage.attributes['uses'] ?? ''));
      items.set(proofId(passage.attributes), { kind: 'Proof', title: `proof of ${proved}` });
    } else if (item) items.set(item, { kind: passage.name, title: title ?? item });
  }
  const components = passages.filter((passage) => passage.kind === 'component');
  const lab = components.find(({ attributes }) => attributes['is'] === 'pair-editor');
  return {
    ...nothing(id),
    ...{ title: frontMatter.title, needs: frontMatter.needs, items, uses, claims },
    ...(lab && { figure: lab.attributes['name'] ?? 'pair' }),
    settles: components.flatMap(({ attributes: { settles, id: item } }) =>
      (settles?.trim().split(/\s+/) ?? []).map((property) => ({ property, item: item ?? '' })),
    ),
    tables: components.flatMap(({ name, attributes: { of } }) =>
      name === 'PropertyTable' && of ? divergencesOf(of) : [],
    ),
  };
}

const known = new Map<string, { readonly changed: number; readonly entry: PageEntry }>();

function entryOf(file: string): PageEntry {
  const changed = statSync(file).mtimeMs;
  const before = known.get(file);
  if (before?.changed === changed) return before.entry;
  const id = pageId(file);
  let entry = nothing(id);
  try {
    entry = indexPage(id, readPage(readFileSync(file, 'utf8')));
  } catch {
    // What is wrong with it is said where the page itself is checked.
  }
  known.set(file, { changed, entry });
  return entry;
}

/** Reads what has changed since it was last asked for. */
export function loadSiteIndex(): SiteIndex {
  const entries = pageFiles().map(entryOf);
  return { pages: new Map(entries.map((entry) => [entry.id, entry])), planned: loadPlanned() };
}

/** Where a reference leads. */
export interface Target {
  /** Absent where the page is still to be written. */
  readonly href?: string;
  readonly title: string;
  readonly page: string;
  readonly item?: Item;
  /** The anchor of the item. */
  readonly id?: string;
}

const lastName = (page: string): string => page.slice(page.lastIndexOf('/') + 1);

/** The page that a reference begins with, by its id or by the last part of it. */
function pageOf(to: string, pages: readonly string[]): string | undefined {
  const begins = (name: string): boolean => to === name || to.startsWith(`${name}/`);
  return pages.find(begins) ?? pages.find((page) => begins(lastName(page)));
}

/**
 * Resolves `divergences/kl`, `kl`, `kl/nonneg` and, on the page itself, `#nonneg`. Returns the problem as a string.
 */
export function resolve(to: string, from: string, { pages, planned }: SiteIndex): Target | string {
  const full = to.startsWith('#') ? `${from}/${to.slice(1)}` : to;
  const ids = [...pages.keys(), ...Object.keys(planned)].sort((a, b) => b.length - a.length);
  const page = pageOf(full, ids);
  if (page === undefined) return `there is no page ${to}, and content/planned.yaml names none`;
  const entry = pages.get(page);
  if (!entry) return { title: planned[page]!, page };
  const path = pagePath(page);
  const name = full.slice(full.startsWith(page) ? page.length + 1 : lastName(page).length + 1);
  if (name === '') return { href: path, title: entry.title, page };
  const item = entry.items.get(name);
  if (!item)
    return `page ${page} has no item ${name}; it has: ${[...entry.items.keys()].join(', ') || 'none'}`;
  return { href: `${page === from ? '' : path}#${name}`, title: item.title, page, item, id: name };
}
