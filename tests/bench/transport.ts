import { installed } from '../../src/core/kernels/installed.ts';
import { initialiseWasm } from '../../src/core/wasm/initialise-wasm.ts';
import { against, fastest, ratioText } from './goals.ts';
import { startHighs } from './highs.ts';
import { compare, measured, secondsOf, type Measure } from './paired.ts';
import type { Python } from './python.ts';
import { errorText, printed } from './table.ts';
import { works, type Peer, type Work } from './transport-works.ts';

/** The columns of the table, each of the peers that do the same work. */
const COLUMNS: Readonly<Record<string, readonly Peer[]>> = {
  'of SciPy': ['wasserstein_distance'],
  'of POT': ['emd2_1d', 'emd', 'sinkhorn_log'],
  'of npm highs': ['highs'],
};

interface Peers {
  readonly pythons: readonly Python[];
  readonly highs: Awaited<ReturnType<typeof startHighs>>;
}

async function measureOf(
  peer: Peer,
  { arrays }: Work,
  { pythons, highs }: Peers,
): Promise<Measure | undefined> {
  if (peer === 'highs') {
    const [a, b, cost] = arrays as [Float64Array, Float64Array, Float64Array];
    return highs && measured(() => highs(a, b, cost));
  }
  const python = await fastest(pythons, peer);
  return python && ((repeat) => python.run(peer, repeat));
}

async function row(work: Work, peers: Peers): Promise<string[]> {
  const ours = measured(work.ours);
  const cells = [work.name, `${((await secondsOf(ours)) * 1e3).toPrecision(3)} ms`];
  for (const python of peers.pythons) await python.load(...work.arrays);
  let most = 0;
  for (const [column, able] of Object.entries(COLUMNS)) {
    const peer = able.find((name) => name in work.peers);
    const theirs = peer && (await measureOf(peer, work, peers));
    if (!theirs) cells.push(peer ? 'absent' : '–');
    else {
      const { ratio, apart } = await compare(ours, theirs, work.rounds);
      if (apart > most) most = apart;
      cells.push(against(work.peers[peer], ratio, ratioText(ratio), `${work.name}, ${column}`));
    }
  }
  return [...cells, errorText(most)];
}

async function* rows(pythons: readonly Python[], wanted: RegExp): AsyncGenerator<string[]> {
  await initialiseWasm();
  const { scaling } = installed;
  const peers = { pythons, highs: await startHighs() };
  for (const work of works(scaling)) if (wanted.test(work.name)) yield await row(work, peers);
  installed.kernels = installed.scaling = undefined;
}

/** Prints Markdown: CPU time of ours over that of each peer, and how far the values are apart at most. */
export async function printTransport(pythons: readonly Python[], wanted: RegExp): Promise<void> {
  await printed(['', 'time', ...Object.keys(COLUMNS), 'values apart'], rows(pythons, wanted));
}
