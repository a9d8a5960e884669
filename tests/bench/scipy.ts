import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Quantity } from './peers.ts';

/** SciPy in a process of its own. */
export interface SciPy {
  readonly version: string;
  load(p: Float64Array, q: Float64Array): Promise<void>;
  value(quantity: Quantity): Promise<number>;
  /** CPU seconds of `repeat` calls. */
  time(quantity: Quantity, repeat: number): Promise<number>;
  close(): void;
}

/** SciPy, if some python3 has it. */
export async function startSciPy(): Promise<SciPy | undefined> {
  if (spawnSync('python3', ['-c', 'import numpy, scipy.stats']).status !== 0) return undefined;
  const script = new URL('scipy_peer.py', import.meta.url).pathname;
  const threads = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' };
  const child = spawn('python3', [script], {
    env: { ...process.env, ...threads },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async (): Promise<unknown> => JSON.parse(String((await lines.next()).value));
  const ask = (request: object): Promise<unknown> => {
    child.stdin.write(`${JSON.stringify(request)}\n`);
    return answer();
  };
  const folder = mkdtempSync(join(tmpdir(), 'divergences-bench-'));
  const file = join(folder, 'pair.f64');
  const version = String(await answer());
  return {
    version,
    load: async (p, q) => {
      writeFileSync(
        file,
        Buffer.concat([p, q].map((a) => new Uint8Array(a.buffer, a.byteOffset, a.byteLength))),
      );
      await ask({ load: file, n: p.length });
    },
    value: async (quantity) => pythonNumber(String(await ask({ value: quantity }))),
    time: async (quantity, repeat) => Number(await ask({ time: quantity, repeat })),
    close: () => {
      child.stdin.end();
      rmSync(folder, { recursive: true });
    },
  };
}

function pythonNumber(text: string): number {
  return Number(text.replace('inf', 'Infinity').replace('nan', 'NaN'));
}
