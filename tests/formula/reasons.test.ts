import { expect, test } from 'vitest';
import { readReasons } from '../../src/formula/reasons.ts';
import { checkStatement } from '../../src/formula/check.ts';
import { oracle } from '../oracle/oracle.ts';
import { notation } from './notation.ts';

const rows = (tex: string) =>
  readReasons(tex).map(({ row, names }) => [row, ...names.map(({ name }) => name)]);

test('a comment above a formula gives the reason of the whole of it', () => {
  expect(rows('% by: jensen\n\\KL{P}{Q} \\ge 0')).toEqual([[0, 'jensen']]);
  expect(rows('% by: jensen\n\\begin{aligned}\na &= b \\\\\n&= c\n\\end{aligned}')).toEqual([[0, 'jensen']]);
});

test('a comment behind a row, or on a line of its own above it, gives the reason of that row', () => {
  const tex =
    '\\begin{aligned}\na &= b \\\\ % by: one\n&= c \\\\[1em] % by: two\n% by: three, kl/four\n&\\le d % by: five\n\\end{aligned}';
  expect(rows(tex)).toEqual([
    [1, 'one'],
    [2, 'two'],
    [3, 'three', 'kl/four', 'five'],
  ]);
});

test('the rows of an environment inside a row are not counted', () => {
  const tex =
    '\\begin{aligned}\na &= \\begin{cases} b \\\\ c \\end{cases} \\\\ % by: one\n&= d % by: two\n\\end{aligned}';
  expect(rows(tex)).toEqual([
    [1, 'one'],
    [2, 'two'],
  ]);
});

test('each name is found where it stands', () => {
  const tex = '% by: jensen,  kl/nonneg\n\\KL{P}{Q} \\ge 0';
  const names = readReasons(tex).flatMap((reason) => reason.names);
  expect(names.map(({ name, at }) => tex.slice(at, at + name.length))).toEqual(['jensen', 'kl/nonneg']);
  expect(names).toHaveLength(2);
});

test.each(['% by', '% by jensen', '% by: ', '% by: Jensen’s inequality', '% by: a/b/c'])(
  '%j is refused, with the way to write it',
  (comment) => {
    const { failures } = checkStatement(`${comment}\n\\KL{P}{Q} \\ge 0`, { notation }, oracle);
    expect(failures.map(({ message }) => message)).toEqual([
      '`% by` names items of the site; write it as `% by: jensen, kl/nonneg`',
    ]);
  },
);
