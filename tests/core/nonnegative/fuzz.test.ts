import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as core from '../../../src/core/index.ts';
import { draws } from './draws.ts';
import { nonNegative } from './quantities.ts';

/** FUZZ_INPUTS=1000000 asks for more; the seeds are fixed. */
const INPUTS = Number(process.env['FUZZ_INPUTS'] ?? 20_000);
const LEAST = 40;

/** Names of what is ≥ 0 by theorem. */
const NAMED =
  /(?:Divergence|Distance|Entropy|Coefficient|Cost|Discrimination|Discrepancy|Coupling|Projection|Transport|Densities|Terms)$|^(?:mutualInformation|chernoffInformation|surprisal|perplexity|entropy|softmax|costMatrix)$/;

const signed: Readonly<Record<string, string>> = {
  klTerms: 'a term is negative where p < q',
  certifiedKlTerms: 'a term is negative where p < q',
  nearestNeighbourKlDivergence: 'an estimate of either sign',
  transportCost: 'of the sign of the costs; with those of optimalTransport here',
};

test('every exported quantity that is ≥ 0 is fuzzed, here or with the divergences of pmfs', () => {
  const texts = ['quantities.ts', 'declared.ts', 'fuzz.test.ts'].map((file) =>
    readFileSync(new URL(`../divergences/${file}`, import.meta.url), 'utf8'),
  );
  const missing = Object.entries(core)
    .filter(([name, value]) => typeof value === 'function' && NAMED.test(name))
    .map(([name]) => name)
    .filter((name) => !(name in nonNegative) && !(name in signed))
    .filter((name) => !texts.some((text) => new RegExp(`\\b${name}\\b`).test(text)));
  expect(missing).toEqual([]);
  expect(Object.keys(signed).filter((name) => !(name in core) || name in nonNegative)).toEqual([]);
});

for (const [i, [name, { of, share }]] of Object.entries(nonNegative).entries()) {
  const count = Math.max(LEAST, Math.ceil(INPUTS * share));
  test(`${name}: none of ${count} inputs gives a negative number, NaN or minus zero`, () => {
    const draw = draws(20261125 + i);
    const wrong: string[] = [];
    for (let k = 0; k < count; k++) {
      for (const value of of(draw)) {
        if (!(value >= 0) || Object.is(value, -0)) wrong.push(`input ${k}: ${value}`);
      }
    }
    expect(wrong.slice(0, 5)).toEqual([]);
  });
}
