import fc from 'fast-check';
import { fromWeights, type Pmf } from '../../../src/core/index.ts';

/** Masses of every kind: zeros, small integers, decimals, 1e-300, subnormal. */
const mass = fc.oneof(
  { arbitrary: fc.constantFrom(0, 0, 1, 1, 2, 3), weight: 3 },
  { arbitrary: fc.integer({ min: 0, max: 1_000_000 }), weight: 2 },
  { arbitrary: fc.double({ min: 0, max: 1, noNaN: true }), weight: 3 },
  { arbitrary: fc.constantFrom(1e-300, 5e-324, 1e-16, 2 ** -52, 1 + 2 ** -52), weight: 1 },
);

function distribution(n: number): fc.Arbitrary<Pmf> {
  return fc.array(mass, { minLength: n, maxLength: n }).map((w) => {
    const most = Math.max(...w);
    if (most === 0) return fromWeights(w.map(() => 1));
    return fromWeights(w.map((x) => (x < most * 1e-310 ? 0 : x)));
  });
}

/** k distributions on the same 1 to 6 outcomes, a third of them next to each other. */
export function distributions(k: number): fc.Arbitrary<Pmf[]> {
  const nudged = (p: Pmf) =>
    fc
      .array(fc.constantFrom(0, 0, 2 ** -52, -(2 ** -52), 1e-8, -1e-12), {
        minLength: p.length,
        maxLength: p.length,
      })
      .map((e) => fromWeights(Array.from(p, (x, i) => (x > 1e-290 ? x * (1 + e[i]!) : x))));
  return fc.integer({ min: 1, max: 6 }).chain((n) =>
    fc.oneof(
      { arbitrary: fc.array(distribution(n), { minLength: k, maxLength: k }), weight: 2 },
      {
        arbitrary: distribution(n).chain((p) => fc.array(nudged(p), { minLength: k, maxLength: k })),
        weight: 1,
      },
    ),
  );
}

/** Integer weights, so that channels and mixtures of them are exact. */
export type Counts = readonly number[];

const count = fc.oneof(fc.constantFrom(0, 1, 2), fc.integer({ min: 0, max: 100_000 }));

function counts(n: number): fc.Arbitrary<Counts> {
  return fc
    .array(count, { minLength: n, maxLength: n })
    .map((w) => (w.every((x) => x === 0) ? w.map(() => 1) : w));
}

/** k lists of counts of the same 2 to 5 outcomes, half of them next to each other. */
export function countLists(k: number): fc.Arbitrary<Counts[]> {
  const many = (n: number) => fc.array(counts(n), { minLength: k, maxLength: k });
  return fc
    .integer({ min: 2, max: 5 })
    .chain((n) =>
      fc.oneof(
        many(n),
        fc
          .tuple(counts(n), many(n))
          .map(([base, steps]) =>
            steps.map((step) => base.map((x, i) => 100 * (x % 10_000) + (step[i]! % 3))),
          ),
      ),
    )
    .filter((lists) => lists.every((w) => w.some((x) => x > 0)));
}

/** A stochastic map from n outcomes to 1 to 4, in sixteenths: row x holds where outcome x goes. */
export function channel(n: number): fc.Arbitrary<Counts[]> {
  const row = (m: number) =>
    fc.array(fc.nat({ max: m - 1 }), { minLength: 16, maxLength: 16 }).map((goes) => {
      const out = new Array<number>(m).fill(0);
      for (const y of goes) out[y]!++;
      return out;
    });
  const one = (m: number) =>
    fc.oneof(
      row(m),
      fc.nat({ max: m - 1 }).map((y) => Array.from({ length: m }, (_, i) => (i === y ? 16 : 0))),
    );
  return fc.integer({ min: 1, max: 4 }).chain((m) => fc.array(one(m), { minLength: n, maxLength: n }));
}

/** The distribution of the output of a channel, exactly. */
export function through(p: Counts, rows: readonly Counts[]): Pmf {
  return fromWeights(rows[0]!.map((_, y) => p.reduce((sum, mass, x) => sum + mass * rows[x]![y]!, 0)));
}

/** (k/16) P + (1 − k/16) R, exactly. */
export function mixture(k: number, p: Counts, r: Counts): Pmf {
  const total = (w: Counts) => w.reduce((a, b) => a + b);
  const [pTotal, rTotal] = [total(p), total(r)];
  return fromWeights(p.map((mass, x) => k * mass * rTotal + (16 - k) * r[x]! * pTotal));
}
