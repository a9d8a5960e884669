import { seededRandom, type Random } from '../core/index.ts';
import type { Givens } from '../formula/environment.ts';

/**
 * Givens of an exercise that are drawn anew from a seed, as its front matter declares them, one family a symbol:
 *
 *   pmf 3 twelfths                     three positive masses, each a whole number of twelfths
 *   pmf 4 tenths with zeros            at least one mass is zero
 *   pmf 4 tenths disjoint from P       mass only where P has none
 *   pmf 4 tenths inside P              mass only where P has some
 *   decimal 0.5 to 2 in tenths
 *   integer 2 to 9
 *
 * Pmfs of one exercise with as many outcomes differ. The same seed gives the same instance in every engine.
 */
export type Draws = Readonly<Record<string, string>>;

/** The seed of the instance that stands in the page. */
export const firstSeed = 1;
export const lastSeed = 999_999;

const parts: Readonly<Record<string, number>> = {
  halves: 2,
  thirds: 3,
  quarters: 4,
  fifths: 5,
  sixths: 6,
  eighths: 8,
  tenths: 10,
  twelfths: 12,
  sixteenths: 16,
  twentieths: 20,
  hundredths: 100,
  thousandths: 1000,
};

const shape =
  /^(?:pmf (\d{1,2}) ([a-z]+)(?: (with zeros)| (disjoint from|inside) (\\?[A-Za-z]+))?|decimal (\d+(?:\.\d+)?) to (\d+(?:\.\d+)?) in ([a-z]+)|integer (\d{1,6}) to (\d{1,6}))$/;

/** Masses, or a single number, as so many parts of a whole. */
type Drawn =
  | { readonly counts: readonly number[]; readonly of: number }
  | { readonly count: number; readonly of: number };

type Family = (random: Random, before: ReadonlyMap<string, Drawn>) => Drawn;

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** 3 of 10 is 0.3, 3 of 12 is 1/4. */
function written(count: number, of: number): string {
  if (count % of === 0) return String(count / of);
  const common = gcd(count, of);
  const [top, bottom] = [count / common, of / common];
  const places = [1, 2, 3].find((digits) => 10 ** digits % of === 0);
  if (places === undefined) return `${top}/${bottom}`;
  const digits = String((count * 10 ** places) / of).padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/0+$/, '');
}

/** So many positive whole numbers that add up to `whole`, every way alike. */
function composition(random: Random, terms: number, whole: number): number[] {
  const cuts = [...random.permutation(whole - 1).slice(0, terms - 1)].map((cut) => cut + 1);
  const ends = [0, ...cuts.sort((a, b) => a - b), whole];
  return Array.from({ length: terms }, (_, k) => ends[k + 1]! - ends[k]!);
}

/** Masses on some of `outcomes` places. */
function spread(random: Random, outcomes: number, places: readonly number[], whole: number): number[] {
  const counts = new Array<number>(outcomes).fill(0);
  composition(random, places.length, whole).forEach((count, k) => (counts[places[k]!] = count));
  return counts;
}

/** Some of the places, at least one and at most so many, in the order of the outcomes. */
function some(random: Random, places: readonly number[], most: number): number[] {
  const kept = 1 + random.below(Math.min(most, places.length));
  const chosen = [...random.permutation(places.length).slice(0, kept)].sort((a, b) => a - b);
  return chosen.map((k) => places[k]!);
}

function readPmf(
  outcomes: number,
  of: number,
  manner: string | undefined,
  other: string | undefined,
): Family {
  const all = Array.from({ length: outcomes }, (_, x) => x);
  return (random, before) => {
    if (manner === undefined) return { counts: spread(random, outcomes, all, of), of };
    if (manner === 'with zeros')
      return { counts: spread(random, outcomes, some(random, all, outcomes - 1), of), of };
    const drawn = before.get(other!);
    if (!drawn || !('counts' in drawn) || drawn.counts.length !== outcomes)
      throw new Error(`${other!} must be a pmf with as many outcomes, drawn before`);
    const free = all.filter((x) => (drawn.counts[x] === 0) === (manner === 'disjoint from'));
    if (free.length === 0) throw new Error(`${other!} leaves no outcome free; draw it with zeros`);
    return { counts: spread(random, outcomes, some(random, free, of), of), of };
  };
}

/** Reads a family, or says what is wrong with it. */
function readFamily(text: string): Family | string {
  const [, n, masses, zeros, manner, other, low, high, steps, first, last] = shape.exec(text) ?? [];
  if (first !== undefined && last !== undefined) {
    const [from, to] = [Number(first), Number(last)];
    if (from >= to) return `${first} is not below ${last}`;
    return (random) => ({ count: from + random.below(to - from + 1), of: 1 });
  }
  const of = parts[masses ?? steps ?? ''];
  if (of === undefined) {
    return `it must read like ‘pmf 3 twelfths’, ‘pmf 4 tenths with zeros’, ‘pmf 4 tenths disjoint from P’, ‘pmf 4 tenths inside P’, ‘decimal 0.5 to 2 in tenths’ or ‘integer 2 to 9’; parts are ${Object.keys(parts).join(', ')}`;
  }
  if (low !== undefined && high !== undefined) {
    const [from, to] = [Number(low) * of, Number(high) * of].map(
      (count) => Math.round(count * 1e6) / 1e6,
    ) as [number, number];
    if (!Number.isInteger(from) || !Number.isInteger(to) || from >= to)
      return `${low} and ${high} must be whole numbers of ${steps!}, the first below the second`;
    return (random) => ({ count: from + random.below(to - from + 1), of });
  }
  const outcomes = Number(n);
  if (outcomes < 2 || outcomes >= of)
    return `${n!} outcomes of ${masses!}: there must be from 2 to ${of - 1}`;
  return readPmf(outcomes, of, zeros ?? manner, other);
}

const same = (a: Drawn, b: Drawn): boolean =>
  'counts' in a &&
  'counts' in b &&
  a.counts.length === b.counts.length &&
  a.counts.every((count, x) => count * b.of === b.counts[x]! * a.of);

const mostTries = 100;

const masses = (value: Drawn): readonly string[] =>
  'counts' in value ? value.counts.map((count) => written(count, value.of)) : [];

/** One value for each symbol, in the order in which they are declared. */
function drawOnce(draws: Draws, random: Random): ReadonlyMap<string, Drawn> {
  const drawn = new Map<string, Drawn>();
  for (const [symbol, text] of Object.entries(draws)) {
    const family = readFamily(text);
    if (typeof family === 'string') throw new Error(`${symbol}: ${text}: ${family}`);
    drawn.set(symbol, family(random, drawn));
  }
  return drawn;
}

/** Whether some pmf stands among the drawn ones twice, or among those that are fixed. */
function repeats(drawn: ReadonlyMap<string, Drawn>, fixed: Givens): boolean {
  const values = [...drawn.values()];
  const twice = values.some((value, k) => values.slice(0, k).some((other) => same(value, other)));
  const known = Object.values(fixed).filter((value) => typeof value === 'object');
  return twice || values.some((value) => known.some((other) => other.join() === masses(value).join()));
}

/**
 * The instance of a seed, on top of givens that stay as they are, from which the drawn pmfs differ too.
 * Throws where the declaration is wrong.
 */
export function drawGivens(draws: Draws, seed: number, fixed: Givens = {}): Givens {
  const random = seededRandom(seed);
  let drawn = drawOnce(draws, random);
  for (let tries = 1; repeats(drawn, fixed); tries++) {
    if (tries === mostTries)
      throw new Error(`${Object.values(draws).join(', ')}: there are too few of them to differ`);
    drawn = drawOnce(draws, random);
  }
  const shown = [...drawn].map(([symbol, value]) => [
    symbol,
    'counts' in value ? masses(value) : written(value.count, value.of),
  ]);
  return { ...fixed, ...(Object.fromEntries(shown) as Givens) };
}
