import type { References } from './schemas.ts';

type Reference = References[string];

/** Where a reader finds a source: its DOI, else its address. */
export const referenceUrl = (reference: Reference): string | undefined =>
  reference.doi === undefined ? reference.url : `https://doi.org/${reference.doi}`;

const familyName = (author: string): string => author.split(', ')[0]!;

/** `Solomon Kullback, Richard A. Leibler`. */
export const authorNames = (reference: Reference): string =>
  reference.authors.map((author) => author.split(', ').reverse().join(' ')).join(', ');

/** `Cover and Thomas (2006)`; from three authors on, the first and 'et al.'. */
export function shortCitation(reference: Reference): string {
  const [first = '', ...others] = reference.authors.map(familyName);
  const shown = others.length > 1 ? `${first} et al.` : [first, ...others].join(' and ');
  return `${shown} (${reference.year})`;
}
