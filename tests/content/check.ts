/**
 * `npm run content` checks every page of content/, `npm run check -- <file>` one page alone;
 * `npm run numbers:fix` rewrites stale digits first. All failures are printed, each with its place and its remedy.
 * `--record` writes down the formulas that nothing executes, after a person has read them.
 * `--cold` takes nothing from the cache, `--times` prints how long each page took, and its slowest formulas.
 */
import { statSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { failureLine, type Counts } from '../../src/site/check-page.ts';
import { applyFixes } from '../../src/site/fix-page.ts';
import { loadLibrary } from '../../src/site/library.ts';
import { pageFiles, pageId } from '../../src/site/page-files.ts';
import { checkSite } from '../../src/site/check-site.ts';
import { oracle } from '../oracle/oracle.ts';
import type { CheckedFile } from './check-file.ts';
import { onAllCores } from './cores.ts';
import { filesNamed } from './named-files.ts';
import { misspelt } from './spelling.ts';
import { recordStated, statedProblems } from './stated.ts';

const started = performance.now();
const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const [fix, times, cold, record] = ['--fix', '--times', '--cold', '--record'].map((flag) =>
  process.argv.includes(flag),
);
// The workers, and this thread's own checker, read it when they start.
if (cold) process.env['CHECKS'] = 'cold';
const { checkFile } = await import('./check-file.ts');

const all = pageFiles();
const files = filesNamed(named);

function printed({ file, report, seconds, busy }: CheckedFile): void {
  const took = times ? `, ${seconds.toFixed(2)} s, of which ${busy.toFixed(2)} s at work` : '';
  console.log(`${file}: ${describe(report.counts)}${took}`);
  if (!times) return;
  const slowest = report.computedNow
    .filter((each) => each.seconds > 0.1)
    .toSorted((a, b) => b.seconds - a.seconds);
  for (const { text, seconds: each } of slowest.slice(0, 5))
    console.log(`    ${each.toFixed(2)} s  ${JSON.stringify(text).slice(0, 100)}`);
}

function mended(checked: CheckedFile): CheckedFile {
  const { file, source, report } = checked;
  if (!report.failures.some((failure) => failure.fix)) return checked;
  const { source: rewritten, fixed } = applyFixes(source, report.failures);
  writeFileSync(file, rewritten);
  console.log(`${file}: ${fixed} ${fixed === 1 ? 'number' : 'numbers'} rewritten`);
  return checkFile(file);
}

function checksIn(counts: Counts): number {
  return (
    counts.executed + counts.hypotheses + counts.mentions + counts.stated + counts.numbers + counts.calls
  );
}

function describe({ executed, stated, mentions, hypotheses, numbers, calls, words }: Counts): string {
  return `${executed} equations executed, ${stated} stated with a reason, ${hypotheses} conditions, ${mentions} mentions, ${numbers} numbers, ${calls} library calls, ${words} words`;
}

const longestFirst = files.toSorted((a, b) => statSync(b).size - statSync(a).size);
// A worker takes longer to start than a page to be checked.
const found =
  files.length === 1
    ? files.map(checkFile)
    : await onAllCores<string, CheckedFile>(new URL('./check-worker.ts', import.meta.url), longestFirst);
const checked = files
  .map((file) => found.find((each) => each.file === file)!)
  .map((each) => (fix ? mended(each) : each));
checked.forEach(printed);

const stated = checked.map(({ file, report }) => ({ file, stated: report.stated }));
if (record) recordStated(stated);
const problems = [
  ...(named.length > 0 ? [] : checkSite(loadLibrary(oracle), all.map(pageId))),
  ...checked.flatMap(({ report }) => report.failures.map(failureLine)),
  ...statedProblems(stated, named.length === 0),
  ...misspelt(files, named.length === 0),
];
const passed = checked.reduce((sum, { report }) => sum + checksIn(report.counts), 0);
if (problems.length > 0) console.error(`\n${problems.join('\n')}`);
if (times) console.log(`in all ${((performance.now() - started) / 1000).toFixed(2)} s`);
console.log(`\n${Math.max(0, passed - problems.length)} passed, ${problems.length} failed`);
process.exitCode = problems.length === 0 ? 0 : 1;
