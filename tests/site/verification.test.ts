import type { Claims, LibraryCalls } from '../../src/site/schemas.ts';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkPage } from '../../src/site/check-page.ts';
import { loadLibrary } from '../../src/site/library.ts';
import { buildFacts, commitOf } from '../../src/site/verification/build-facts.ts';
import { engineRuns } from '../../src/site/verification/engines.ts';
import { pointer, shownAt } from '../../src/site/verification/pointer.ts';
import { displayedEquations, recordOf } from '../../src/site/verification/record.ts';
import { oracle } from '../oracle/oracle.ts';

const library = loadLibrary(oracle);
const facts = { tools: { 'Node.js': '1.2.3' } };
const body = String.raw`## Section {#section}

A displayed one, and $\KL{P}{P} = 0$ in the line; $\KL{P}{Q}$ names one.

$$
\KL{P}{Q} \ge 0
$$

$$
% stated: nobody can
\KL{P}{Q} := \int p(x) \, \d x
$$

One bit is $\log 2 \approx 0.6931$ nats, and $P$ is not zero

$$
\log t \le t - 1
$$`;
const source = `---\ntitle: A sample\ndescription: A page.\n---\n\n${body}\n`;
const checked = (text: string, id: string) => ({
  id,
  report: checkPage(text, `content/${id}.mdx`, id, library),
});

test('displayed equations count, those in lines are counted apart, and mentions are not counted', () => {
  const { id, report } = checked(source, 'a/sample');
  expect(report.failures).toEqual([]);
  expect(displayedEquations(report.equations)).toEqual({ executed: 2, stated: 1 });
  const record = recordOf([{ id, report }], library, facts, {});
  expect(record.equations).toEqual({ executed: 2, stated: 1, percent: 66.6 });
  expect(record.inline).toEqual({ executed: 2, stated: 0 });
  expect(record.numbers).toBe(1);
  const page = record.pages['/a/sample/']!;
  expect(page.executed).toBe(2);
  expect(page.stated).toEqual([
    { tex: '\\KL{P}{Q} := \\int p(x) \\, \\d x', reason: 'nobody can', anchor: 'section' },
  ]);
  expect(page.tried.doubles).toBeGreaterThan(2000);
  expect(page.tried).toEqual(record.tried);
});

test('sums run over all pages, and nothing at all is wholly executed', () => {
  const pages = ['one', 'two'].map((id) => checked(source, id));
  expect(recordOf(pages, library, facts, {}).equations).toEqual({ executed: 4, stated: 2, percent: 66.6 });
  expect(recordOf([], library, facts, {}).equations).toEqual({ executed: 0, stated: 0, percent: 100 });
});

test('the record is the same whatever the day is, and has no date outside of git', () => {
  const once = JSON.stringify(recordOf([checked(source, 'one')], library, buildFacts(), {}));
  expect(JSON.stringify(recordOf([checked(source, 'one')], library, buildFacts(), {}))).toBe(once);
  expect(recordOf([], library, facts, {})).not.toHaveProperty('commit');
});

test('a claim is settled where its page holds it, and not before that page is written', () => {
  const claims = {
    A1: { claim: 'One.', verdict: 'true', correction: 'So.', settled: 'divergences/kl', by: [] },
    A99: { claim: 'Another.', verdict: 'false', correction: 'No.', settled: 'still/to-be-written', by: [] },
  } satisfies Claims;
  const { claims: found } = recordOf([], { claims, index: library.index, calls: [] }, facts, {});
  expect(found).toMatchObject({ settled: 1, open: 1 });
  expect(found.rows['A99']).toEqual({
    claim: 'Another.',
    verdict: 'false',
    page: '/still/to-be-written/',
    settled: false,
  });
});

test('library calls are those that pages show, and agree where all versions do; engines those that ran', () => {
  const call = { library: 'SciPy', call: 'f()', outputs: { '1.10.1': '1.29', '1.9.2': '1.29' } } as const;
  const calls: LibraryCalls = [
    { ...call, date: '2026-01-02' },
    { ...call, call: 'nowhere()', date: '2026-01-02' },
    { library: 'mathjs', call: 'g()', outputs: { '1': '1', '2': '3' }, date: '2026-01-02' },
  ];
  const text =
    source + '\n<LibraryCall library="SciPy" call="f()" />\n<LibraryCall library="mathjs" call="g()" />\n';
  const shown = { ...library, calls };
  const report = checkPage(text, 'content/one.mdx', 'one', shown);
  const engines = [{ engine: 'V8', version: '1', what: 'ran' }];
  const record = recordOf([{ id: 'one', report }], shown, facts, { engines });
  const where = { page: '/one/', anchor: 'section', date: '2026-01-02' };
  expect(record.libraries).toEqual({
    run: 2,
    agreed: 1,
    calls: [
      {
        ...where,
        library: 'SciPy',
        language: 'Python',
        call: 'f()',
        output: '1.29',
        version: '1.9.2, 1.10.1',
        agrees: true,
      },
      {
        ...where,
        library: 'mathjs',
        language: 'JavaScript',
        call: 'g()',
        output: '3',
        version: '1, 2',
        agrees: false,
      },
    ],
  });
  expect(record.engines).toHaveLength(1);
});

test('an engine is shown with the day of its run, the building one without', () => {
  const run = {
    engine: 'Firefox',
    version: '153.0',
    compared: 10,
    agreed: 9,
    core: '',
    date: '2026-01-02T03:04:05.678Z',
  };
  expect(engineRuns([{ ...run, engine: 'Firefox' }])).toEqual([
    { engine: 'Node', version: process.versions.node, what: expect.any(String) },
    {
      ...{ engine: 'Firefox', version: '153.0', what: expect.any(String) },
      ...{ compared: 10, agreed: 9, date: '2026-01-02' },
    },
  ]);
});

test('a place in the record is named by keys that may hold slashes and tildes', () => {
  const record = { pages: { '/a~b/': { stated: [{ tex: 'P' }, { tex: 'Q' }], n: 0 } } };
  expect(pointer('pages', '/a~b/', 'stated', 1, 'tex')).toBe('/pages/~1a~0b~1/stated/1/tex');
  expect(shownAt(record, '/pages/~1a~0b~1/stated/1/tex')).toBe('Q');
  expect(shownAt(record, '/pages/~1a~0b~1/stated')).toBe('2');
  expect(shownAt(record, '/pages/~1a~0b~1/n')).toBe('0');
  for (const nothing of ['/pages', '/pages/x', '/pages/~1a~0b~1/stated/2/tex', '/constructor'])
    expect(shownAt(record, nothing), nothing).toBeUndefined();
});

test('the commit is that of the checkout, and a folder inside of another checkout has none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'checkout-'));
  expect(commitOf(folder)).toBeUndefined();
  const git = (...command: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...command], {
      cwd: folder,
      env: { ...process.env, GIT_COMMITTER_DATE: '2026-03-04T23:30:00+05:00' },
    });
  git('init', '-q');
  writeFileSync(join(folder, 'file'), 'one');
  git('add', '.');
  git('commit', '-q', '-m', 'First');
  expect(commitOf(folder)).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{40}$/),
    date: '2026-03-04',
    changed: false,
  });
  writeFileSync(join(folder, 'file'), 'two');
  expect(commitOf(folder)?.changed).toBe(true);
  mkdirSync(join(folder, 'inside'));
  expect(commitOf(join(folder, 'inside'))).toBeUndefined();
});
