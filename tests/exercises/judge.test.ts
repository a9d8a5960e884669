import { expect, test } from 'vitest';
import { judge, type Asked } from '../../components/exercises/judge.ts';
import { readNumber } from '../../components/exercises/typed-number.ts';

/** F1 of the known answers: both directions of the pair of the script. */
const forward = 1.2928223862827246;
const asked: Asked = { value: forward, unit: 'nats', digits: 4 };
const mistakes = [{ value: 1.399647500382343, unit: 'nats' as const }];
const verdict = (text: string, of: Partial<Asked> = {}) => judge(text, { ...asked, ...of }, mistakes);
const kind = (text: string, of: Partial<Asked> = {}) => verdict(text, of).kind;

test.each([
  '1.293',
  '1.2928',
  '1.29282',
  '1.2928224',
  '1.2926',
  '+1.293',
  '12.93e-1',
  '1.2928 nats',
  '1.2928nat',
  '1.8651 bits',
])('what is right to the digits asked for, or beyond them: %s', (text) =>
  expect(kind(text)).toBe(text.includes('bits') ? 'other unit' : 'right'),
);

test('rounding has a little room in the last place, and no more', () => {
  expect(kind('1.293')).toBe('right');
  expect(kind('1.294')).toBe('near');
  expect(kind('1.300')).toBe('large');
});

test('too few digits are right as far as they go', () => {
  expect(kind('1.29')).toBe('coarse');
  expect(kind('1.3')).toBe('coarse');
  // One digit agrees by chance.
  expect(kind('1')).toBe('small');
});

test('the value in the other unit is told, and so is a slip, in either unit', () => {
  expect(kind('1.8651')).toBe('other unit');
  expect(verdict('1.3996')).toEqual({ kind: 'slip', slip: 0, inOtherUnit: false });
  expect(verdict('1.40')).toEqual({ kind: 'slip', slip: 0, inOtherUnit: false });
  expect(verdict('2.0193')).toEqual({ kind: 'slip', slip: 0, inOtherUnit: true });
  expect(kind('0.8961', { value: forward / Math.LN2, unit: 'bits' })).toBe('small');
});

test('a wrong sign is told, and on which side the answer lies', () => {
  expect(kind('−1.2928')).toBe('sign');
  expect(kind('0.5')).toBe('small');
  expect(kind('17')).toBe('large');
  expect(kind('inf')).toBe('large');
});

test('infinity is an answer', () => {
  for (const text of ['∞', 'inf', 'Infinity', '+∞']) expect(kind(text, { value: Infinity })).toBe('right');
  expect(kind('1000', { value: Infinity })).toBe('small');
});

test('zero is an answer, to as many places as digits are asked for', () => {
  for (const text of ['0', '0.0000', '0.00001']) expect(kind(text, { value: 0 })).toBe('right');
  expect(kind('0.001', { value: 0 })).toBe('large');
});

test('an exact value may be written in its shortest form or as a fraction', () => {
  for (const text of ['0.25', '1/4', '.25', '2.5e-1', '0.2500'])
    expect(kind(text, { value: 0.25 })).toBe('right');
  expect(kind('1/3', { value: 0.25 })).toBe('large');
});

test('what cannot be read is not judged', () => {
  expect(kind('')).toBe('empty');
  expect(kind('log 2')).toBe('unreadable');
  expect(kind('1,2928')).toBe('comma');
  expect(kind('1/0')).toBe('unreadable');
});

test.each([
  ['2.1e-3', 2.1e-3, 2],
  ['2.1 × 10⁻³', 2.1e-3, 2],
  ['2.1*10^-3', 2.1e-3, 2],
  ['−0.050', -0.05, 2],
  ['0.00', 0, 2],
  ['007', 7, 1],
])('%s is read as a number with its digits', (text, value, digits) => {
  expect(readNumber(text)).toMatchObject({ value, digits });
});
