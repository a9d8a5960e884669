import type { Definition } from './environment.ts';
import { FormulaError } from './formula-error.ts';
import { namesIn } from './names.ts';
import { impliedBy, lookUp, type Notation, type Scope } from './notation.ts';
import { ownScope } from './own-scope.ts';
import { readRemarks, withoutRemarks } from './remarks.ts';
import { readStatement } from './statement.ts';
import { freeOfDefinition, freeSymbols } from './symbols.ts';
import { tokenize } from './tokens.ts';

/** What it takes to read a formula besides the site's notation, as text that a link or a message can carry. */
export interface WrittenScope {
  /** Symbols that its page has added, or given another meaning. */
  readonly symbols: Notation;
  /** What its page has defined before it, as `:=` in TeX. */
  readonly definitions: readonly string[];
}

export const nothingAdded: WrittenScope = { symbols: {}, definitions: [] };

/** The scope that was written, on top of the site's notation. Throws FormulaError. */
export function readScope({ symbols, definitions }: WrittenScope, site: Notation): Scope {
  const notation = Object.keys(symbols).length === 0 ? site : { ...site, ...symbols };
  const known: Definition[] = [];
  for (const tex of definitions) {
    const statement = readStatement(tex, { notation, definitions: known });
    if (statement.kind !== 'definition') throw new FormulaError(`${tex} defines nothing`, 0);
    known.push(statement.definition);
  }
  return { notation, definitions: known };
}

/** Of a page's scope, what a formula of it needs to be read elsewhere. Throws FormulaError for what cannot be read. */
export function writeScope(tex: string, scope: Scope, site: Notation): WrittenScope {
  const all = scope.definitions ?? [];
  const names = new Set<string>();
  const used = new Set<Definition>();
  const use = (found: Iterable<string>): void => {
    for (const name of found) {
      if (names.has(name)) continue;
      names.add(name);
      use(impliedBy(scope, name));
      const definition = all.findLast((one) => one.name === name);
      if (!definition) continue;
      used.add(definition);
      use([...freeOfDefinition(definition, []), ...namesIn(tokenize(definition.tex))]);
    }
  };
  use(symbolsOf(tex, scope));
  // A letter for the masses of a pmf is read as that pmf, and a set as nothing: no symbol of them is left open.
  const symbols = Object.entries(scope.notation)
    .filter(([name, entry]) => entry !== site[name])
    .filter(
      ([name, { type, masses }]) =>
        names.has(name) || names.has(masses ?? '') || type === 'set' || type === 'name',
    );
  // Data of an example can stand for letters that the notation does not know.
  const given = [...names]
    .filter((name) => Object.hasOwn(scope.givens ?? {}, name) && !Object.hasOwn(scope.notation, name))
    .map((name) => [name, { type: lookUp(scope, name)!, reads: name }] as const);
  return {
    symbols: Object.fromEntries([...symbols, ...given]),
    definitions: all.filter((definition) => used.has(definition)).map((definition) => definition.tex.trim()),
  };
}

/**
 * The symbols of a formula and of the conditions in its comments, by the names that they have there: those that it leaves
 * open, and those that are written, as what reading puts in the place of a function or functional no longer names it.
 */
function symbolsOf(tex: string, scope: Scope): string[] {
  const remarks = readRemarks(tex);
  const conditions = remarks.flatMap((remark) => (remark.kind === 'where' ? [remark.tex] : []));
  const own = ownScope(scope, remarks);
  return [withoutRemarks(tex), ...conditions].flatMap((part) => {
    const statement = readStatement(part, own);
    const said = statement.kind === 'mention' ? statement.expressions : [statement.proposition];
    return [...said.flatMap((one) => [...freeSymbols(one, [])]), ...namesIn(tokenize(part))];
  });
}

/** Both of two scopes of the same page. */
export const joinScopes = (one: WrittenScope, other: WrittenScope): WrittenScope => ({
  symbols: { ...one.symbols, ...other.symbols },
  definitions: [...new Set([...one.definitions, ...other.definitions])],
});

export const addsNothing = ({ symbols, definitions }: WrittenScope): boolean =>
  Object.keys(symbols).length === 0 && definitions.length === 0;
