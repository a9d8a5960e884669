import { BLOCK, low, lost } from './block.ts';

const p = new Float64Array(BLOCK);
const q = new Float64Array(BLOCK);
const rests = low;
/** Where the masses of P and Q go before the call; those of Q have the low parts of `scaleBlock`, or none. */
export const block = { p, q };

/** Σ |a − b| over the first outcomes of `block`. A difference has 2 u, u = 2⁻⁵³, and without low parts 1 u. */
export function difference(count: number, scaled: boolean): number {
  if (!scaled) rests.fill(0);
  let sum = 0;
  let rounded = 0;
  for (let i = 0; i < count; i++) {
    const x = i & (BLOCK - 1);
    const d = p[x]! - q[x]! - rests[x]!;
    const term = d < 0 ? -d : d;
    const next = sum + term;
    const part = next - sum;
    rounded += sum - (next - part) + (term - part);
    sum = next;
  }
  lost[0] = rounded;
  return sum;
}
