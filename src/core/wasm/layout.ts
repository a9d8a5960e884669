import { BLOCK } from '../kernels/block.ts';

const BLOCK_BYTES = 8 * BLOCK;
const EXPONENT_BYTES = 8 * 2048;
const CELL_BYTES = 8 * 256;

/** Seven tables of cells, each of `bytes`: the centres, and the coefficients c0 to c5. */
const cells = (at: number, bytes: number) => {
  const [centre, c0, c1, c2, c3, c4, c5] = Array.from({ length: 7 }, (_, i) => at + i * bytes) as [
    ...[number, number, number, number, number, number, number],
  ];
  return { centre, c0, c1, c2, c3, c4, c5 };
};

/** Where the kernels' memory holds what, in bytes. */
export const LAYOUT = {
  p: 0,
  q: BLOCK_BYTES,
  slopes: 2 * BLOCK_BYTES,
  steps: 3 * BLOCK_BYTES,
  terms: 4 * BLOCK_BYTES,
  shifted: 5 * BLOCK_BYTES,
  far: 6 * BLOCK_BYTES,
  results: 7 * BLOCK_BYTES,
  constants: 7 * BLOCK_BYTES + 64,
  powers: 8 * BLOCK_BYTES,
  logs: 8 * BLOCK_BYTES + EXPONENT_BYTES,
  remainders: 8 * BLOCK_BYTES + 2 * EXPONENT_BYTES,
  slopeCells: cells(8 * BLOCK_BYTES + 3 * EXPONENT_BYTES, CELL_BYTES),
  artanhCells: cells(8 * BLOCK_BYTES + 3 * EXPONENT_BYTES + 8 * CELL_BYTES, CELL_BYTES),
  pairedCells: cells(8 * BLOCK_BYTES + 3 * EXPONENT_BYTES + 16 * CELL_BYTES, 2 * CELL_BYTES),
  skewCells: cells(8 * BLOCK_BYTES + 3 * EXPONENT_BYTES + 32 * CELL_BYTES, 2 * CELL_BYTES),
  pages: 3,
} as const;
