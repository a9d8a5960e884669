import { describe, expect, test } from 'vitest';
import {
  entropy,
  fromWeights,
  klDivergence,
  millerMadowEntropy,
  plugInEntropy,
  plugInKlDivergence,
} from '../../../src/core/index.ts';

/** Every multinomial sample of `size` from p, with its probability. */
function* samples(p: readonly number[], size: number, chance = 1): Generator<[number[], number]> {
  if (p.length === 1) {
    yield [[size], chance * p[0]! ** size];
    return;
  }
  let ways = 1;
  for (let n = 0; n <= size; n++) {
    for (const [rest, c] of samples(p.slice(1), size - n, chance * ways * p[0]! ** n))
      yield [[n, ...rest], c];
    ways = (ways * (size - n)) / (n + 1);
  }
}

describe('plug-in estimates from counts', () => {
  test('the value is that of the frequencies', () => {
    expect(plugInEntropy([1, 2, 7]).value).toBe(entropy(fromWeights([1, 2, 7])));
    const [n, m] = [fromWeights([1, 2, 7]), fromWeights([3, 3, 4])];
    expect(plugInKlDivergence([1, 2, 7], [3, 3, 4]).value).toBe(klDivergence(n, m));
    expect(millerMadowEntropy([1, 2, 7])).toBeCloseTo(entropy(fromWeights([1, 2, 7])) + 2 / 20, 15);
    expect(plugInEntropy([1, 2, 7]).bias).toBe(-0.1);
    expect(plugInEntropy([0, 5])).toEqual({ value: 0, bias: 0 });
  });

  test('the bias is the leading term of the exact one, over all samples of 30 and 60', () => {
    const p = [0.5, 0.3, 0.2];
    const truth = entropy(fromWeights(p.map((x) => 10 * x)));
    const rest = [30, 60].map((size) => {
      let value = 0;
      let corrected = 0;
      for (const [counts, chance] of samples(p, size)) {
        value += chance * plugInEntropy(counts).value;
        corrected += chance * millerMadowEntropy(counts);
      }
      expect(value - truth).toBeCloseTo(-2 / (2 * size), 2);
      return corrected - truth;
    });
    // What is left after the correction is of order 1/N².
    expect(Math.abs(rest[0]!)).toBeLessThan(2e-3);
    expect(rest[0]! / rest[1]!).toBeGreaterThan(3);
  });

  test('the bias of the divergence is the leading term of the exact one, over all pairs of samples', () => {
    const [p, q] = [
      [0.6, 0.4],
      [0.45, 0.55],
    ] as const;
    const truth = klDivergence(fromWeights(p), fromWeights(q));
    let value = 0;
    let bias = 0;
    for (const [n, chance] of samples(p, 80)) {
      for (const [m, other] of samples(q, 80)) {
        const estimate = plugInKlDivergence(n, m);
        if (estimate.value === Infinity) continue; // has probability below 1e-17
        value += chance * other * estimate.value;
        bias += chance * other * estimate.bias;
      }
    }
    expect((value - truth) / bias).toBeCloseTo(1, 1);
  });

  test('an outcome of P that Q was not seen to have makes both Infinity', () => {
    expect(plugInKlDivergence([1, 1], [2, 0])).toEqual({ value: Infinity, bias: Infinity });
  });
});
