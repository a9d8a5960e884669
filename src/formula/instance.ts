import type { Definition, Environment, Givens } from './environment.ts';
import type { Chain, Side } from './proposition.ts';
import type { SymbolType } from './symbol-types.ts';
import type { Bound } from './oracle.ts';
import type { Open } from './structures.ts';
import { freeSymbols } from './symbols.ts';

/** Where a relation stands: asserted for every instance, what an implication concludes, or what it supposes. */
export type Position = 'asserted' | 'concluded' | 'supposed';

export interface Instance {
  readonly environment: Environment;
  readonly bound: Bound;
}

/** How the symbols of a formula are bound. */
export interface Binding {
  readonly tex: string;
  readonly givens: Givens;
  readonly definitions: readonly Definition[];
  readonly open: ReadonlyMap<string, SymbolType>;
  readonly loose: boolean;
  /** Whether numbers stay of the size of 1. */
  readonly moderate?: boolean;
  /** What is known about the open symbols besides their types. */
  readonly symbols?: readonly Open[];
}

/** An instance that shows what holds 'in general not', with the chain that the relation stands in. */
export interface Witness {
  readonly text: string;
  readonly chain: Chain;
  readonly instance: Instance;
}

const closedSides = new WeakMap<Side, boolean>();

/** Whether a side holds none of the symbols that the formula leaves open. */
export function closedSide(side: Side, { definitions, open }: Binding): boolean {
  const known = closedSides.get(side);
  if (known !== undefined) return known;
  const closed = [...freeSymbols(side.expression, definitions)].every((name) => !open.has(name));
  closedSides.set(side, closed);
  return closed;
}
