/** Masses in millionths: short exact decimals that sum to exactly 1, so that a failure prints readably. */
export type Masses = readonly number[];
export const WHOLE = 1_000_000;

/** A random sequence that is the same on every machine (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
export type Random = () => number;

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

export const range = (n: number): number[] => Array.from({ length: n }, (_, k) => k);
export const flat = (random: Random, n: number): number[] =>
  millionths(range(n).map(() => -Math.log(1 - random())));
/** Dirichlet(0.3): most of the mass on few outcomes. */
export const spiky = (random: Random, n: number): number[] =>
  millionths(range(n).map(() => -Math.log(1 - random()) * (1 - random()) ** (1 / 0.3) + 1e-9));
export const uniform = (n: number): number[] => millionths(range(n).map(() => 1));
export const point = (n: number, at: number): number[] => range(n).map((x) => (x === at ? WHOLE : 0));
/** Without the outcomes that `keeps` rejects; all mass on the first one if nothing is left. */
export const restrict = (masses: Masses, keeps: (x: number) => boolean): number[] => {
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

export type Family = (random: Random, n: number, count: number) => Masses[];

export const alike =
  (make: (random: Random, n: number, k: number) => Masses): Family =>
  (random, n, count) =>
    range(count).map((k) => make(random, n, k));
export const sameAs =
  (a: number, b: number): Family =>
  (random, n, count) => {
    const pmfs = range(count).map(() => flat(random, n));
    return pmfs.map((masses, k) => (k === b && a < count ? pmfs[a]! : masses));
  };
export const zerosIn =
  (which: number): Family =>
  (random, n, count) =>
    range(count).map((k) =>
      k === which % count ? restrict(flat(random, n), (x) => x > 0) : flat(random, n),
    );
export const disjoint: Family = (random, n, count) => {
  const cut = 1 + Math.floor(random() * (n - 1));
  return range(count).map((k) =>
    k > 1 ? flat(random, n) : restrict(flat(random, n), (x) => (k === 0 ? x < cut : x >= cut)),
  );
};
export const near =
  (amount: number, base: (random: Random, n: number) => Masses): Family =>
  (random, n, count) => {
    const masses = base(random, n);
    return range(count).map((k) => nudge(masses, k * amount));
  };
/** The others are the k-th one diluted: the same proportions on all outcomes but the last. */
export const diluted =
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
export const average =
  (which: number): Family =>
  (random, n, count) => {
    const pmfs = range(count).map(() => flat(random, n).map((mass) => mass - (mass % 2)));
    for (const masses of pmfs) masses[0]! += WHOLE - masses.reduce((a, b) => a + b, 0);
    const others = pmfs.filter((_, k) => k !== which);
    return pmfs.map((masses, k) => (k === which && others.length > 1 ? mix(others[0]!, others[1]!) : masses));
  };

/** Two pairs that are the same pair: the k-th and the next but one, or the k-th and the next. */
export const pairs =
  (step: 1 | 2): Family =>
  (random, n, count) => {
    const made = [flat(random, n), flat(random, n)];
    return range(count).map((k) => made[Math.floor(k / (3 - step)) % 2]!);
  };

export const random = alike(flat);
export const peaked = alike(spiky);
export const ends = (first: number): Family =>
  alike((_, n, k) => point(n, (k + first) % 2 === 0 ? 0 : n - 1));

/** Millionths as the shortest decimal. */
export const decimal = (mass: number): string =>
  mass === WHOLE ? '1' : mass === 0 ? '0' : `0.${String(mass).padStart(6, '0').replace(/0+$/, '')}`;
