import { readFileSync } from 'node:fs';
import { circleOfNeeds } from './check-links.ts';
import type { Library } from './check-page.ts';
import { checkRecords } from './check-records.ts';
import { loadNavigation } from './data.ts';
import { pageFiles } from './page-files.ts';
import { readPage } from './page-source.ts';
import { positionOf } from './verification/libraries.ts';

/** What only the whole of `content/` can tell: every page is in the navigation once, and every claim is settled on a page. */
export function checkSite(library: Library, pages: readonly string[]): string[] {
  const { index } = library;
  const problems: string[] = [];
  const { planned } = index;
  const listed = loadNavigation().flatMap((section) => section.pages);
  for (const page of new Set([...pages, ...Object.keys(planned)])) {
    const times = listed.filter((entry) => entry === page).length;
    if (times !== 1)
      problems.push(`content/navigation.yaml: page ${page} is listed ${times} times; list it once`);
  }
  for (const entry of listed) {
    if (!pages.includes(entry) && !Object.hasOwn(planned, entry))
      problems.push(`content/navigation.yaml: there is no page content/${entry}.mdx`);
  }
  for (const page of Object.keys(planned)) {
    if (pages.includes(page)) problems.push(`content/planned.yaml: ${page} is written; remove its line`);
  }
  problems.push(...checkRecords(library));
  problems.push(...callsNowhere(library));
  const last = (page: string): string => page.slice(page.lastIndexOf('/') + 1);
  for (const page of pages) {
    const other = pages.find((one) => one < page && last(one) === last(page));
    if (other !== undefined)
      problems.push(`content/${page}.mdx: ${other} ends in ${last(page)} too, and items are named by it`);
  }
  const circle = circleOfNeeds(index);
  if (circle) problems.push(`front matter: needs go round in a circle: ${circle.join(' needs ')}`);
  return problems;
}

/** Recorded calls that no page shows. */
function callsNowhere({ calls }: Library): string[] {
  const shown = new Set(
    pageFiles()
      .flatMap((file) => readPage(readFileSync(file, 'utf8')).passages)
      .map((passage) =>
        passage.kind === 'component' && passage.name === 'LibraryCall'
          ? positionOf(calls, passage.attributes)
          : -1,
      ),
  );
  return calls
    .filter((_, k) => !shown.has(k))
    .map(
      ({ library, call }) =>
        `content/library-calls.json: ${library}: ${call}: no page shows it; run npm run libraries -- --record`,
    );
}
