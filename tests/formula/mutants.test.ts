import { describe, expect, test } from 'vitest';
import { checkStatement } from '../../src/formula/check.ts';
import { swapArguments } from '../../src/formula/lexer.ts';
import { KINDS, type Kind } from '../../src/formula/mutations/edit.ts';
import { equivalence } from '../../src/formula/mutations/equivalence.ts';
import { mutants } from '../../src/formula/mutations/mutants.ts';
import { oracle } from '../oracle/oracle.ts';
import { notation } from './notation.ts';
import { givens, universal, worked } from './statements.ts';
import { unnoticed } from './unnoticed.ts';

const cases = [
  ...universal.map((tex) => ({ tex, scope: { notation } })),
  ...worked.map((tex) => ({ tex, scope: { notation, givens } })),
];
/** True as well, with the reason. */
const spared = [
  // P(x) is 0 there, so that nothing that it is multiplied with matters.
  /^[^:]*: P\(x\) = 0 \\implies/,
  // Twice a distance is a weaker bound, and still tight where that distance is 0.
  /^\\JSDist\{.\}\{.\} doubled: \\JSDist\{P\}\{R\} \\le/,
];

describe.each(cases)('$tex', ({ tex, scope }) => {
  test('holds', () => {
    expect(checkStatement(tex, scope, oracle).failures).toEqual([]);
  });

  test('is found wrong after any change', () => {
    expect(mutants(tex, scope).length).toBeGreaterThan(3);
    const found = unnoticed(tex, scope).filter((each) => !spared.some((pattern) => pattern.test(each)));
    expect(found).toEqual([]);
  });
});

/** The changes of one kind, as the changed formulas. */
const changed = (tex: string, kind: Kind): string[] =>
  mutants(tex, { notation })
    .filter((mutant) => mutant.kind === kind)
    .map((mutant) => mutant.tex);

const examples: Record<Kind, readonly [string, readonly string[]]> = {
  digit: ['\\KL{P}{Q} \\ge 0', ['\\KL{P}{Q} \\ge 1', '\\KL{P}{Q} \\ge 5']],
  sign: ['\\H{P} - \\H{Q} = 0', ['\\H{P} + \\H{Q} = 0']],
  relation: ['\\H{P} \\le \\log n', ['\\H{P} \\ge  \\log n', '\\H{P} < \\log n']],
  arguments: ['\\KL{P}{R} = 0', ['\\KL{Q}{R} = 0', '\\KL{R}{P} = 0']],
  letter: ['\\KL{P}{R} = 0', ['\\KL{R}{R} = 0', '\\KL{P}{P} = 0']],
  'term dropped': ['a - b + t = 0', [' - b + t = 0', 'a  + t = 0', 'a - b  = 0']],
  'term doubled': ['-a + b = 0', ['-a - a + b = 0', '-a + b + b = 0']],
  factor: [
    'a \\cdot b / t = \\frac{u}{\\lambda}',
    [
      ...['b / t = \\frac{u}{\\lambda}', 'a / t = \\frac{u}{\\lambda}', 'a \\cdot b = \\frac{u}{\\lambda}'],
      ...['a \\cdot b / t = \\frac{1}{\\lambda}', 'a \\cdot b / t = \\frac{u}{1}'],
    ],
  ],
  logarithm: ['\\log t = \\log_3 u', ['\\log_2  t = \\log_3 u', '\\log t = \\log u']],
  index: ['\\sum_x P(x) = 1', ['\\sum_y P(x) = 1', '\\sum_x P(y) = 1']],
  exponent: ['t^a = \\sqrt{u}', ['t = \\sqrt{u}', 't^{a + 1} = \\sqrt{u}', 't^a = (u)']],
  condition: ['\\sum_{x : P(x) > 0} Q(x) \\le 1', ['\\sum_{x } Q(x) \\le 1']],
  extremum: ['\\max_x P(x) = 1', ['\\min_x P(x) = 1']],
  bounds: ['\\sum_{i=1}^{n} p_i = 1', ['\\sum_{i=n}^{1} p_i = 1']],
};

test.each(KINDS)('what a change of the kind %s is', (kind) => {
  const [tex, made] = examples[kind];
  expect(changed(tex, kind)).toEqual(made);
});

test('only what can still be read is a change, and only what says something else', () => {
  expect(mutants('\\sum_x P(x) = 1', { notation }).filter(({ kind }) => kind === 'factor')).toHaveLength(1);
  expect(changed('\\H{P} = \\H{P}', 'bounds')).toEqual([]);
  expect(mutants('\\suppose{P = Q}', { notation })).toEqual([]);
  expect(mutants('\\KL{P', { notation })).toEqual([]);
});

test.each([
  ['\\JSD{P}{Q} \\le \\log 2', '\\JSD{Q}{P} \\le \\log 2', 'other order'],
  ['a + b = t u', 'u t = b + a', 'other order'],
  ['\\KL{P}{Q} \\ge 0', '\\KL{Q}{P} \\ge 0', 'other names'],
  ['\\H{P} \\le \\log n', '\\H{R} \\le \\log n', 'other names'],
  ['\\KL{P}{Q} \\ge \\KL{Q}{R}', '\\KL{Q}{R} \\ge \\KL{R}{P}', 'other names'],
  ['\\KL{P}{Q} \\ge \\KL{Q}{R}', '\\KL{P}{Q} \\ge \\KL{R}{Q}', undefined],
  ['% where P \\ll Q\n\\KL{P}{Q} \\ge 0', '% where P \\ll Q\n\\KL{Q}{P} \\ge 0', undefined],
  ['\\H{P} = \\log 1 + \\H{P}', '\\H{P} = \\log_2 1 + \\H{P}', 'same values'],
  ['\\KL{P}{Q} \\ge 0', '\\KL{P}{Q} + \\KL{P}{Q} \\ge 0', 'beside 0 or ∞'],
  ['\\KL{P}{Q} \\ge 0', '-\\KL{P}{Q} \\ge 0', undefined],
  ['\\KL{P}{Q} \\ge 0', '\\KL{P}{Q} + \\H{P} \\ge 0', undefined],
  ['\\KL{P}{Q} \\ge \\H{P}', '\\KL{P}{Q} + \\KL{P}{Q} \\ge \\H{P}', undefined],
  ['P \\ll Q \\iff \\KL{P}{Q} < \\infty', 'P + P \\ll Q \\iff \\KL{P}{Q} < \\infty', 'same support'],
  ['P \\ll Q \\iff \\KL{P}{Q} < \\infty', 'P + Q \\ll Q \\iff \\KL{P}{Q} < \\infty', undefined],
  ['\\KL{P}{Q} \\ne \\KL{Q}{P}', '\\KL{P}{Q} \\ne 2 \\KL{Q}{P}', 'one witness'],
  ['\\KL{P}{Q} \\ne \\KL{Q}{P}', '\\KL{P}{Q} = \\KL{Q}{P}', undefined],
])('%s and %s: %s', (tex, other, reason) => {
  expect(equivalence(tex, other, { notation }, oracle)).toBe(reason);
});

test('exchanging arguments exchanges P with Q, and p with q, and leaves commands alone', () => {
  expect(swapArguments('\\KL{P}{Q} + \\Pr p_i \\quad \\text{P}')).toBe(
    '\\KL{Q}{P} + \\Pr q_i \\quad \\text{P}',
  );
});
