import { FormulaError } from '../formula/formula-error.ts';
import type { Notation, Scope } from '../formula/notation.ts';
import { readStatement } from '../formula/statement.ts';
import { freeSymbols } from '../formula/symbols.ts';
import { readScope, writeScope, type WrittenScope } from '../formula/written-scope.ts';
import { ownScope } from '../formula/own-scope.ts';
import { readRemarks, withoutRemarks } from '../formula/remarks.ts';

/**
 * What a reader's browser, which knows the site's notation, must be told in order to search for a counterexample to a
 * formula of a page; undefined where there is nothing to search for: no relation, or no symbol that could be varied.
 */
export function scopeToTry(tex: string, scope: Scope, site: Notation): WrittenScope | undefined {
  try {
    const written = writeScope(tex, scope, site);
    const there = ownScope(readScope(written, site), readRemarks(tex));
    const statement = readStatement(withoutRemarks(tex), there);
    if (statement.kind !== 'proposition') return undefined;
    const open = [...freeSymbols(statement.proposition, there.definitions ?? [])];
    return open.length > 0 ? written : undefined;
  } catch (error) {
    if (error instanceof FormulaError) return undefined;
    throw error;
  }
}
