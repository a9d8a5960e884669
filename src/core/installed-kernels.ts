import type { Stretch } from './pair.ts';

export interface InstalledKernels {
  readonly excess: (a: Stretch, b: Stretch) => number;
  readonly quadruple: (a: Stretch, b: Stretch) => number;
  readonly entropy: (values: Float64Array, from: number, total: number) => number;
}

/**
 * Kernels for 1024 outcomes that give the same bits as those in TypeScript, or NaN where they do not apply. None until
 * `initialiseWasm`, which alone imports them.
 */
export const installed: { kernels: InstalledKernels | undefined } = { kernels: undefined };

/** How many outcomes a kernel sums in one call. */
export const BLOCK = 1024;
