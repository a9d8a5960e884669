import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  conditionalEntropy,
  jointEntropy,
  jointPmf,
  logSoftmax,
  mutualInformation,
  perplexity,
  softmax,
  surprisal,
  type JointPmf,
} from '../../../src/core/index.ts';
import { relativeError, ulpError } from '../measure.ts';

interface Joint {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly p: readonly number[];
  readonly values: Readonly<Record<string, string | readonly string[]>>;
}

interface Logits {
  readonly name: string;
  readonly logits: readonly number[];
  readonly values: { readonly softmax: readonly string[]; readonly logSoftmax: readonly string[] };
}

const url = new URL('../../reference/information.json', import.meta.url);
const { cases, logits } = JSON.parse(readFileSync(url, 'utf8')) as {
  readonly cases: readonly Joint[];
  readonly logits: readonly Logits[];
};

const quantities: Readonly<Record<string, (joint: JointPmf) => number>> = {
  jointEntropy,
  givenRows: (joint) => conditionalEntropy(joint, { given: 'rows' }),
  givenColumns: (joint) => conditionalEntropy(joint, { given: 'columns' }),
  mutualInformation,
  perplexity: ({ pairs }) => perplexity(pairs),
};

/** In units of 2⁻⁵³: as the comments of the functions promise, or two last places where the value is subnormal. */
function error(actual: number, expected: string): number {
  const inUlps = 2 * ulpError(actual, expected);
  const relative = relativeError(actual, expected);
  return inUlps < relative ? inUlps : relative;
}

// Masses are divided by their sum, which is kept to 106 bits: independent ones leave some 2⁻²⁰⁰.
const FLOOR = 2 ** -200;

describe('information of joint pmfs (generate-information.py, mpmath, 500 digits)', () => {
  for (const { name, rows, columns, p, values } of cases) {
    test(`${name}: every quantity is within its bound`, () => {
      const joint = jointPmf(p, { rows, columns });
      for (const [quantity, of] of Object.entries(quantities)) {
        const actual = of(joint);
        const expected = values[quantity] as string;
        const close = error(actual, expected) <= (quantity === 'perplexity' ? 32 : 12);
        const zero = quantity === 'mutualInformation' && actual >= 0 && actual + Number(expected) < FLOOR;
        expect(close || zero, `${quantity} is ${actual}, expected ${expected}`).toBe(true);
      }
    });

    test(`${name}: the surprisal of every pair is within 8 units of 2⁻⁵³`, () => {
      const { pairs } = jointPmf(p, { rows, columns });
      (values['surprisals'] as readonly string[]).forEach((expected, x) => {
        expect(error(surprisal(pairs, x), expected), `outcome ${x}`).toBeLessThanOrEqual(8);
      });
    });
  }
});

describe('softmax and its logarithm (generate-information.py, mpmath, 500 digits)', () => {
  for (const { name, logits: z, values } of logits) {
    test(`${name}: probabilities are within 4 units of 2⁻⁵³, their logarithms within 6`, () => {
      const probabilities = softmax(z);
      const logarithms = logSoftmax(z);
      values.softmax.forEach((expected, x) => {
        expect(error(probabilities[x]!, expected), `softmax(z)(${x})`).toBeLessThanOrEqual(4);
        expect(
          error(logarithms[x]!, values.logSoftmax[x]!),
          `its logarithm ${logarithms[x]}`,
        ).toBeLessThanOrEqual(6);
      });
    });
  }

  test('a logit of −∞ is probability 0', () => {
    expect([...softmax([0, -Infinity, 0])]).toEqual([0.5, 0, 0.5]);
    expect([...logSoftmax([0, -Infinity])]).toEqual([0, -Infinity]);
  });
});
