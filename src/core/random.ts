import { DomainError } from './domain-error.ts';
import { log } from './elementary/log.ts';

/** A stream of pseudo-random numbers: the same for a seed in every engine, to the last bit. Not for secrets. */
export interface Random {
  /** The next 32 bits, an integer in [0, 2³²). */
  readonly bits: () => number;
  /** Uniform on the multiples of 2⁻⁵³ in [0, 1). */
  readonly uniform: () => number;
  /** An integer uniform on 0 … count − 1, without bias. */
  readonly below: (count: number) => number;
  /** Normal with mean 0 and variance 1. */
  readonly normal: () => number;
  /** The numbers 0 … count − 1 in an order uniform among all. */
  readonly permutation: (count: number) => Uint32Array;
}

const TWO_32 = 4294967296;
const MOST = 134217728; // 2²⁷

/**
 * Random numbers from a seed, an integer in [0, 2³²): xoshiro128** with its state filled by splitmix32.
 *
 * Normals come by the polar method from the core's own logarithm and √, so that they too are the same everywhere.
 *
 * @throws DomainError if the seed, or a count, is not an integer in its range: [0, 2³²), [1, 2³²] for `below`, [0, 2²⁷]
 * for `permutation`.
 * @see blackman-vigna-2021 for xoshiro128**; marsaglia-bray-1964 for the polar method
 */
export function seededRandom(seed: number): Random {
  if (!(Number.isInteger(seed) && seed >= 0 && seed < TWO_32)) {
    throw new DomainError(`seededRandom: seed is ${String(seed)}; the seed must be an integer in [0, 2³²)`);
  }
  const bits = xoshiro128(seed);
  const uniform = () => ((bits() >>> 5) * 67108864 + (bits() >>> 6)) * 1.1102230246251565e-16;
  const below = (count: number) => {
    requireCount('below', count, 1, TWO_32);
    // Draws past the last whole multiple of count would favour the small remainders.
    const limit = TWO_32 - (TWO_32 % count);
    let draw = bits();
    while (draw >= limit) draw = bits();
    return draw % count;
  };
  return {
    bits,
    uniform,
    below,
    normal: polarNormals(uniform),
    permutation: (count) => {
      requireCount('permutation', count, 0, MOST);
      const order = new Uint32Array(count);
      for (let i = 0; i < count; i++) {
        const j = below(i + 1);
        order[i] = order[j]!;
        order[j] = i;
      }
      return order;
    },
  };
}

/** The generator's 32-bit words. Of four zero words in the state it would make zeros only; splitmix32 gives no such. */
function xoshiro128(seed: number): () => number {
  const next = splitmix32(seed);
  let a = next();
  let b = next();
  let c = next();
  let d = next();
  return () => {
    const result = times9(rotated(times5(b), 7));
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return result >>> 0;
  };
}

function splitmix32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let z = state;
    z = product32(z ^ (z >>> 16), 0x85ebca6b);
    z = product32(z ^ (z >>> 13), 0xc2b2ae35);
    return z ^ (z >>> 16);
  };
}

const rotated = (x: number, by: number) => (x << by) | (x >>> (32 - by));
const times5 = (x: number) => (x + (x << 2)) | 0;
const times9 = (x: number) => (x + (x << 3)) | 0;

/** a·b mod 2³², by 16-bit halves of a. */
function product32(a: number, b: number): number {
  return ((a & 0xffff) * b + (((a >>> 16) * b) & 0xffff) * 65536) | 0;
}

/** √(−2 log s / s) times a point uniform in the unit disc, s its squared distance from the centre: two normals at a time. */
function polarNormals(uniform: () => number): () => number {
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const normal = spare;
      spare = undefined;
      return normal;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const s = x * x + y * y;
      if (s > 0 && s < 1) {
        const scale = Math.sqrt((-2 * log(s)) / s);
        spare = y * scale;
        return x * scale;
      }
    }
  };
}

function requireCount(of: string, count: number, least: number, most: number): void {
  if (Number.isInteger(count) && count >= least && count <= most) return;
  throw new DomainError(
    `seededRandom: ${of} received ${String(count)}; the count must be an integer from ${least} to ${most}`,
  );
}
