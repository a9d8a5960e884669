import { expect, test } from 'vitest';
import type { LibraryCalls } from '../../src/site/schemas.ts';
import { compareCalls, recordCalls, type LibraryRun, type Returned, type WrittenCall } from './compare.ts';
import { runInstalled, runJavaScript, type Installed } from './programs.ts';

const written: WrittenCall = { library: 'SciPy', call: 'f(2)', at: 'content/a.mdx:3:1' };
const recorded: LibraryCalls = [
  { library: 'SciPy', call: 'f(2)', outputs: { '1.10.1': '4' }, date: '2026-01-02' },
];
const run = (output: string, version = '1.17.1'): LibraryRun => ({
  library: 'SciPy',
  version,
  returned: new Map([['f(2)', { output }]]),
});

test('a call that returns what is recorded is right', () => {
  expect(compareCalls([written], recorded, [run('4')])).toEqual([]);
});

test('another output, no record, no run, no output and no page are each told with their place and remedy', () => {
  const broken: LibraryRun = {
    library: 'SciPy',
    version: '1',
    returned: new Map([['f(2)', { error: 'NameError: f' }]]),
  };
  expect([
    ...compareCalls([written], recorded, [run('5')]),
    ...compareCalls([written], [], [run('4')]),
    ...compareCalls([written], recorded, []),
    ...compareCalls([written], recorded, [broken]),
    ...compareCalls([], recorded, [run('4')]),
  ]).toMatchInlineSnapshot(`
    [
      "content/a.mdx:3:1: f(2): SciPy 1.17.1 returns 5, and 4 is recorded; if the library is right, run npm run libraries -- --record and read the page again",
      "content/a.mdx:3:1: f(2): SciPy 1.17.1 returns 4, and nothing is recorded; run npm run libraries -- --record",
      "content/a.mdx:3:1: f(2): SciPy was not run",
      "content/a.mdx:3:1: f(2): SciPy 1 returns nothing (NameError: f); correct the call",
      "content/library-calls.json: SciPy: f(2): no page shows it; run npm run libraries -- --record",
    ]
  `);
});

test('recording keeps what other versions gave, drops what no page shows, and dates what is new', () => {
  const other: LibraryCalls[number] = { ...recorded[0]!, call: 'nowhere()' };
  expect(recordCalls([written, written], [...recorded, other], [run('4')], '2026-03-04')).toEqual([
    { library: 'SciPy', call: 'f(2)', outputs: { '1.10.1': '4', '1.17.1': '4' }, date: '2026-03-04' },
  ]);
  expect(recordCalls([written], recorded, [run('4', '1.10.1')], '2026-03-04')).toEqual(recorded);
});

test('calls are run where they belong, to six digits, a few numbers at most, and what fails says why', () => {
  const error = (why: string) => ({ error: expect.stringContaining(why) as string });
  const expected = new Map<Installed, ReadonlyMap<string, Returned>>([
    [
      'NumPy',
      new Map<string, Returned>([
        ['numpy.sqrt([2, 0])', { output: '[1.41421, 0]' }],
        ["float('-inf')", { output: '-inf' }],
        ['[float(x) for x in range(7)]', error('at most 6')],
        ['numpy.identity(2)', error('no list of at most 6')],
        ['numpy.nothing()', error('nothing')],
      ]),
    ],
    [
      'R',
      new Map<string, Returned>([
        ['sqrt(c(2, 0))', { output: '[1.41421, 0]' }],
        ['0 * log(0)', { output: 'NaN' }],
        ['-1 / 0', { output: '-Inf' }],
        ['diag(3)', error('at most 6')],
        ['"a"', error('no number')],
        ['nothing()', error('nothing')],
      ]),
    ],
  ]);
  const runs = runInstalled(new Map([...expected].map(([library, calls]) => [library, [...calls.keys()]])));
  expect(new Set(runs.map(({ library }) => library))).toEqual(new Set(expected.keys()));
  for (const { library, returned } of runs) expect(returned).toEqual(expected.get(library as Installed));
  const versions = runs.map(({ library, version }) => `${library} ${version}`);
  expect(new Set(versions).size).toBe(versions.length);
  const { returned } = runJavaScript('mathjs', ['mathjs.sqrt(2)', 'mathjs.nothing()', 'mathjs.identity(2)', 'mathjs.range(0, 2).toArray()']); // prettier-ignore
  expect([...returned.values()]).toEqual([
    { output: '1.41421' },
    error('nothing'),
    { error: 'it returned no number and no list of at most 6' },
    { output: '[0, 1]' },
  ]);
});
