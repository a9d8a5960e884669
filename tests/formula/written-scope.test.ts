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
const whole = define(page, 'M := \\tfrac12 P + \\tfrac12 S', 'r(x) := M(x) f(x)', 'u := \\KL{P}{Q}');

const formulas: readonly string[] = [
  '\\KL{P}{Q} \\ge 0',
  '\\sum_x P(x) \\log f(x) \\le \\log \\sum_x P(x) f(x)',
  '\\sum_x r(x) \\ge 0',
  '\\KL{\\hat{P}}{M} \\ge 0',
  's_i \\le 1',
  't^2 \\ge 0',
  '% where S \\ll P\n\\KL{P}{Q} + \\H{S} \\ge 0',
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
