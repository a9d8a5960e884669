import type { Givens } from './environment.ts';
import type { SymbolType } from './symbol-types.ts';
import {
  alike,
  average,
  decimal,
  diluted,
  disjoint,
  ends,
  flat,
  near,
  pairs,
  peaked,
  point,
  random,
  restrict,
  sameAs,
  seeded,
  uniform,
  zerosIn,
} from './families.ts';
import type { Family } from './families.ts';
import { addStructures, critics, mostOutcomes } from './structures.ts';
import type { Open, Values } from './structures.ts';

export interface DrawOptions {
  /** The pmfs that are to share no outcome. */
  readonly disjoint: readonly string[];
  readonly outcomes?: number;
  /** Whether numbers are of the size of 1, since densities with parameters over many decades take long. */
  readonly moderate?: boolean;
  /** How far the places of the open symbols run, where they have several or do not run over the outcomes. */
  readonly places?: Readonly<Record<string, Pick<Open, 'sizes' | 'of'>>>;
}

/** The open symbols with what the notation says about them. */
export const openSymbols = (
  symbols: Iterable<readonly [string, SymbolType]>,
  { places = {} }: DrawOptions,
): Open[] => [...symbols].map(([name, type]) => ({ name, type, sizes: [''], ...places[name] }));

/** What the open symbols stand for, on how many outcomes. */
export interface Draw {
  readonly values: Givens;
  readonly outcomes: number;
}

/** The shapes in the order in which they are tried, each with a number of outcomes: few first, so that failures are short. */
const SHAPES: readonly (readonly [Family, number])[] = [
  [random, 2],
  [random, 3],
  [zerosIn(0), 3],
  [zerosIn(1), 3],
  [peaked, 2],
  [peaked, 3],
  [alike((_, n) => uniform(n)), 2],
  [sameAs(0, 1), 3],
  [disjoint, 2],
  [ends(0), 2],
  [near(100, (_, n) => uniform(n)), 2],
  [random, 4],
  [random, 5],
  [random, 6],
  [random, 2],
  [random, 3],
  [random, 4],
  [random, 5],
  [random, 6],
  [peaked, 4],
  [peaked, 5],
  [peaked, 6],
  [peaked, 3],
  [peaked, 4],
  [peaked, 5],
  [zerosIn(2), 3],
  [zerosIn(0), 2],
  [zerosIn(1), 2],
  [zerosIn(0), 5],
  [zerosIn(1), 5],
  [zerosIn(2), 4],
  [alike((r, n) => restrict(flat(r, n), (x) => x !== 1)), 3],
  [alike((r, n) => restrict(flat(r, n), (x) => x > 1)), 5],
  [disjoint, 3],
  [disjoint, 4],
  [disjoint, 5],
  [alike((_, n) => uniform(n)), 4],
  [near(0, flat), 3],
  [near(0, flat), 5],
  [sameAs(1, 2), 3],
  [sameAs(0, 2), 3],
  [sameAs(1, 2), 2],
  [near(1, flat), 3],
  [near(10, flat), 4],
  [near(100, flat), 2],
  [near(1, (_, n) => uniform(n)), 3],
  [alike((_, n) => point(n, 0)), 3],
  [ends(0), 4],
  [ends(1), 3],
  [alike((r, n, k) => (k % 2 === 0 ? point(n, 1) : flat(r, n))), 3],
  [alike((r, n, k) => (k % 2 === 1 ? point(n, 1) : flat(r, n))), 3],
  [alike((r, n, k) => (k % 2 === 0 ? uniform(n) : flat(r, n))), 4],
  [alike((r, n, k) => (k % 2 === 1 ? uniform(n) : flat(r, n))), 4],
  [alike((_, n, k) => (k % 2 === 0 ? uniform(n) : point(n, 0))), 3],
  [alike((_, n, k) => (k % 2 === 1 ? uniform(n) : point(n, 0))), 3],
  [diluted(0), 3],
  [diluted(1), 3],
  [diluted(0), 4],
  [average(0), 3],
  [average(1), 3],
  [average(2), 3],
  [random, 12],
  [peaked, 12],
  [pairs(2), 3],
  [pairs(1), 4],
];
const EXTRA_DISJOINT: readonly (readonly [Family, number])[] = Array.from(
  { length: 24 },
  (_, k) => [disjoint, 2 + (k % 5)] as const,
);

const REALS: Readonly<Record<'probability' | 'positive' | 'real', readonly string[]>> = {
  probability: [
    '0.5',
    '0.25',
    '0.9',
    '0.1',
    '0.75',
    '0.999999',
    '0.000001',
    '0.3',
    '0.7',
    '0.618034',
    '0.05',
  ],
  positive: ['1', '0.5', '2', '1.000001', '0.999999', '0.01', '100', '3.7', '0.3', '1.25', '17.5'],
  real: ['0', '1', '-1', '0.5', '-2.5', '0.000001', '-0.000001', '3.75', '-0.3', '12.5', '-40'],
};

const MODERATE: typeof REALS = {
  probability: ['0.5', '0.25', '0.9', '0.1', '0.75', '0.3', '0.618034'],
  positive: ['1', '0.5', '2', '1.25', '0.3', '3.7', '0.8', '5', '1.6'],
  real: ['0', '1', '-1', '0.5', '-2.5', '3', '-0.3', '1.75'],
};

/** The k-th value of the j-th real symbol: every fifth time equal to that of the first. */
function realValue(
  type: 'probability' | 'positive' | 'real',
  k: number,
  j: number,
  moderate: boolean,
): string {
  const list = (moderate ? MODERATE : REALS)[type];
  return list[(k % 5 === 0 ? k : k + j * (3 + (k % 7))) % list.length]!;
}

/**
 * The instances on which both evaluators try a formula with these open symbols: random flat and spiky pmfs, and those
 * on the boundary, some sixty in all, the same in every run, the simple ones first. Symbols that are given keep their value.
 */
export function instances(
  symbols: ReadonlyMap<string, SymbolType>,
  given: Givens,
  options: DrawOptions,
): readonly Draw[] {
  const key = JSON.stringify([[...symbols], given, options]);
  const drawn = known.get(key) ?? fixed(symbols, given, options);
  if (known.size > 50) known.clear();
  known.set(key, drawn);
  return drawn;
}

const known = new Map<string, readonly Draw[]>();

function fixed(symbols: ReadonlyMap<string, SymbolType>, given: Givens, options: DrawOptions): Draw[] {
  const open = openSymbols(symbols, options);
  const names = open.filter(({ type, sizes }) => type === 'pmf' && sizes[0] === '').map(({ name }) => name);
  const pmfs = [...names].sort(
    (a, b) => Number(options.disjoint.includes(b)) - Number(options.disjoint.includes(a)),
  );
  const reals = [...symbols].filter(
    ([, type]) => type === 'probability' || type === 'positive' || type === 'real',
  );
  const shapes = options.disjoint.length > 0 ? EXTRA_DISJOINT : SHAPES;
  return shapes.map(([family, size], k) => {
    const outcomes = options.outcomes ?? Math.min(size, mostOutcomes(open));
    const drawn = family(seeded(1000 + k), Math.max(outcomes, 2), Math.max(pmfs.length, 1));
    const masses = pmfs.map((name, j) => [name, drawn[j]!.map(decimal)] as const);
    const numbers = reals.map(
      ([name, type], j) => [name, realValue(type as 'real', k, j, options.moderate === true)] as const,
    );
    const values: Values = { ...given, ...Object.fromEntries(masses), ...Object.fromEntries(numbers) };
    addStructures(open, values, { random: seeded(2000 + k), outcomes, k, family });
    return { values: critics(open, values, k), outcomes };
  });
}
