import type { Givens } from '../../formula/environment.ts';
import { FormulaError } from '../../formula/formula-error.ts';
import type { SymbolType } from '../../formula/symbol-types.ts';
import { lookUp, type Notation } from '../../formula/notation.ts';
import { ownScope } from '../../formula/own-scope.ts';
import { readRemarks, withoutRemarks } from '../../formula/remarks.ts';
import { readStatement } from '../../formula/statement.ts';
import { freeSymbols } from '../../formula/symbols.ts';
import { addsNothing, writeScope, type WrittenScope } from '../../formula/written-scope.ts';
import type { Equation, PageReport } from '../check-page.ts';
import { evidenceText } from './evidence-text.ts';

/** What is kept of a formula beside its page, for a reader who asks what was done with it. */
export interface EquationEntry {
  readonly tex: string;
  /** What was done with it, and what came of it. */
  readonly says: string;
  readonly display?: true;
  readonly stated?: true;
  /** The data of the example that it stands in. */
  readonly givens?: Givens;
  /** What it takes to read it besides the site's notation. */
  readonly scope?: WrittenScope;
  /** The symbols that could have other values, and what they range over. */
  readonly open?: Readonly<Record<string, SymbolType>>;
}

/** `equations.json` beside a page: its formulas by the id of their anchor. */
export interface EquationsFile {
  /** Distributions to try the formulas on where no figure of the page has any: those of its first example. */
  readonly givens?: Givens;
  readonly equations: Readonly<Record<string, EquationEntry>>;
}

function entryOf({ formula, scope, report }: Equation, site: Notation): EquationEntry {
  const { tex, display } = formula;
  const stated = report.kind === 'stated';
  return {
    tex: tex.trim(),
    says: evidenceText(report),
    ...(display && { display }),
    ...(stated && { stated }),
    ...(scope.givens && { givens: scope.givens }),
    ...(!stated && readable({ tex, scope, site })),
  };
}

function readable({
  tex,
  scope,
  site,
}: {
  readonly tex: string;
  readonly scope: Equation['scope'];
  readonly site: Notation;
}): Pick<EquationEntry, 'scope' | 'open'> {
  try {
    const written = writeScope(tex, scope, site);
    const own = ownScope(scope, readRemarks(tex));
    const statement = readStatement(withoutRemarks(tex), own);
    const said = statement.kind === 'mention' ? statement.expressions : [statement.proposition];
    const names = new Set(said.flatMap((one) => [...freeSymbols(one, scope.definitions ?? [])]));
    const open = [...names]
      .filter((name) => !Object.hasOwn(scope.givens ?? {}, name))
      .map((name) => [name, lookUp(own, name)!] as const);
    return {
      ...(!addsNothing(written) && { scope: written }),
      ...(open.length > 0 && { open: Object.fromEntries(open) }),
    };
  } catch (error) {
    if (error instanceof FormulaError) return {};
    throw error;
  }
}

/** What was done with each formula of a page that says something. */
export function equationsFile({ equations, computed }: PageReport, site: Notation): EquationsFile {
  const [givens] = [...computed.givens.values()].filter(({ P, Q }) => P !== undefined && Q !== undefined);
  return {
    ...(givens && { givens }),
    equations: Object.fromEntries(equations.map((equation) => [equation.id, entryOf(equation, site)])),
  };
}
