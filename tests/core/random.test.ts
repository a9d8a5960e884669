import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/core/random.ts';
import { refusals } from './refusals.ts';

const MASK = 0xffffffffn;
const rotate = (x: bigint, by: bigint) => ((x << by) | (x >> (32n - by))) & MASK;

/** The published definitions in whole numbers of any size: splitmix32 with Murmur3's mixer, and xoshiro128**. */
function published(seed: number): () => number {
  let state = BigInt(seed);
  const mixed = () => {
    state = (state + 0x9e3779b9n) & MASK;
    let z = state;
    z = ((z ^ (z >> 16n)) * 0x85ebca6bn) & MASK;
    z = ((z ^ (z >> 13n)) * 0xc2b2ae35n) & MASK;
    return z ^ (z >> 16n);
  };
  const s = [mixed(), mixed(), mixed(), mixed()];
  return () => {
    const result = (rotate((s[1]! * 5n) & MASK, 7n) * 9n) & MASK;
    const t = (s[1]! << 9n) & MASK;
    s[2]! ^= s[0]!;
    s[3]! ^= s[1]!;
    s[1]! ^= s[2]!;
    s[0]! ^= s[3]!;
    s[2]! ^= t;
    s[3] = rotate(s[3]!, 11n);
    return Number(result);
  };
}

test('the words are those of the published generator', () => {
  for (const seed of [0, 1, 20261122, 0xffffffff]) {
    const [ours, theirs] = [seededRandom(seed), published(seed)];
    for (let i = 0; i < 1000; i++) expect(ours.bits()).toBe(theirs());
  }
});

describe('draws have the distribution that their name says', () => {
  test('200,000 uniforms fill 1,000 cells evenly', () => {
    const { uniform } = seededRandom(1);
    const cells = new Float64Array(1000);
    for (let i = 0; i < 200_000; i++) cells[Math.floor(uniform() * 1000)]!++;
    const chiSquared = cells.reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0);
    // 999 degrees of freedom: mean 999, standard deviation 44.7.
    expect(Math.abs(chiSquared - 999)).toBeLessThan(4 * 44.7);
  });

  test('200,000 normals have the moments 0, 1, 0, 3 and the tails of the normal distribution', () => {
    const { normal } = seededRandom(2);
    const values = Float64Array.from({ length: 200_000 }, normal);
    const moment = (k: number) => values.reduce((sum, x) => sum + x ** k, 0) / values.length;
    const root = Math.sqrt(values.length);
    expect(Math.abs(moment(1))).toBeLessThan(4 / root);
    expect(Math.abs(moment(2) - 1)).toBeLessThan((4 * Math.sqrt(2)) / root);
    expect(Math.abs(moment(3))).toBeLessThan((4 * Math.sqrt(15)) / root);
    expect(Math.abs(moment(4) - 3)).toBeLessThan((4 * Math.sqrt(96)) / root);
    for (const [beyond, share] of [
      [1, 0.31731],
      [2, 0.0455],
      [3, 0.0026998],
    ] as const) {
      const found = values.filter((x) => Math.abs(x) > beyond).length / values.length;
      expect(Math.abs(found - share)).toBeLessThan((4 * Math.sqrt(share)) / root);
    }
    // Neighbours, which the polar method makes from one point, are independent.
    let product = 0;
    for (let i = 0; i < values.length; i += 2) product += values[i]! * values[i + 1]!;
    expect(Math.abs(product / (values.length / 2))).toBeLessThan(4 / Math.sqrt(values.length / 2));
  });

  test('each of the 24 orders of four things is as frequent as the others', () => {
    const { permutation } = seededRandom(3);
    const seen = new Map<string, number>();
    for (let i = 0; i < 24_000; i++) {
      const order = permutation(4).join('');
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    expect(seen.size).toBe(24);
    const chiSquared = [...seen.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquared).toBeLessThan(23 + 4 * Math.sqrt(46));
  });

  test('integers below a count that does not divide 2³² are without bias', () => {
    const { below } = seededRandom(4);
    const count = 3 * 2 ** 30;
    let low = 0;
    for (let i = 0; i < 60_000; i++) if (below(count) < 2 ** 30) low++;
    // Remainders alone would put one half there instead of one third.
    expect(Math.abs(low - 20_000)).toBeLessThan(4 * Math.sqrt(60_000 / 4.5));
  });
});

test('a permutation has every number once', () => {
  const order = seededRandom(5).permutation(1000);
  expect(order.slice().sort()).toEqual(Uint32Array.from({ length: 1000 }, (_, i) => i));
  expect(seededRandom(5).permutation(0)).toEqual(new Uint32Array(0));
});

test('seeds and counts outside their range are refused', () => {
  const random = seededRandom(0);
  expect(
    refusals(
      () => seededRandom(-1).bits(),
      () => seededRandom(0.5).bits(),
      () => seededRandom(2 ** 32).bits(),
      () => seededRandom(NaN).bits(),
      () => random.below(0),
      () => random.below(2 ** 33),
      () => random.permutation(-1),
      () => random.permutation(1e9),
    ),
  ).toMatchInlineSnapshot(`
    "seededRandom: seed is -1; the seed must be an integer in [0, 2³²)
    seededRandom: seed is 0.5; the seed must be an integer in [0, 2³²)
    seededRandom: seed is 4294967296; the seed must be an integer in [0, 2³²)
    seededRandom: seed is NaN; the seed must be an integer in [0, 2³²)
    seededRandom: below received 0; the count must be an integer from 1 to 4294967296
    seededRandom: below received 8589934592; the count must be an integer from 1 to 4294967296
    seededRandom: permutation received -1; the count must be an integer from 0 to 134217728
    seededRandom: permutation received 1000000000; the count must be an integer from 0 to 134217728"
  `);
});
