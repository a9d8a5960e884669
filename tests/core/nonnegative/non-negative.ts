import type { Draws } from './draws.ts';

/** Numbers that are ≥ 0 by theorem, of one fuzzed input, and on what part of the inputs they are computed. */
export interface NonNegative {
  readonly of: (draw: Draws) => Iterable<number>;
  readonly share: number;
}
