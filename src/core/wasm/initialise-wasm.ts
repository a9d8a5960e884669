import { BLOCK, lost } from '../kernels/block.ts';
import { installed, type InstalledKernels } from '../kernels/installed.ts';
import { PAIRED_CELLS, SKEW_CELLS } from '../kernels/jensen-shannon.ts';
import { SLOPE_CELLS } from '../kernels/relative-entropy.ts';
import { ARTANH_CELLS } from '../kernels/surprisal.ts';
import { LOG, POWER, REMAINDER } from '../logarithm.ts';
import { KERNEL_MODULE } from './kernel-module.ts';
import { LAYOUT } from './layout.ts';
import { SCALING_MODULE } from './scaling-module.ts';
import { scalingRooms } from './scaling-rooms.ts';

interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly relativeEntropy: (bytes: number) => number;
  readonly surprisal: (bytes: number, whole: number) => number;
  readonly nearSum: (bytes: number) => number;
  readonly splitSum: (bytes: number, least: number, shift: number) => number;
}

/**
 * Lets the functions of pmfs use 128-bit instructions from now on, where they have 64 outcomes or more: `klDivergence`,
 * `jensenShannonDivergence`, `entropy` and what is made of them. The functions, and every bit of their values, stay the
 * same; only the time changes. Blocks of KL and entropy with zeros or masses below 2⁻⁹⁵⁹ are left to TypeScript. The same for
 * `sinkhornTransport` and `sinkhornDivergence` to 64 outcomes or more.
 *
 * Answers whether it could: false where WebAssembly or its 128-bit instructions are missing or not allowed.
 */
export async function initialiseWasm(): Promise<boolean> {
  if (installed.kernels) return true;
  try {
    const { instance } = await WebAssembly.instantiate(bytesOf(KERNEL_MODULE));
    installed.scaling = scalingRooms(await WebAssembly.compile(bytesOf(SCALING_MODULE)));
    installed.kernels = kernelsOf(instance.exports as unknown as Exports);
    return true;
  } catch {
    return false;
  }
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

function kernelsOf({ memory, relativeEntropy, surprisal, nearSum, splitSum }: Exports): InstalledKernels {
  const room = (at: number, length: number): Float64Array => new Float64Array(memory.buffer, at, length);
  const put = (at: number, table: Float64Array): void => room(at, table.length).set(table);
  put(LAYOUT.powers, POWER);
  put(LAYOUT.logs, LOG);
  put(LAYOUT.remainders, REMAINDER);
  for (const name of ['centre', 'c0', 'c1', 'c2', 'c3', 'c4', 'c5'] as const) {
    put(LAYOUT.slopeCells[name], SLOPE_CELLS[name]);
    put(LAYOUT.artanhCells[name], ARTANH_CELLS[name]);
    put(LAYOUT.pairedCells[name], PAIRED_CELLS[name]);
    put(LAYOUT.skewCells[name], SKEW_CELLS[name]);
  }
  const p = room(LAYOUT.p, BLOCK);
  const q = room(LAYOUT.q, BLOCK);
  const sums = room(LAYOUT.results, 4);
  const farNumbers = new Int32Array(memory.buffer, LAYOUT.far, BLOCK);
  /** Outcomes are taken two at a time: a last single one gets a companion that adds nothing. */
  const evenBytes = (count: number, companion: number): number => {
    if (count % 2 === 1) p[count] = q[count] = companion;
    return 8 * (count + (count % 2));
  };
  return {
    relativeEntropy: (block, count) => {
      p.set(block.p);
      q.set(block.q);
      const sum = relativeEntropy(evenBytes(count, 1));
      lost[0] = sums[0]!;
      return sum;
    },
    oddLessEven: () => sums[3]! - sums[2]!,
    surprisal: (block, count, whole) => {
      p.set(block);
      const sum = surprisal(evenBytes(count, whole), whole);
      lost[0] = sums[0]!;
      return sum;
    },
    splitSum: (block, least, shift, parts) => {
      p.set(block);
      const fine = splitSum(8 * BLOCK, least, shift) === 1;
      parts[0] = sums[0]!;
      parts[1] = sums[1]!;
      return fine;
    },
    nearSum: (block, count, results, far) => {
      p.set(block.p);
      q.set(block.q);
      const farCount = nearSum(evenBytes(count, 1));
      results.set(sums.subarray(0, 3));
      far.set(farNumbers);
      return sums[0] === sums[0] ? farCount : -1;
    },
  };
}
