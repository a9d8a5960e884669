import type { Notation, Scope } from '../formula/notation.ts';
import { withoutRemarks } from '../formula/remarks.ts';
import { readStatement } from '../formula/statement.ts';
import { freeSymbols } from '../formula/symbols.ts';

/** What the browser's search draws instances of. */
const DRAWN: readonly string[] = ['pmf', 'probability', 'positive', 'real', 'outcome', 'outcomes'];

/**
 * Whether a reader's browser, which knows the site's notation and nothing of the page, reads a formula as the page does:
 * it states a relation, and uses no symbol that the page has defined or given another meaning.
 */
export function canBeTried(tex: string, scope: Scope, site: Notation): boolean {
  const source = withoutRemarks(tex);
  try {
    const statement = readStatement(source, { notation: site });
    if (statement.kind !== 'proposition') return false;
    const known = (name: string): boolean =>
      Object.hasOwn(site, name) &&
      DRAWN.includes(site[name]!.type) &&
      scope.notation[name] === site[name] &&
      !(scope.definitions ?? []).some((definition) => definition.name === name);
    return [...freeSymbols(statement.proposition, [])].every(known);
  } catch {
    return false;
  }
}
