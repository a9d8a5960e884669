import { appendFileSync, mkdtempSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Answers } from '../../src/site/answers/answers.ts';
import { fingerprint, type Fingerprint } from '../../src/site/answers/fingerprint.ts';
import { decode, encode } from '../../src/site/answers/numbers.ts';
import { answersOnDisk } from '../../src/site/answers/on-disk.ts';
import { checkPage } from '../../src/site/check-page.ts';
import { loadLibrary } from '../../src/site/library.ts';
import { pageId } from '../../src/site/page-files.ts';
import { oracle } from '../oracle/oracle.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'answers-'));
const sources = (digest: string): Fingerprint => ({ digest, stale: () => false });
const question = (tex: string) => ({ of: 'statement', text: tex, scope: { notation: {} } }) as const;

/** Asks one question of a new process, as it were, and says whether it had to be computed. */
function asked(
  root: string,
  {
    tex = 'P = Q',
    sources: from = sources('a'),
    cold = false,
    answer = { kind: 'executed' } as unknown,
  } = {},
): { readonly found: unknown; readonly computed: boolean } {
  const page = new Answers(answersOnDisk({ root, cold, sources: from })).ofPage('divergences/kl');
  let computed = false;
  const found = page.remember(question(tex), () => {
    computed = true;
    return answer;
  });
  page.save();
  return { found, computed };
}
const files = (root: string) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => join(root, file));

test('what one process has found, the next one knows', () => {
  const root = folder();
  const answer = { kind: 'executed', slack: { size: Infinity }, value: -0, gap: NaN };
  expect(asked(root, { answer }).computed).toBe(true);
  const again = asked(root);
  expect(again.computed).toBe(false);
  expect(again.found).toEqual(answer);
});

test('another formula, other sources of the checker, or the wish for a cold check: computed', () => {
  const root = folder();
  asked(root);
  expect(asked(root, { tex: 'P = R' }).computed).toBe(true);
  expect(asked(root, { sources: sources('b') }).computed).toBe(true);
  expect(asked(root, { cold: true }).computed).toBe(true);
});

test('a scope is part of the question', () => {
  const page = new Answers().ofPage('a');
  const scopes = [
    { notation: {} },
    { notation: { P: { type: 'pmf', reads: 'P' } } },
    { notation: {}, givens: { P: ['1'] } },
    { notation: {}, givens: { P: ['0.5', '0.5'] } },
    { notation: {}, along: { tex: 'n = 2^k', at: 1 } },
  ] as const;
  const answers = scopes.map((scope, k) => page.remember({ of: 'statement', text: 'P', scope }, () => k));
  expect(answers).toEqual([0, 1, 2, 3, 4]);
  expect(page.remember({ of: 'value', text: 'P', scope: scopes[0] }, () => 'other')).toBe('other');
});

test('a file that was cut short, or in which one character was changed, is not believed', () => {
  for (const spoil of [
    (text: string) => text.slice(0, -5),
    (text: string) => text.replace('executed', 'executes'),
    () => '',
  ]) {
    const root = folder();
    asked(root);
    const [file] = files(root);
    writeFileSync(file!, spoil(readFileSync(file!, 'utf8')));
    expect(asked(root).computed).toBe(true);
    expect(asked(root).computed).toBe(false);
  }
});

test('a page keeps the answers of its last check alone, and a cache only a few folders', () => {
  const root = folder();
  asked(root);
  const { length } = readFileSync(files(root)[0]!);
  asked(root, { tex: 'Q = P' });
  expect(readFileSync(files(root)[0]!)).toHaveLength(length);
  expect(asked(root).computed).toBe(true);
  for (const digest of 'bcdefghij') asked(root, { sources: sources(digest) });
  expect(files(root).length).toBeLessThanOrEqual(5);
});

test('a process whose own sources have changed since it began neither reads nor writes', () => {
  const root = folder();
  const code = folder();
  mkdirSync(join(code, 'src'));
  writeFileSync(join(code, 'src/check.ts'), 'export const one = 1;\n');
  const began = Date.now() + 1000;
  const before = fingerprint([code], began);
  expect(before.stale()).toBe(false);
  asked(root, { sources: before });
  expect(asked(root, { sources: before }).computed).toBe(false);
  const running = fingerprint([code], Date.now() - 1000);
  appendFileSync(join(code, 'src/check.ts'), 'export const two = 2;\n');
  expect(running.stale()).toBe(true);
  expect(asked(root, { sources: running }).computed).toBe(true);
  expect(fingerprint([code], began).digest).not.toBe(before.digest);
  const added = fingerprint([code], Date.now() + 1000);
  writeFileSync(join(code, 'more.ts'), '');
  expect(added.stale()).toBe(true);
});

test('numbers that JSON cannot write survive', () => {
  const value = { a: [Infinity, -Infinity, NaN, -0, 0, 1e-300], b: { c: 'Infinity' } };
  expect(decode(encode(value))).toEqual(value);
});

test('from the cache a page reads as it does when it is executed', () => {
  const root = folder();
  const reports = [1, 2].map(() => {
    const library = loadLibrary(
      oracle,
      new Answers(answersOnDisk({ root, cold: false, sources: sources('a') })),
    );
    return ['content/divergences/kl.mdx', 'content/divergences/kl-properties.mdx'].map((file) => {
      const { computedNow, ...report } = checkPage(readFileSync(file, 'utf8'), file, pageId(file), library);
      return { report, computed: computedNow.length };
    });
  });
  const [cold, warm] = reports as [(typeof reports)[0], (typeof reports)[0]];
  expect(warm.map(({ report }) => report)).toEqual(cold.map(({ report }) => report));
  expect(cold.reduce((sum, { computed }) => sum + computed, 0)).toBeGreaterThan(100);
  expect(warm.map(({ computed }) => computed)).toEqual(warm.map(() => 0));
});
