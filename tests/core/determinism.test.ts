import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { fromWeights } from '../../src/core/index.ts';
import { lcg, quantities } from './reference.ts';

// The kernels use no function whose result IEEE 754 leaves open, so these bits are the same in Node and in every
// browser. A change of the hash is a change of values that readers see: intended ones are committed with it.
const GOLDEN = '7dd30e49b04a71a97db471ddb6004ca951aa6af76c99aef16f1e48f9a993db41';

/** Pairs of 2 to 9 outcomes: integers, equal parts, near and far masses. */
export function goldenHash(pairs: number): string {
  const next = lcg(20261122);
  const names = Object.keys(quantities);
  const values = new Float64Array(pairs * names.length);
  let at = 0;
  for (let i = 0; i < pairs; i++) {
    const n = 2 + (next() >>> 29);
    const p = Float64Array.from({ length: n }, () => (next() >>> 4) * 2 ** -((next() >>> 16) % 60) + (i % 3));
    const q = p.map((a) =>
      i % 2 === 0 ? a + (next() >>> 4) * 2 ** -((next() >>> 16) % 60) : (next() >>> 8) + 1,
    );
    const [first, second] = [fromWeights(p), fromWeights(q)];
    for (const name of names) values[at++] = quantities[name]!(first, second);
  }
  return createHash('sha256').update(new Uint8Array(values.buffer)).digest('hex');
}

test('the bits of every quantity over 20,000 pairs are those recorded', () => {
  expect(goldenHash(20_000)).toBe(GOLDEN);
});
