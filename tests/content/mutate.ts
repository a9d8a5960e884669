/**
 * `npm run mutate` breaks the formulas and numbers of the site in every way that the language knows, one at a time, and
 * reports which breaks nothing notices. `npm run mutate -- <file>` breaks one page.
 * `--sample` changes every digit once and a part of the rest, chosen by `--seed <number>`; `--list` prints the equivalent
 * ones too; `--yaml` prints what is unnoticed and not judged in the form of tests/content/mutation/judged.yaml.
 */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { REASONS } from '../../src/formula/mutations/equivalence.ts';
import { digest } from '../../src/site/answers/answers.ts';
import { pageId } from '../../src/site/page-files.ts';
import { onAllCores } from './cores.ts';
import { loadJudged } from './mutation/judged.ts';
import type { PageResult, Survivor, Task } from './mutation/run-page.ts';
import { summarise } from './mutation/summary.ts';
import { filesNamed } from './named-files.ts';

const started = performance.now();
const { values: options, positionals: named } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    yaml: { type: 'boolean', default: false },
    size: { type: 'string', default: '120' },
    seed: { type: 'string' },
  },
});
const files = filesNamed(named);
/** Another sample with every change of the content, and the same one as long as nothing changes. */
const contents = files.map((file) => readFileSync(file, 'utf8')).join('\n');
const seed =
  options.seed === undefined ? Number.parseInt(digest(contents).slice(0, 8), 16) : Number(options.seed);
const pages = new Set(files.map(pageId));
const judged = loadJudged().filter(({ page }) => named.length === 0 || pages.has(page));

const tasks = files.flatMap((file) =>
  (['rest', 'digits'] as const).map((part): Task => {
    const always = judged
      .filter(
        ({ page, change }) => page === pageId(file) && change.startsWith('digit ') === (part === 'digits'),
      )
      .map(({ formula, change }) => ({ formula, change }));
    return { file, part, always, ...(options.sample && { sample: { seed, size: Number(options.size) } }) };
  }),
);
if (options.sample) console.log(`a sample of ${options.size} changes a page, seed ${seed}`);
const results = await onAllCores<Task, PageResult>(
  new URL('./mutation/worker.ts', import.meta.url),
  tasks,
  ({ seconds }, { file, part }) => {
    if (seconds > 5) console.log(`${file}, ${part}: ${seconds.toFixed(1)} s at work`);
  },
);

const { rows, equivalents, witnessed, unnoticed, share, tried, problems } = summarise(results, judged);
const print = ({ page, line, kind, formula, change }: Survivor, more: string): void => {
  console.log(`content/${page}.mdx:${line}: ${kind}: ${change}\n    ${formula}\n    ${more}`);
};
if (options.list) {
  console.log('\nEquivalent:');
  for (const { survivor, because } of equivalents) print(survivor, because);
}
if (options.list) {
  console.log('\nTrue as well, of claims that ask for one witness:');
  for (const survivor of witnessed) print(survivor, REASONS['one witness']);
}
if (unnoticed.length > 0) console.log('\nNot noticed:');
for (const { survivor, judged: by } of unnoticed)
  print(survivor, by ? `${by.verdict}: ${by.reason}` : 'not judged');
if (options.yaml) {
  const open = Map.groupBy(
    unnoticed.filter(({ judged: by }) => !by).map(({ survivor }) => survivor),
    ({ page }) => page,
  );
  const entries = [...open].map(([page, list]) => [
    page,
    list.map(({ formula, change }) => ({ formula, change, verdict: '?', reason: '?' })),
  ]);
  console.log(`\n${stringify(Object.fromEntries(entries), { lineWidth: 0 })}`);
}

const cells = (row: readonly (string | number)[]): string =>
  row.map((cell, k) => (k === 0 ? String(cell).padEnd(14) : String(cell).padStart(12))).join('');
console.log(`\n${cells(['change of', 'tried', 'noticed', 'equivalent', 'one witness', 'not noticed'])}`);
for (const { kind, ...row } of rows)
  console.log(cells([kind, row.tried, row.noticed, row.equivalent, row.witnessed, row.unnoticed]));
const spared = results.reduce(
  (sum, { spared: each }) => sum + each.names + each.comments + each.mistakes + each.draws,
  0,
);
console.log(
  `${spared} digits stand in names, in comments of formulas, in mistakes of readers or in how exercises are drawn, and are left alone`,
);
const percent = (of: number): string => `${((100 * share.noticed) / of).toFixed(2)} %`;
if (share.of > 0)
  console.log(
    `of ${share.of} changes that say something else, digits apart, ${share.noticed} are noticed: ${percent(share.of)}; ` +
      `of ${share.ofAll}, with those of claims that ask for one witness, ${percent(share.ofAll)}`,
  );
const work = results.reduce((sum, { seconds }) => sum + seconds, 0);
console.log(
  `${work.toFixed(0)} s at work, ${((performance.now() - started) / 1000).toFixed(0)} s by the clock`,
);
if (problems.length > 0) console.error(`\n${problems.join('\n')}`);
console.log(`\n${tried - problems.length} passed, ${problems.length} failed`);
process.exitCode = problems.length === 0 ? 0 : 1;
