import { expect, test } from 'vitest';
import type { Definition } from '../../src/formula/environment.ts';
import { readNotation, type Scope } from '../../src/formula/notation.ts';
import { readStatement } from '../../src/formula/statement.ts';
import { addsNothing, joinScopes, readScope, writeScope } from '../../src/formula/written-scope.ts';
import { notation } from './notation.ts';

const own = readNotation({
  f: { type: 'positive function', reads: 'f' },
  '\\hat{P}': { type: 'pmf', reads: 'the empirical distribution' },
  S: { type: 'pmf', reads: 'S' },
  s: { type: 'probability', reads: 's', masses: 'S' },
  t: { type: 'real', reads: 't' },
  f_1: { type: 'generator', reads: 'f one' },
  '\\mathcal{A}': { type: 'set', reads: 'a set' },
});
const page: Scope = { notation: { ...notation, ...own }, definitions: [] };
const define = (scope: Scope, ...tex: string[]): Scope => {
  const definitions: Definition[] = [...(scope.definitions ?? [])];
  for (const one of tex) {
    const statement = readStatement(one, { ...scope, definitions });
    if (statement.kind === 'definition') definitions.push(statement.definition);
  }
  return { ...scope, definitions };
};
const whole = define(
  page,
  'M := \\tfrac12 P + \\tfrac12 S',
  'r(x) := M(x) f(x)',
  'u := \\KL{P}{Q}',
  'g(t) := t \\log t',
  'g_1(t) := g(t) - t + 1',
  'f_1(t) := t \\log t',
  'V(f) := \\sum_x M(x) \\log f(x)',
  'L(f) := V(f) - \\sum_x Q(x) f(x)',
  'A(P, Q) := \\sum_x \\lvert P(x) - Q(x) \\rvert',
);

const formulas: readonly string[] = [
  '\\KL{P}{Q} \\ge 0',
  '\\sum_x P(x) \\log f(x) \\le \\log \\sum_x P(x) f(x)',
  '\\sum_x r(x) \\ge 0',
  '\\KL{\\hat{P}}{M} \\ge 0',
  's_i \\le 1',
  't^2 \\ge 0',
  '% where S \\ll P\n\\KL{P}{Q} + \\H{S} \\ge 0',
  'g_1(t) \\ge 0',
  "g'(t) = \\log t + 1",
  '\\FDiv{f_1}{P}{Q} = \\KL{P}{Q}',
  'V(f) \\le \\log \\sum_x M(x) f(x)',
  '\\begin{aligned} A(P, Q) &= 2 \\TV{P}{Q} \\\\ &\\le 2 \\end{aligned}',
  '\\sqrt{\\frac{A(P, M)}{2}} \\le 1',
];

test.each(formulas)('%s is read elsewhere as on its page, with what is written of its scope', (tex) => {
  const written = writeScope(tex, whole, notation);
  const there = readScope(written, notation);
  const source = tex.replace(/^%.*\n/, '');
  const plain = (scope: Scope) => JSON.stringify(readStatement(source, scope));
  expect(plain(there)).toBe(plain(whole));
  expect(JSON.parse(JSON.stringify(written))).toEqual(written);
});

test('nothing more is written than a formula needs', () => {
  expect(addsNothing(writeScope('\\KL{P}{Q} \\ge 0', page, notation))).toBe(false);
  expect(addsNothing(writeScope('\\KL{P}{Q} \\ge 0', { notation }, notation))).toBe(true);
  expect(writeScope('\\sum_x r(x) \\ge 0', whole, notation).definitions).toEqual([
    'M := \\tfrac12 P + \\tfrac12 S',
    'r(x) := M(x) f(x)',
  ]);
  expect(Object.keys(writeScope('\\sum_x r(x) \\ge 0', whole, notation).symbols).sort()).toEqual([
    'S',
    '\\mathcal{A}',
    'f',
    's',
  ]);
});

test('a function or functional is written with those that it is made of, and no other', () => {
  const definitions = (tex: string) => writeScope(tex, whole, notation).definitions;
  expect(definitions('g_1(t) \\ge 0')).toEqual(['g(t) := t \\log t', 'g_1(t) := g(t) - t + 1']);
  expect(definitions('L(f) \\le 0')).toEqual([
    'M := \\tfrac12 P + \\tfrac12 S',
    'V(f) := \\sum_x M(x) \\log f(x)',
    'L(f) := V(f) - \\sum_x Q(x) f(x)',
  ]);
  expect(definitions('A(P, Q) \\ge 0')).toEqual(['A(P, Q) := \\sum_x \\lvert P(x) - Q(x) \\rvert']);
  expect(Object.keys(writeScope('g(t) \\ge 0', whole, notation).symbols)).toContain('t');
  expect(Object.keys(writeScope('V(f) \\ge 0', whole, notation).symbols)).toContain('f');
});

test('what two formulas of a page need is joined without doubling', () => {
  const [one, other] = [
    writeScope('\\H{M} \\ge 0', whole, notation),
    writeScope('\\sum_x r(x) \\ge 0', whole, notation),
  ];
  expect(joinScopes(one, other)).toEqual(other);
});

test('what defines nothing is refused', () => {
  expect(() => readScope({ symbols: {}, definitions: ['\\KL{P}{Q} \\ge 0'] }, notation)).toThrow(
    'defines nothing',
  );
});
