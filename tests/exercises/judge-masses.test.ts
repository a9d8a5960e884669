import { expect, test } from 'vitest';
import { judgeMasses } from '../../components/exercises/judge-masses.ts';

const asked = [0.45, 0.25, 0.3].map((value) => ({ value, unit: '' as const, digits: 4 }));
const third = [1 / 3, 1 / 3, 1 / 3].map((value) => ({ value, unit: '' as const, digits: 4 }));
const verdict = (text: string) => judgeMasses(text, asked, [[0.1, 0.2, 0.7]]);

test.each(['0.45, 0.25, 0.3', '(0.45, 1/4, 3/10)', '0.4500 0.2500 0.3000', '.45;.25;.3'])(
  '%s is right',
  (text) => {
    expect(verdict(text)).toEqual({ kind: 'right' });
  },
);

test('thirds are right as fractions and to the digits asked for', () => {
  expect(judgeMasses('1/3, 1/3, 1/3', third, [])).toEqual({ kind: 'right' });
  expect(judgeMasses('0.3333, 0.3333, 0.3333', third, [])).toEqual({ kind: 'right' });
  expect(judgeMasses('0.33, 0.33, 0.33', third, [])).toEqual({ kind: 'coarse' });
});

test('what is wrong is told: a mistake, the order, the sum, the count, the first wrong mass', () => {
  expect(verdict('0.1, 0.2, 0.7')).toEqual({ kind: 'slip', slip: 0, inOtherUnit: false });
  expect(verdict('0.3, 0.45, 0.25')).toEqual({ kind: 'order' });
  expect(verdict('0.45, 0.25, 0.4')).toEqual({ kind: 'sum' });
  expect(verdict('0.45, 0.55')).toEqual({ kind: 'count' });
  expect(verdict('0.45, 0.35, 0.2')).toEqual({ kind: 'mass', outcome: 1 });
  expect(verdict('')).toEqual({ kind: 'empty' });
  expect(verdict('a, b, c')).toEqual({ kind: 'list' });
});
