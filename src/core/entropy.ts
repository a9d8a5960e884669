import { add, quotient, sum, sumError, type DoubleDouble } from './double-double.ts';
import { BLOCK, loadBlock, lost } from './kernels/block.ts';
import { block, surprisal } from './kernels/surprisal.ts';
import { artanhTail } from './logarithm.ts';
import { massesBehind, type Masses, type Pmf } from './pmf.ts';

/**
 * Shannon entropy of P, in nats.
 *
 *   H(P) = − Σₓ p(x) log p(x)
 *
 * Terms with p(x) = 0 contribute 0. Lies in [0, log n]; zero only for a point mass.
 * Relative error at most 7 u, u = 2⁻⁵³: every summed term is ≥ 0, and the logarithm of a mass near the whole comes
 * from what the other outcomes leave. Derived below; the largest found by search is below 4 u.
 *
 * @see cover-thomas-2006, section 2.1
 */
export function entropy(p: Pmf): number {
  return entropyOf(massesBehind('entropy', 'p', p));
}

export function entropyOf({ values, total }: Masses): number {
  const sum = surprisals({ values, total }, -1);
  if (sum >= LEAST * total.hi) return quotient(sum, lost[0]! + total.lo, total.hi, total.lo);
  const { hi, lo } = nearPointMass({ values, total });
  return quotient(hi, lo, total.hi, total.lo);
}

/** Σ p log(P/p), the entropy times the total P, kept in two doubles. */
export function surprisalSum(p: Masses): DoubleDouble {
  const sum = surprisals(p, -1);
  return sum >= LEAST * p.total.hi ? { hi: sum, lo: lost[0]! + p.total.lo } : nearPointMass(p);
}

/** Below this, the entropy may be that of an outcome with all but 2⁻⁴⁰ of the mass. */
const LEAST = 2.9103830456733704e-11; // 2⁻³⁵

/**
 * Σ p log(hi/p) for the total P = hi + lo, without the outcome `except`.
 *
 * Error: the terms have at most 5.4 u (see `surprisal`), and so has their sum, which is kept in two doubles; Σ p log(P/p) is lo
 * larger, at most 2⁻¹⁷ of it unless it is below 2⁻³⁵ P; the quotient is rounded once: 6.5 u.
 */
function surprisals({ values, total }: Masses, except: number): number {
  let hi = 0;
  let lo = 0;
  for (let from = 0; from < values.length; from += BLOCK) {
    const count = values.length - from < BLOCK ? values.length - from : BLOCK;
    loadBlock(block, values, from, count);
    if (except >= from && except < from + count) block[except - from] = total.hi; // which adds nothing
    const part = surprisal(count, total.hi);
    const next = hi + part;
    lo += sumError(hi, part, next) + lost[0]!;
    hi = next;
  }
  lost[0] = lo;
  return hi;
}

/**
 * Σ p log(P/p) where one outcome has nearly all of P: its term is p·2 artanh(rest/(2p + rest)), rest the mass of the others, and has
 * 5.4 u; the logarithms of the others are so large that lo does not count beside them.
 */
function nearPointMass(p: Masses): DoubleDouble {
  const { values, total } = p;
  const top = dominant(p);
  const hi = surprisals(p, top);
  const others = { hi, lo: lost[0]! };
  if (top < 0) return others;
  const rest = restWithout(p, top);
  const ofRest = { hi: (rest * total.lo) / total.hi, lo: 0 };
  return add(add(others, ofRest), { hi: values[top]! * surprisalOfDominant(values[top]!, rest), lo: 0 });
}

/** log(P/p) for the outcome p that has over half of the total P, from what the others have; 4.4 u. */
export function surprisalOfDominant(mass: number, rest: number): number {
  const s = rest / (2 * mass + rest);
  return 2 * (s + s * s * s * artanhTail(s * s));
}

/** The outcome with over half of the mass, or −1. */
export function dominant({ values, total }: Masses): number {
  for (let x = 0; x < values.length; x++) if (values[x]! > total.hi / 2) return x;
  return -1;
}

/** The mass of all outcomes but one, accurate even where it is far below one unit in the last place of the total. */
export function restWithout({ values }: Masses, outcome: number): number {
  return add(sum(values, 0, outcome), sum(values, outcome + 1)).hi;
}
