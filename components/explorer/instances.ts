import type { Random } from '../../src/core/index.ts';
import { whole } from './decimals.ts';
import {
  functionDrawn,
  functionStepped,
  normalised,
  realDrawn,
  realStepped,
  type Draft,
  type Symbols,
} from './drafts.ts';
import { limits } from './limits.ts';
import { entryType } from './values.ts';

const range = (count: number): number[] => Array.from({ length: count }, (_, x) => x);

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

/** The k-th instance to be tried: few outcomes first, and every third of two outcomes, so that what is found is short. */
export function drawn(symbols: Symbols, random: Random, k: number, disjoint: readonly string[]): Draft {
  const few = k % 3 === 0 ? 2 : Math.min(limits.mostOutcomes, 2 + random.below(3 + Math.floor(k / 40)));
  const pmfs = symbols.filter(([, type]) => type === 'pmf').map(([name]) => name);
  const order = [...pmfs].sort((a, b) => Number(disjoint.includes(b)) - Number(disjoint.includes(a)));
  const way = disjoint.length > 0 ? apart : ways[k % ways.length]!;
  const masses = order.length === 0 ? [] : way(random, order, few);
  return Object.fromEntries(
    symbols.map(([name, type]) => {
      if (type === 'pmf') return [name, masses[order.indexOf(name)]!];
      return [name, entryType(type) ? functionDrawn(type, random, few) : realDrawn(type, random, few)];
    }),
  );
}

/** A step of the walk towards the smallest slack: one symbol changed a little, or made like another. */
export function stepped(symbols: Symbols, draft: Draft, random: Random): Draft {
  const [name, type] = symbols[random.below(symbols.length)]!;
  const value = draft[name]!;
  if (typeof value === 'number') {
    const vector = Object.values(draft).find((other) => typeof other !== 'number');
    const outcomes = typeof vector === 'object' ? vector.length : 1;
    return { ...draft, [name]: realStepped(type, value, random, outcomes) };
  }
  if (type !== 'pmf') return { ...draft, [name]: functionStepped(type, value, random) };
  const others = symbols.filter(([other, kind]) => kind === 'pmf' && draft[other] !== value);
  const copy = others.length > 0 && random.below(12) === 0;
  return { ...draft, [name]: copy ? draft[others[random.below(others.length)]![0]]! : moved(random, value) };
}
