import { sumError } from './double-double.ts';
import { BLOCK, installed } from './installed-kernels.ts';
import { LEAST_WORD, LN2, MOST, REDUCTION, artanhTail, excess, exponentBetween } from './logarithm.ts';
import type { BlockKernel, Stretch } from './pair.ts';

// Mass of the outcomes that only one of the two has, gathered over the blocks of one sum.
let unshared = 0;
let unsharedLost = 0;

/** ½ Σ a log(a/m) + b log(b/m); an outcome that one of the two lacks adds ½ (a + b) log 2. */
export function meanOfSums(sumOf: (kernel: BlockKernel) => number): number {
  unshared = 0;
  unsharedLost = 0;
  const quadruple = sumOf(quadrupleOfBlock);
  return (quadruple + 2 * LN2 * (unshared + unsharedLost)) / 4;
}

/**
 * With s = (a − b)/(a + b) and z = s²: (1 + s) log(1 + s) + (1 − s) log(1 − s) = z (1 + z V(z)).
 * V for z ≤ ¼; minimax of degree 12, relative error below 2e-16, of weight at most 0.05.
 */
export function pairedLogTail(z: number): number {
  const z2 = z * z;
  const z4 = z2 * z2;
  const a =
    0.16666666666666669 + z * 0.06666666666666003 + z2 * (0.03571428571576827 + z * 0.022222222092555033);
  const b =
    0.01515152102418972 + z * 0.010988853335307988 + z2 * (0.008336036141713162 + z * 0.0065051085871954285);
  const c =
    0.005501691739182529 + z * 0.003080812065928358 + z2 * (0.007925018170300682 - z * 0.0060340868177622175);
  return a + z4 * (b + z4 * (c + z4 * 0.012555626085943001));
}

// Outcomes of a block where one mass is over three times the other, for a second loop: sorted so, branches predict well.
const far = new Float64Array(3 * BLOCK);
const farWords = new Int32Array(far.buffer);
const farLow = new Float64Array(2 * BLOCK);

/**
 * 2 Σ a log(a/m) + b log(b/m), m = (a + b)/2, over the outcomes of a block that both have.
 *
 * Error of a near term, in roundings of at most u: d 1 u, which enters d·s twice; s 1 u; their product 1 u; z² V, of weight at
 * most 0.05, 0.6 u; the last sum 1 u; −z·rest takes the rounding of a + b out: 5.7 u. A far term is the sum of two
 * excesses ≥ 0, of 6.4 u (8.4 u with low parts). The block's sum, the far sum, the sum of blocks, the unshared mass, the
 * difference of the totals, its square, the division and the low part of P add 1 u each at most, two of them never with
 * low parts: 14.4 u. What totals of 106 bits leave is as for KL.
 */
function quadrupleOfBlock(a: Stretch, b: Stretch, count: number): number {
  const whole = count === BLOCK && installed.kernels ? installed.kernels.quadruple(a, b) : NaN;
  if (whole === whole) return whole;
  const farCount = gatherFar(a, b, count);
  if (farCount === 0) return near + nearLost;
  const sum = farSumOfLargeMasses(farCount);
  return near + (nearLost + 2 * (sum === sum ? sum : farSumOfAnyMasses(farCount)));
}

// What the last `gatherFar` has summed, and the part that rounding lost.
let near = 0;
let nearLost = 0;

/** Sums the near terms of a block, and gathers the far ones; returns how many those are. */
function gatherFar(a: Stretch, b: Stretch, count: number): number {
  const { hi: aHi, lo: aLo, start: aStart } = a;
  const { hi: bHi, lo: bLo, start: bStart } = b;
  let total = 0;
  let lost = 0;
  let farCount = 0;
  for (let i = 0; i < count; i++) {
    const u = aHi[aStart + i]!;
    const v = bHi[bStart + i]!;
    const both = u + v;
    const d = u - v + (aLo[i]! - bLo[i]!);
    const s = d / both;
    if (s <= 0.5 && s >= -0.5) {
      const z = s * s;
      const square = d * s;
      // Rounding of a + b and its low part shift s, and the term by −z times as much.
      const vRounded = both - u;
      const rest = u - (both - vRounded) + (v - vRounded) + (aLo[i]! + bLo[i]!);
      const term = square + (square * z * pairedLogTail(z) - z * rest);
      const next = total + term;
      const part = next - total;
      lost += total - (next - part) + (term - part);
      total = next;
    } else if (u === 0 || v === 0) {
      const next = unshared + both;
      const part = next - unshared;
      unsharedLost += unshared - (next - part) + (both - part);
      unshared = next;
    } else {
      const aLarger = u > v;
      far[3 * farCount] = aLarger ? u : v;
      far[3 * farCount + 1] = aLarger ? v : u;
      far[3 * farCount + 2] = both / 2;
      farLow[2 * farCount] = aLarger ? aLo[i]! : bLo[i]!;
      farLow[2 * farCount + 1] = aLarger ? bLo[i]! : aLo[i]!;
      farCount++;
    }
  }
  near = total;
  nearLost = lost;
  return farCount;
}

/**
 * Σ e(a, m) + e(b, m) over the gathered outcomes, e(a, m) = a log(a/m) − a + m ≥ 0 (see `excess`). Rounding of m
 * does no harm: the sum has no part of first order in it. NaN if there are tiny masses.
 */
function farSumOfLargeMasses(count: number): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < count; i++) {
    const u = far[3 * i]!;
    const v = far[3 * i + 1]!;
    const m = far[3 * i + 2]!;
    const vWord = farWords[6 * i + 3]!;
    if (vWord < LEAST_WORD) return NaN;
    const du = u - m + farLow[2 * i]!;
    const su = du / (u + m);
    const zu = su * su;
    const row = 4 * (exponentBetween(vWord, farWords[6 * i + 5]!) + MOST);
    const inverse = REDUCTION[row]!;
    const scaled = v * inverse;
    const dv = scaled - m + farLow[2 * i + 1]! * inverse;
    const sv = dv / (scaled + m);
    const zv = sv * sv;
    const slope = sv + zv * (1 + sv) * artanhTail(zv) + REDUCTION[row + 2]!;
    const term =
      du * (su + zu * (1 + su) * artanhTail(zu)) +
      (dv * slope + m * REDUCTION[row + 3]!) * REDUCTION[row + 1]!;
    const next = total + term;
    const part = next - total;
    lost += total - (next - part) + (term - part);
    total = next;
  }
  return total + lost;
}

function farSumOfAnyMasses(count: number): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < count; i++) {
    const m = far[3 * i + 2]!;
    const term = excess(far[3 * i]!, m, farLow[2 * i]!) + excess(far[3 * i + 1]!, m, farLow[2 * i + 1]!);
    const next = total + term;
    lost += sumError(total, term, next);
    total = next;
  }
  return total + lost;
}
