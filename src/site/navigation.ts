import type { Navigation } from './schemas.ts';

/** The address of a page: `divergences/kl` → `/divergences/kl/`, `index` → `/`. */
export const pagePath = (id: string): string => (id === 'index' ? '/' : `/${id}/`);

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
