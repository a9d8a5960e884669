import { SYMBOL_TYPES } from '../../src/formula/symbol-types.ts';
import type { WrittenScope } from '../../src/formula/written-scope.ts';
import { limits } from './limits.ts';

/**
 * A symbol is `n=f:positive function`, with `:masses=S` for a letter that stands for the masses of S, `:on=n,m` for how far its
 * places run and `:of=P,Q` for the marginals of a coupling; a definition is `d=M := …`.
 */
export function writeScopeQuery({ symbols, definitions }: WrittenScope): (readonly [string, string])[] {
  const notes = Object.entries(symbols).map(([name, { type, masses, sizes, of }]) =>
    [
      name,
      type,
      ...(masses === undefined ? [] : [`masses=${masses}`]),
      ...(sizes === undefined ? [] : [`on=${sizes.join(',')}`]),
      ...(of === undefined ? [] : [`of=${of.join(',')}`]),
    ].join(':'),
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
    const [name = '', written, ...more] = note.split(':');
    const type = SYMBOL_TYPES.find((known) => known === written);
    const keys = more.map((text) => /^(masses|on|of)=(.*)$/.exec(text));
    const { masses, on, of } = Object.fromEntries(keys.map((found) => [found?.[1], found?.[2]]));
    const pair = of?.split(',');
    if (
      !type ||
      keys.includes(null) ||
      (pair && pair.length !== 2) ||
      !/^[A-Za-z\\][^:]{0,40}$/.test(`${name} `) ||
      name === '__proto__'
    )
      return undefined;
    symbols[name] = {
      type,
      reads: name,
      ...(masses !== undefined && { masses }),
      ...(on !== undefined && { sizes: on.split(',') }),
      ...(pair && { of: [pair[0]!, pair[1]!] as const }),
    };
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
