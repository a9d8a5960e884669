/**
 * `npm run libraries` runs every call that a page shows in its library, in each version of it that is here, and compares what comes
 * out with what is recorded and shown. `--record` writes down what came out.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { place } from '../../src/site/check-page.ts';
import { loadLibraryCalls } from '../../src/site/data.ts';
import { pageFiles } from '../../src/site/page-files.ts';
import { readPage } from '../../src/site/page-source.ts';
import { compareCalls, recordCalls, type WrittenCall } from './compare.ts';
import { packages, runInstalled, runJavaScript, type Installed } from './programs.ts';

const written = pageFiles().flatMap((file) => {
  const source = readFileSync(file, 'utf8');
  return readPage(source).passages.flatMap((passage): WrittenCall[] => {
    if (passage.kind !== 'component' || passage.name !== 'LibraryCall') return [];
    const { library, call = '' } = passage.attributes;
    const { line, column } = place(source, passage.offset);
    return [{ library: library as WrittenCall['library'], call, at: `${file}:${line}:${column}` }];
  });
});
const callsOf = (library: WrittenCall['library']): string[] => [
  ...new Set(written.filter((each) => each.library === library).map(({ call }) => call)),
];

const installed = (Object.keys(packages) as Installed[])
  .map((library) => [library, callsOf(library)] as const)
  .filter(([, calls]) => calls.length > 0);
const runs = [
  ...runInstalled(new Map(installed)),
  ...(['mathjs', 'ml-distance'] as const).map((library) => runJavaScript(library, callsOf(library))),
];
if (process.argv.includes('--record')) {
  const today = new Date().toISOString().slice(0, 10);
  const calls = recordCalls(written, loadLibraryCalls(), runs, today);
  writeFileSync('content/library-calls.json', `${JSON.stringify(calls, undefined, 2)}\n`);
}
const problems = compareCalls(written, loadLibraryCalls(), runs);
const compared = runs.reduce((sum, { returned }) => sum + returned.size, 0);
for (const { library, version, returned } of runs)
  console.log(`${library} ${version}: ${returned.size} calls`);
if (problems.length > 0) console.error(`\n${problems.join('\n')}`);
console.log(`\n${Math.max(0, compared - problems.length)} passed, ${problems.length} failed`);
process.exitCode = problems.length === 0 ? 0 : 1;
