import type { Givens } from './environment.ts';
import type { Size } from './expression.ts';
import type { SymbolType } from './symbol-types.ts';
import { flat, range, spiky } from './families.ts';
import type { Family, Random } from './families.ts';
import { costOf, metricOf, positionsOf } from './grounds.ts';
import { couplingOf, jointOf, rowsOf, sampleOf } from './joints.ts';
import { namedCurve, sampleCurve } from './named-curves.ts';
import { sampleDensity } from './sample-density.ts';
import { divisor, exactGiven, readGiven } from './rational.ts';
import type { Fraction } from './rational.ts';

const below = (random: Random, most: number): number => Math.floor(random() * most);
const digits = (value: number, count: number): string => String(Number(value.toPrecision(count)));

/** Two of the pmfs of an instance that give mass to every outcome, for functions that are made of them. */
type Pair = readonly [readonly string[], readonly string[]] | undefined;

/** Values of a function on the outcomes, of either sign; every so often the logarithm of a pmf, or of a ratio of two. */
function functionOf(random: Random, n: number, k: number, pair: Pair): string[] {
  if (pair && k % 4 === 1)
    return pair[0].map((p, x) => digits(Math.log(readGiven(p) / readGiven(pair[1][x]!)), 12));
  if (pair && k % 4 === 3) return pair[0].map((p) => digits(Math.log(readGiven(p)), 12));
  return range(n).map(() => (random() < 0.1 ? '0' : String(Number((6 * random() - 3).toFixed(3)))));
}

/** Positive values: of one size, over decades, all nearly 1, in the proportions of a pmf, or the same everywhere. */
function positiveFunctionOf(random: Random, n: number, k: number, pair: Pair): string[] {
  if (pair && k % 3 === 1) return pair[0].map((p, x) => quotient(exactGiven(p), exactGiven(pair[1][x]!)));
  const same = digits(0.1 + 3 * random(), 3);
  const one = (): string => {
    switch (k % 6) {
      case 0:
        return digits(10 ** (6 * random() - 3), 4);
      case 1:
        return digits(1 + (random() - 0.5) * 1e-3, 7);
      case 2:
        return same;
      default:
        return digits(0.05 + 3 * random(), 4);
    }
  };
  if (k % 6 === 5) return (random() < 0.5 ? flat : spiky)(random, n).map((mass) => String(mass / 1e5 + 1e-6));
  return range(n).map(one);
}

/** Values strictly between 0 and 1: anywhere, near the ends, near one half, or the best that tells two pmfs apart. */
function testOf(random: Random, n: number, k: number, pair: Pair): string[] {
  if (pair && k % 3 === 1)
    return pair[0].map((mass, x) => {
      const [p, q] = [exactGiven(mass), exactGiven(pair[1][x]!)];
      return quotient(p, { top: p.top * q.bottom + q.top * p.bottom, bottom: p.bottom * q.bottom });
    });
  const one = (): string => {
    const small = 10 ** -(1 + 4 * random());
    switch (k % 5) {
      case 0:
        return digits(random() < 0.5 ? small : 1 - small, 6);
      case 1:
        return digits(0.5 + 0.02 * (random() - 0.5), 6);
      case 2:
        return '0.5';
      default:
        return digits(0.001 + 0.998 * random(), 5);
    }
  };
  return range(n).map(one);
}

/** Positive integers, small ones mostly. */
function integerOf(random: Random, k: number): string {
  return String(k % 9 === 8 ? 10 + below(random, 90) : 1 + below(random, 8));
}

const quotient = (a: Fraction, b: Fraction): string => {
  const [top, bottom] = [a.top * b.bottom, a.bottom * b.top];
  const shared = divisor(top, bottom);
  return `${top / shared}/${bottom / shared}`;
};

/** Two pmfs of the instance, the same one twice if there is no other; none unless every outcome has mass. */
function pairOf(random: Random, pmfs: readonly (readonly string[])[]): Pair {
  const first = pmfs[below(random, pmfs.length)];
  const others = pmfs.filter((pmf) => pmf !== first);
  const pair = [first, others[below(random, others.length)] ?? first] as const;
  const full = pair.every((pmf) => pmf?.every((mass) => readGiven(mass) > 0));
  return full ? (pair as Pair) : undefined;
}

/** What is known about a symbol besides its type. */
export interface Open {
  readonly name: string;
  readonly type: SymbolType;
  /** How far its places run; '' is the number of outcomes. */
  readonly sizes: readonly Size[];
  /** The marginals of a coupling. */
  readonly of?: readonly [string, string];
}

export type Values = Record<string, string | readonly string[]>;

const isPmf = ({ type, sizes }: Open): boolean => type === 'pmf' && sizes[0] === '';

/** With more outcomes than this, a table has too many cells. */
export function mostOutcomes(symbols: readonly Open[]): number {
  const places = Math.max(0, ...symbols.map(({ sizes }) => sizes.filter((size) => size === '').length));
  return places < 2 ? 12 : places === 2 ? 4 : 3;
}

/**
 * Adds values for the symbols that are neither pmfs on the outcomes nor real numbers: integers first, since they say
 * how far places run; couplings last, since they are of pmfs that must be there. `family` says how joint pmfs belong
 * together; it makes them on all cells at once.
 */
export function addStructures(
  symbols: readonly Open[],
  values: Values,
  { random, outcomes, k, family }: { random: Random; outcomes: number; k: number; family: Family },
): void {
  const used = new Set(symbols.flatMap(({ sizes }) => sizes));
  const free = symbols.filter(({ name }) => !Object.hasOwn(values, name));
  for (const { name, type } of free)
    if (type === 'integer')
      values[name] = used.has(name) ? String(1 + below(random, 5)) : integerOf(random, k);
  const count = (size: Size): number => (size === '' ? outcomes : Number(values[size] ?? outcomes));
  const pmfs = symbols.filter(isPmf).map(({ name }) => values[name] as readonly string[]);
  const joints = free.filter(({ type }) => type === 'joint');
  const shapes = new Map(joints.map(({ sizes }) => [sizes.join(), sizes]));
  for (const [shape, sizes] of shapes) {
    const alike = joints.filter((joint) => joint.sizes.join() === shape);
    const counts = sizes.map(count);
    const cells = counts.reduce((a, b) => a * b, 1);
    const masses = family(random, Math.max(2, cells), alike.length);
    alike.forEach(({ name }, j) => {
      values[name] = cells === 1 ? ['1'] : jointOf(random, counts, masses[j]!, k + 3 * j);
    });
  }
  for (const [j, { name, type }] of free.entries())
    if (type === 'generator' || type === 'convex' || type === 'curve')
      values[name] = sampleCurve(type, k + j);
  let density: string | undefined;
  for (const { name, type } of free)
    if (type === 'density') values[name] = density = sampleDensity(random, k, density);
  const first = new Map<string, readonly string[]>();
  for (const [j, symbol] of free.entries()) {
    const { name, type, sizes } = symbol;
    const again = first.get(`${type} ${sizes.join()}`);
    const value = ofType(symbol, count, { random, k: k + 2 * j, pmfs });
    if (value === undefined) continue;
    // Every so often two channels, or two functions, are the same.
    values[name] = again && type !== 'sample' && k % 11 === 4 ? again : value;
    if (!again) first.set(`${type} ${sizes.join()}`, values[name] as readonly string[]);
  }
  for (const { name, type, of } of free) {
    if (type !== 'coupling' || !of) continue;
    const [p, q] = of.map((pmf) => values[pmf] as readonly string[]);
    values[name] = couplingOf(random, [p!, q!], k);
  }
}

/**
 * Functions that are the best critic of two pmfs for the generator of the instance, f'(p/q), every fourth time: what bounds a
 * divergence for every function is tight for this one.
 */
export function critics(symbols: readonly Open[], values: Values, k: number): Givens {
  const generator = symbols.find(({ type }) => type === 'generator');
  const sample = generator && values[generator.name];
  const curve = typeof sample === 'string' ? namedCurve('generator', sample) : undefined;
  const [p, q] = symbols.filter(isPmf).map(({ name }) => values[name] as readonly string[]);
  const full = [p, q].every((masses) => masses?.every((mass) => readGiven(mass) > 0));
  if (!curve || !full || k % 4 !== 2) return values;
  const critic = p!.map((mass, x) => digits(curve.slope(readGiven(mass) / readGiven(q![x]!)), 12));
  const functions = symbols.filter(({ type, sizes }) => type === 'function' && sizes.join() === '');
  return { ...values, ...Object.fromEntries(functions.map(({ name }) => [name, critic])) };
}

function ofType(
  { type, sizes }: Open,
  count: (size: Size) => number,
  { random, k, pmfs }: { random: Random; k: number; pmfs: readonly (readonly string[])[] },
): readonly string[] | undefined {
  const [n, m] = [count(sizes[0] ?? ''), count(sizes[1] ?? '')];
  const pair = sizes[0] === '' ? pairOf(random, pmfs) : undefined;
  switch (type) {
    case 'function':
      return functionOf(random, n, k, pair);
    case 'positive function':
      return positiveFunctionOf(random, n, k, pair);
    case 'test':
      return testOf(random, n, k, pair);
    case 'pmf':
      return sizes[0] === '' ? undefined : rowsOf(random, 1, n, k);
    case 'channel':
    case 'pmfs':
      return rowsOf(random, n, m, k);
    case 'cost':
      return costOf(random, n, m, k);
    case 'metric':
      return metricOf(random, n, k);
    case 'positions':
    case 'coordinate':
      return positionsOf(random, n, k);
    case 'sample':
      return sampleOf(random, n, count(''), k);
    default:
      return undefined;
  }
}
