import type { Notation } from '../../src/formula/notation.ts';

/** What the symbols stand for: content/notation.yaml, written into the code by the build (astro.config.mjs). */
declare const SITE_NOTATION: Notation;
export const notation: Notation = SITE_NOTATION;
