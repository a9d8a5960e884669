import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical, notPmf, readMasses } from '../../components/explorer/decimals.ts';
import { readFields } from '../../components/explorer/fields.ts';
import { markup } from '../../components/explorer/html.ts';
import { limits } from '../../components/explorer/limits.ts';
import { readFormula } from '../../components/explorer/reading.ts';
import { problemHtml, readingHtml } from '../../components/explorer/result.ts';
import { examples, initial, presets, readQuery, writeQuery } from '../../components/explorer/state.ts';
import { nothingAdded, type WrittenScope } from '../../src/formula/written-scope.ts';
import { notation } from '../formula/notation.ts';
import { oracleValue } from '../formula/oracle-value.ts';
import { roundTo } from '../oracle/round.ts';

const outcomes = fc.integer({ min: limits.fewestOutcomes, max: limits.mostOutcomes });
/** Masses as canonical decimals that add up to one. */
const masses = (count: number) =>
  fc
    .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: count - 1, maxLength: count - 1 })
    .map((cuts) => [0, ...[...cuts].sort((a, b) => a - b), 1_000_000])
    .map((ends) => ends.slice(1).map((end, x) => canonical(((end - ends[x]!) / 1e6).toFixed(6))!));
const added: WrittenScope = {
  symbols: {
    f: { type: 'positive function', reads: 'f' },
    '\\hat{P}_n': { type: 'pmf', reads: '\\hat{P}_n' },
    s: { type: 'probability', reads: 's', masses: 'S' },
    K: { type: 'channel', reads: 'K', sizes: ['n', 'm'] },
    '\\pi': { type: 'coupling', reads: '\\pi', of: ['P', 'Q'] },
  },
  definitions: ['M := \\tfrac12 P + \\tfrac12 Q', 'r(x) := P(x) f(x)'],
};
const state = fc
  .tuple(outcomes, fc.string({ minLength: 1, maxLength: 60 }), fc.nat(999_999_999))
  .chain(([count, tex, seed]) =>
    fc.record({
      tex: fc.constant(tex.trim() || 'P'),
      scope: fc.constantFrom(nothingAdded, added),
      seed: fc.constant(seed),
      values: fc.record({
        P: masses(count),
        Q: masses(count),
        R: masses(count),
        '\\lambda': fc.constant('0.25'),
        "\\hat{P}_n'": masses(count),
      }),
    }),
  );

test('a link brings back the very state that it was made from', () => {
  fc.assert(
    fc.property(state, (one) => {
      expect(readQuery(writeQuery(one))).toEqual({ state: one, unreadable: false });
    }),
  );
});

test('any garbage in the address gives the state that the page starts with, and a note', () => {
  const garbage = [
    '?at=2~P_0.5_0.5',
    '?at=1~P_0.5_0.6',
    '?at=1~P_0.5_0.5~Q_1_0_0',
    '?at=1~P_0.50_0.5',
    '?at=1~P_1e9_0',
    '?at=1~__proto__',
    '?at=1~P_0.5_0.5~seed_-1',
    `?at=1~${'P_0.5_0.5~'.repeat(40)}`,
    '?f=',
    `?f=${'x'.repeat(limits.tex + 1)}`,
    '?at=%00',
  ];
  for (const search of garbage)
    expect(readQuery(search), search).toEqual({ state: initial, unreadable: true });
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), (text) => {
      const { state: read } = readQuery(`?at=${encodeURIComponent(text)}`);
      for (const value of Object.values(read.values)) {
        if (typeof value !== 'string') expect(notPmf('P', value)).toBeUndefined();
      }
    }),
  );
});

test('a decimal has one canonical form', () => {
  expect(['.5', '0.50', '00.5', '1.', '-0', '0,5', '1e3', '', '-.25'].map(canonical)).toEqual([
    '0.5',
    '0.5',
    '0.5',
    '1',
    '0',
    undefined,
    undefined,
    undefined,
    '-0.25',
  ]);
});

test('what is no pmf is refused with its reason', () => {
  const problem = (text: string) => {
    const read = readMasses('P', text);
    return 'problem' in read ? read.problem : undefined;
  };
  expect(readMasses('P', '(0.1, 0.2, .70)')).toEqual(['0.1', '0.2', '0.7']);
  expect(readMasses('P', '0.1 0.2  0.7')).toEqual(['0.1', '0.2', '0.7']);
  expect(problem('0.5, 0.6')).toBe('P sums to 1.1, not 1');
  expect(problem('1.5, -0.5')).toBe('P(1) is 1.5; every probability must lie in [0, 1]');
  expect(problem('1')).toContain('from 2 to 12');
  expect(problem('0.5, half')).toContain('“half” is not a decimal');
  expect(problem('0 '.repeat(13))).toContain('13 outcomes');
});

test('fields are taken over together or not at all', () => {
  const typed = (P: string, Q: string, t = '2') => [
    { name: 'P', text: P, before: ['0.5', '0.5'] },
    { name: 'Q', text: Q, before: ['0.5', '0.5'] },
    { name: '\\lambda', text: t, before: '0.5' },
  ];
  const type = (name: string) => (name === '\\lambda' ? 'probability' : 'pmf');
  expect(readFields(typed('0.5,0.5', '1,0', '0.1'), type)).toEqual({
    values: { P: ['0.5', '0.5'], Q: ['1', '0'], '\\lambda': '0.1' },
  });
  expect(readFields(typed('0.5,0.25,0.25', '1,0'), type)).toMatchObject({ name: 'Q' });
  expect(readFields(typed('0.5,0.5', '1,0'), type)).toMatchObject({
    name: '\\lambda',
    problem: 'λ is 2, which is not between 0 and 1',
  });
});

const mayBeShown = [
  ...examples.map(({ tex }) => tex),
  '\\begin{aligned} \\KL{P}{Q} &\\le \\log 2 \\\\ &< 2 \\end{aligned}',
  '\\lambda \\KL{P}{Q} + (1 - \\lambda) \\KL{R}{Q} \\ge \\KL{\\lambda P + (1 - \\lambda) R}{Q}',
  '\\TV{P}{Q}^2 \\le \\tfrac12 \\KL{P}{Q} \\implies P \\ll Q',
  'P(1) \\log 3 + \\W{1}{P}{Q}, \\H{P}',
  '\\CE{P}{Q} - \\H{P} - \\KL{P}{Q} = 0',
  '\\frac{\\KL{P}{Q}}{\\log 2} \\text{ if } P \\ll Q',
];

test('every value shown is the right one, rounded rightly, in its unit', () => {
  let shown = 0;
  for (const tex of mayBeShown) {
    for (const { values } of presets) {
      const reading = readFormula(tex, values, { notation });
      for (const row of reading.rows) {
        if ('why' in row.shown) continue;
        const { of, unit, text, value } = row.shown;
        const exact = oracleValue(of, reading.values, unit);
        const token = unit ? text.slice(0, -unit.length - 1) : text;
        expect(token, `${of} at ${JSON.stringify(reading.values)}`).toBe(roundTo(exact, token));
        expect(Math.abs(Number(value) - Number(exact)) || 0).toBeLessThanOrEqual(
          1e-12 * Math.abs(Number(exact)) || 0,
        );
        shown++;
      }
    }
  }
  expect(shown).toBeGreaterThan(60);
});

test('the page starts with a question, and with values that answer it for one triple', () => {
  const reading = readFormula(initial.tex, initial.values, { notation });
  expect(reading.verdict).toBe('fails');
  expect(reading.rows.map(({ shown }) => ('text' in shown ? shown.text : shown.why))).toEqual([
    '0.5108\u00a0nats',
    '0.2362\u00a0nats',
  ]);
});

test('errors are the engine’s own, with a caret under the place', () => {
  const tex = '\\KL{P}{Z} \\ge 0';
  const { problem } = readFormula(tex, initial.values, { notation });
  expect(problem).toMatchObject({ offset: 7 });
  expect(problem!.message).toContain('unknown symbol Z');
  const lines = problemHtml(tex, problem!).text.split('\n');
  expect(lines.find((line) => line.includes('^'))!.indexOf('^')).toBe(7);
});

test('nothing that a reader types becomes markup', () => {
  const evil = '"><img src=x onerror=alert(1)><script>alert(1)</script>';
  expect(markup`<p title="${evil}">${evil}</p>`.text).not.toMatch(/<img|<script/);
  for (const tex of [evil, `P(1) % ${evil}`, `\\text{${evil}} = 1`, `% stated: ${evil}\nP = Q`]) {
    const { text } = readingHtml(readFormula(tex, initial.values, { notation }));
    expect(text, tex).not.toMatch(/<img|<script|<a\s/i);
  }
});

test('a number that is lost to cancellation is told in words', () => {
  const { rows } = readFormula('\\CE{P}{Q} - \\H{P} - \\KL{P}{Q}', initial.values, { notation });
  expect(rows[0]!.shown).toEqual({ why: 'is zero to within rounding' });
});
