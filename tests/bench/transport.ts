import {
  costMatrix,
  fromWeights,
  optimalTransport,
  pointsOnLine,
  sinkhornTransport,
  wassersteinDistance,
} from '../../src/core/index.ts';
import { installed } from '../../src/core/kernels/installed.ts';
import { initialiseWasm } from '../../src/core/wasm/initialise-wasm.ts';
import { lcg } from '../core/reference.ts';
import { startHighs } from './highs.ts';
import { table } from './table.ts';
import { startTransportPeer, type PeerFunction, type TransportPeer } from './transport-peer.ts';

const EPSILON = 0.1;

/** One kind of work on one input, ours and the peers'. */
interface Work {
  readonly name: string;
  readonly arrays: readonly Float64Array[];
  readonly ours: () => number;
  readonly peers: readonly Peer[];
  readonly rounds: number;
}

/** The columns of the table, in their order; `highs` is a package and the others are functions of SciPy and POT. */
const COLUMNS = {
  wasserstein_distance: 'scipy.stats.wasserstein_distance',
  emd2_1d: 'ot.emd2_1d',
  emd: 'ot.emd',
  highs: 'npm highs',
  sinkhorn_log: 'ot.bregman.sinkhorn_log',
} as const;
type Peer = PeerFunction | 'highs';

function* works(scaling: typeof installed.scaling): Generator<Work> {
  for (const n of [1e3, 1e4, 1e5, 1e6]) {
    const [u, v] = [uniforms(n, 11), uniforms(n, 12)];
    const ours = () => wassersteinDistance(pointsOnLine(u), pointsOnLine(v));
    yield {
      name: `W₁ of two samples of ${n}`,
      arrays: [u, v],
      ours,
      peers: ['wasserstein_distance', 'emd2_1d'],
      rounds: n < 1e6 ? 9 : 5,
    };
  }
  for (const n of [10, 100, 500, 1000, 2000]) {
    for (const weights of ['equal', 'random']) {
      const { a, b, cost, probabilities } = squareProblem(n, weights === 'equal');
      const ours = () => optimalTransport(a, b, cost).cost;
      const name = `exact transport, n = ${n}, ${weights} weights`;
      // HiGHS takes seconds for 500 points, and minutes for 2000.
      const peers: Peer[] = n > 10 && n <= 500 ? ['emd', 'highs'] : ['emd'];
      yield { name, arrays: [...probabilities, cost], ours, peers, rounds: n < 500 ? 9 : 3 };
    }
  }
  for (const wasm of [false, true]) {
    for (const n of [100, 500, 1000]) {
      const { a, b, cost, probabilities } = squareProblem(n, false);
      const options = { epsilon: EPSILON, tolerance: 0, maxIterations: 50 };
      const ours = () => {
        installed.scaling = wasm ? scaling : undefined;
        return sinkhornTransport(a, b, cost, options).cost;
      };
      const name = `Sinkhorn${wasm ? ' by WebAssembly' : ''}, n = ${n}, ε = ${EPSILON}, 50 iterations`;
      yield {
        name,
        arrays: [...probabilities, cost],
        ours,
        peers: ['sinkhorn_log'],
        rounds: n < 500 ? 9 : 5,
      };
    }
  }
}

function uniforms(n: number, seed: number): Float64Array {
  const next = lcg(seed);
  return Float64Array.from({ length: n }, () => (next() + 0.5) * 2 ** -32);
}

/** Points in the unit square, at squared distance. */
function squareProblem(n: number, equal: boolean) {
  const points = (seed: number) => {
    const values = uniforms(2 * n, seed);
    return Array.from({ length: n }, (_, i) => values.subarray(2 * i, 2 * i + 2));
  };
  const weights = (seed: number) => fromWeights(equal ? new Float64Array(n).fill(1) : uniforms(n, seed));
  const [a, b] = [weights(23), weights(24)];
  const cost = costMatrix(points(21), points(22), { exponent: 2 });
  return { a, b, cost, probabilities: [Float64Array.from(a), Float64Array.from(b)] };
}

/** CPU seconds of `repeat` calls, and the last value. */
function measure(call: () => number, repeat: number): [number, number] {
  let value = 0;
  const start = process.cpuUsage();
  for (let i = 0; i < repeat; i++) value = call();
  const { user, system } = process.cpuUsage(start);
  return [(user + system) / 1e6, value];
}

type Measure = (repeat: number) => readonly [number, number] | Promise<readonly [number, number]>;

/** Calls that take some 20 ms, at least one, after warming up: engines compile while they run. */
async function calibrate(run: Measure): Promise<number> {
  for (let warm = 0; warm < 0.3;) warm += (await run(1))[0];
  for (let repeat = 1; ; repeat *= 4) {
    const [seconds] = await run(repeat);
    if (seconds > 0.005) return Math.max(1, Math.round((repeat * 0.02) / seconds));
  }
}

/** Median over rounds of ours / theirs, measured in turn and in alternating order; and how far the values differ. */
async function compare(
  ours: Measure,
  theirs: Measure,
  rounds: number,
): Promise<{ ratio: number; apart: number }> {
  const [ourRepeat, theirRepeat] = [await calibrate(ours), await calibrate(theirs)];
  const ratios: number[] = [];
  let apart = 0;
  for (let round = 0; round < rounds; round++) {
    let mine: readonly [number, number] = [0, 0];
    if (round % 2 === 0) mine = await ours(ourRepeat);
    const peer = await theirs(theirRepeat);
    if (round % 2 === 1) mine = await ours(ourRepeat);
    ratios.push(mine[0] / ourRepeat / (peer[0] / theirRepeat));
    apart = Math.abs(mine[1] / peer[1] - 1);
  }
  return { ratio: ratios.sort((x, y) => x - y)[(rounds - 1) / 2]!, apart };
}

interface Peers {
  readonly python: TransportPeer | undefined;
  readonly highs: Awaited<ReturnType<typeof startHighs>>;
}

function measureOf(peer: Peer, { arrays }: Work, { python, highs }: Peers): Measure | undefined {
  if (peer === 'highs') {
    const [a, b, cost] = arrays as [Float64Array, Float64Array, Float64Array];
    return highs && ((repeat) => measure(() => highs(a, b, cost), repeat));
  }
  if (!python || (peer !== 'wasserstein_distance' && python.versions.pot === null)) return undefined;
  return (repeat) => python.run(peer, repeat, EPSILON);
}

async function row(work: Work, peers: Peers): Promise<string[]> {
  const ours: Measure = (repeat) => measure(work.ours, repeat);
  const repeat = await calibrate(ours);
  const [seconds] = await ours(repeat);
  const cells = [work.name, `${((seconds / repeat) * 1e3).toPrecision(3)} ms`];
  await peers.python?.load(...work.arrays);
  for (const column of Object.keys(COLUMNS) as Peer[]) {
    if (!work.peers.includes(column)) {
      cells.push('–');
      continue;
    }
    const theirs = measureOf(column, work, peers);
    if (!theirs) {
      cells.push('absent');
      continue;
    }
    const { ratio, apart } = await compare(ours, theirs, work.rounds);
    cells.push(`${ratio.toFixed(ratio < 0.01 ? 4 : 3)} (${apart.toExponential(0)})`);
  }
  return cells;
}

/** Markdown: CPU time of ours over that of each peer, and in brackets the relative difference of the values. */
export async function transportTable(wanted = /./): Promise<string> {
  await initialiseWasm();
  const { scaling } = installed;
  const peers = { python: await startTransportPeer(), highs: await startHighs() };
  const rows: string[][] = [];
  for (const work of works(scaling)) if (wanted.test(work.name)) rows.push(await row(work, peers));
  installed.kernels = installed.scaling = undefined;
  peers.python?.close();
  const versions = peers.python?.versions;
  return [
    `Transport: SciPy ${versions?.scipy ?? 'absent'}, POT ${versions?.pot ?? 'absent'}, npm highs ${peers.highs ? 'present' : 'absent'}.`,
    'CPU time of ours over that of the peer (below 1, ours is faster), in brackets how far the values are apart\n',
    table(['ours', 'time', ...Object.values(COLUMNS)], rows),
  ].join('\n');
}
