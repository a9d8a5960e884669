import { readFileSync } from 'node:fs';
import type { Oracle } from '../formula/check.ts';
import { parseNotation } from '../formula/notation.ts';
import type { Library } from './check-page.ts';
import { loadClaims, loadReferences } from './data.ts';

/** The files of `content/` that every page is checked against. */
export const loadLibrary = (oracle: Oracle): Library => ({
  oracle,
  notation: parseNotation(readFileSync('content/notation.yaml', 'utf8')),
  references: loadReferences(),
  claims: loadClaims(),
});

/** `content/divergences/kl.mdx` → `divergences/kl`. */
export const pageId = (file: string): string => file.replace(/^.*?content\//, '').replace(/\.mdx$/, '');
