/** Where the kernels' memory holds a block of 1024 masses, the far outcomes and the table of constants, in bytes. */
export const LAYOUT = {
  pHigh: 0,
  qHigh: 8192,
  pLow: 16384,
  qLow: 24576,
  far: 32768,
  table: 65536 + 64,
  pages: 2,
} as const;
