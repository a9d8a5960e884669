import type { Givens } from './environment.ts';
import type { SymbolType } from './symbol-types.ts';
import * as families from './families.ts';
import { decimal, flat, point, range, restrict, seeded, spiky } from './families.ts';
import type { Family, Random } from './families.ts';
import { openSymbols } from './instances.ts';
import type { Draw, DrawOptions } from './instances.ts';
import { addStructures, critics, mostOutcomes } from './structures.ts';
import type { Open, Values } from './structures.ts';

/** Every formula that speaks of all distributions is tried on at least so many instances. */
export const POOL_SIZE = 1000;

const some = (random: Random, most: number): number => Math.floor(random() * most);

/** Supports that no two pmfs share, scattered over the outcomes. */
const scattered: Family = (random, n, count) => {
  const owner = range(n).map((x) => (x < 2 ? x : some(random, 2)));
  const turn = some(random, n);
  return range(count).map((k) =>
    k > 1 ? flat(random, n) : restrict(flat(random, n), (x) => owner[(x + turn) % n] === k),
  );
};
const holes: Family = (random, n, count) =>
  range(count).map(() => restrict(flat(random, n), () => random() < 0.6));
const nearly: Family = (random, n, count) =>
  families.near(10 ** some(random, 5), random() < 0.5 ? flat : (_, m) => families.uniform(m))(
    random,
    n,
    count,
  );
const equal: Family = (random, n, count) => {
  if (count > 3 && random() < 0.5) return families.pairs(random() < 0.5 ? 1 : 2)(random, n, count);
  const a = some(random, count);
  return families.sameAs(a, (a + 1 + some(random, count - 1)) % count)(random, n, count);
};
const points: Family = (random, n, count) =>
  range(count).map(() => (random() < 0.5 ? point(n, some(random, n)) : flat(random, n)));

/** What the instances are made of, in turn: half of them random, the others on or near a boundary. */
const TURNS: readonly Family[] = [
  families.random,
  families.peaked,
  families.random,
  holes,
  families.alike((random, n) => (random() < 0.5 ? flat(random, n) : spiky(random, n))),
  nearly,
  families.random,
  scattered,
  families.peaked,
  equal,
  points,
  families.random,
];
/** Every so often a pmf is exactly uniform, which no decimal is on three outcomes. */
const UNIFORM_EVERY = 13;

function realOf(type: 'probability' | 'positive' | 'real', random: Random, moderate: boolean): string {
  const sixDigits = (value: number): string => String(Number(value.toPrecision(6)));
  if (moderate && type === 'probability') return sixDigits(0.02 + 0.96 * random());
  if (moderate) return sixDigits(type === 'positive' ? 10 ** (1.6 * random() - 0.8) : 8 * random() - 4);
  const small = 10 ** -(1 + 5 * random());
  switch (type) {
    case 'probability':
      return sixDigits(random() < 0.7 ? 1e-6 + 0.999998 * random() : random() < 0.5 ? small : 1 - small);
    case 'positive':
      return sixDigits(random() < 0.8 ? 10 ** (8 * random() - 4) : 1 + (random() < 0.5 ? small : -small));
    case 'real':
      return sixDigits((random() < 0.5 ? -1 : 1) * (random() < 0.8 ? 20 * random() : small));
  }
}

function draw(k: number, symbols: readonly Open[], given: Givens, options: DrawOptions): Draw {
  const random = seeded(500_000 + k);
  const drawnOutcomes = 2 + some(random, k % 4 === 0 ? 11 : 4);
  const outcomes = options.outcomes ?? Math.min(drawnOutcomes, mostOutcomes(symbols));
  const pmfs = symbols.filter(({ type, sizes }) => type === 'pmf' && sizes[0] === '').map(({ name }) => name);
  pmfs.sort((a, b) => Number(options.disjoint.includes(b)) - Number(options.disjoint.includes(a)));
  const family = options.disjoint.length > 0 ? scattered : TURNS[k % TURNS.length]!;
  const drawn = family(random, Math.max(outcomes, 2), Math.max(pmfs.length, 2));
  const values: Values = { ...given };
  for (const [j, name] of pmfs.entries()) {
    const isUniform = k % UNIFORM_EVERY === 0 && (k / UNIFORM_EVERY) % (pmfs.length + 1) !== j;
    values[name] =
      isUniform && options.disjoint.length === 0
        ? range(outcomes).map(() => `1/${outcomes}`)
        : drawn[j]!.slice(0, outcomes).map(decimal);
  }
  const first = new Map<SymbolType, string>();
  for (const { name, type } of symbols) {
    if (type !== 'probability' && type !== 'positive' && type !== 'real') continue;
    const value = (k % 10 === 0 && first.get(type)) || realOf(type, random, options.moderate === true);
    values[name] = value;
    first.set(type, first.get(type) ?? value);
  }
  const pairs: Family = (draws, n, count) => family(draws, n, Math.max(count, 2));
  addStructures(symbols, values, { random, outcomes, k, family: pairs });
  return { values: critics(symbols, values, k), outcomes };
}

const pools = new Map<string, Draw[]>();

/** Instances without end, in the same order in every run, from the given one on; formulas with the same symbols share them. */
export function* pool(
  symbols: ReadonlyMap<string, SymbolType>,
  given: Givens,
  options: DrawOptions,
  from = 0,
): Generator<Draw> {
  const open = openSymbols(symbols, options).sort((a, b) => (a.name < b.name ? -1 : 1));
  const key = JSON.stringify([open, given, options]);
  if (pools.size > 50) pools.clear();
  const known = pools.get(key) ?? [];
  pools.set(key, known);
  for (let k = from; ; k++) yield (known[k] ??= draw(k, open, given, options));
}
