import { readFileSync } from 'node:fs';
import {
  crossEntropy,
  entropy,
  jeffreysDivergence,
  jensenShannonDistance,
  jensenShannonDivergence,
  klDivergence,
  pointsOnLine,
  totalVariationDistance,
  wassersteinDistance,
  type Pmf,
} from '../../src/core/index.ts';

/** A row of tests/reference/*.json: exact inputs, and 50 digits of each quantity. */
export interface ReferenceCase {
  readonly name: string;
  readonly p: readonly number[];
  readonly q: readonly number[];
  readonly values: Readonly<Record<string, string>>;
}

export interface Recipe {
  readonly name: string;
  readonly recipe: 'ordinary' | 'near';
  readonly values: Readonly<Record<string, string>>;
}

export function readReference<Case = ReferenceCase>(file: string): readonly Case[] {
  const text = readFileSync(new URL(`../reference/${file}`, import.meta.url), 'utf8');
  return (JSON.parse(text) as { cases: readonly Case[] }).cases;
}

/** The quantities by their names in the reference files. */
export const quantities: Readonly<Record<string, (p: Pmf, q: Pmf) => number>> = {
  entropy: (p) => entropy(p),
  crossEntropy,
  kl: klDivergence,
  klReversed: (p, q) => klDivergence(q, p),
  jeffreys: jeffreysDivergence,
  jsd: jensenShannonDivergence,
  jsDistance: jensenShannonDistance,
  tv: totalVariationDistance,
  w1: (p, q) =>
    wassersteinDistance(
      pointsOnLine(
        p.map((_, x) => x),
        p,
      ),
      pointsOnLine(
        q.map((_, x) => x),
        q,
      ),
    ),
};

/** x ← 1664525 x + 1013904223 mod 2³², as in generate.py. */
export function lcg(seed: number): () => number {
  let x = seed;
  return () => {
    x = (Math.imul(1664525, x) + 1013904223) >>> 0;
    return x;
  };
}

/** The million outcomes that generate.py describes, as integer weights. */
export function millionWeights(recipe: Recipe['recipe']): [Float64Array, Float64Array] {
  const p = new Float64Array(1e6);
  const q = new Float64Array(1e6);
  if (recipe === 'ordinary') {
    const g = lcg(1);
    const h = lcg(2);
    for (let i = 0; i < 1e6; i++) p[i] = 1 + (g() >>> 12);
    for (let i = 0; i < 1e6; i++) q[i] = 1 + (h() >>> 12);
  } else {
    const g = lcg(3);
    for (let i = 0; i < 1e6; i++) {
      p[i] = 2 ** 44 + g() * 4096;
      q[i] = p[i]! + (g() >>> 13) - 2 ** 18;
    }
  }
  return [p, q];
}
