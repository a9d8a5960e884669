import type { Givens } from '../formula/environment.ts';
import { drawGivens, firstSeed } from './draws.ts';
import { exerciseExample, type PageSource } from './page-source.ts';

/** The data of each exercise that has any: those it names, and the first instance of those that are drawn for it. */
export function exerciseGivens(
  { frontMatter, passages }: PageSource,
  examples: Readonly<Record<string, Givens>>,
  fail: (offset: number, message: string) => void,
): Readonly<Record<string, Givens>> {
  const data: Record<string, Givens> = {};
  const { draws } = frontMatter;
  const met = new Set<string>();
  for (const passage of passages) {
    if (passage.kind !== 'component' || passage.name !== 'Exercise') continue;
    const { id = '', given } = passage.attributes;
    met.add(id);
    const fixed = given === undefined ? undefined : examples[given];
    try {
      const drawn = Object.hasOwn(draws, id) ? drawGivens(draws[id]!, firstSeed, fixed) : fixed;
      if (drawn) data[exerciseExample(id)] = drawn;
    } catch (error) {
      fail(0, `front matter: draws.${id}.${(error as Error).message}`);
    }
  }
  for (const id of Object.keys(draws))
    if (!met.has(id)) fail(0, `front matter: draws.${id}: there is no <Exercise id="${id}">`);
  return data;
}
