import { pmf } from '../core/index.ts';
import type { Notation } from '../formula/notation.ts';
import { readGiven } from '../formula/rational.ts';
import type { PageSource } from './page-source.ts';

/** The data of the front matter: what is to be a pmf is one, and each set of data belongs to an example. */
export function checkGivens(
  { frontMatter, passages }: PageSource,
  notation: Notation,
  fail: (offset: number, message: string) => void,
): void {
  for (const [name, data] of Object.entries(frontMatter.givens)) {
    for (const [symbol, masses] of Object.entries(data)) {
      if (typeof masses === 'string' || notation[symbol]?.type !== 'pmf') continue;
      try {
        pmf(masses.map(readGiven));
      } catch (error) {
        fail(0, `front matter: givens.${name}.${symbol}: ${(error as Error).message}`);
      }
    }
    const used = passages.some((passage) => 'attributes' in passage && passage.attributes['given'] === name);
    if (!used) fail(0, `front matter: givens.${name} is used by no <Example>; remove it`);
  }
}
