import type { Oracle } from '../formula/oracle.ts';
import type { Library } from './check-page.ts';
import { loadClaims, loadNotation, loadReferences } from './data.ts';

/** The files of `content/` that every page is checked against. */
export const loadLibrary = (oracle: Oracle): Library => ({
  oracle,
  notation: loadNotation(),
  references: loadReferences(),
  claims: loadClaims(),
});

/** `content/divergences/kl.mdx` → `divergences/kl`. */
export const pageId = (file: string): string => file.replace(/^.*?content\//, '').replace(/\.mdx$/, '');
