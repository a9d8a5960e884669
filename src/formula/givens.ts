import type { Givens } from './environment.ts';
import type { Size } from './expression.ts';
import { symbolName } from './names.ts';
import { placesOf } from './notation.ts';
import type { Scope } from './notation.ts';

/** Data as an author writes them: a number, masses, or a table of them, one row for each first outcome. */
export type Written = string | readonly string[] | readonly (readonly string[])[];

/**
 * The givens of an example as formulas know them: symbols in their one spelling, tables row after row, and the
 * integers that say how far the places of a symbol run. Throws where a table has rows of different lengths.
 */
export function readGivens(
  written: Readonly<Record<string, Written>>,
  scope: Pick<Scope, 'notation'>,
): Givens {
  const givens: Record<string, string | readonly string[]> = {};
  for (const [symbol, value] of Object.entries(written)) {
    const name = symbolName(symbol);
    if (typeof value === 'string' || !value.every(Array.isArray)) {
      givens[name] = value as string | readonly string[];
      continue;
    }
    const rows = value as readonly (readonly string[])[];
    const columns = rows[0]!.length;
    const uneven = rows.findIndex((row) => row.length !== columns);
    if (uneven >= 0)
      throw new Error(
        `${symbol}: row ${uneven + 1} has ${rows[uneven]!.length} entries, and the first row ${columns}`,
      );
    givens[name] = rows.flat();
    const [first = '', second = ''] = placesOf(scope, name);
    if (first !== '') givens[first] = String(rows.length);
    if (second !== '') givens[second] = String(columns);
    if (first === second && rows.length !== columns)
      throw new Error(
        `${symbol} has ${rows.length} rows and ${columns} columns; say in the notation how far its places run, such as \`on: [n, m]\``,
      );
  }
  return givens;
}

/** The givens with the integers that follow from them: the length of a sample, or how many pmfs there are. */
export function withSizes(scope: Scope): Givens {
  const givens = { ...scope.givens };
  for (const [name, value] of Object.entries(givens)) {
    const sizes = typeof value === 'string' ? [] : placesOf(scope, name);
    const [size = ''] = sizes;
    if (sizes.length === 1 && size !== '' && !Object.hasOwn(givens, size))
      givens[size] = String(value.length);
  }
  return givens;
}

/** How many outcomes the given pmfs have: those of the formula before the others of the example. */
export function countOutcomes(used: readonly string[], scope: Scope, givens: Givens): number | undefined {
  const count = (size: Size): number => Number(givens[size]);
  for (const name of [...used, ...Object.keys(givens)]) {
    const value = Object.hasOwn(givens, name) ? givens[name]! : '';
    const sizes = placesOf(scope, name);
    const free = sizes.filter((size) => size === '').length;
    if (typeof value === 'string' || free === 0) continue;
    const others = sizes.filter((size) => size !== '').reduce((cells, size) => cells * count(size), 1);
    return Math.round((value.length / others) ** (1 / free));
  }
  return undefined;
}
