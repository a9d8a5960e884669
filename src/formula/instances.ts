import type { Environment, Givens, SymbolType } from './expression.ts';

/** Masses in millionths: short exact decimals that sum to exactly 1, so that a failure prints readably. */
type Masses = readonly number[];
const WHOLE = 1_000_000;

/** A random sequence that is the same on every machine (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
type Random = () => number;

/** Weights as millionths; positive weights keep at least one. */
function millionths(weights: readonly number[]): number[] {
  const total = weights.reduce((a, b) => a + b, 0);
  const masses = weights.map((weight) =>
    weight > 0 ? Math.max(1, Math.round((weight / total) * WHOLE)) : 0,
  );
  const largest = masses.indexOf(Math.max(...masses));
  masses[largest]! += WHOLE - masses.reduce((a, b) => a + b, 0);
  return masses;
}

const range = (n: number): number[] => Array.from({ length: n }, (_, k) => k);
const flat = (random: Random, n: number): number[] => millionths(range(n).map(() => -Math.log(1 - random())));
/** Dirichlet(0.3): most of the mass on few outcomes. */
const spiky = (random: Random, n: number): number[] =>
  millionths(range(n).map(() => -Math.log(1 - random()) * (1 - random()) ** (1 / 0.3) + 1e-9));
const uniform = (n: number): number[] => millionths(range(n).map(() => 1));
const point = (n: number, at: number): number[] => range(n).map((x) => (x === at ? WHOLE : 0));
/** Without the outcomes that `keeps` rejects; all mass on the first one if nothing is left. */
const restrict = (masses: Masses, keeps: (x: number) => boolean): number[] => {
  const kept = masses.map((mass, x) => (keeps(x) ? Math.max(mass, 1) : 0));
  return kept.some((mass) => mass > 0) ? millionths(kept) : point(masses.length, 0);
};
const mix = (a: Masses, b: Masses): number[] => {
  const mixed = a.map((mass, x) => Math.floor((mass + b[x]!) / 2));
  mixed[mixed.indexOf(Math.max(...mixed))]! += WHOLE - mixed.reduce((x, y) => x + y, 0);
  return mixed;
};

/** Moves `amount` millionths from the largest mass to another outcome. */
function nudge(masses: Masses, amount: number): number[] {
  const largest = masses.indexOf(Math.max(...masses));
  return masses.map((mass, x) =>
    x === largest ? mass - amount : x === (largest + 1) % masses.length ? mass + amount : mass,
  );
}

type Family = (random: Random, n: number, count: number) => Masses[];

const alike =
  (make: (random: Random, n: number, k: number) => Masses): Family =>
  (random, n, count) =>
    range(count).map((k) => make(random, n, k));
const sameAs =
  (a: number, b: number): Family =>
  (random, n, count) => {
    const pmfs = range(count).map(() => flat(random, n));
    return pmfs.map((masses, k) => (k === b && a < count ? pmfs[a]! : masses));
  };
const zerosIn =
  (which: number): Family =>
  (random, n, count) =>
    range(count).map((k) =>
      k === which % count ? restrict(flat(random, n), (x) => x > 0) : flat(random, n),
    );
const disjoint: Family = (random, n, count) => {
  const cut = 1 + Math.floor(random() * (n - 1));
  return range(count).map((k) =>
    k > 1 ? flat(random, n) : restrict(flat(random, n), (x) => (k === 0 ? x < cut : x >= cut)),
  );
};
const near =
  (amount: number, base: (random: Random, n: number) => Masses): Family =>
  (random, n, count) => {
    const masses = base(random, n);
    return range(count).map((k) => nudge(masses, k * amount));
  };
/** The others are the k-th one diluted: the same proportions on all outcomes but the last. */
const diluted =
  (which: number): Family =>
  (random, n, count) => {
    const base = restrict(
      flat(random, n).map((mass) => Math.max(4, mass - (mass % 4))),
      (x) => x < n - 1,
    );
    const quartered = base.map((mass) => mass - (mass % 4));
    quartered[0]! += WHOLE - quartered.reduce((a, b) => a + b, 0);
    const thin = quartered.map((mass, x) => (x === n - 1 ? (WHOLE / 4) * 3 : mass / 4));
    return range(count).map((k) => (k === which % count ? quartered : thin));
  };
const average =
  (which: number): Family =>
  (random, n, count) => {
    const pmfs = range(count).map(() => flat(random, n).map((mass) => mass - (mass % 2)));
    for (const masses of pmfs) masses[0]! += WHOLE - masses.reduce((a, b) => a + b, 0);
    const others = pmfs.filter((_, k) => k !== which);
    return pmfs.map((masses, k) => (k === which && others.length > 1 ? mix(others[0]!, others[1]!) : masses));
  };

const random = alike(flat);
const peaked = alike(spiky);
const ends = (first: number): Family => alike((_, n, k) => point(n, (k + first) % 2 === 0 ? 0 : n - 1));

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

const decimal = (mass: number): string =>
  mass === WHOLE ? '1' : mass === 0 ? '0' : `0.${String(mass).padStart(6, '0').replace(/0+$/, '')}`;

/** The k-th value of the j-th real symbol: every fifth time equal to that of the first. */
function realValue(type: 'probability' | 'positive' | 'real', k: number, j: number): string {
  const list = REALS[type];
  return list[(k % 5 === 0 ? k : k + j * (3 + (k % 7))) % list.length]!;
}

/**
 * The instances on which a formula with these open symbols is tried: random flat and spiky pmfs, and those on the
 * boundary, some sixty in all, the same in every run. Symbols that are given keep their value.
 */
export function instances(
  symbols: ReadonlyMap<string, SymbolType>,
  given: Givens,
  options: { readonly disjoint: readonly string[]; readonly outcomes?: number },
): { readonly values: Givens; readonly outcomes: Environment['outcomes'] }[] {
  const names = [...symbols]
    .filter(([, type]) => type === 'pmf' || type === 'function')
    .map(([name]) => name);
  const pmfs = [...names].sort(
    (a, b) => Number(options.disjoint.includes(b)) - Number(options.disjoint.includes(a)),
  );
  const reals = [...symbols].filter(
    ([, type]) => type === 'probability' || type === 'positive' || type === 'real',
  );
  const shapes = options.disjoint.length > 0 ? EXTRA_DISJOINT : SHAPES;
  return shapes.map(([family, size], k) => {
    const outcomes = options.outcomes ?? size;
    const drawn = family(seeded(1000 + k), Math.max(outcomes, 2), Math.max(pmfs.length, 1));
    const masses = pmfs.map((name, j) => [name, drawn[j]!.map(decimal)] as const);
    const numbers = reals.map(([name, type], j) => [name, realValue(type as 'real', k, j)] as const);
    return { values: { ...given, ...Object.fromEntries(masses), ...Object.fromEntries(numbers) }, outcomes };
  });
}
