import { exp, expm1 } from '../../src/core/elementary/exp.ts';
import { log, log1p } from '../../src/core/elementary/log.ts';
import { pow } from '../../src/core/elementary/pow.ts';
import { lcg } from '../core/reference.ts';
import { compare, measured, secondsOf } from './paired.ts';
import { ratioText } from './goals.ts';
import { printed } from './table.ts';

const COUNT = 4096;

interface Work {
  readonly name: string;
  readonly ours: (x: number) => number;
  readonly engines: (x: number) => number;
}

// A function each: the engine compiles the two apart.
const works: readonly Work[] = [
  { name: 'log x', ours: (x) => log(x), engines: (x) => Math.log(x) },
  { name: 'log(1 + x)', ours: (x) => log1p(x), engines: (x) => Math.log1p(x) },
  { name: 'exp x', ours: (x) => exp(x), engines: (x) => Math.exp(x) },
  { name: 'exp x − 1', ours: (x) => expm1(x), engines: (x) => Math.expm1(x) },
  { name: 'x to the power of 2.5', ours: (x) => pow(x, 2.5), engines: (x) => x ** 2.5 },
];

async function* rows(): AsyncGenerator<string[]> {
  const next = lcg(41);
  const xs = Float64Array.from({ length: COUNT }, () => (next() + 0.5) * 2 ** -31);
  const sumOf = (of: (x: number) => number) => () => {
    let sum = 0;
    for (let i = 0; i < COUNT; i++) sum += of(xs[i]!);
    return sum;
  };
  for (const { name, ours, engines } of works) {
    const [mine, theirs] = [measured(sumOf(ours)), measured(sumOf(engines))];
    const nanoseconds = ((await secondsOf(mine)) / COUNT) * 1e9;
    yield [name, `${nanoseconds.toFixed(1)} ns`, ratioText((await compare(mine, theirs)).ratio)];
  }
}

/** Prints Markdown: what functions with the same bits in every engine take of the time of the engine's own. */
export async function printSameBits(): Promise<void> {
  await printed(['for x in (0, 2)', 'time', 'of the function of `Math`'], rows());
}
