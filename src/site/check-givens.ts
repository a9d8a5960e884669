import { pmf } from '../core/index.ts';
import type { Givens } from '../formula/environment.ts';
import { readGivens } from '../formula/givens.ts';
import { placesOf } from '../formula/notation.ts';
import type { Notation } from '../formula/notation.ts';
import { readGiven } from '../formula/rational.ts';
import type { PageSource } from './page-source.ts';

/** The data of a page's examples as formulas know them; what is no distribution, and what no example uses, is told. */
export function checkGivens(
  { frontMatter, passages }: PageSource,
  notation: Notation,
  fail: (offset: number, message: string) => void,
): Readonly<Record<string, Givens>> {
  const read: Record<string, Givens> = {};
  for (const [example, data] of Object.entries(frontMatter.givens)) {
    const used = passages.some(
      (passage) => 'attributes' in passage && passage.attributes['given'] === example,
    );
    if (!used) fail(0, `front matter: givens.${example} is used by no <Example>; remove it`);
    try {
      read[example] = readGivens(data, { notation });
    } catch (error) {
      fail(0, `front matter: givens.${example}: ${(error as Error).message}`);
      continue;
    }
    for (const [symbol, masses] of Object.entries(read[example])) {
      if (typeof masses === 'string') continue;
      for (const row of distributionsOf(symbol, masses.map(readGiven), read[example], notation)) {
        try {
          pmf(row);
        } catch (error) {
          fail(0, `front matter: givens.${example}.${symbol}: ${(error as Error).message}`);
        }
      }
    }
  }
  return read;
}

/** The masses that must sum to one: all of them, or those of each row. */
function distributionsOf(
  symbol: string,
  masses: readonly number[],
  givens: Givens,
  notation: Notation,
): readonly (readonly number[])[] {
  const type = notation[symbol]?.type;
  if (type === 'pmf' || type === 'joint' || type === 'coupling') return [masses];
  if (type !== 'channel' && type !== 'pmfs') return [];
  const inputs = placesOf({ notation }, symbol)[0]!;
  const count = typeof givens[inputs] === 'string' ? Number(givens[inputs]) : Math.sqrt(masses.length);
  const length = masses.length / count;
  return Array.from({ length: count }, (_, x) => masses.slice(x * length, (x + 1) * length));
}
