interface Block {
  readonly p: Float64Array;
  readonly q: Float64Array;
}

/**
 * Kernels that give the same bits as those in TypeScript. None until `initialiseWasm`, which alone imports them. Sums are NaN where a
 * kernel does not apply; what rounding lost is left in `lost` of block.ts.
 */
export interface InstalledKernels {
  readonly relativeEntropy: (block: Block, count: number) => number;
  readonly oddLessEven: () => number;
  readonly surprisal: (block: Float64Array, count: number, whole: number) => number;
  /** The sums of near outcomes go to `results`, the numbers of the far ones to `far`; returns how many those are, or −1. */
  readonly nearSum: (block: Block, count: number, results: Float64Array, far: Int32Array) => number;
}

export const installed: { kernels: InstalledKernels | undefined } = { kernels: undefined };

/** Of fewer outcomes, TypeScript is as fast. */
export const LEAST_INSTALLED = 64;
