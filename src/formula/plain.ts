import type { Expression } from './expression.ts';
import type { Proposition } from './proposition.ts';

/** What differs between two formulas that say the same: where they stand, and how they are written. */
const PLACES: readonly string[] = ['at', 'written', 'row'];

/** The text of an expression or proposition without its places, so that two that say the same are the same. */
export const plain = (of: Expression | Proposition | readonly Expression[]): string =>
  withoutPlaces(JSON.stringify(of, (key, value: unknown) => (PLACES.includes(key) ? undefined : value)));

/** The letters of marginals, products and the like hold their place in the formula; here they are numbered in turn. */
export function withoutPlaces(text: string): string {
  const numbers = new Map<string, string>();
  return text.replace(/@[\w.]+/g, (letter) => {
    const known = numbers.get(letter) ?? `@${numbers.size}`;
    numbers.set(letter, known);
    return known;
  });
}
