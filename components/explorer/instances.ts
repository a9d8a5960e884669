import type { Random } from '../../src/core/index.ts';
import type { Givens, SymbolType } from '../../src/formula/expression.ts';
import { decimalOf, whole } from './decimals.ts';
import { limits } from './limits.ts';

/** An instance while it is searched with: masses and numbers as whole millionths, outcomes as they are. */
export type Draft = Readonly<Record<string, number | readonly number[]>>;
export type Symbols = readonly (readonly [name: string, type: SymbolType])[];

const range = (count: number): number[] => Array.from({ length: count }, (_, x) => x);

/** Weights as millionths that add up to one; what rounding leaves goes to the largest. */
export function normalised(weights: readonly number[], grain = 1): number[] {
  const total = weights.reduce((a, b) => a + b, 0);
  const masses = weights.map((weight) => Math.round(((weight / total) * whole) / grain) * grain);
  const largest = masses.indexOf(Math.max(...masses));
  masses[largest]! += whole - masses.reduce((a, b) => a + b, 0);
  return masses;
}

type Family = (random: Random, outcomes: number) => number[];

const uniform: Family = (_, n) => normalised(range(n).map(() => 1));
const flat: Family = (random, n) => {
  const cuts = [...range(n - 1).map(() => random.below(whole + 1)), 0, whole].sort((a, b) => a - b);
  return range(n).map((x) => cuts[x + 1]! - cuts[x]!);
};
/** Most of the mass on few outcomes. */
const spiky: Family = (random, n) => normalised(range(n).map(() => random.uniform() ** 8 + 1e-9));
const point: Family = (random, n) => {
  const at = random.below(n);
  return range(n).map((x) => (x === at ? whole : 0));
};
const holed: Family = (random, n) => {
  const kept = random.below(n);
  return normalised(flat(random, n).map((mass, x) => (x === kept || random.below(2) ? mass + 1 : 0)));
};
const families: readonly Family[] = [flat, spiky, holed, uniform, point];

/** Moves some mass from one outcome to another: much, little, a millionth, or all of it. */
function moved(random: Random, masses: readonly number[]): number[] {
  const from = random.below(masses.length);
  const to = (from + 1 + random.below(masses.length - 1)) % masses.length;
  const most = masses[from]!;
  const size = [whole / 10, whole / 1000, 1, whole][random.below(4)]!;
  const amount = Math.min(most, size === whole ? most : 1 + random.below(size));
  return masses.map((mass, x) => (x === from ? mass - amount : x === to ? mass + amount : mass));
}

/** How the pmfs of one instance belong together. */
type Together = (random: Random, names: readonly string[], n: number) => readonly (readonly number[])[];

const independent: Together = (random, names, n) =>
  names.map(() => families[random.below(families.length)]!(random, n));
const alike: Together = (random, names, n) => names.map(() => flat(random, n));
const near: Together = (random, names, n) => {
  const base = random.below(2) ? uniform(random, n) : flat(random, n);
  return names.map((_, k) => (k === 0 ? base : moved(random, base)));
};
const apart: Together = (random, names, n) => {
  const cut = 1 + random.below(n - 1);
  return names.map((_, k) =>
    k > 1
      ? flat(random, n)
      : normalised(flat(random, n).map((mass, x) => (x < cut === (k === 0) ? mass + 1 : 0))),
  );
};
const between: Together = (random, names, n) => {
  const ends = names.map(() => families[random.below(families.length)]!(random, n));
  const middle = ends[0]!.map((mass, x) => mass + (ends.at(-1)![x] ?? 0));
  return ends.map((masses, k) => (k > 0 && k < ends.length - 1 ? normalised(middle) : masses));
};
const ways: readonly Together[] = [alike, independent, near, apart, independent, between];

function realDrawn(type: SymbolType, random: Random, outcomes: number): number {
  switch (type) {
    case 'outcome':
      return 1 + random.below(outcomes);
    case 'probability':
      return random.below(8) === 0 ? 1 + random.below(1000) : 1 + random.below(whole - 1);
    case 'positive':
      return 1 + (random.below(2) ? random.below(3 * whole) : random.below(100 * whole));
    default:
      return (
        (random.below(2) ? 1 : -1) * (random.below(2) ? random.below(3 * whole) : random.below(100 * whole))
      );
  }
}

/** The k-th instance to be tried: few outcomes first, and every third of two outcomes, so that what is found is short. */
export function drawn(symbols: Symbols, random: Random, k: number, disjoint: readonly string[]): Draft {
  const few = k % 3 === 0 ? 2 : Math.min(limits.mostOutcomes, 2 + random.below(3 + Math.floor(k / 40)));
  const pmfs = symbols.filter(([, type]) => type === 'pmf' || type === 'function').map(([name]) => name);
  const order = [...pmfs].sort((a, b) => Number(disjoint.includes(b)) - Number(disjoint.includes(a)));
  const way = disjoint.length > 0 ? apart : ways[k % ways.length]!;
  const masses = way(random, order, few);
  return Object.fromEntries(
    symbols.map(([name, type]) => [
      name,
      pmfs.includes(name) ? masses[order.indexOf(name)]! : realDrawn(type, random, few),
    ]),
  );
}

/** A step of the walk towards the smallest slack: one symbol changed a little, or made like another. */
export function stepped(symbols: Symbols, draft: Draft, random: Random): Draft {
  const [name, type] = symbols[random.below(symbols.length)]!;
  const value = draft[name]!;
  if (typeof value !== 'number') {
    const others = Object.values(draft).filter((other) => typeof other !== 'number' && other !== value);
    const copy = others.length > 0 && random.below(12) === 0;
    return { ...draft, [name]: copy ? others[random.below(others.length)]! : moved(random, value) };
  }
  const outcomes = Object.values(draft).find((other) => typeof other !== 'number') as
    readonly number[] | undefined;
  if (type === 'outcome' || random.below(10) === 0)
    return { ...draft, [name]: realDrawn(type, random, outcomes?.length ?? 1) };
  const size = Math.max(1, Math.abs(value));
  const next =
    value + (random.below(2) ? 1 : -1) * (1 + random.below([size, Math.ceil(size / 100)][random.below(2)]!));
  const lowest = type === 'real' ? -100 * whole : 1;
  return { ...draft, [name]: Math.max(lowest, type === 'probability' ? Math.min(whole - 1, next) : next) };
}

/** The same instance in shorter decimals. */
export const shortened = (symbols: Symbols, draft: Draft, places: number): Draft => {
  const grain = whole / 10 ** places;
  return Object.fromEntries(
    symbols.map(([name, type]) => {
      const value = draft[name]!;
      if (typeof value !== 'number') return [name, normalised(value, grain)];
      return [name, type === 'outcome' ? value : Math.round(value / grain) * grain];
    }),
  );
};

/** The draft as exact decimals. */
export const givensOf = (symbols: Symbols, draft: Draft): Givens =>
  Object.fromEntries(
    symbols.map(([name, type]) => {
      const value = draft[name]!;
      if (typeof value !== 'number') return [name, value.map(decimalOf)];
      return [name, type === 'outcome' ? String(value) : decimalOf(value)];
    }),
  );
