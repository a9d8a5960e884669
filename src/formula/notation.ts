import { SYMBOL_TYPES } from './expression.ts';
import { symbolName } from './names.ts';
import type { Definition, Givens, SymbolType, ValueType } from './expression.ts';

export interface NotationEntry {
  readonly type: SymbolType;
  /** How the symbol is said. */
  readonly reads: string;
  /** For a lower-case letter: `p_i` is the mass that this pmf gives to i. */
  readonly masses?: string;
}
export type Notation = Readonly<Record<string, NotationEntry>>;

/** Checks what stands in content/notation.yaml, or in the `notation` of a page's front matter. */
export function readNotation(data: unknown): Notation {
  if (typeof data !== 'object' || data === null) throw new Error('notation: must be a map from symbols');
  const entries = Object.entries(data).map(([symbol, entry]: [string, unknown]) => {
    const { type, reads, masses, ...rest } = (entry ?? {}) as Record<string, unknown>;
    const known = SYMBOL_TYPES.find((name) => name === type);
    if (!known)
      throw new Error(
        `notation: ${symbol} has type ${String(type)}; known types are ${SYMBOL_TYPES.join(', ')}`,
      );
    if (typeof reads !== 'string' || reads === '')
      throw new Error(`notation: ${symbol} needs \`reads\`, how it is said`);
    const extra = Object.keys(rest)[0];
    if (extra !== undefined) throw new Error(`notation: ${symbol} has an unknown key ${extra}`);
    if (masses !== undefined && typeof masses !== 'string')
      throw new Error(`notation: \`masses\` of ${symbol} must name a pmf`);
    const name = known === 'name' || known === 'set' ? symbol : symbolName(symbol);
    return [name, { type: known, reads, ...(masses === undefined ? {} : { masses }) }] as const;
  });
  return Object.fromEntries(entries);
}

/** What a formula may refer to: the site's and the page's symbols, the example's givens, what was defined before. */
export interface Scope {
  readonly notation: Notation;
  readonly givens?: Givens;
  readonly definitions?: readonly Definition[];
  /** The sequence of a limit, from the comment `% along n = 2^k`. */
  readonly along?: { readonly tex: string; readonly at: number };
}

export function valueType(type: SymbolType): ValueType | undefined {
  switch (type) {
    case 'pmf':
    case 'function':
    case 'positive function':
    case 'test':
      return 'vector';
    case 'outcome':
      return 'outcome';
    case 'density':
      return 'density';
    case 'set':
    case 'name':
      return undefined;
    default:
      return 'real';
  }
}

/** The type of a symbol: what is defined comes before what is given, and that before the notation. */
export function lookUp(scope: Scope, name: string): SymbolType | undefined {
  const defined = scope.definitions?.findLast((definition) => definition.name === name);
  if (defined) return defined.type;
  const given = Object.hasOwn(scope.givens ?? {}, name) ? scope.givens![name] : undefined;
  const noted = Object.hasOwn(scope.notation, name) ? scope.notation[name]!.type : undefined;
  if (given === undefined) return noted;
  const otherwise = typeof given === 'string' ? 'real' : 'pmf';
  const same = noted !== undefined && (valueType(noted) === 'vector') === (otherwise === 'pmf');
  return same ? noted : otherwise;
}

/** The givens of an example under the names that formulas know them by. */
export const readGivens = (givens: Givens): Givens =>
  Object.fromEntries(Object.entries(givens).map(([symbol, value]) => [symbolName(symbol), value]));

/** Every symbol that a formula may use here. */
export function knownSymbols(scope: Scope): string[] {
  const names = [
    ...Object.keys(scope.notation).filter((name) => valueType(scope.notation[name]!.type) !== undefined),
    ...Object.keys(scope.givens ?? {}),
    ...(scope.definitions ?? []).map((definition) => definition.name),
  ];
  return [...new Set(names)];
}

/** Whether a formula is nothing but a name that the notation knows, such as W_1. */
export function isName(tex: string, notation: Notation): boolean {
  const plain = tex.replace(/[\s{}]|[.,;]$/g, '');
  return Object.entries(notation).some(
    ([name, { type }]) => type === 'name' && name.replace(/[\s{}]/g, '') === plain,
  );
}
