import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawsIn } from './mutation/digits.ts';
import { loadJudged, readJudged, type Judged } from './mutation/judged.ts';
import { runPage, type PageResult, type Task } from './mutation/run-page.ts';
import { summarise } from './mutation/summary.ts';
import { statedProblems } from './stated.ts';

/** A page in a folder of its own. */
function page(body: string, front = ''): string {
  const file = join(mkdtempSync(join(tmpdir(), 'page-')), 'sample.mdx');
  writeFileSync(file, `---\ntitle: A sample\ndescription: A page that is broken.\n${front}---\n\n${body}\n`);
  return file;
}
const run = (file: string, part: Task['part'], more: Partial<Task> = {}): PageResult =>
  runPage({ file, part, always: [], ...more });
const pair = 'givens:\n  pair: { P: [0.1, 0.9], Q: [0.5, 0.5] }\n';
const example = `<Example given="pair">

For $P = (0.1, 0.9)$ and $Q = (0.5, 0.5)$ it is <Value of="\\KL{P}{Q}" in="nats">0.3681</Value>.

</Example>`;

test('every digit of a page is changed, in the front matter, the formulas and the numbers, and all are noticed', () => {
  const { tried, noticed, survivors } = run(page(example, pair), 'digits');
  expect(tried.digit).toBe(3 * (8 + 8 + 5));
  expect(noticed.digit).toBe(tried.digit);
  expect(survivors).toEqual([]);
});

test('a number that is shown of another quantity is noticed', () => {
  const { tried, noticed, survivors } = run(page(example, pair), 'rest');
  expect(tried.letter).toBeGreaterThan(0);
  expect(noticed).toEqual(tried);
  expect(survivors).toEqual([]);
});

test('a wrong definition is noticed where it is used', () => {
  const used = page(
    'Let $M := \\lambda P + (1 - \\lambda) Q$.\n\n$$\nM(x) = \\lambda P(x) + (1 - \\lambda) Q(x)\n$$',
  );
  const unused = page('Let $M := \\lambda P + (1 - \\lambda) Q$.');
  const swapped = ({ survivors }: PageResult) =>
    survivors
      .filter(({ kind, reason }) => kind === 'letter' && !reason)
      .map(({ change }) => change)
      .filter((change) => change.startsWith('P'));
  expect(swapped(run(used, 'rest'))).toEqual([]);
  expect(swapped(run(unused, 'rest'))).toContain('P changed to Q, at 13');
});

test('digits in comments and in names are left alone; those of a stated formula are in a record of their own', () => {
  const { tried, noticed, spared } = run(
    page(
      'The distance $\\W{1}{P}{Q}$.\n\n$$\n% where t \\le 3\n\\log t \\le t - 1\n$$\n\n$$\n% stated: a sample\nP = 7\n$$',
    ),
    'digits',
  );
  expect(spared).toEqual({ names: 1, comments: 1, mistakes: 0, draws: 0 });
  expect(noticed).toEqual(tried);
});

test('how the givens of exercises are drawn is the part of the front matter that says so, and no more', () => {
  const source =
    '---\ntitle: A\ndraws:\n  one: { P: pmf 3 tenths }\n  two: { Q: pmf 2 tenths }\nsources: [a-1999]\n---\n\ndraws:\n  7\n';
  const { from, to } = drawsIn(source)!;
  expect(source.slice(from, to)).toBe('draws:\n  one: { P: pmf 3 tenths }\n  two: { Q: pmf 2 tenths }\n');
  expect(drawsIn('---\ntitle: A\n---\n\ndraws:\n  7\n')).toBeUndefined();
});

test('a sample is the same for the same seed, another for another one, and holds what has to be in it', () => {
  const file = page('$$\n\\CE{P}{Q} = \\H{P} + \\KL{P}{Q}\n$$\n\n$$\n\\KL{P}{Q} \\ge 0\n$$');
  const all = run(file, 'rest');
  const counts = (seed: number, always: Task['always'] = []) =>
    run(file, 'rest', { sample: { seed, size: 6 }, always });
  expect(counts(1).tried).toEqual(counts(1).tried);
  expect([2, 3, 4, 5].map((seed) => JSON.stringify(counts(seed).tried))).not.toEqual(
    Array.from({ length: 4 }, () => JSON.stringify(counts(1).tried)),
  );
  const total = ({ tried }: PageResult) => Object.values(tried).reduce((a, b) => a + b, 0);
  expect(total(counts(1))).toBe(6);
  const every = all.survivors.map(({ formula, change }) => ({ formula, change }));
  expect(every.length).toBeGreaterThan(0);
  const { survivors, besides } = counts(1, every);
  expect(survivors.length + besides.length).toBe(every.length);
  const gone = { formula: 'P = Q', change: 'never made' };
  expect(counts(1, [gone]).gone).toEqual([gone]);
});

const survivor = { page: 'a', kind: 'factor', line: 3, formula: 'P = Q', change: 'P dropped, at 0' } as const;
const result = (more: Partial<PageResult>): PageResult => ({
  file: 'content/a.mdx',
  tried: { factor: 100, digit: 10 },
  noticed: { factor: 97, digit: 10 },
  survivors: [],
  besides: [],
  spared: { names: 0, comments: 0, mistakes: 0, draws: 0 },
  gone: [],
  seconds: 1,
  ...more,
});
const judgement = (more: Partial<Judged>): Judged => ({
  page: 'a',
  formula: survivor.formula,
  change: survivor.change,
  verdict: 'equivalent',
  reason: 'A reason that was thought of.',
  ...more,
});

test('fewer than 97 of 100 is a failure, and what is equivalent does not count', () => {
  expect(summarise([result({})], []).problems).toEqual([]);
  const few = result({ noticed: { factor: 96 } });
  expect(summarise([few], []).problems).toEqual(['of 100 wrong formulas only 96 were noticed; 97 % must be']);
  const found = result({ noticed: { factor: 96 }, survivors: [{ ...survivor, reason: 'same values' }] });
  expect(summarise([found], []).share).toMatchObject({ noticed: 96, of: 99 });
  const judged = result({ noticed: { factor: 96 }, survivors: [survivor] });
  expect(summarise([judged], [judgement({})]).share).toMatchObject({ noticed: 96, of: 99 });
  expect(summarise([judged], [judgement({ verdict: 'also true' })]).share).toMatchObject({
    noticed: 96,
    of: 100,
  });
});

test('what only asks for one witness is neither wrong nor equivalent, and counts apart', () => {
  const kept = { ...survivor, reason: 'one witness' } as const;
  const digit = { ...kept, kind: 'digit' } as const;
  const summary = summarise([result({ noticed: { factor: 97, digit: 9 }, survivors: [kept, digit] })], []);
  expect(summary.share).toEqual({ noticed: 97, of: 99, ofAll: 100 });
  expect(summary.rows.map(({ kind, witnessed }) => [kind, witnessed])).toEqual([
    ['digit', 1],
    ['factor', 1],
  ]);
  expect(summary.equivalents).toEqual([]);
  expect(summary.problems).toEqual([]);
});

test('a digit that nothing checks is a failure', () => {
  const digit = { ...survivor, kind: 'digit', change: 'digit 1 changed to 2, at 0' } as const;
  expect(summarise([result({ survivors: [digit] })], []).problems).toEqual([
    'content/a.mdx:3: a digit that nothing checks: digit 1 changed to 2, at 0 in P = Q',
  ]);
});

test('a judgement about what is noticed, or is gone, or needs none, is a failure', () => {
  const problem = (found: PageResult, judged: Judged) => summarise([found], [judged]).problems.join();
  expect(problem(result({}), judgement({}))).toMatch(/this is noticed now; remove it$/);
  expect(problem(result({ gone: [survivor] }), judgement({}))).toMatch(/no such change any more; remove it$/);
  expect(problem(result({}), judgement({ page: 'b' }))).toMatch(/there is no such page$/);
  const automatic = result({ survivors: [{ ...survivor, reason: 'same values' }] });
  expect(problem(automatic, judgement({}))).toMatch(/equivalent without being judged; remove it$/);
  expect(() => readJudged('a: [{ formula: P, change: Q, verdict: "?", reason: no reason }]')).toThrow(
    /verdict/,
  );
  expect(() => readJudged('a: [{ formula: P, change: Q, verdict: gap, reason: short }]')).toThrow(/reason/);
  expect(loadJudged().length).toBeGreaterThan(0);
});

test('a stated formula that is not as it was recorded is a failure', () => {
  const recorded = { a: ['P = 1'] };
  const problems = (tex: string[], whole = false) =>
    statedProblems([{ file: 'content/a.mdx', stated: tex.map((each) => ({ tex: each })) }], whole, recorded);
  expect(problems(['% stated: a reason\nP = 1\n'])).toEqual([]);
  expect(problems(['P = 2'])).toEqual([
    expect.stringMatching(/not as it was recorded: P = 2; check it by hand/),
  ]);
  expect(problems([])).toEqual([expect.stringMatching(/no longer there: P = 1/)]);
  expect(statedProblems([], true, recorded)).toEqual([
    expect.stringMatching(/there is no page content\/a\.mdx/),
  ]);
});
