import type { Library } from './check-page.ts';
import { loadNavigation } from './data.ts';

/** What only the whole of `content/` can tell: every page is in the navigation once, and every claim is settled on a page. */
export function checkSite(library: Library, pages: readonly string[]): string[] {
  const problems: string[] = [];
  const listed = loadNavigation().flatMap((section) => section.pages);
  for (const page of pages) {
    const times = listed.filter((entry) => entry === page).length;
    if (times !== 1)
      problems.push(`content/navigation.yaml: page ${page} is listed ${times} times; list it once`);
  }
  for (const entry of listed) {
    if (!pages.includes(entry))
      problems.push(`content/navigation.yaml: there is no page content/${entry}.mdx`);
  }
  for (const [claim, { settled }] of Object.entries(library.claims)) {
    if (!pages.includes(settled))
      problems.push(`content/claims.yaml: ${claim} is settled in ${settled}, which is no page`);
  }
  return problems;
}
