import { describe, expect, test } from 'vitest';
import {
  crossEntropy,
  entropy,
  fromWeights,
  jeffreysDivergence,
  jensenShannonDistance,
  jensenShannonDivergence,
  klDivergence,
  pmf,
  pointsOnLine,
  toBits,
  totalVariationDistance,
  wassersteinDistance,
} from '../../src/core/index.ts';

interface Row {
  readonly name: string;
  readonly value: () => number;
  readonly expected: number;
  /** Relative tolerance, with its reason in `source`; 0 means the same double. */
  readonly within: number;
  readonly source: string;
}

const P = pmf([0.1, 0.2, 0.7]);
const Q = pmf([0.8, 0.1, 0.1]);
const line = [0, 1, 2];
// Exact tenths, so that closed forms apply to the last digit.
const bernoulli = (p: number) => fromWeights([Math.round(10 * p), 10 - Math.round(10 * p)]);
const { LN2, log, sqrt } = Math;
// Five decimals printed in the known answers: half a unit of the last one, over the value.
const five = (value: number) => 0.5e-5 / value;
const ULP = 2 ** -52;

const rows: readonly Row[] = [
  {
    name: 'F1: D(P‖Q)',
    value: () => klDivergence(P, Q),
    expected: 1.2928223862827246,
    within: 2 * ULP,
    source: 'F1, 17 digits',
  },
  {
    name: 'F1: D(Q‖P)',
    value: () => klDivergence(Q, P),
    expected: 1.399647500382343,
    within: 2 * ULP,
    source: 'F1, 16 digits',
  },
  {
    name: 'F1: JSD in nats',
    value: () => jensenShannonDivergence(P, Q),
    expected: 0.2899875476837842,
    within: 2 * ULP,
    source: 'F1, 16 digits',
  },
  {
    name: 'F1: JSD in bits',
    value: () => toBits(jensenShannonDivergence(P, Q)),
    expected: 0.41836359696294745,
    within: 2 * ULP,
    source: 'F1, 17 digits',
  },
  {
    name: 'F1: √JSD',
    value: () => jensenShannonDistance(P, Q),
    expected: 0.538504918903982,
    within: 2 * ULP,
    source: 'F1, 15 digits',
  },
  {
    name: 'F1: W₁ on {0, 1, 2}',
    value: () => wassersteinDistance(pointsOnLine(line, P), pointsOnLine(line, Q)),
    expected: 1.3,
    within: 2 * ULP,
    source: 'closed form 0.7 + 0.6',
  },
  {
    name: 'F5: D of a fair coin from a 9:1 coin',
    value: () => klDivergence(bernoulli(0.5), bernoulli(0.9)),
    expected: log(5 / 3),
    within: 2 * ULP,
    source: 'closed form log(5/3)',
  },
  {
    name: 'F6: JSD of disjoint point masses is log 2, exactly',
    value: () => jensenShannonDivergence(pmf([1, 0]), pmf([0, 1])),
    expected: LN2,
    within: 0,
    source: 'definition',
  },
  {
    name: 'F6: JSD of a point mass and a fair coin',
    value: () => jensenShannonDivergence(pmf([1, 0]), pmf([0.5, 0.5])),
    expected: 0.75 * log(4 / 3),
    within: 2 * ULP,
    source: 'closed form ¾ log(4/3)',
  },
  {
    name: 'F7: Jeffreys, Bernoulli 0.1 and 0.3',
    value: () => jeffreysDivergence(bernoulli(0.1), bernoulli(0.3)),
    expected: 0.26999,
    within: five(0.26999),
    source: 'F7, 5 decimals',
  },
  {
    name: 'F8: D of Bernoulli 0.3 from 0.7',
    value: () => klDivergence(bernoulli(0.3), bernoulli(0.7)),
    expected: 0.4 * log(7 / 3),
    within: 2 * ULP,
    source: 'closed form 0.4 log(7/3)',
  },
  {
    name: 'F8: D of Bernoulli 0.7 from 0.3',
    value: () => klDivergence(bernoulli(0.7), bernoulli(0.3)),
    expected: 0.4 * log(7 / 3),
    within: 2 * ULP,
    source: 'closed form 0.4 log(7/3)',
  },
  {
    name: 'F8: D of Bernoulli 0.2 from 0.5',
    value: () => klDivergence(bernoulli(0.2), bernoulli(0.5)),
    expected: 0.19274,
    within: five(0.19274),
    source: 'F8, 5 decimals',
  },
  {
    name: 'F8: D of Bernoulli 0.5 from 0.2',
    value: () => klDivergence(bernoulli(0.5), bernoulli(0.2)),
    expected: log(5 / 4),
    within: 2 * ULP,
    source: 'closed form log(5/4)',
  },
  {
    name: 'F11: W₁ of [½,½,0,0] and [0,0,½,½] as masses on 0..3',
    value: () =>
      wassersteinDistance(
        pointsOnLine([0, 1, 2, 3], pmf([0.5, 0.5, 0, 0])),
        pointsOnLine([0, 1, 2, 3], pmf([0, 0, 0.5, 0.5])),
      ),
    expected: 2,
    within: 0,
    source: 'a shift by 2',
  },
  {
    name: 'F11: W₁ of the same numbers as positions',
    value: () => wassersteinDistance(pointsOnLine([0.5, 0.5, 0, 0]), pointsOnLine([0, 0, 0.5, 0.5])),
    expected: 0,
    within: 0,
    source: 'the same set',
  },
  {
    name: 'F12: W₁ of (.1,.2,.7) and (.7,.2,.1) as masses',
    value: () => wassersteinDistance(pointsOnLine(line, P), pointsOnLine(line, pmf([0.7, 0.2, 0.1]))),
    expected: 1.2,
    within: 2 * ULP,
    source: 'closed form 0.6 + 0.6',
  },
  {
    name: 'F12: W₁ of the same numbers as positions',
    value: () => wassersteinDistance(pointsOnLine([0.1, 0.2, 0.7]), pointsOnLine([0.7, 0.2, 0.1])),
    expected: 0,
    within: 0,
    source: 'the same set',
  },
  {
    name: 'F14: D on disjoint supports',
    value: () => klDivergence(pmf([1, 0]), pmf([0, 1])),
    expected: Infinity,
    within: 0,
    source: 'definition',
  },
  {
    name: 'F14: Jeffreys on disjoint supports',
    value: () => jeffreysDivergence(pmf([1, 0]), pmf([0, 1])),
    expected: Infinity,
    within: 0,
    source: 'definition',
  },
  {
    name: 'F14: √JSD on disjoint supports',
    value: () => jensenShannonDistance(pmf([0.5, 0.5, 0]), pmf([0, 0, 1])),
    expected: sqrt(LN2),
    within: 0,
    source: 'closed form √log 2',
  },
  {
    name: 'F14: TV on disjoint supports',
    value: () => totalVariationDistance(pmf([0.5, 0.5, 0]), pmf([0, 0, 1])),
    expected: 1,
    within: 0,
    source: 'definition',
  },
  {
    name: 'F14: W₁ of two point masses is the gap',
    value: () => wassersteinDistance(pointsOnLine([-1.5]), pointsOnLine([2])),
    expected: 3.5,
    within: 0,
    source: 'definition',
  },
  {
    name: 'the entropy of a point mass',
    value: () => entropy(pmf([0, 1, 0])),
    expected: 0,
    within: 0,
    source: 'definition',
  },
  {
    name: 'the entropy of a fair coin is one bit',
    value: () => toBits(entropy(pmf([0.5, 0.5]))),
    expected: 1,
    within: 0,
    source: 'definition',
  },
  {
    name: 'the entropy of four equal weights',
    value: () => entropy(fromWeights([3, 3, 3, 3])),
    expected: 2 * LN2,
    within: 0,
    source: 'closed form 2 log 2',
  },
  {
    name: 'the cross-entropy of a fair coin under itself',
    value: () => crossEntropy(pmf([0.5, 0.5]), pmf([0.5, 0.5])),
    expected: LN2,
    within: 0,
    source: 'H(P, P) = H(P)',
  },
  {
    name: 'the cross-entropy of Q under a point mass outside its support',
    value: () => crossEntropy(pmf([1, 0]), pmf([0, 1])),
    expected: Infinity,
    within: 0,
    source: 'definition',
  },
  {
    name: 'TV of the two vectors of F1',
    value: () => totalVariationDistance(P, Q),
    expected: 0.7,
    within: 2 * ULP,
    source: 'closed form (0.7 + 0.1 + 0.6) / 2',
  },
  {
    name: 'D is finite where p/q overflows',
    value: () => klDivergence(pmf([1, 0]), fromWeights([2 ** -1000, 2 ** 24])),
    expected: 1024 * LN2,
    within: 2 * ULP,
    source: 'closed form 1024 log 2',
  },
];

describe('known answers', () => {
  for (const { name, value, expected, within, source } of rows) {
    test(`${name} (${source})`, () => {
      const actual = value();
      if (within === 0) expect(actual).toBe(expected);
      else expect(Math.abs(actual - expected)).toBeLessThanOrEqual(within * expected);
    });
  }
});

describe('zero is exact where the mathematics is', () => {
  const same = [pmf([0.1, 0.2, 0.7]), pmf([0.1, 0.2, 0.7])] as const;
  const proportional = [fromWeights([1, 2, 7]), fromWeights([3, 6, 21])] as const;
  for (const [name, [p, q]] of Object.entries({ 'equal pmfs': same, 'proportional weights': proportional })) {
    test(`every divergence of ${name} is +0`, () => {
      for (const divergence of [
        klDivergence,
        jeffreysDivergence,
        jensenShannonDivergence,
        jensenShannonDistance,
        totalVariationDistance,
      ]) {
        expect(divergence(p, q)).toBe(0);
      }
      expect(wassersteinDistance(pointsOnLine(line, p), pointsOnLine(line, q))).toBe(0);
    });
  }
});

test('weights keep what their sum would round away: 10⁵ : 2·10⁵ : 7·10⁵ are exact tenths', () => {
  const counts = fromWeights([100000, 200000, 700000]);
  expect([...counts]).toEqual([0.1, 0.2, 0.7]);
  expect(klDivergence(counts, fromWeights([1, 2, 7]))).toBe(0);
});
