import { SYMBOL_TYPES } from '../../src/formula/expression.ts';
import type { WrittenScope } from '../../src/formula/written-scope.ts';
import { limits } from './limits.ts';

/** A symbol is `n=f:positive function`, or `n=s:probability:S` for the masses of S; a definition is `d=M := …`. */
export function writeScopeQuery({ symbols, definitions }: WrittenScope): (readonly [string, string])[] {
  const notes = Object.entries(symbols).map(([name, { type, masses }]) =>
    [name, type, ...(masses === undefined ? [] : [masses])].join(':'),
  );
  return [...notes.map((note) => ['n', note] as const), ...definitions.map((tex) => ['d', tex] as const)];
}

/** What a query adds to the site's notation; undefined where this site cannot have written it. */
export function readScopeQuery(query: URLSearchParams): WrittenScope | undefined {
  const definitions = query.getAll('d');
  const notes = query.getAll('n');
  const { addedSymbols, tex } = limits;
  if (notes.length > addedSymbols || definitions.length > addedSymbols) return undefined;
  if (definitions.some((text) => text.length > tex)) return undefined;
  const symbols: Record<string, WrittenScope['symbols'][string]> = {};
  for (const note of notes) {
    const [name = '', written, masses, ...rest] = note.split(':');
    const type = SYMBOL_TYPES.find((known) => known === written);
    if (!type || rest.length > 0 || !/^[A-Za-z\\][^:]{0,40}$/.test(`${name} `) || name === '__proto__')
      return undefined;
    symbols[name] = { type, reads: name, ...(masses !== undefined && { masses }) };
  }
  return { symbols, definitions };
}

/** What a link has added, in a sentence; empty where it is nothing. */
export function addedText({ symbols, definitions }: WrittenScope): string {
  const notes = Object.entries(symbols).map(([name, { type, masses }]) => {
    if (masses !== undefined) return `${name} stands for the masses of ${masses}`;
    return `${name} is a ${type}`;
  });
  const all = [...notes, ...definitions];
  return all.length === 0 ? '' : `Besides the notation of the site: ${all.join('; ')}.`;
}
