import { describe, expect, test } from 'vitest';
import { checkStatement } from '../../src/formula/check.ts';
import { swapArguments } from '../../src/formula/lexer.ts';
import { mutants } from '../../src/formula/mutate.ts';
import { oracle } from '../oracle/oracle.ts';
import { notation } from './notation.ts';
import { givens, universal, worked } from './statements.ts';

const cases = [
  ...universal.map((tex) => ({ tex, scope: { notation } })),
  ...worked.map((tex) => ({ tex, scope: { notation, givens } })),
];

describe.each(cases)('$tex', ({ tex, scope }) => {
  test('holds', () => {
    expect(checkStatement(tex, scope, oracle).failures).toEqual([]);
  });

  test('is found wrong after any change of a digit, a sign, a relation or the order of arguments', () => {
    const all = [...mutants(tex, scope, oracle)];
    const unnoticed = all.filter((mutant) => checkStatement(mutant.tex, scope, oracle).failures.length === 0);
    expect(all.length).toBeGreaterThan(0);
    expect(unnoticed.map(({ description, tex: changed }) => `${description}: ${changed}`)).toEqual([]);
  });
});

test('exchanging arguments exchanges P with Q, and p with q, and leaves commands alone', () => {
  expect(swapArguments('\\KL{P}{Q} + \\Pr p_i \\quad \\text{P}')).toBe(
    '\\KL{Q}{P} + \\Pr q_i \\quad \\text{P}',
  );
});

test('a symmetric side is not exchanged, since that changes nothing', () => {
  const described = (tex: string): string[] =>
    [...mutants(tex, { notation }, oracle)].map(({ description }) => description);
  expect(described('\\JSD{P}{Q} \\le \\log 2').filter((text) => text.startsWith('P and Q'))).toEqual([]);
  expect(described('\\KL{P}{Q} \\ge 0').filter((text) => text.startsWith('P and Q'))).toEqual([]);
  expect(
    described('\\CE{P}{Q} = \\H{P} + \\KL{P}{Q}').filter((text) => text.startsWith('P and Q')),
  ).toHaveLength(2);
});
