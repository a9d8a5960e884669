import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as mathjs from 'mathjs';
import * as mlDistance from 'ml-distance';
import { mostShown, shownOutput } from '../../src/site/verification/libraries.ts';
import { install } from '../engines/ensure-engines.ts';
import type { LibraryRun, Returned } from './compare.ts';

/** Debian's package of each library that is run in a program of its own. */
export const packages = {
  NumPy: 'python3-numpy',
  SciPy: 'python3-scipy',
  'scikit-learn': 'python3-sklearn',
  PyTorch: 'python3-torch',
  POT: 'python3-pot',
  R: 'r-base-core',
} as const;
export type Installed = keyof typeof packages;
type Calls = ReadonlyMap<Installed, readonly string[]>;

/** Seconds to install one of them: PyTorch brings OpenCV along, and took 310 on a bare system whose two cores were busy. */
const longest = 900;

/** Runs the calls in every version of their libraries that is here; of a library that is not here, Debian's is installed. */
export function runInstalled(calls: Calls): readonly LibraryRun[] {
  const lacking = (runs: readonly LibraryRun[]): Calls =>
    new Map([...calls].filter(([library]) => runs.every((run) => run.library !== library)));
  const found = runHere(calls);
  const missing = lacking(found);
  if (missing.size === 0) return found;
  // One at a time: what takes long, or fails, costs none of the others its own time.
  for (const library of missing.keys()) install([packages[library]], longest);
  const runs = [...found, ...runHere(missing)];
  const names = [...lacking(runs).keys()];
  if (names.length === 0) return runs;
  const wanted = names.map((library) => packages[library]).join(' ');
  throw new Error(
    `the calls of ${names.join(', ')} cannot be run: neither python3 nor /usr/bin/python3 nor Rscript has them; install them (Debian: apt-get install ${wanted})`,
  );
}

/** In the Python of the path, in that of the system, which may be another or the same, and in R. */
function runHere(calls: Calls): readonly LibraryRun[] {
  const ofR = calls.get('R');
  const ofPython = new Map([...calls].filter(([library]) => library !== 'R'));
  const runs = [
    ...(ofPython.size === 0
      ? []
      : ['python3', '/usr/bin/python3'].flatMap((program) => runPython(program, ofPython))),
    ...(ofR === undefined ? [] : runR(ofR)),
  ];
  const isSame = (a: LibraryRun, b: LibraryRun) => a.library === b.library && a.version === b.version;
  return runs.filter((run, k) => runs.findIndex((each) => isSame(each, run)) === k);
}

/** What a program answers on its standard output; nothing where the program is not here. */
function answerOf(program: string, script: string, input: string): string | undefined {
  const path = new URL(script, import.meta.url).pathname;
  const { error, status, stdout, stderr } = spawnSync(program, [path], { input, encoding: 'utf8' });
  if (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  if (status !== 0) throw new Error(`${program} ${script}: it ended with ${status}: ${stderr.trim()}`);
  return stdout;
}

interface OfPython {
  readonly version: string;
  readonly answers: readonly ({ readonly value: string | readonly string[] } | { readonly error: string })[];
}

function runPython(program: string, calls: Calls): readonly LibraryRun[] {
  const output = answerOf(program, 'run_calls.py', JSON.stringify(Object.fromEntries(calls)));
  if (output === undefined) return [];
  return Object.entries(JSON.parse(output) as Partial<Record<Installed, OfPython>>).map(
    ([library, { version, answers }]) => ({
      library: library as Installed,
      version,
      returned: byCall(
        calls.get(library as Installed)!,
        answers.map((each) => ('error' in each ? each : { output: shownOutput(each.value) })),
      ),
    }),
  );
}

function runR(calls: readonly string[]): readonly LibraryRun[] {
  const output = answerOf('Rscript', 'run_calls.R', calls.map((call) => `${call}\n`).join(''));
  if (output === undefined) return [];
  const [version, ...answers] = output.trimEnd().split('\n');
  const returned = answers.map((line): Returned => {
    const error = /^error: (.*)/.exec(line)?.[1];
    if (error !== undefined) return { error };
    const numbers = line.split(' ');
    return { output: shownOutput(numbers.length === 1 ? numbers[0]! : numbers) };
  });
  return [{ library: 'R', version: version!, returned: byCall(calls, returned) }];
}

const byCall = (calls: readonly string[], returned: readonly Returned[]): ReadonlyMap<string, Returned> =>
  new Map(calls.map((call, k) => [call, returned[k] ?? { error: 'it was not answered' }]));

const modules = { mathjs, 'ml-distance': mlDistance } as const;

/** Runs the calls of a package of npm, under the name by which a program would import it. */
export function runJavaScript(library: keyof typeof modules, calls: readonly string[]): LibraryRun {
  const name = library === 'mathjs' ? 'mathjs' : 'mlDistance';
  const { version } = JSON.parse(readFileSync(`node_modules/${library}/package.json`, 'utf8')) as {
    readonly version: string;
  };
  const evaluate = (call: string): Returned => {
    try {
      const value: unknown = new Function(name, `return ${call}`)(modules[library]);
      if (typeof value === 'number') return { output: shownOutput(String(value)) };
      return isShortList(value)
        ? { output: shownOutput(value.map(String)) }
        : { error: `it returned no number and no list of at most ${mostShown}` };
    } catch (error) {
      return { error: String(error) };
    }
  };
  return { library, version, returned: byCall(calls, calls.map(evaluate)) };
}

const isShortList = (value: unknown): value is readonly number[] =>
  Array.isArray(value) &&
  value.length >= 1 &&
  value.length <= mostShown &&
  value.every((each) => typeof each === 'number');
