import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  chiSquaredDivergence,
  chiSquaredDivergenceGradient,
  crossEntropy,
  crossEntropyGradient,
  entropy,
  entropyGradient,
  jensenShannonDivergenceGradient,
  klDivergence,
  klDivergenceGradient,
  pmf,
  reverseKlDivergenceGradient,
  skewDivergence,
  squaredHellingerDivergence,
  squaredHellingerDivergenceGradient,
  type GradientVariable,
  type Pmf,
} from '../../../src/core/index.ts';
import { exactly } from '../measure.ts';
import { readReference } from '../reference.ts';

const U = 2 ** -53;
const { abs, log, sqrt } = Math;

type Gradient = (p: Pmf, q: Pmf, options: { readonly withRespectTo: GradientVariable }) => Float64Array;
/** The size of the summands of an entry at masses a, b, that its error is a multiple of. */
type Size = (a: number, b: number, p: Pmf, q: Pmf) => number;

const none: Size = () => 0;

/** Each gradient with the sizes that its comment names, for p, q and their logits; 0 where the entry alone counts. */
const gradients: Readonly<Record<string, readonly [Gradient, Partial<Record<GradientVariable, Size>>]>> = {
  kl: [
    klDivergenceGradient,
    {
      p: (a, b) => abs(log(a / b)) + 1,
      q: none,
      logitsOfP: (a, b, p, q) => a * (abs(log(a / b)) + klDivergence(p, q)),
      logitsOfQ: none,
    },
  ],
  reverseKl: [
    reverseKlDivergenceGradient,
    {
      p: none,
      q: (a, b) => abs(log(a / b)) + 1,
      logitsOfP: none,
      logitsOfQ: (a, b, p, q) => b * (abs(log(a / b)) + klDivergence(q, p)),
    },
  ],
  crossEntropy: [
    crossEntropyGradient,
    {
      p: (_, b) => abs(log(b)) + 1,
      q: none,
      logitsOfP: (a, b, p, q) => a * (abs(log(b)) + crossEntropy(p, q)),
      logitsOfQ: none,
    },
  ],
  jensenShannon: [
    jensenShannonDivergenceGradient,
    {
      p: none,
      q: none,
      logitsOfP: (a, b, p, q) =>
        (a / 2) * (abs(log((2 * a) / (a + b))) + skewDivergence(p, q, { skew: 0.5 })),
      logitsOfQ: (a, b, p, q) =>
        (b / 2) * (abs(log((2 * b) / (a + b))) + skewDivergence(q, p, { skew: 0.5 })),
    },
  ],
  squaredHellinger: [
    squaredHellingerDivergenceGradient,
    {
      p: none,
      q: none,
      logitsOfP: (a, b, p, q) => abs(a - sqrt(a * b)) + a * squaredHellingerDivergence(p, q),
      logitsOfQ: (a, b, p, q) => abs(b - sqrt(a * b)) + b * squaredHellingerDivergence(p, q),
    },
  ],
  chiSquared: [
    chiSquaredDivergenceGradient,
    {
      p: none,
      q: none,
      logitsOfP: (a, b, p, q) => 2 * a * (abs((a - b) / b) + chiSquaredDivergence(p, q)),
      logitsOfQ: (a, b, p, q) => b * chiSquaredDivergence(p, q) + (abs(a - b) / b) * (a + b),
    },
  ],
  entropy: [
    (p, _, { withRespectTo }) => entropyGradient(p, { withRespectTo: withRespectTo as 'p' }),
    { p: (a) => abs(log(a)) + 1, logitsOfP: (a, _, p) => a * (abs(log(a)) + entropy(p)) },
  ],
};

interface Row {
  readonly at: number;
  readonly name: string;
  readonly values: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

const url = new URL('../../reference/gradients.json', import.meta.url);
const { cases } = JSON.parse(readFileSync(url, 'utf8')) as { readonly cases: readonly Row[] };
const inputs = readReference('pmfs.json');

/** Multiples of u = 2⁻⁵³; the largest that the comments of the gradients promise. */
const UNITS = 20;

describe('gradients are the central differences at 500 digits (generate-information.py)', () => {
  for (const { at, name, values } of cases) {
    const p = pmf(inputs[at]!.p);
    const q = pmf(inputs[at]!.q);
    for (const [quantity, [gradient, sizes]] of Object.entries(gradients)) {
      test(`${name}: ${quantity}`, () => {
        for (const [variable, size] of Object.entries(sizes)) {
          const withRespectTo = variable as GradientVariable;
          const entries = gradient(p, q, { withRespectTo });
          values[quantity]![variable]!.forEach((expected, x) => {
            const off = exactly(entries[x]!).minus(expected).abs().toNumber();
            const within = UNITS * U * (abs(Number(expected)) + size(p[x]!, q[x]!, p, q));
            expect(off, `∂/∂${variable}(${x}) is ${entries[x]}, expected ${expected}`).toBeLessThanOrEqual(
              within,
            );
          });
        }
      });
    }
  }
});

describe('gradients at masses of 0 are one-sided', () => {
  const p = pmf([0, 0.5, 0.5, 0]);
  const q = pmf([0.25, 0.25, 0.5, 0]);
  const of = (gradient: Gradient, variable: GradientVariable, first = p, second = q) => [
    ...gradient(first, second, { withRespectTo: variable }),
  ];

  test('KL: steep where P vanishes, undefined by nothing where Q does', () => {
    expect(of(klDivergenceGradient, 'p')).toEqual([-Infinity, expect.closeTo(log(2) + 1, 15), 1, Infinity]);
    expect(of(klDivergenceGradient, 'q')).toEqual([0, -2, -1, 0]);
    expect(of(klDivergenceGradient, 'logitsOfQ')).toEqual([0.25, -0.25, 0, 0]);
    expect(of(klDivergenceGradient, 'logitsOfP')[0]).toBe(0);
    expect(of(reverseKlDivergenceGradient, 'q', q, p)).toEqual(of(klDivergenceGradient, 'p'));
  });

  test('Jensen–Shannon, Hellinger and χ²', () => {
    expect(of(jensenShannonDivergenceGradient, 'p')).toEqual([-Infinity, expect.any(Number), 0, log(2) / 2]);
    expect(of(jensenShannonDivergenceGradient, 'q')).toEqual([log(2) / 2, expect.any(Number), 0, log(2) / 2]);
    expect(of(squaredHellingerDivergenceGradient, 'p')).toEqual([-Infinity, expect.any(Number), 0, 0.5]);
    expect(of(squaredHellingerDivergenceGradient, 'logitsOfP')[0]).toBe(0);
    expect(of(chiSquaredDivergenceGradient, 'p')).toEqual([-2, 2, 0, Infinity]);
    expect(of(chiSquaredDivergenceGradient, 'q')).toEqual([1, -3, 0, 1]);
  });

  test('entropy and cross-entropy', () => {
    expect([...entropyGradient(p, { withRespectTo: 'p' })][0]).toBe(Infinity);
    expect([...entropyGradient(p, { withRespectTo: 'logitsOfP' })]).toEqual([0, 0, 0, 0]);
    expect(of(crossEntropyGradient, 'p')[3]).toBe(Infinity);
    expect(of(crossEntropyGradient, 'logitsOfQ')).toEqual([0.25, -0.25, 0, 0]);
  });
});

test('the gradient with respect to logits sums to 0 for every quantity', () => {
  const p = pmf([0.1, 0.2, 0.7]);
  const q = pmf([0.5, 0.25, 0.25]);
  for (const [name, [gradient, sizes]] of Object.entries(gradients)) {
    for (const variable of Object.keys(sizes).filter((v) => v.startsWith('logits'))) {
      const entries = gradient(p, q, { withRespectTo: variable as GradientVariable });
      expect(abs(entries.reduce((a, b) => a + b)), `${name}, ${variable}`).toBeLessThan(1e-14);
    }
  }
});
