import { expect, test } from 'vitest';
import { confirm } from '../../components/explorer/confirm.ts';
import { readQuestion } from '../../components/explorer/question.ts';
import { search, type Progress } from '../../components/explorer/search.ts';
import { checkStatement } from '../../src/formula/check.ts';
import type { Givens } from '../../src/formula/environment.ts';
import { readScope, type WrittenScope } from '../../src/formula/written-scope.ts';
import { notation } from '../formula/notation.ts';
import { oracle } from '../oracle/oracle.ts';

const most = 4000;
const seeds = [1, 2, 3];

function run(tex: string | readonly string[], seed = 1, budget = most): Progress {
  const all = [...search(typeof tex === 'string' ? [tex] : tex, seed, { notation }, budget)];
  expect(all.at(-1)!.done).toBe(true);
  return all.at(-1)!;
}

const isFalse: readonly string[] = [
  '\\KL{P}{R} \\le \\KL{P}{Q} + \\KL{Q}{R}',
  '\\KL{P}{Q} = \\KL{Q}{P}',
  '\\KL{P}{Q} < \\infty',
  '\\KL{P}{Q} > 0',
  '\\TV{P}{Q} \\ge \\sqrt{\\tfrac12 \\KL{P}{Q}}',
  '\\JSD{P}{R} \\le \\JSD{P}{Q} + \\JSD{Q}{R}',
  '\\H{P} \\le 1',
  'P(x) = Q(x) \\implies \\KL{P}{Q} = 0',
  '\\KL{P}{Q} < \\infty \\iff Q \\ll P',
  'P(x) \\le \\lambda',
];

test.each(isFalse)('%s is broken, whatever the seed, by an instance on which it is false', (tex) => {
  for (const seed of seeds) {
    const { found } = run(tex, seed);
    expect(found, `seed ${seed}`).toBeDefined();
    // Fifty digits agree that it fails there.
    const report = checkStatement(tex, { notation, givens: found!.values }, oracle);
    expect(report.failures, JSON.stringify(found!.values)).not.toEqual([]);
  }
});

const isTrue: readonly string[] = [
  '\\KL{P}{Q} \\ge 0',
  '\\KL{P}{Q} = 0 \\iff P = Q',
  '\\KL{P}{Q} < \\infty \\iff P \\ll Q',
  '\\CE{P}{Q} = \\H{P} + \\KL{P}{Q}',
  '\\TV{P}{Q} \\le \\sqrt{\\tfrac12 \\KL{P}{Q}}',
  '\\JSDist{P}{R} \\le \\JSDist{P}{Q} + \\JSDist{Q}{R}',
  '\\W{1}{P}{R} \\le \\W{1}{P}{Q} + \\W{1}{Q}{R}',
  '\\JSD{P}{Q} \\le \\log 2',
  '\\KL{\\lambda P + (1 - \\lambda) R}{Q} \\le \\lambda \\KL{P}{Q} + (1 - \\lambda) \\KL{R}{Q}',
  '% for P, Q with full support\n\\KL{P}{Q} < \\infty',
  '% where P \\ll Q\n\\KL{P}{Q} < \\infty',
  '% for P, Q with disjoint supports\n\\JSD{P}{Q} = \\log 2',
];

test.each(isTrue)('nothing breaks %s', (tex) => {
  const progress = run(tex);
  expect(progress.found).toBeUndefined();
  expect(progress.tried).toBe(most);
});

test('a search is the same for the same seed, and another for another', () => {
  const tex = '\\JSDist{P}{R} \\le \\JSDist{P}{Q} + \\JSDist{Q}{R}';
  const steps = (seed: number) => JSON.stringify([...search([tex], seed, { notation }, 1000)]);
  expect(steps(7)).toBe(steps(7));
  expect(steps(7)).not.toBe(steps(8));
});

test('the least slack falls as the search goes on, and reaches the place where the bound is tight', () => {
  const sizes = [...search(['\\TV{P}{Q}^2 \\le \\tfrac12 \\KL{P}{Q} + 0.001'], 1, { notation }, most)].map(
    ({ least }) => least!.size,
  );
  expect(sizes.every((size, k) => k === 0 || size <= sizes[k - 1]!)).toBe(true);
  expect(sizes.at(-1)).toBeCloseTo(0.001, 9);
});

test('what is claimed in general not, or with ≠, is borne out by a witness', () => {
  for (const tex of ['\\KL{P}{Q} \\ne \\KL{Q}{P}', '% in general not\n\\KL{P}{Q} = \\KL{Q}{P}']) {
    const { seeks, found } = run(tex);
    expect(seeks).toBe('witness');
    expect(found).toBeDefined();
  }
});

const confirmed = (tex: string, values: Givens) => confirm(readQuestion(tex, { notation }), values, oracle);

test.each(isFalse)('what breaks %s is confirmed in arithmetic of another kind', (tex) => {
  expect(confirmed(tex, run(tex).found!.values)).toBeDefined();
});

test('an instance that doubles would only take for a counterexample, or a witness, is not confirmed', () => {
  const same = { P: ['0.3', '0.7'], Q: ['0.3', '0.7'] };
  const other = { P: ['0.3', '0.7'], Q: ['0.7', '0.3'] };
  expect(confirmed('\\KL{P}{Q} \\ge 0', same)).toBeUndefined();
  expect(confirmed('\\KL{P}{Q} < 0.000000000000000000000000000001', same)).toBeUndefined();
  expect(confirmed('\\KL{P}{Q} = \\KL{Q}{P}', other)).toBeUndefined();
  expect(confirmed('\\KL{P}{Q} \\ne \\KL{Q}{P}', other)).toBeUndefined();
  expect(confirmed('\\KL{P}{Q} > 0', same)).toBe('rational arithmetic');
  expect(confirmed('\\TV{P}{Q} = 0', other)).toBe('rational arithmetic');
  expect(confirmed('\\KL{P}{Q} = 0', other)).toBe('interval arithmetic');
});

test('a find that is refused is passed over, and the search goes on', () => {
  const steps = search(['\\KL{P}{Q} = \\KL{Q}{P}'], 1, { notation }, most);
  const finds: Progress[] = [];
  for (let step = steps.next(); !step.done && finds.length < 3; step = steps.next(false))
    if (step.value.found) finds.push(step.value);
  expect(finds).toHaveLength(3);
  expect(new Set(finds.map(({ found }) => JSON.stringify(found!.values))).size).toBe(3);
});

test('several formulas of one theorem are attacked together', () => {
  const { found } = run(['\\KL{P}{Q} \\ge 0', '\\KL{P}{Q} = 0 \\implies \\TV{P}{Q} > 1']);
  expect(found!.tex).toContain('implies');
  expect(run(['\\KL{P}{Q} \\ge 0', '\\KL{P}{Q} = 0 \\iff P = Q']).found).toBeUndefined();
});

test('where nothing is stated there is nothing to search for', () => {
  expect(run('\\KL{P}{Q}')).toMatchObject({ seeks: 'nothing', tried: 0 });
  expect(run('1 + 1 = 3')).toMatchObject({ seeks: 'nothing', tried: 0 });
});

const withPage: WrittenScope = {
  symbols: {
    f: { type: 'positive function', reads: '' },
    g: { type: 'function', reads: '' },
    D: { type: 'test', reads: '' },
    N: { type: 'integer', reads: '' },
    '\\hat{P}': { type: 'pmf', reads: '' },
  },
  definitions: ['M := \\tfrac12 P + \\tfrac12 Q'],
};
const pageScope = readScope(withPage, notation);
const onPage = (tex: string, seed: number) => [...search([tex], seed, pageScope, most)].at(-1)!;

test.each([
  '\\sum_x P(x) \\log f(x) \\le \\log \\sum_x P(x) f(x)',
  '\\bigl| \\sum_x P(x) g(x) - \\sum_x Q(x) g(x) \\bigr| \\le 2 \\TV{P}{Q} \\max_x |g(x)|',
  '\\sum_x P(x) \\log D(x) + \\sum_x Q(x) \\log (1 - D(x)) \\le 2 \\JSD{P}{Q} - 2 \\log 2',
  '\\H{M} \\le \\tfrac12 \\H{P} + \\tfrac12 \\H{Q} + \\log 2',
  '\\log t \\le t - 1',
  '\\KL{P}{M} \\le \\log 2',
  '\\KL{\\hat{P}}{M} \\ge 0',
  'N \\log N \\ge 0',
])('nothing breaks %s, whose symbols are those of a page', (tex) => {
  const { found, tried } = onPage(tex, 1);
  expect(found).toBeUndefined();
  expect(tried).toBe(most);
});

test.each([
  '\\sum_x P(x) \\log f(x) \\ge \\log \\sum_x P(x) f(x)',
  '\\sum_x P(x) g(x) \\le \\sum_x Q(x) g(x)',
  '\\sum_x P(x) \\log D(x) + \\sum_x Q(x) \\log (1 - D(x)) \\le \\JSD{P}{Q} - 2 \\log 2',
  '\\H{P} \\le \\H{M}',
  '\\KL{P}{M} \\le \\log 2 - \\frac{1}{100}',
  '\\KL{\\hat{P}}{M} < \\infty',
  'N \\log N > 1',
])('%s is broken, by an instance on which fifty digits agree', (tex) => {
  for (const seed of seeds) {
    const { found } = onPage(tex, seed);
    expect(found, `seed ${seed}`).toBeDefined();
    const report = checkStatement(tex, { ...pageScope, givens: found!.values }, oracle);
    expect(report.failures, JSON.stringify(found!.values)).not.toEqual([]);
  }
});
