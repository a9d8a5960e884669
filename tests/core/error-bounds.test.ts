import { expect, test } from 'vitest';
import {
  certifiedJensenShannonDivergence,
  certifiedKlDivergence,
} from '../../src/core/certified/divergences.ts';
import { fromWeights, RELATIVE_ERROR_BOUND } from '../../src/core/index.ts';
import { seededRandom } from '../../src/core/random.ts';
import { bounded, worstError } from './worst-errors.ts';

const U = 2 ** -53;

/** Units of 2⁻⁵³ that a long search (2,100 climbs of 500 steps each) found at most, rounded up. */
const found: Readonly<Record<string, number>> = {
  entropy: 4,
  'cross-entropy': 5,
  KL: 5,
  Jeffreys: 5,
  JSD: 6,
  'root of JSD': 4,
  TV: 3,
  W1: 6,
  'H²': 6.5,
  Hellinger: 4,
  'terms of entropy': 6,
  'terms of cross-entropy': 6,
  'terms of KL': 7,
  'terms of JSD': 5,
  'terms of TV': 4,
};

test.each(Object.entries(bounded))(
  'no climb towards large errors leaves the proven bound, nor what longer searches found: %s',
  (name, quantity) => {
    const { units, pair } = worstError(quantity, { seed: 20261122, starts: 50, steps: 120 });
    const [number] = quantity(fromWeights(pair[0]), fromWeights(pair[1]));
    const text = JSON.stringify(pair.map((masses) => Array.from(masses)));
    expect(units * U, text).toBeLessThan(number!.relativeErrorBound);
    expect(units, text).toBeLessThan(found[name]!);
    // A search that finds nothing proves nothing.
    expect(units).toBeGreaterThan(found[name]! / 3);
  },
);

test('the bounds of the quantities that formatSignificant is meant for are below its default', () => {
  const [p, q] = [fromWeights([1, 2]), fromWeights([2, 1])];
  for (const [name, quantity] of Object.entries(bounded)) {
    if (name.startsWith('terms')) continue;
    for (const { relativeErrorBound } of quantity(p, q)) {
      expect(relativeErrorBound, name).toBeLessThan(RELATIVE_ERROR_BOUND);
    }
  }
});

test('pmfs in proportion but for rounding, whose divergence is near 1e-33, are off by at most 2⁻¹⁰² of its root', () => {
  const { uniform, below } = seededRandom(8);
  let least = Infinity;
  for (let i = 0; i < 3000; i++) {
    const p = Float64Array.from({ length: 2 + below(6) }, () => uniform() + 0.01);
    const factor = uniform() + 0.5;
    const [first, second] = [fromWeights(p), fromWeights(p.map((mass) => mass * factor))];
    for (const of of [certifiedKlDivergence, certifiedJensenShannonDivergence]) {
      const number = of(first, second);
      const { hi, lo, exponent } = number.refine();
      expect(exponent).toBe(0);
      const bound = number.relativeErrorBound * hi + 2 ** -102 * Math.sqrt(hi);
      expect(Math.abs(number.value - hi - lo)).toBeLessThanOrEqual(bound);
      if (hi > 0 && hi < least) least = hi;
    }
  }
  expect(least).toBeLessThan(1e-34);
});
