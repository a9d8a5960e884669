/**
 * `npm test`: every stage in order, each of which is an npm script of its own. A stage that counts ends with a
 * line `N passed, N failed`; one that does not counts as one. The last line printed is the sum.
 */
import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';

interface Result {
  readonly stage: string;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
  readonly note?: string;
}

const stages = [
  'types',
  'lint',
  'format',
  'content',
  'libraries',
  'unit',
  'mutate',
  'engines',
  'build',
  'browser',
];
/** What is said of this run is found in this run; the stages after it may take it from the cache. */
const options: Readonly<Record<string, readonly string[]>> = {
  content: ['--cold'],
  mutate: ['--sample'],
};
const countLine = /^(\d+) passed, (\d+) failed$/;

function run(stage: string): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', stage, '--', ...(options[stage] ?? [])], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      process.stdout.write(chunk);
    });
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

const results: Result[] = [];
for (const stage of stages) {
  console.log(`\n── ${stage} ──`);
  const started = performance.now();
  if (stage === 'browser' && results.some((result) => result.stage === 'build' && result.failed > 0)) {
    results.push({ stage, passed: 0, failed: 1, seconds: 0, note: 'not run: the build failed' });
    continue;
  }
  const { code, output } = await run(stage);
  const seconds = (performance.now() - started) / 1000;
  const counted = output
    .split('\n')
    .map((line) => countLine.exec(line.trim()))
    .findLast(Boolean);
  const passed = counted ? Number(counted[1]) : code === 0 ? 1 : 0;
  // A stage that counted no failure and still exited with an error has failed all the same.
  const failed = Math.max(counted ? Number(counted[2]) : 0, code === 0 ? 0 : 1);
  const empty = counted && passed + failed === 0;
  results.push({
    stage,
    passed,
    failed: empty ? 1 : failed,
    seconds,
    ...(empty && { note: 'nothing ran' }),
  });
}

const sum = (of: 'passed' | 'failed' | 'seconds') => results.reduce((total, result) => total + result[of], 0);
console.log('\nstage      passed  failed  seconds');
for (const { stage, passed, failed, seconds, note } of results) {
  const cells = [
    stage.padEnd(9),
    String(passed).padStart(7),
    String(failed).padStart(7),
    seconds.toFixed(1).padStart(8),
  ];
  console.log(`${cells.join(' ')}${note ? `  ${note}` : ''}`);
}
console.log(`in all ${sum('seconds').toFixed(1)} s\n`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
