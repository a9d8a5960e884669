import type { Random } from '../../src/core/index.ts';
import type { Givens } from '../../src/formula/environment.ts';
import type { SymbolType } from '../../src/formula/symbol-types.ts';
import { decimalOf, whole } from './decimals.ts';
import { entryType } from './values.ts';

/**
 * An instance while it is searched with: masses, values of functions and numbers as whole millionths; outcomes and
 * integers as they are.
 */
export type Draft = Readonly<Record<string, number | readonly number[]>>;
export type Symbols = readonly (readonly [name: string, type: SymbolType])[];

const isCounted = (type: SymbolType): boolean => type === 'outcome' || type === 'integer';

/** Weights as millionths that add up to one; what rounding leaves goes to the largest. */
export function normalised(weights: readonly number[], grain = 1): number[] {
  const total = weights.reduce((a, b) => a + b, 0);
  const masses = weights.map((weight) => Math.round(((weight / total) * whole) / grain) * grain);
  const largest = masses.indexOf(Math.max(...masses));
  masses[largest]! += whole - masses.reduce((a, b) => a + b, 0);
  return masses;
}

/** The same instance in shorter decimals. */
export function shortened(symbols: Symbols, draft: Draft, places: number): Draft {
  const grain = whole / 10 ** places;
  const short = (number: number): number => Math.round(number / grain) * grain;
  return Object.fromEntries(
    symbols.map(([name, type]) => {
      const value = draft[name]!;
      if (typeof value === 'number') return [name, isCounted(type) ? value : short(value)];
      return [name, type === 'pmf' ? normalised(value, grain) : value.map(short)];
    }),
  );
}

/** Whether rounding has left every symbol within what it ranges over. */
export const proper = (symbols: Symbols, draft: Draft): boolean =>
  symbols.every(([name, type]) => {
    const value = draft[name]!;
    const entries = entryType(type) ?? type;
    return [value].flat().every((number) => {
      if (type === 'pmf') return number >= 0;
      return entries === 'real' || (number > 0 && (entries !== 'probability' || number < whole));
    });
  });

/** The draft as exact decimals. */
export const givensOf = (symbols: Symbols, draft: Draft): Givens =>
  Object.fromEntries(
    symbols.map(([name, type]) => {
      const value = draft[name]!;
      if (typeof value !== 'number') return [name, value.map(decimalOf)];
      return [name, isCounted(type) ? String(value) : decimalOf(value)];
    }),
  );

/** A number of a type, in millionths; every scale has its turn. */
export function realDrawn(type: SymbolType, random: Random, outcomes: number): number {
  const size = (): number => (random.below(2) ? random.below(3 * whole) : random.below(100 * whole));
  switch (type) {
    case 'outcome':
      return 1 + random.below(outcomes);
    case 'integer':
      return 1 + random.below(random.below(2) ? 6 : 40);
    case 'probability':
      return random.below(8) === 0 ? 1 + random.below(1000) : 1 + random.below(whole - 1);
    case 'positive':
      return 1 + size();
    default:
      return (random.below(2) ? 1 : -1) * size();
  }
}

/** A number near another one of its type. */
export function realStepped(type: SymbolType, value: number, random: Random, outcomes: number): number {
  if (isCounted(type) || random.below(10) === 0) return realDrawn(type, random, outcomes);
  const size = Math.max(1, Math.abs(value));
  const next =
    value + (random.below(2) ? 1 : -1) * (1 + random.below([size, Math.ceil(size / 100)][random.below(2)]!));
  const lowest = type === 'real' ? -100 * whole : 1;
  return Math.max(lowest, type === 'probability' ? Math.min(whole - 1, next) : next);
}

/** A function of a type: often the same everywhere, or but for one outcome, since bounds are tight there. */
export function functionDrawn(type: SymbolType, random: Random, outcomes: number): number[] {
  const entries = entryType(type)!;
  const base = realDrawn(entries, random, outcomes);
  const way = random.below(4);
  const odd = random.below(outcomes);
  return Array.from({ length: outcomes }, (_, x) =>
    way === 0 || (way === 1 && x !== odd) ? base : realDrawn(entries, random, outcomes),
  );
}

/** A function with one of its values changed a little, or made like another. */
export function functionStepped(type: SymbolType, values: readonly number[], random: Random): number[] {
  const at = random.below(values.length);
  const other = values[random.below(values.length)]!;
  const next =
    random.below(4) === 0 ? other : realStepped(entryType(type)!, values[at]!, random, values.length);
  return values.map((value, x) => (x === at ? next : value));
}
