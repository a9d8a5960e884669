import type { References } from './schemas.ts';

type Reference = References[string];

/** Where a reader finds a source: its DOI, else its address. */
export const referenceUrl = (reference: Reference): string | undefined =>
  reference.doi === undefined ? reference.url : `https://doi.org/${reference.doi}`;

/** `Cover, Thomas (2006)`: the first two family names, then 'et al.'. */
export function shortCitation(reference: Reference): string {
  const names = reference.authors.split(/,\s*/).map((name) => name.split(' ').at(-1)!);
  const shown = names.length > 2 ? `${names[0]!} et al.` : names.join(' and ');
  return `${shown} (${reference.year})`;
}
