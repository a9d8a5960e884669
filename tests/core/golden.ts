import { formatCertified } from '../../src/core/certified/format-certified.ts';
import { certifiedKlDivergence } from '../../src/core/certified/divergences.ts';
import { certifiedEntropy } from '../../src/core/certified/information.ts';
import { expDoubleDouble, logDoubleDouble } from '../../src/core/elementary/double-double-functions.ts';
import { exp, expm1 } from '../../src/core/elementary/exp.ts';
import { log, log1p } from '../../src/core/elementary/log.ts';
import { pow } from '../../src/core/elementary/pow.ts';
import {
  crossEntropy,
  entropy,
  formatSignificant,
  fromWeights,
  jeffreysDivergence,
  jensenShannonDistance,
  jensenShannonDivergence,
  klDivergence,
  klTerms,
  pointsOnLine,
  totalVariationDistance,
  wassersteinDistance,
  type Pmf,
} from '../../src/core/index.ts';
import { seededRandom } from '../../src/core/random.ts';

/**
 * The bits of over a million results of the core, as one hash a section. This module needs nothing but the language: the
 * same file runs in Node and in every browser, and the hashes must be those recorded.
 */

/** Recorded in Node 24. A change is a change of values that readers see: intended ones are committed with it. */
export const GOLDEN: Readonly<Record<string, string>> = {
  'log, all doubles': '01561b93f0ccb3fc/400000',
  'log near 1': '26a6172f52c5e3c8/200000',
  log1p: '68cfef71901df144/200000',
  exp: '4ca6ec70f7ac1c1c/300000',
  expm1: '36187dbcbb4279df/200000',
  pow: '31f2314baf27a9fa/200000',
  'log and exp in double-double': '86341fbd92c15a58/40000',
  entropy: 'a28606076131ca24/40000',
  'cross-entropy': '41256afce670859f/40000',
  KL: 'a3892826515a0b03/120000',
  Jeffreys: 'b1b3a1cdb2c77ded/40000',
  JSD: 'ca2770f9b1d5b4e7/80000',
  'root of JSD': '034e0392373a092d/40000',
  TV: 'a22d0248f1a503c6/40000',
  'terms of KL': '0d15b4392e46190a/40000',
  W1: 'bc17461255d9e83a/40000',
  uniforms: 'c3a169fa567bb00d/100000',
  normals: '6fe2bbbb11fa0a1c/200000',
  permutations: '73aaf48b6f0dde7e/40',
  'formatted doubles': '9a1befbf4fbec98f/250463',
  'certified KL and H': 'c597f81e1c369a55/83918',
};

/** A 64-bit hash of 32-bit words, two lanes of a multiplicative hash. */
function hasher() {
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  let words = 0;
  return {
    add: (word: number) => {
      a = Math.imul(a ^ word, 0xcc9e2d51);
      a ^= a >>> 15;
      b = Math.imul(b ^ word, 0x1b873593);
      b ^= b >>> 13;
      words++;
    },
    text: () =>
      `${(a >>> 0).toString(16).padStart(8, '0')}${(b >>> 0).toString(16).padStart(8, '0')}/${words}`,
  };
}

const cell = new Float64Array(1);
const cellWords = new Uint32Array(cell.buffer);

function hashOf(count: number, result: (i: number) => number): string {
  const hash = hasher();
  for (let i = 0; i < count; i++) {
    cell[0] = result(i);
    hash.add(cellWords[0]!);
    hash.add(cellWords[1]!);
  }
  return hash.text();
}

function hashOfTexts(count: number, result: (i: number) => string): string {
  const hash = hasher();
  for (let i = 0; i < count; i++) {
    const text = result(i);
    for (let k = 0; k < text.length; k++) hash.add(text.charCodeAt(k));
    hash.add(-1);
  }
  return hash.text();
}

let { bits } = seededRandom(20261123);

/** A positive double with an exponent from 2^least to 2^most, all significands alike. */
function double(least: number, most: number): number {
  cellWords[0] = bits();
  cellWords[1] = (((bits() % (most - least + 1)) + least + 1023) << 20) | (bits() >>> 12);
  return cell[0]!;
}

const signed = (x: number) => (bits() & 1 ? -x : x);

/** Two pmfs of 2 to 9 outcomes: counts, masses over many scales, nearly equal ones. */
function pair(i: number): [Pmf, Pmf] {
  const n = 2 + (bits() >>> 29);
  const kind = i % 4;
  const p = Float64Array.from({ length: n }, () =>
    kind === 0 ? 1 + (bits() >>> 27) : kind === 1 ? double(-60, 0) : double(-1, 0),
  );
  const q = p.map((mass) =>
    kind === 0 ? 1 + (bits() >>> 27) : kind === 3 ? mass * (1 + signed(double(-50, -5))) : double(-30, 0),
  );
  return [fromWeights(p), fromWeights(q)];
}

function ofPairs(count: number, quantity: (p: Pmf, q: Pmf) => number): string {
  return hashOf(count, (i) => quantity(...pair(i)));
}

const onLine = (p: Pmf) =>
  pointsOnLine(
    p.map(() => signed(double(-5, 5))),
    p,
  );

/** The hash of each section, computed here. */
export function goldenHashes(): Record<string, string> {
  ({ bits } = seededRandom(20261123));
  const random = seededRandom(7);
  return {
    'log, all doubles': hashOf(200_000, () => log(double(-1022, 1023))),
    'log near 1': hashOf(100_000, () => log(1 + signed(double(-52, -2)))),
    log1p: hashOf(100_000, () => log1p(signed(double(-60, -1)))),
    exp: hashOf(150_000, () => exp(signed(double(-30, 9)))),
    expm1: hashOf(100_000, () => expm1(signed(double(-50, 5)))),
    pow: hashOf(100_000, () => pow(double(-20, 20), signed(double(-10, 4)))),
    'log and exp in double-double': hashOf(20_000, (i) =>
      i % 2
        ? logDoubleDouble({ hi: double(-900, 900), lo: 0 }).lo
        : expDoubleDouble({ hi: signed(double(-9, 8)), lo: 0 }).lo,
    ),
    entropy: ofPairs(20_000, entropy),
    'cross-entropy': ofPairs(20_000, crossEntropy),
    KL: ofPairs(60_000, klDivergence),
    Jeffreys: ofPairs(20_000, jeffreysDivergence),
    JSD: ofPairs(40_000, jensenShannonDivergence),
    'root of JSD': ofPairs(20_000, jensenShannonDistance),
    TV: ofPairs(20_000, totalVariationDistance),
    'terms of KL': ofPairs(20_000, (p, q) => klTerms(p, q)[1]!),
    W1: ofPairs(20_000, (p, q) => wassersteinDistance(onLine(p), onLine(q))),
    uniforms: hashOf(50_000, () => random.uniform()),
    normals: hashOf(100_000, () => random.normal()),
    permutations: hashOf(20, () => random.permutation(1000).reduce((sum, x, i) => sum + x * i, 0)),
    'formatted doubles': hashOfTexts(15_000, (i) => formatSignificant(signed(double(-60, 60)), 1 + (i % 17))),
    'certified KL and H': hashOfTexts(4_000, (i) => {
      const [p, q] = pair(i);
      const number = i % 2 ? certifiedKlDivergence(p, q) : certifiedEntropy(p);
      return formatCertified(number, 10 + (i % 15)).text;
    }),
  };
}
