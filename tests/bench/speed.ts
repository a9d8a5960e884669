import { pmf, pmfView } from '../../src/core/index.ts';
import { installed } from '../../src/core/kernels/installed.ts';
import { initialiseWasm } from '../../src/core/wasm/initialise-wasm.ts';
import { lcg } from '../core/reference.ts';
import { against, fastest, ratioText } from './goals.ts';
import { compare, measured, secondsOf, type Measure } from './paired.ts';
import { contests, type Contest } from './peers.ts';
import type { Python } from './python.ts';
import { printed } from './table.ts';

const SIZES = [10, 1e3, 1e5, 1e7];
const LEAST_WASM = 1e4;

/** At most these ratios to SciPy: with totals not known, and then by WebAssembly. */
const GOALS: Readonly<Record<string, number>> = {
  'KL, n = 10': 0.03,
  'KL, n = 1000': 0.6,
  'KL, n = 100000': 0.75,
  'KL, n = 10000000': 0.85,
  'JSD, n = 10': 0.03,
  'JSD, n = 1000': 0.5,
  'JSD, n = 100000': 0.5,
  'JSD, n = 10000000': 0.5,
  'entropy, n = 10': 0.03,
};
const WASM_GOALS: Readonly<Record<string, number>> = { KL: 0.4, JSD: 0.5 };

function randomMasses(n: number, seed: number): Float64Array {
  const next = lcg(seed);
  const masses = Float64Array.from({ length: n }, () => (next() + 1) * 2 ** -32);
  const sum = masses.reduce((a, b) => a + b);
  return masses.map((m) => m / sum);
}

const UNUSED = pmf([1]);

type Kernels = typeof installed.kernels;

/** A call of ours, by the kernels that are given or in TypeScript. */
const variant = (kernels: Kernels, call: () => number): Measure => {
  const run = measured(call);
  return (repeat) => {
    installed.kernels = kernels;
    return run(repeat);
  };
};

async function row(
  { quantity, column, ours, peers }: Contest,
  n: number,
  pythons: readonly Python[],
  kernels: Kernels,
): Promise<string[]> {
  const what = `${column}, n = ${n}`;
  const [p, q] = [randomMasses(n, 7), randomMasses(n, 8)];
  const [a, b] = [pmf(p), pmf(q)];
  const rounds = n > 1e6 ? 5 : 11;
  const both = (make: typeof pmfView) => () => ours(make(p), quantity === 'entropy' ? UNUSED : make(q));
  const given = (): number => ours(a, b);
  for (const each of pythons) await each.load(p, q);
  const python = await fastest(pythons, quantity);
  const scipy: Measure | undefined = python && ((repeat) => python.run(quantity, repeat));
  const ofSciPy = async (mine: Measure, goal?: number, how = ''): Promise<string> => {
    if (!scipy) return 'absent';
    const { ratio } = await compare(mine, scipy, rounds);
    return against(goal, ratio, ratioText(ratio), `${what}${how}, of SciPy`);
  };
  const [plainP, plainQ] = [Array.from(p), Array.from(q)];
  const ofLoop = await compare(
    variant(undefined, given),
    measured(() => peers['textbook loop']!(plainP, plainQ)),
    rounds,
  );
  const seconds = await secondsOf(variant(undefined, given));
  const cells = [
    what,
    `${((seconds / n) * 1e9).toFixed(1)} ns`,
    ratioText(ofLoop.ratio),
    python?.version(quantity) ?? 'absent',
    await ofSciPy(variant(undefined, given)),
    await ofSciPy(variant(undefined, both(pmfView)), GOALS[what]),
    await ofSciPy(variant(undefined, both(pmf))),
  ];
  if (n < LEAST_WASM) return [...cells, '–', '–'];
  const wasm = await ofSciPy(variant(kernels, given));
  return [
    ...cells,
    wasm,
    await ofSciPy(variant(kernels, both(pmfView)), WASM_GOALS[column], ' by WebAssembly'),
  ];
}

async function* rows(pythons: readonly Python[], wanted: RegExp): AsyncGenerator<string[]> {
  await initialiseWasm();
  const { kernels } = installed;
  for (const contest of contests) {
    for (const n of SIZES) {
      if (wanted.test(`${contest.column}, n = ${n}`)) yield await row(contest, n, pythons, kernels);
    }
  }
  installed.kernels = undefined;
}

/** Prints Markdown: CPU time of ours over that of each peer; below 1, ours is faster. */
export async function printSpeed(pythons: readonly Python[], wanted: RegExp): Promise<void> {
  const head = [
    ...[
      '',
      'time an outcome',
      'of the loop with `Math.log`',
      'fastest SciPy',
      'of it, pmfs given',
      '`pmfView()`',
    ],
    ...['`pmf()`', 'by WebAssembly, pmfs given', '`pmfView()`'],
  ];
  await printed(head, rows(pythons, wanted));
}
