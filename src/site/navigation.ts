import type { Navigation } from './schemas.ts';

/** The address of a page: `divergences/kl` → `/divergences/kl/`, `index` → `/`. */
export const pagePath = (id: string): string => (id === 'index' ? '/' : `/${id}/`);

/** The id of the page at an address. */
export const pageAt = (path: string): string => path.replace(/^\/|\/$/g, '') || 'index';

/** The navigation without what is still to be written. */
export const written = (navigation: Navigation, pages: ReadonlyMap<string, unknown>): Navigation =>
  navigation
    .map((section) => ({ ...section, pages: section.pages.filter((page) => pages.has(page)) }))
    .filter((section) => section.pages.length > 0);

/** The pages before and after one, in the order of `content/navigation.yaml`. */
export function neighbours(navigation: Navigation, id: string): { previous?: string; next?: string } {
  const order = navigation.flatMap((section) => section.pages);
  const at = order.indexOf(id);
  if (at < 0)
    throw new Error(`content/navigation.yaml: page ${id} is in no section; add it where it is to be read`);
  const previous = order[at - 1];
  const next = order[at + 1];
  return { ...(previous !== undefined && { previous }), ...(next !== undefined && { next }) };
}
