import { afterEach, expect, test } from 'vitest';
import {
  fromWeights,
  sinkhornDivergence,
  sinkhornTransport,
  type SinkhornTransport,
} from '../../src/core/index.ts';
import { installed, type ScalingRoom } from '../../src/core/kernels/installed.ts';
import { initialiseWasm } from '../../src/core/wasm/initialise-wasm.ts';
import { SCALING_MODULE } from '../../src/core/wasm/scaling-module.ts';
import { scalingBytes } from '../../src/core/wasm/scaling-source.ts';
import { lcg } from './reference.ts';

afterEach(() => {
  installed.kernels = installed.scaling = undefined;
});

/** Rooms as they are installed, which count what is done in them. */
async function countingRooms(): Promise<{ rebuilt: number; scaled: number }> {
  const calls = { rebuilt: 0, scaled: 0 };
  expect(await initialiseWasm()).toBe(true);
  const rooms = installed.scaling!;
  const counted = (room: ScalingRoom): ScalingRoom => ({
    ...room,
    rebuildRow: (...given) => (calls.rebuilt++, room.rebuildRow(...given)),
    scaleRows: (...given) => (calls.scaled++, room.scaleRows(...given)),
  });
  installed.scaling = (doubles) => counted(rooms(doubles)!);
  return calls;
}

const bits = (values: Iterable<number>): string[] =>
  Array.from(new BigUint64Array(Float64Array.from(values).buffer), String);
const bitsOf = ({ plan, potentials, cost, regularisedCost, iterations, marginalError }: SinkhornTransport) =>
  bits([...plan, ...potentials.f, ...potentials.g, cost, regularisedCost, iterations, marginalError]);

const next = lcg(20261125);
const uniform = (): number => (next() + 0.5) * 2 ** -32;
const masses = (n: number, mass: (x: number) => number) =>
  fromWeights(Array.from({ length: n }, (_, x) => mass(x)));
const costs: Readonly<Record<string, (i: number, j: number) => number>> = {
  'squared distances on a line': (i, j) => (i / 50 - j / 60) ** 2,
  random: uniform,
  'with ties and zeros': () => next() % 4,
  negative: () => uniform() - 2,
  'over ten decades': () => 10 ** (10 * uniform() - 8),
};
const epsilons = [3, 0.1, 0.004, 1e-9];

for (const [kind, costOf] of Object.entries(costs)) {
  test(`128-bit instructions change no bit of entropic transport: costs ${kind}`, async () => {
    for (const [n, m] of [
      [64, 64],
      [67, 65],
      [3, 130],
      [130, 71],
    ] as const) {
      // prettier-ignore
      const cost = Float64Array.from({ length: n * m }, (_, k) => costOf(Math.floor(k / m), k % m));
      const [a, b] = [masses(n, uniform), masses(m, (x) => (x % 3 && x > m - 65 ? 0 : uniform() ** 9))];
      const full = masses(m, uniform);
      for (const epsilon of epsilons) {
        const options = { epsilon, maxIterations: 60 };
        installed.kernels = installed.scaling = undefined;
        const expected = [
          bitsOf(sinkhornTransport(a, full, cost, options)),
          bitsOf(sinkhornTransport(a, b, cost, options)),
        ];
        const calls = await countingRooms();
        expect(bitsOf(sinkhornTransport(a, full, cost, options)), `${n} × ${m}, ε = ${epsilon}`).toEqual(
          expected[0],
        );
        expect(calls.rebuilt).toBeGreaterThanOrEqual(n);
        expect(calls.scaled).toBeGreaterThanOrEqual(2);
        expect(bitsOf(sinkhornTransport(a, b, cost, options))).toEqual(expected[1]);
      }
    }
  });
}

test('128-bit instructions change no bit of the Sinkhorn divergence', async () => {
  const n = 100;
  const cost = Float64Array.from({ length: n * n }, (_, k) => Math.abs(Math.floor(k / n) - (k % n)) / n);
  const [p, q] = [masses(n, uniform), masses(n, (x) => 1 + (x % 5))];
  const value = () => bits([sinkhornDivergence(p, q, cost, { epsilon: 0.05 })]);
  const expected = value();
  const calls = await countingRooms();
  expect(value()).toEqual(expected);
  expect(calls.scaled).toBeGreaterThan(5);
});

test('memory serves one problem after the other: larger, smaller, too large to be kept, and to few outcomes none', async () => {
  const solve = (n: number, m: number) => {
    const cost = Float64Array.from({ length: n * m }, (_, k) => ((k * 7919) % 101) / 50);
    const [a, b] = [masses(n, (x) => 1 + (x % 7)), masses(m, (x) => 1 + (x % 3))];
    const found = sinkhornTransport(a, b, cost, { epsilon: 0.2, maxIterations: 5 });
    return bits([...found.potentials.f, ...found.potentials.g, found.cost]);
  };
  const sizes = [[70, 64], [300, 200], [80, 65], [1500, 1500], [70, 64], [90, 63]] as const; // prettier-ignore
  const expected = sizes.map(([n, m]) => solve(n, m));
  await initialiseWasm();
  const rooms = installed.scaling!;
  const lengths: number[] = [];
  installed.scaling = (doubles) => {
    const room = rooms(doubles)!;
    lengths.push(room.memory.length);
    return room;
  };
  expect(sizes.map(([n, m]) => solve(n, m))).toEqual(expected);
  expect(lengths).toHaveLength(5);
  // The second memory serves the third and the fifth problem; the fourth has its own.
  expect(lengths[2]).toBe(lengths[1]);
  expect(lengths[4]).toBe(lengths[1]);
  expect(lengths[3]).toBeGreaterThan(1500 * 1500);
});

test('where there is no memory, TypeScript does the work', async () => {
  const [a, cost] = [masses(64, uniform), Float64Array.from({ length: 64 * 64 }, uniform)];
  const solve = () => bitsOf(sinkhornTransport(a, a, cost, { epsilon: 0.2 }));
  const expected = solve();
  installed.scaling = () => undefined;
  expect(solve()).toEqual(expected);
  await initialiseWasm();
  expect(installed.scaling(2 ** 33)).toBe(undefined);
});

test('the committed module is what the kernels assemble to (when not: node tests/reference/write-kernel-module.ts)', () => {
  expect(SCALING_MODULE).toBe(Buffer.from(scalingBytes()).toString('base64'));
});
