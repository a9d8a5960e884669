import { escapeHtml } from './escape-html.ts';
import { hypothesis, resolveReason } from './proof-graph.ts';
import type { SiteIndex, Target } from './site-index.ts';

/** Where a proof stands: its page, and the id of what it proves. */
export interface Standing {
  readonly page: string;
  readonly theorem?: string | undefined;
}

function link(written: string, { page, theorem }: Standing, index: SiteIndex): string {
  if (written === hypothesis) return `<a href="#${theorem ?? ''}">hypothesis</a>`;
  // The check of the page has seen that it leads somewhere.
  const { href, title, item } = resolveReason(written, page, index) as Target;
  const shown = escapeHtml(title);
  if (href === undefined) return `<span class="to-come">${shown}</span>`;
  return `${item?.kind === 'Definition' ? 'definition of ' : ''}<a href="${href}">${shown}</a>`;
}

/** What a step uses, as links: `A`, `A and B`, `A, B and C`. */
export function reasonLinks(
  names: readonly { readonly name: string }[],
  standing: Standing,
  index: SiteIndex,
): string {
  const links = names.map(({ name }) => link(name, standing, index));
  const last = links.pop() ?? '';
  return links.length === 0 ? last : `${links.join(', ')} and ${last}`;
}
