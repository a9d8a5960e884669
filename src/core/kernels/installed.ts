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
  /** `addLarge` of exact-total.ts for a whole block: sets the multiples and the rests; false if there is a mass below `least`. */
  readonly splitSum: (block: Float64Array, least: number, shift: number, sums: Float64Array) => boolean;
  readonly nearSum: (block: Block, count: number, results: Float64Array, far: Int32Array) => number;
}

/** What the kernels of Sinkhorn's iteration work on: arrays in the memory of their room. */
export interface ScalingArrays {
  readonly a: Float64Array;
  readonly g: Float64Array;
  readonly stride: number;
  readonly kernel: Float64Array;
  readonly alpha: Float64Array;
  readonly beta: Float64Array;
  readonly columns: Float64Array;
  readonly costRow: Float64Array;
}

export interface ScalingRoom {
  readonly memory: Float64Array;
  /** A row of `rebuildByRows` of sinkhorn-kernel.ts, the one that has the costs of `costRow`; its sum. */
  readonly rebuildRow: (arrays: ScalingArrays, row: number, inverse: number) => number;
  /** What `rebuildRow` has found as the largest exponent. */
  readonly largest: Float64Array;
  /** `scaleFour` and `addFour` of sinkhorn-scaling.ts for so many rows; false if one has underflowed. */
  readonly scaleRows: (arrays: ScalingArrays, rows: number) => boolean;
}

/** `scaling` gives memory for so many doubles, the same memory to whoever asks next; undefined if there is none. */
export const installed: {
  kernels: InstalledKernels | undefined;
  scaling: ((doubles: number) => ScalingRoom | undefined) | undefined;
} = { kernels: undefined, scaling: undefined };

/** Of fewer outcomes, TypeScript is as fast. */
export const LEAST_INSTALLED = 64;
