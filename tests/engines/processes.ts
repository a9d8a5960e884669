import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** A program that was started with everything that it starts as one group, so that none of them stays behind. */
export interface Running {
  /** The first line of an output that matches; an error where the program ends before, or in so many milliseconds. */
  readonly line: (output: number, pattern: RegExp, limit: number) => Promise<RegExpExecArray>;
  readonly end: () => Promise<void>;
}

export function start(program: string, words: readonly string[], options: SpawnOptions): Running {
  const child = spawn(program, words, { ...options, detached: true });
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(`it ended with ${code ?? signal}`));
  });
  const end = async (): Promise<void> => {
    signalGroup(child, 'SIGTERM');
    const gone = await Promise.race([ended, after(3000, undefined)]);
    if (gone === undefined) signalGroup(child, 'SIGKILL');
    await ended;
  };
  // Also where this process is told to end before it has ended them.
  process.once('exit', () => signalGroup(child, 'SIGTERM'));
  return {
    end,
    line: async (output, pattern, limit) => {
      const failure = Promise.race([ended, after(limit, `it said nothing in ${limit / 1000} s`)]);
      const found = firstMatch(child.stdio[output] as Readable, pattern);
      const result = await Promise.race([found, failure]);
      if (typeof result !== 'string') return result;
      await end();
      throw new Error(`${program} could not be started: ${result}`);
    },
  };
}

function signalGroup({ pid, exitCode, signalCode }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // It has just ended by itself.
  }
}

const after = <Value>(milliseconds: number, value: Value): Promise<Value> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds, value).unref());

/** Reads on after the match, so that the program never waits for a reader. */
function firstMatch(stream: Readable, pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve) => {
    createInterface({ input: stream }).on('line', (line) => {
      const match = pattern.exec(line);
      if (match) resolve(match);
    });
  });
}
