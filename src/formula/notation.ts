import { SYMBOL_TYPES } from './symbol-types.ts';
import { symbolName } from './names.ts';
import type { Definition, Givens } from './environment.ts';
import type { Size } from './expression.ts';
import type { SymbolType, ValueType } from './symbol-types.ts';

export interface NotationEntry {
  readonly type: SymbolType;
  /** How the symbol is said. */
  readonly reads: string;
  /** For a lower-case letter: `p_i` is the mass that this pmf gives to i. */
  readonly masses?: string;
  /** How far its places run, if not over the outcomes: symbols for integers. */
  readonly sizes?: readonly Size[];
  /** The pmfs that a coupling has for marginals. */
  readonly of?: readonly [string, string];
}
export type Notation = Readonly<Record<string, NotationEntry>>;

/** Checks what stands in content/notation.yaml, or in the `notation` of a page's front matter. */
export function readNotation(data: unknown): Notation {
  if (typeof data !== 'object' || data === null) throw new Error('notation: must be a map from symbols');
  const entries = Object.entries(data).map(([symbol, entry]: [string, unknown]) => {
    const { type, reads, masses, on, length, count, to, of, ...rest } = (entry ?? {}) as Record<
      string,
      unknown
    >;
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
    const places = readPlaces(symbol, known, { on, length, count, to, of });
    return [name, { type: known, reads, ...(masses === undefined ? {} : { masses }), ...places }] as const;
  });
  return Object.fromEntries(entries);
}

/** What an entry says about how far the places of its symbol run, and of what it is a coupling. */
function readPlaces(
  symbol: string,
  type: SymbolType,
  keys: Readonly<Record<'on' | 'length' | 'count' | 'to' | 'of', unknown>>,
): Pick<NotationEntry, 'sizes' | 'of'> {
  const wanted = PLACES[type] ?? {};
  for (const [key, value] of Object.entries(keys)) {
    const meaning = wanted[key as keyof typeof keys];
    if (value === undefined && (meaning === undefined || key === 'on')) continue;
    if (meaning === undefined)
      throw new Error(`notation: ${symbol} is of type ${type}, which has no \`${key}\``);
    const names = Array.isArray(value) ? (value as unknown[]) : [value];
    if (
      (names.length !== meaning.count && meaning.count > 0) ||
      !names.every((name) => typeof name === 'string')
    )
      throw new Error(`notation: ${symbol} needs \`${key}\`, ${meaning.says}`);
    const symbols = (names as string[]).map(symbolName);
    if (key === 'of') return { of: [symbols[0]!, symbols[1]!] };
    return { sizes: key === 'count' ? [symbols[0]!, ''] : symbols };
  }
  return {};
}

interface PlaceKey {
  /** How many symbols; 0 for two or more. */
  readonly count: number;
  readonly says: string;
}
const one = (says: string): PlaceKey => ({ count: 1, says });
const on = { on: one('the integer up to which its outcomes are numbered, such as m') };
const PLACES: Partial<
  Record<SymbolType, Partial<Record<'on' | 'length' | 'count' | 'to' | 'of', PlaceKey>>>
> = {
  pmf: on,
  function: on,
  'positive function': on,
  test: on,
  joint: { on: { count: 0, says: 'the integers up to which its places run, such as [n, m]' } },
  cost: { on: { count: 2, says: 'the integers up to which its two places run' } },
  channel: {
    on: { count: 2, says: 'the integers up to which its two places run: [what is known, what comes out]' },
  },
  pmfs: { count: one('the integer that says how many pmfs there are, such as m') },
  sample: { length: one('the integer that says how many outcomes there are, such as N') },
  index: { to: one('the integer up to which it runs, such as m') },
  coupling: { of: { count: 2, says: 'the two pmfs that are its marginals: [P, Q]' } },
};

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
    case 'joint':
    case 'channel':
    case 'pmfs':
    case 'coupling':
    case 'sample':
    case 'cost':
    case 'metric':
    case 'positions':
    case 'coordinate':
      return 'vector';
    case 'outcome':
    case 'index':
      return 'outcome';
    case 'density':
      return 'density';
    case 'generator':
    case 'convex':
    case 'curve':
      return 'curve';
    case 'set':
    case 'name':
    case 'functional':
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

/** How far the places of a symbol run; '' stands for the number of outcomes. */
export function placesOf(scope: Scope, name: string): readonly Size[] {
  const defined = scope.definitions?.findLast((definition) => definition.name === name);
  if (defined) return defined.sizes ?? [''];
  const noted = Object.hasOwn(scope.notation, name) ? scope.notation[name]! : undefined;
  const pair = ['joint', 'channel', 'coupling', 'cost', 'metric'].includes(noted?.type ?? '');
  const sizes = noted?.sizes ?? (pair ? ['', ''] : ['']);
  return sizes.map((size) => (scope.notation[size]?.type === 'outcomes' ? '' : size));
}

/** The symbols that have a value wherever a symbol has one: the sizes of its places, and the marginals of a coupling. */
export function impliedBy(scope: Scope, name: string): readonly string[] {
  if (lookUp(scope, name) === undefined || scope.definitions?.some((known) => known.name === name)) return [];
  return [...placesOf(scope, name).filter((size) => size !== ''), ...(scope.notation[name]?.of ?? [])];
}

/** The symbol for where the outcomes lie on the line, if there is one. */
export const positionsIn = ({ notation }: Scope): string | undefined =>
  Object.keys(notation).find((name) => notation[name]!.type === 'positions');

/** The symbols for where the outcomes lie: coordinates where those are given, and else positions on the line, if there are any. */
export function placesIn(scope: Scope): readonly string[] {
  const coordinates = Object.keys(scope.givens ?? {}).filter((name) => lookUp(scope, name) === 'coordinate');
  const line = positionsIn(scope);
  return coordinates.length > 0 || line === undefined ? coordinates : [line];
}

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
