import { readFileSync, readdirSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import {
  crossEntropy,
  entropy,
  fromWeights,
  jeffreysDivergence,
  jensenShannonDistance,
  jensenShannonDivergence,
  klDivergence,
  pmf,
  type Pmf,
} from '../../src/core/index.ts';
import { installed, type InstalledKernels } from '../../src/core/kernels/installed.ts';
import { Body, double, int, minus, moduleBytes, plus } from '../../src/core/wasm/assembler.ts';
import { initialiseWasm } from '../../src/core/wasm/initialise-wasm.ts';
import { KERNEL_MODULE } from '../../src/core/wasm/kernel-module.ts';
import { kernelBytes } from '../../src/core/wasm/kernel-source.ts';
import { massesBehind } from '../../src/core/pmf.ts';
import { lcg } from './reference.ts';

const functions: readonly ((p: Pmf, q: Pmf) => number)[] = [
  klDivergence,
  jensenShannonDivergence,
  jensenShannonDistance,
  jeffreysDivergence,
  crossEntropy,
  (p) => entropy(p),
];
const bitsOf = (p: Pmf, q: Pmf): string[] =>
  functions.map((of) => new BigUint64Array(Float64Array.of(of(p, q)).buffer)[0]!.toString(16));

const next = lcg(20261122);
const random = (): number => (next() + 1) * 2 ** -32;
const masses = (n: number, mass: (x: number) => number): Float64Array =>
  Float64Array.from({ length: n }, (_, x) => mass(x));
const power = (): number => 2 ** -Math.floor(900 * random());

const families: Readonly<Record<string, (n: number) => readonly [Float64Array, Float64Array]>> = {
  ordinary: (n) => [masses(n, random), masses(n, random)],
  'nearly equal': (n) => {
    const p = masses(n, random);
    return [p, p.map((mass) => mass * (1 + 1e-9 * random()))];
  },
  'equal but for one outcome': (n) => {
    const p = masses(n, random);
    return [p, p.map((mass, x) => (x === 600 || x === 50 ? mass * (1 + 2 ** -50) : mass))];
  },
  'spread over 900 binary orders': (n) => [
    masses(n, () => random() * power()),
    masses(n, () => random() * power()),
  ],
  'ratios next to 2, 3 and their inverses': (n) => {
    const p = masses(n, random);
    const ratios = [2, 0.5, 3, 1 / 3, 1];
    return [p, p.map((mass, x) => mass * ratios[x % 5]! * (1 + (Math.floor(5 * random()) - 2) * 2 ** -52))];
  },
  'mass one above, mass one below a power of two': (n) => [
    masses(n, (x) => 2 ** -(x % 9) * (1 + 2 ** -52)),
    masses(n, (x) => 2 ** -(x % 7) * (1 - 2 ** -53)),
  ],
  'some zeros': (n) => [
    masses(n, (x) => (x % 700 === 3 ? 0 : random())),
    masses(n, (x) => (x % 900 === 5 ? 0 : random())),
  ],
  'zeros of P only': (n) => [masses(n, (x) => (x % 3 === 0 ? 0 : random())), masses(n, random)],
  'some subnormal masses': (n) => [
    masses(n, (x) => (x % 700 === 3 ? 2 ** -1040 : random() * 2 ** -20)),
    masses(n, random),
  ],
  'one dominant outcome': (n) => [masses(n, (x) => (x === 30 ? 1e9 : random())), masses(n, random)],
};

afterEach(() => {
  installed.kernels = undefined;
});

test.each(Object.entries(families))(
  '128-bit instructions change no bit of any value: %s',
  async (_, family) => {
    for (const n of [63, 64, 65, 511, 512, 513, 2001]) {
      const [p, q] = family(n).map((weights) => fromWeights(weights)) as [Pmf, Pmf];
      installed.kernels = undefined;
      const expected = bitsOf(p, q);
      expect(await initialiseWasm()).toBe(true);
      expect(bitsOf(p, q), `${n} outcomes`).toEqual(expected);
      expect(bitsOf(p, p)[0], 'P against itself').toBe('0');
    }
  },
);

test('128-bit instructions change no bit where totals differ by rounding, and the blocks are used', async () => {
  const normalised = (n: number): Float64Array => {
    const raw = masses(n, random);
    const total = raw.reduce((a, b) => a + b);
    return raw.map((mass) => mass / total);
  };
  const [p, q] = [pmf(normalised(20_000)), pmf(normalised(20_000))];
  installed.kernels = undefined;
  const expected = bitsOf(p, q);
  await initialiseWasm();
  const calls: Record<string, number> = {};
  const counted = Object.entries(installed.kernels!).map(
    ([name, of]: [string, (...given: never[]) => unknown]) => [
      name,
      (...given: never[]) => {
        calls[name] = (calls[name] ?? 0) + 1;
        return of(...given);
      },
    ],
  );
  installed.kernels = Object.fromEntries(counted) as unknown as InstalledKernels;
  expect(bitsOf(p, q)).toEqual(expected);
  // 39 whole blocks, and 32 outcomes that are too few: KL, Jeffreys twice and cross-entropy, and the far outcomes of JSD and its root; H and cross-entropy.
  expect(calls).toEqual({ relativeEntropy: 6 * 39, oddLessEven: 2 * 39, nearSum: 2 * 39, surprisal: 2 * 39 });
});

test('128-bit instructions change no bit of the sum of masses, and refuse the same ones', async () => {
  const ofBlock = (mass: (x: number) => number) => masses(1030, mass);
  const normalised = (raw: Float64Array) => {
    const total = raw.reduce((a, b) => a + b);
    return raw.map((mass) => mass / total);
  };
  const inputs = [
    normalised(ofBlock(random)),
    normalised(ofBlock((x) => (x === 40 ? 0 : random()))),
    normalised(ofBlock((x) => (x === 41 ? -0 : random()))),
    normalised(ofBlock((x) => (x === 600 ? 1e-16 : random()))),
    normalised(ofBlock((x) => (x === 3 ? 2 ** 60 : random()))),
    ofBlock((x) => (x === 700 ? NaN : 2 ** -12)),
    ofBlock((x) => (x === 701 ? -(2 ** -12) : 2 ** -12)),
    ofBlock((x) => (x === 702 ? 1.5 : 2 ** -12)),
  ];
  const read = () =>
    inputs.map((input) => {
      try {
        const { total, values } = massesBehind('test', 'p', pmf(input));
        return [total.hi, total.lo, ...values].map((x) => (Object.is(x, -0) ? '-0' : x));
      } catch (error) {
        return String(error);
      }
    });
  installed.kernels = undefined;
  const expected = read();
  await initialiseWasm();
  let calls = 0;
  const { splitSum, ...others } = installed.kernels!;
  installed.kernels = { ...others, splitSum: (...given) => (calls++, splitSum(...given)) };
  expect(read()).toEqual(expected);
  expect(calls).toBeGreaterThanOrEqual(2 * 5);
  expect(expected.slice(5).every((message) => String(message).startsWith('DomainError: pmf: p[70'))).toBe(
    true,
  );
});

test('the committed module is what the kernels assemble to (when not: node tests/reference/write-kernel-module.ts)', () => {
  expect(KERNEL_MODULE).toBe(Buffer.from(kernelBytes()).toString('base64'));
});

test('the assembler encodes constants, parameters, locals and loops as WebAssembly has them', async () => {
  const body = new Body(1);
  const total = body.variable(0x7c);
  const i = body.variable(0x7f);
  body.while([...i.get, ...int(300), 0x49], () => {
    total.set(plus(total.get, minus(body.parameter(0), double(7.5))));
    i.set([...i.get, ...int(-3), 0x6b]);
  });
  body.emit(total.get);
  const bytes = moduleBytes([{ name: 'repeated', parameters: [0x7c], body }], 1, 8, [1, 2, 3]);
  const { instance } = await WebAssembly.instantiate(bytes as BufferSource);
  const { repeated, memory } = instance.exports as {
    repeated: (x: number) => number;
    memory: WebAssembly.Memory;
  };
  expect(repeated(8)).toBe(50);
  expect([...new Uint8Array(memory.buffer, 7, 5)]).toEqual([0, 1, 2, 3, 0]);
});

test('nothing but what asks for it loads WebAssembly: the core does not, and of the labs only the script in its worker', () => {
  const root = new URL('../../', import.meta.url);
  const users = ['src', 'components']
    .flatMap((folder) =>
      readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' }).map(
        (name) => `${folder}/${name}`,
      ),
    )
    .filter((name) => /\.(ts|tsx|astro)$/.test(name) && !name.startsWith('src/core/wasm/'))
    .filter((name) => /from '[^']*\/wasm\//.test(readFileSync(new URL(name, root), 'utf8')));
  expect(users).toEqual(['components/labs/paper-script/product.ts']);
});
