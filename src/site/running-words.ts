import type { PageSource } from './page-source.ts';

/** A page with more of them is too long to be read in one go. */
export const mostWords = 2500;

/**
 * The words that are read from top to bottom: of headings, paragraphs and lists, those in proofs, exercises and their
 * solutions included; not formulas, numbers, tables, code, titles of blocks, or the front matter.
 */
export const runningWords = ({ passages }: PageSource): number =>
  passages.reduce(
    (sum, passage) =>
      passage.kind === 'text' && passage.where === 'prose'
        ? sum + (passage.text.match(/\p{L}+(?:['’-]\p{L}+)*/gu)?.length ?? 0)
        : sum,
    0,
  );
