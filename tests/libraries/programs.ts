import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as mathjs from 'mathjs';
import * as mlDistance from 'ml-distance';
import { shownNumber } from '../../src/site/verification/libraries.ts';
import { programsWithSciPy } from '../bench/python.ts';
import { install } from '../engines/ensure-engines.ts';
import type { LibraryRun, Returned } from './compare.ts';

/** Runs the calls of SciPy in every Python here that has it, one process each; where none has, Debian's is installed. */
export function runPython(calls: readonly string[]): readonly LibraryRun[] {
  if (programsWithSciPy().length === 0) install(['python3-scipy']);
  const programs = programsWithSciPy();
  if (programs.length === 0)
    throw new Error(
      'the calls of SciPy cannot be run: no python3 here can import scipy.stats; install it (Debian: apt-get install python3-scipy)',
    );
  const script = new URL('run_calls.py', import.meta.url).pathname;
  return programs.map((program) => {
    const output = execFileSync(program, [script], { input: JSON.stringify(calls), encoding: 'utf8' });
    const { version, answers } = JSON.parse(output) as {
      readonly version: string;
      readonly answers: readonly ({ readonly value: string } | { readonly error: string })[];
    };
    const returned = answers.map((answer): Returned =>
      'error' in answer
        ? answer
        : {
            output: Number.isFinite(Number(answer.value)) ? shownNumber(Number(answer.value)) : answer.value,
          },
    );
    return { library: 'SciPy', version, returned: new Map(calls.map((call, k) => [call, returned[k]!])) };
  });
}

const packages = { mathjs, 'ml-distance': mlDistance } as const;

/** Runs the calls of a package of npm, under the name by which a program would import it. */
export function runJavaScript(library: keyof typeof packages, calls: readonly string[]): LibraryRun {
  const name = library === 'mathjs' ? 'mathjs' : 'mlDistance';
  const { version } = JSON.parse(readFileSync(`node_modules/${library}/package.json`, 'utf8')) as {
    readonly version: string;
  };
  const evaluate = (call: string): Returned => {
    try {
      const value: unknown = new Function(name, `return ${call}`)(packages[library]);
      return typeof value === 'number' ? { output: shownNumber(value) } : { error: 'it returned no number' };
    } catch (error) {
      return { error: String(error) };
    }
  };
  return { library, version, returned: new Map(calls.map((call) => [call, evaluate(call)])) };
}
