import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Timed } from './paired.ts';

/** What a Python has of SciPy and POT, in a process of its own, on one thread. */
export interface Python {
  /** As 'SciPy 1.17.1, POT 0.9.5'. */
  readonly name: string;
  /** As '1.17.1', of the package that a function is of. */
  readonly version: (run: string) => string;
  readonly has: (run: string) => boolean;
  load(...arrays: readonly Float64Array[]): Promise<void>;
  run(name: string, repeat: number, parameter?: number): Promise<Timed>;
  close(): void;
}

interface Start {
  readonly versions: { readonly SciPy: string; readonly POT?: string };
  readonly functions: readonly string[];
}

/** That of the path, and that of the system, where they have SciPy. */
export const programsWithSciPy = (): readonly string[] =>
  ['python3', '/usr/bin/python3'].filter(
    (program) => spawnSync(program, ['-c', 'import numpy, scipy.stats'], { stdio: 'ignore' }).status === 0,
  );

/** Every Python here that has SciPy: that of the path, and that of the system. */
export async function startPythons(): Promise<readonly Python[]> {
  const found: Python[] = [];
  for (const program of programsWithSciPy()) {
    const python = await start(program);
    if (found.some(({ name }) => name === python.name)) python.close();
    else found.push(python);
  }
  return found;
}

/** One thread; and memory up to 32 megabytes is kept for the next call, as in a process that has freed larger arrays: SciPy's best. */
const SETTINGS = {
  OMP_NUM_THREADS: '1',
  OPENBLAS_NUM_THREADS: '1',
  MALLOC_MMAP_THRESHOLD_: '33554432',
  MALLOC_TRIM_THRESHOLD_: '134217728',
};

async function start(program: string): Promise<Python> {
  const child = spawn(program, [new URL('peer.py', import.meta.url).pathname], {
    env: { ...process.env, ...SETTINGS },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async (): Promise<unknown> => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${program} ended before it answered`);
    return JSON.parse(String(value));
  };
  const ask = (request: object): Promise<unknown> => {
    child.stdin.write(`${JSON.stringify(request)}\n`);
    return answer();
  };
  const folder = mkdtempSync(join(tmpdir(), 'divergences-bench-'));
  const file = join(folder, 'arrays.f64');
  const { versions, functions } = (await answer()) as Start;
  return {
    name: Object.entries(versions).map((entry) => entry.join(' ')).join(', '), // prettier-ignore
    version: (run) => (/emd|sinkhorn/.test(run) ? versions.POT! : versions.SciPy),
    has: (run) => functions.includes(run),
    load: async (...arrays) => {
      const bytes = arrays.map((a) => new Uint8Array(a.buffer, a.byteOffset, a.byteLength));
      writeFileSync(file, Buffer.concat(bytes));
      await ask({ load: file, sizes: arrays.map((a) => a.length) });
    },
    run: async (name, repeat, parameter) => {
      const [seconds, value] = (await ask({ run: name, repeat, parameter })) as [number, string];
      return [seconds, pythonNumber(value)];
    },
    close: () => {
      child.stdin.end();
      rmSync(folder, { recursive: true });
    },
  };
}

function pythonNumber(text: string): number {
  return Number(text.replace('inf', 'Infinity').replace('nan', 'NaN'));
}
