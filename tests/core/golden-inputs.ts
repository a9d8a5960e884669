import { fromWeights, pointsOnLine, type Pmf } from '../../src/core/index.ts';
import { seededRandom } from '../../src/core/random.ts';

/** A 64-bit hash of 32-bit words, two lanes of a multiplicative hash, and how many results they were. */
function hasher() {
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  return {
    add: (word: number) => {
      a = Math.imul(a ^ word, 0xcc9e2d51);
      a ^= a >>> 15;
      b = Math.imul(b ^ word, 0x1b873593);
      b ^= b >>> 13;
    },
    text: (results: number) =>
      `${(a >>> 0).toString(16).padStart(8, '0')}${(b >>> 0).toString(16).padStart(8, '0')}/${results}`,
  };
}

const cell = new Float64Array(1);
const cellWords = new Uint32Array(cell.buffer);

export function hashOf(count: number, result: (i: number) => number): string {
  const hash = hasher();
  for (let i = 0; i < count; i++) {
    cell[0] = result(i);
    hash.add(cellWords[0]!);
    hash.add(cellWords[1]!);
  }
  return hash.text(count);
}

/** As `hashOf`, of results that are many numbers each. */
export function hashOfAll(count: number, results: (i: number) => Iterable<number>): string {
  const hash = hasher();
  let total = 0;
  for (let i = 0; i < count; i++) {
    for (const result of results(i)) {
      cell[0] = result;
      hash.add(cellWords[0]!);
      hash.add(cellWords[1]!);
      total++;
    }
    hash.add(-1);
  }
  return hash.text(total);
}

export function hashOfTexts(count: number, result: (i: number) => string): string {
  const hash = hasher();
  for (let i = 0; i < count; i++) {
    const text = result(i);
    for (let k = 0; k < text.length; k++) hash.add(text.charCodeAt(k));
    hash.add(-1);
  }
  return hash.text(count);
}

const SEED = 20261123;
let { bits } = seededRandom(SEED);

/** The inputs from the first one on. */
export function restart(): void {
  ({ bits } = seededRandom(SEED));
}

/** A positive double with an exponent from 2^least to 2^most, all significands alike. */
export function double(least: number, most: number): number {
  cellWords[0] = bits();
  cellWords[1] = (((bits() % (most - least + 1)) + least + 1023) << 20) | (bits() >>> 12);
  return cell[0]!;
}

export const signed = (x: number) => (bits() & 1 ? -x : x);

/** Two pmfs of 2 to 9 outcomes: counts, masses over many scales, nearly equal ones. */
export function pair(i: number): [Pmf, Pmf] {
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

export function ofPairs(count: number, quantity: (p: Pmf, q: Pmf) => number): string {
  return hashOf(count, (i) => quantity(...pair(i)));
}

export const onLine = (p: Pmf) =>
  pointsOnLine(
    p.map(() => signed(double(-5, 5))),
    p,
  );

/** A section of hashes, by name. */
export type Hashes = Readonly<Record<string, () => string>>;

export const unit = () => double(-6, -2);

export const count = () => double(0, 3) | 0;

export const coordinates = (d: number) => Array.from({ length: d }, () => signed(double(-4, 2)));

/** A mean and a covariance R Rᵀ + ⅛. */
export function gaussian(d: number): { mean: number[]; covariance: number[][] } {
  const r = Array.from({ length: d }, () => coordinates(d));
  const covariance = r.map((x, i) =>
    r.map((y, j) => {
      let sum = i === j ? 0.125 : 0;
      for (let k = 0; k < d; k++) sum += x[k]! * y[k]!;
      return sum;
    }),
  );
  return { mean: coordinates(d), covariance };
}
