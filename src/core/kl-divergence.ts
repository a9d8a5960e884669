import { sumError } from './double-double.ts';
import { BLOCK, installed } from './installed-kernels.ts';
import { LEAST_WORD, MOST, REDUCTION, artanhTail, excess, exponentBetween } from './logarithm.ts';
import { pairOf, ratioOfTotals, sumOverPairs, sumOverProducts, type Pair, type Stretch } from './pair.ts';
import type { DivergenceProperties } from './properties.ts';
import type { Pmf } from './pmf.ts';

export const klDivergenceProperties: DivergenceProperties = {
  symmetric: false,
  metricPower: null,
  upperBound: null,
  finiteOnDisjointSupports: false,
  generator: 't \\log t',
};

/**
 * Kullback–Leibler divergence of P from Q, in nats.
 *
 *   D(P ‖ Q) = Σₓ p(x) log( p(x) / q(x) )
 *
 * Terms with p(x) = 0 contribute 0. If P puts mass where Q has none, the value is Infinity.
 * Lies in [0, ∞]; zero only when P and Q are equal. Not symmetric.
 * Relative error at most 12 u, u = 2⁻⁵³, or absolute error 2⁻¹⁰² √D where that is more (D < 1e-31): derived at the
 * kernel below. The largest found by search is below 6 u.
 *
 * @throws DomainError if p and q have different lengths.
 * @see cover-thomas-2006, section 2.3
 */
export function klDivergence(p: Pmf, q: Pmf): number {
  return klOfPair(pairOf('klDivergence', p, q));
}

/**
 * G(p, q) = Σ p log(p/q) − p + q obeys D(p/P ‖ q/Q) = (G(p, q) − G(P, Q)) / P, G(P, Q) that of the totals alone.
 *
 * Error: a term 5.6 u (7.6 u where masses have low parts), its block's sum 1 u, the sum of blocks 1 u, the division by P 1 u, P's
 * low part 1 u: 9.6 u (11.6 u). Where G(P, Q) is subtracted, at most G/16, the first three grow by 16/15, the
 * subtraction rounds and G(P, Q), of 5 u, weighs 1/15: 11.5 u. Totals are known to 2⁻¹⁰⁵ of themselves, so that
 * d(x) = pQ − qP is off by ε(x) ≤ 2⁻¹⁰⁴ p(x) and D ≈ ½ Σ d²/q by Σ dε/q ≤ √(2D) · 2⁻¹⁰⁴ (Cauchy and Schwarz) and
 * a like share from the rounding of products: 2⁻¹⁰² √D in all.
 */
export function klOfPair(pair: Pair): number {
  const { p, q, totalsDiffer } = pair;
  if (totalsDiffer < 1e-6 * q.total.hi && -totalsDiffer < 1e-6 * q.total.hi) {
    const sum = sumOverPairs(excessOfBlock, pair);
    if (totalsDiffer === 0) return sum / p.total.hi;
    const s = totalsDiffer / (p.total.hi + q.total.hi);
    const correction = totalsDiffer * s * (1 + s * (1 + s) * artanhTail(s * s));
    if (correction <= sum / 16) return (sum - correction) / p.total.hi;
  }
  // q·(P/Q) has the total of p, up to 2⁻¹⁰⁰; that is enough unless the pmfs agree to about 2⁻⁴⁷.
  const sum = sumOverPairs(excessOfBlock, pair, undefined, ratioOfTotals(pair));
  if (sum >= 5e-29 * p.total.hi) return sum / p.total.hi;
  return sumOverProducts(excessOfBlock, pair);
}

/**
 * Σ a log(a/b) − a + b over a block; see `excess` for the formula.
 *
 * Error of a term, each operation rounding by at most u. d = a′ − b is exact, and −z·rest takes the rounding of a′ + b out of
 * d·s. For k = 0: s 1 u, which the slope s + z(1 + s)W sees 1.14-fold; z(1 + s)W 8 u at a weight of at most 0.14; their
 * sum 1 u; times d 1 u; the last sum 1 u; what `rest` leaves in the second part 0.3 u: 5.6 u. For k ≠ 0 the slope is
 * two thirds k log 2, of the same sign and 1 u, and v·R ≥ 0 has 2 u: 4.8 u. Low parts round d once more, which enters
 * d·s twice: 7.6 u. All terms are ≥ 0: the compensated sum has their error and one rounding.
 */
function excessOfBlock(a: Stretch, b: Stretch, count: number): number {
  let sum = count === BLOCK && installed.kernels ? installed.kernels.excess(a, b) : NaN;
  if (sum !== sum) sum = excessOfLargeMasses(a, b, count);
  return sum === sum ? sum : excessOfAnyMasses(a, b, count);
}

/** The same, or NaN if there are zeros or tiny masses: even a call that is never made slows this loop by a third. */
function excessOfLargeMasses(a: Stretch, b: Stretch, count: number): number {
  const { hi: aHi, lo: aLo, words: aWords, start: aStart } = a;
  const { hi: bHi, lo: bLo, words: bWords, start: bStart } = b;
  let total = 0;
  let lost = 0;
  for (let i = 0; i < count; i++) {
    const u = aHi[aStart + i]!;
    const v = bHi[bStart + i]!;
    const uWord = aWords[2 * (aStart + i) + 1]!;
    const vWord = bWords[2 * (bStart + i) + 1]!;
    if (uWord < LEAST_WORD || vWord < LEAST_WORD) return NaN;
    const row = 4 * (exponentBetween(uWord, vWord) + MOST);
    const inverse = REDUCTION[row]!;
    const scaled = u * inverse;
    const scaledLo = aLo[i]! * inverse;
    const vLo = bLo[i]!;
    const d = scaled - v + (scaledLo - vLo);
    const both = scaled + v;
    const s = d / both;
    const z = s * s;
    // Rounding of a′ + b and its low part shift s, and d·s by −z times as much.
    const vRounded = both - scaled;
    const rest = scaled - (both - vRounded) + (v - vRounded) + (scaledLo + vLo);
    const slope = s + z * (1 + s) * artanhTail(z) + REDUCTION[row + 2]!;
    const term = (d * slope + (v * REDUCTION[row + 3]! - z * rest)) * REDUCTION[row + 1]!;
    const next = total + term;
    const part = next - total;
    lost += total - (next - part) + (term - part);
    total = next;
  }
  return total + lost;
}

function excessOfAnyMasses(a: Stretch, b: Stretch, count: number): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < count; i++) {
    const term = excess(a.hi[a.start + i]!, b.hi[b.start + i]!, a.lo[i]!, b.lo[i]!);
    if (term === Infinity) return Infinity;
    const next = total + term;
    lost += sumError(total, term, next);
    total = next;
  }
  return total + lost;
}
