import { BLOCK, installed, type InstalledKernels } from '../installed-kernels.ts';
import type { Stretch } from '../pair.ts';
import { KERNEL_MODULE } from './kernel-module.ts';
import { LAYOUT } from './layout.ts';

interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly excess: () => number;
  readonly quadruple: () => number;
  readonly entropy: (total: number) => number;
}

/**
 * Lets the functions of pmfs use 128-bit instructions from now on, where they have 1024 outcomes or more: `klDivergence`,
 * `jensenShannonDivergence`, `entropy` and what is made of them. The functions, and every bit of their values, stay the
 * same; only the time changes. Blocks with zeros or masses below 2⁻⁹⁵⁹ are left to TypeScript.
 *
 * Answers whether it could: false where WebAssembly or its 128-bit instructions are missing or not allowed.
 */
export async function initialiseWasm(): Promise<boolean> {
  if (installed.kernels) return true;
  try {
    const bytes = Uint8Array.from(atob(KERNEL_MODULE), (character) => character.charCodeAt(0));
    const { instance } = await WebAssembly.instantiate(bytes);
    installed.kernels = kernelsOf(instance.exports as unknown as Exports);
    return true;
  } catch {
    return false;
  }
}

function kernelsOf({ memory, excess, quadruple, entropy }: Exports): InstalledKernels {
  const room = (at: number): Float64Array => new Float64Array(memory.buffer, at, BLOCK);
  const pHigh = room(LAYOUT.pHigh);
  const qHigh = room(LAYOUT.qHigh);
  const pLow = room(LAYOUT.pLow);
  const qLow = room(LAYOUT.qLow);
  const give = (a: Stretch, b: Stretch): void => {
    pHigh.set(a.hi.subarray(a.start, a.start + BLOCK));
    qHigh.set(b.hi.subarray(b.start, b.start + BLOCK));
    pLow.set(a.lo);
    qLow.set(b.lo);
  };
  return {
    excess: (a, b) => {
      give(a, b);
      return excess();
    },
    quadruple: (a, b) => {
      give(a, b);
      return quadruple();
    },
    entropy: (values, from, total) => {
      pHigh.set(values.subarray(from, from + BLOCK));
      return entropy(total);
    },
  };
}
