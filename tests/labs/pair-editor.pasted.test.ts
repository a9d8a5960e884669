import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimalOf, whole } from '../../components/labs/masses.ts';
import { labelsOf } from '../../components/labs/pair-editor/model.ts';
import { readPasted } from '../../components/labs/pair-editor/pasted.ts';
import { pairs } from './pair-editor.arbitraries.ts';

const read = (text: string) => {
  const pasted = readPasted(text);
  if (typeof pasted === 'string') throw new Error(pasted);
  const { pmfs, names, rounded } = pasted;
  return { pair: { ...pmfs, labels: labelsOf(names) }, rounded };
};

test.each(['\t', ' ; ', ';', ', ', '  '])(
  'the table of any pair, its cells separated by %o, is that pair',
  (gap) => {
    fc.assert(
      fc.property(pairs, fc.boolean(), ({ P, Q, R }, named) => {
        const columns = R ? [P, Q, R] : [P, Q];
        const lines = P.map((_, x) =>
          [...(named ? [`n${x}`] : []), ...columns.map((masses) => decimalOf(masses[x]!))].join(gap),
        );
        const { pair, rounded } = read(`P${gap}Q${R ? `${gap}R` : ''}\r\n${lines.join('\r\n')}\n\n`);
        expect([pair.P, pair.Q, pair.R, rounded]).toEqual([P, Q, R, false]);
      }),
    );
  },
);

test('counts are divided by their sum, names and decimal commas are read', () => {
  expect(read('weather\tP\tQ\nvery rainy\t1\t0,25\nfair\t2\t0,75')).toEqual({
    pair: { P: [333_333, 666_667], Q: [250_000, 750_000], labels: ['very rainy', 'fair'] },
    rounded: true,
  });
  expect(read('1 8\n2 1\n7 1')).toEqual({
    pair: { P: [100_000, 200_000, 700_000], Q: [800_000, 100_000, 100_000], labels: ['a', 'b', 'c'] },
    rounded: false,
  });
});

test('three columns of numbers are P, Q and R, unless the heading calls the last one Q', () => {
  const numbers = '1 2 3\n2 1 3';
  expect(read(numbers).pair.R).toEqual([500_000, 500_000]);
  expect(read(`x P Q\n${numbers}`).pair).toEqual({
    P: [666_667, 333_333],
    Q: [500_000, 500_000],
    labels: ['1', '2'],
  });
  expect(read('low 1 2 3\nhigh 2 1 1').pair).toEqual({
    P: [333_333, 666_667],
    Q: [666_667, 333_333],
    R: [750_000, 250_000],
    labels: ['low', 'high'],
  });
});

test('whatever is pasted is a pair or a sentence that says what to write, and never throws', () => {
  const cell = fc.oneof(fc.constantFrom('0', '.5', '1e3', '-1', '999999999', '', 'x', ','), fc.string());
  const table = fc.array(
    fc.array(cell, { maxLength: 4 }).map((cells) => cells.join('\t')),
    { maxLength: 70 },
  );
  fc.assert(
    fc.property(
      table.map((lines) => lines.join('\n')),
      (text) => {
        const pasted = readPasted(text);
        if (typeof pasted === 'string') expect(pasted).toMatch(/[Nn]othing has changed\.$/);
        else
          for (const masses of Object.values(pasted.pmfs))
            expect(masses.reduce((a, b) => a + b, 0)).toBe(whole);
      },
    ),
  );
});

test.each([
  ['', 'Lines with numbers: 0; from 2 to 64 can be read'],
  ['0.5 0.5\n'.repeat(65), 'Lines with numbers: 65;'],
  ['0.5 0.5\n0.5 half', '“0.5 half” cannot be read; each line is an outcome'],
  ['0.5\n0.5', '“0.5” cannot be read'],
  ['1\t-1\n1\t2', '“1 -1” cannot be read'],
  ['0 1\n0 2', 'All numbers of P are zero'],
  ['1000000 1\n0.0001 1', 'P has numbers of more than 9 digits'],
  ['1 1 0\n1 1 0', 'All numbers of R are zero'],
  ['1 2 3 4\n1 2', '“1 2 3 4” cannot be read'],
])('%o is refused', (text, message) => {
  expect(readPasted(text)).toContain(message);
});
