/** The formulas that nothing executes, as a person has read them: a change in one of them is a change in this record too. */
import { readFileSync, writeFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { pageId } from '../../src/site/page-files.ts';

const FILE = 'tests/content/stated.yaml';
const HEADER = `# The formulas of the site that are stated and not executed, by page, as they were when a person last read them.
# \`npm run content -- --record\` writes this file; read the difference, since nothing else looks at these formulas.
`;

type Record1 = Readonly<Record<string, readonly string[]>>;

export interface StatedOf {
  readonly file: string;
  readonly stated: readonly { readonly tex: string }[];
}

/** Without the comment that says why. */
const text = (tex: string): string => tex.replace(/^\s*%.*\n/gm, '').trim();

const load = (): Record1 => (parse(readFileSync(FILE, 'utf8')) as Record1 | null) ?? {};

/** What differs between the pages and the record. `whole` says whether these are all pages. */
export function statedProblems(pages: readonly StatedOf[], whole: boolean, recorded = load()): string[] {
  const problems: string[] = [];
  for (const { file, stated } of pages) {
    const before = recorded[pageId(file)] ?? [];
    const now = stated.map(({ tex }) => text(tex));
    const added = now.filter((tex) => !before.includes(tex));
    const gone = before.filter((tex) => !now.includes(tex));
    for (const tex of added)
      problems.push(
        `${file}: a formula that nothing executes is not as it was recorded: ${tex}; check it by hand, then record it with npm run content -- --record`,
      );
    if (gone.length > added.length)
      problems.push(
        `${file}: ${FILE} records a formula that is no longer there: ${gone[0]!}; npm run content -- --record`,
      );
  }
  const ids = new Set(pages.map(({ file }) => pageId(file)));
  if (whole) {
    for (const id of Object.keys(recorded))
      if (!ids.has(id)) problems.push(`${FILE}: there is no page content/${id}.mdx`);
  }
  return problems;
}

export function recordStated(pages: readonly StatedOf[]): void {
  const all = pages
    .filter(({ stated }) => stated.length > 0)
    .map(({ file, stated }) => [pageId(file), stated.map(({ tex }) => text(tex))] as const);
  writeFileSync(FILE, HEADER + stringify(Object.fromEntries(all), { lineWidth: 0 }));
}
