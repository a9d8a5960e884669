import { pmf, type Pmf } from '../../src/core/index.ts';
import { installed } from '../../src/core/kernels/installed.ts';
import { initialiseWasm } from '../../src/core/wasm/initialise-wasm.ts';
import { lcg } from '../core/reference.ts';
import { contests, type Contest } from './peers.ts';
import type { SciPy } from './scipy.ts';
import { table } from './table.ts';

const ROUNDS = 11;
const BATCH_SECONDS = 0.02;

let sink = 0;

/** CPU seconds of `repeat` calls. */
function time(call: () => number, repeat: number): number {
  const start = process.cpuUsage();
  for (let i = 0; i < repeat; i++) sink += call();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** Calls that fill a batch, after warming up. */
async function calibrate(measure: (repeat: number) => number | Promise<number>): Promise<number> {
  let repeat = 1;
  for (;;) {
    const seconds = await measure(repeat);
    if (seconds > BATCH_SECONDS / 2) return Math.max(1, Math.round((repeat * BATCH_SECONDS) / seconds));
    repeat *= seconds < BATCH_SECONDS / 20 ? 8 : 2;
  }
}

/** Median over rounds of ours / theirs, each pair measured in turn, in alternating order. */
async function ratio(
  ours: (repeat: number) => number,
  theirs: (repeat: number) => number | Promise<number>,
  rounds = ROUNDS,
): Promise<number> {
  const [ourRepeat, theirRepeat] = [await calibrate(ours), await calibrate(theirs)];
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    let [mine, peer] = [0, 0];
    if (round % 2 === 0) mine = ours(ourRepeat);
    peer = await theirs(theirRepeat);
    if (round % 2 === 1) mine = ours(ourRepeat);
    ratios.push(mine / ourRepeat / (peer / theirRepeat));
  }
  return ratios.sort((a, b) => a - b)[(rounds - 1) / 2]!;
}

function randomMasses(n: number, seed: number): Float64Array {
  const next = lcg(seed);
  const masses = Float64Array.from({ length: n }, () => (next() + 1) * 2 ** -32);
  const sum = masses.reduce((a, b) => a + b);
  return masses.map((m) => m / sum);
}

interface Variant {
  readonly name: string;
  readonly wasm: boolean;
  readonly call: (p: Float64Array, q: Float64Array, a: Pmf, b: Pmf) => number;
}

function variantsOf({ quantity, ours }: Contest): readonly Variant[] {
  const known = (_p: unknown, _q: unknown, a: Pmf, b: Pmf): number => ours(a, b);
  const whole = (p: Float64Array, q: Float64Array): number =>
    ours(pmf(p), quantity === 'entropy' ? UNUSED : pmf(q));
  return [
    { name: quantity, wasm: false, call: known },
    { name: `${quantity}, with pmf()`, wasm: false, call: whole },
    { name: `${quantity} by WebAssembly`, wasm: true, call: known },
    { name: `${quantity} by WebAssembly, with pmf()`, wasm: true, call: whole },
  ];
}

/** Markdown: CPU time of ours over that of each peer; below 1, ours is faster. */
export async function speedTable(scipy: SciPy | undefined, sizes: readonly number[]): Promise<string> {
  await initialiseWasm();
  const { kernels } = installed;
  const rows: string[][] = [];
  for (const contest of contests) {
    for (const { name, wasm, call } of variantsOf(contest)) {
      installed.kernels = wasm ? kernels : undefined;
      for (const n of sizes.filter((n) => !wasm || n >= 1e4)) {
        const [p, q] = [randomMasses(n, 7), randomMasses(n, 8)];
        const [a, b] = [pmf(p), pmf(q)];
        const [plainP, plainQ] = [[...p], [...q]];
        const mine = (repeat: number): number => time(() => call(p, q, a, b), repeat);
        const rounds = n > 1e6 ? 5 : ROUNDS;
        await scipy?.load(p, q);
        const repeat = await calibrate(mine);
        const cells = [`${name}, n = ${n}`, `${((mine(repeat) / repeat / n) * 1e9).toFixed(1)} ns`];
        for (const peer of ['textbook loop', 'ml-distance', 'mathjs']) {
          const of = contest.peers[peer];
          // A peer is slow at many outcomes, or has been compared with the same call above.
          if (!of || (peer === 'mathjs' && n > 1e4) || (wasm && peer !== 'textbook loop')) cells.push('–');
          else {
            const theirs = (repeat: number): number => time(() => of(plainP, plainQ), repeat);
            cells.push((await ratio(mine, theirs, rounds)).toFixed(3));
          }
        }
        const theirs = (repeat: number): Promise<number> => scipy!.time(contest.quantity, repeat);
        cells.push(scipy ? (await ratio(mine, theirs, rounds)).toFixed(3) : '–');
        rows.push(cells);
      }
    }
  }
  installed.kernels = undefined;
  if (Number.isNaN(sink)) throw new Error('a peer returned NaN on ordinary pmfs');
  return table(['ours', 'per outcome', 'textbook loop', 'ml-distance', 'mathjs', 'SciPy'], rows);
}

const UNUSED = pmf([1]);
