import { pmf, type Pmf } from '../../src/core/index.ts';
import { lcg } from '../core/reference.ts';
import { contests } from './peers.ts';
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
): Promise<number> {
  const [ourRepeat, theirRepeat] = [await calibrate(ours), await calibrate(theirs)];
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    let [mine, peer] = [0, 0];
    if (round % 2 === 0) mine = ours(ourRepeat);
    peer = await theirs(theirRepeat);
    if (round % 2 === 1) mine = ours(ourRepeat);
    ratios.push(mine / ourRepeat / (peer / theirRepeat));
  }
  return ratios.sort((a, b) => a - b)[(ROUNDS - 1) / 2]!;
}

function randomMasses(n: number, seed: number): Float64Array {
  const next = lcg(seed);
  const masses = Float64Array.from({ length: n }, () => (next() + 1) * 2 ** -32);
  const sum = masses.reduce((a, b) => a + b);
  return masses.map((m) => m / sum);
}

/** Markdown: CPU time of ours over that of each peer; below 1, ours is faster. */
export async function speedTable(scipy: SciPy | undefined, sizes: readonly number[]): Promise<string> {
  const rows: string[][] = [];
  for (const { quantity, ours, peers } of contests) {
    const variants: Record<string, (p: Float64Array, q: Float64Array, a: Pmf, b: Pmf) => number> = {
      [quantity]: (_p, _q, a, b) => ours(a, b),
      [`${quantity}, with pmf()`]: (p, q) => ours(pmf(p), quantity === 'entropy' ? UNUSED : pmf(q)),
    };
    for (const [name, variant] of Object.entries(variants)) {
      for (const n of sizes) {
        const [p, q] = [randomMasses(n, 7), randomMasses(n, 8)];
        const [a, b] = [pmf(p), pmf(q)];
        const [plainP, plainQ] = [[...p], [...q]];
        const mine = (repeat: number): number => time(() => variant(p, q, a, b), repeat);
        await scipy?.load(p, q);
        const repeat = await calibrate(mine);
        const cells = [`${name}, n = ${n}`, `${((mine(repeat) / repeat / n) * 1e9).toFixed(1)} ns`];
        for (const peer of ['textbook loop', 'ml-distance', 'mathjs']) {
          const of = peers[peer];
          const skip = !of || (peer === 'mathjs' && n > 1e4);
          cells.push(
            skip ? '–' : (await ratio(mine, (repeat) => time(() => of(plainP, plainQ), repeat))).toFixed(3),
          );
        }
        cells.push(scipy ? (await ratio(mine, (repeat) => scipy.time(quantity, repeat))).toFixed(3) : '–');
        rows.push(cells);
      }
    }
  }
  if (Number.isNaN(sink)) throw new Error('a peer returned NaN on ordinary pmfs');
  return table(['ours', 'per outcome', 'textbook loop', 'ml-distance', 'mathjs', 'SciPy'], rows);
}

const UNUSED = pmf([1]);
