import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export type PeerFunction = 'wasserstein_distance' | 'emd2_1d' | 'emd' | 'sinkhorn_log';

/** POT and SciPy in a process of their own, on one thread. */
export interface TransportPeer {
  readonly versions: { readonly scipy: string; readonly pot: string | null };
  load(...arrays: readonly Float64Array[]): Promise<void>;
  /** CPU seconds of `repeat` calls, and the value. */
  run(name: PeerFunction, repeat: number, epsilon?: number): Promise<readonly [number, number]>;
  close(): void;
}

/** The first Python that has POT, or else SciPy alone. */
export async function startTransportPeer(): Promise<TransportPeer | undefined> {
  const pythons = ['python3', '/usr/bin/python3'];
  const has = (modules: string) => (python: string) =>
    spawnSync(python, ['-c', `import numpy, scipy.stats${modules}`]).status === 0;
  const python = pythons.find(has(', ot')) ?? pythons.find(has(''));
  if (python === undefined) return undefined;
  const script = new URL('transport_peer.py', import.meta.url).pathname;
  const child = spawn(python, [script], {
    env: { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async (): Promise<unknown> => JSON.parse(String((await lines.next()).value));
  const ask = (request: object): Promise<unknown> => {
    child.stdin.write(`${JSON.stringify(request)}\n`);
    return answer();
  };
  const folder = mkdtempSync(join(tmpdir(), 'divergences-bench-'));
  const file = join(folder, 'transport.f64');
  const versions = (await answer()) as TransportPeer['versions'];
  return {
    versions,
    load: async (...arrays) => {
      const bytes = arrays.map((a) => new Uint8Array(a.buffer, a.byteOffset, a.byteLength));
      writeFileSync(file, Buffer.concat(bytes));
      await ask({ load: file, sizes: arrays.map((a) => a.length) });
    },
    run: async (name, repeat, epsilon) =>
      (await ask({ run: name, repeat, epsilon })) as readonly [number, number],
    close: () => {
      child.stdin.end();
      rmSync(folder, { recursive: true });
    },
  };
}
