/**
 * `npm run content` checks every page of content/; `npm run check -- <file>` one page alone;
 * `npm run numbers:fix` rewrites stale digits first. All failures are printed, each with its place and its remedy.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { checkPage, failureLine, type Counts } from '../../src/site/check-page.ts';
import { applyFixes } from '../../src/site/fix-page.ts';
import { loadLibrary, pageId } from '../../src/site/library.ts';
import { checkSite } from '../../src/site/check-site.ts';
import { oracle } from '../oracle/oracle.ts';

const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const fix = process.argv.includes('--fix');
const all = readdirSync('content', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.mdx'))
  .map((file) => join('content', file))
  .sort();
const files = named.length > 0 ? named.map((file) => relative(process.cwd(), file)) : all;

const library = loadLibrary(oracle);
let passed = 0;
const problems: string[] = named.length > 0 ? [] : checkSite(library, all.map(pageId));
for (const file of files) {
  let source = readFileSync(file, 'utf8');
  let report = checkPage(source, file, pageId(file), library);
  if (fix && report.failures.some((failure) => failure.fix)) {
    const { source: rewritten, fixed } = applyFixes(source, report.failures);
    writeFileSync(file, rewritten);
    console.log(`${file}: ${fixed} ${fixed === 1 ? 'number' : 'numbers'} rewritten`);
    source = rewritten;
    report = checkPage(source, file, pageId(file), library);
  }
  problems.push(...report.failures.map(failureLine));
  passed += checksIn(report.counts);
  console.log(`${file}: ${describe(report.counts)}`);
}

function checksIn(counts: Counts): number {
  return counts.executed + counts.hypotheses + counts.mentions + counts.stated + counts.numbers;
}

function describe({ executed, stated, mentions, hypotheses, numbers }: Counts): string {
  return `${executed} equations executed, ${stated} stated with a reason, ${hypotheses} conditions, ${mentions} mentions, ${numbers} numbers`;
}

if (problems.length > 0) console.error(`\n${problems.join('\n')}`);
console.log(`\n${Math.max(0, passed - problems.length)} passed, ${problems.length} failed`);
process.exitCode = problems.length === 0 ? 0 : 1;
