import { expect, test } from 'vitest';
import { GOLDEN, goldenHashes } from './golden.ts';

test('the bits of a million results are those recorded', () => {
  const hashes = goldenHashes();
  expect(hashes).toEqual(GOLDEN);
  const results = Object.values(hashes).reduce((sum, hash) => sum + Number(hash.split('/')[1]), 0);
  expect(results).toBeGreaterThan(1_000_000);
});
