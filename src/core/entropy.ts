import { add, sum, sumError, type DoubleDouble } from './double-double.ts';
import { BLOCK, installed } from './installed-kernels.ts';
import { LEAST_WORD, MOST, REDUCTION, artanhTail, exponentBetween, highWord, logRatio } from './logarithm.ts';
import { massesBehind, type Masses, type Pmf } from './pmf.ts';

/**
 * Shannon entropy of P, in nats.
 *
 *   H(P) = − Σₓ p(x) log p(x)
 *
 * Terms with p(x) = 0 contribute 0. Lies in [0, log n]; zero only for a point mass.
 * Relative error at most 11 u, u = 2⁻⁵³: every summed term is ≥ 0, and the logarithm of a mass over one half comes
 * from what the other outcomes leave. Derived at the kernel below; the largest found by search is below 5 u.
 *
 * @see cover-thomas-2006, section 2.1
 */
export function entropy(p: Pmf): number {
  return entropyOf(massesBehind('entropy', 'p', p));
}

export function entropyOf(p: Masses): number {
  const { values, total } = p;
  const top = dominant(p);
  let surprisal = 0;
  let lost = 0;
  for (let from = 0; from < values.length; from += BLOCK) {
    const to = from + BLOCK < values.length ? from + BLOCK : values.length;
    const term = blockEntropy(p, from, to, top);
    const next = surprisal + term;
    lost += sumError(surprisal, term, next);
    surprisal = next;
  }
  surprisal += lost;
  // Σ p log(P/p) with P = hi + lo: the low part adds lo/hi for every outcome whose logarithm was taken against hi.
  if (top < 0) return (surprisal + total.lo) / total.hi;
  const rest = restWithout(p, top);
  return (
    (surprisal + (rest * total.lo) / total.hi + values[top]! * surprisalOfDominant(values[top]!, rest)) /
    total.hi
  );
}

/** log(P/p) for the outcome p that has over half of the total P, from what the others have. */
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
  const before: DoubleDouble = sum(values, 0, outcome);
  return add(before, sum(values, outcome + 1)).hi;
}

/**
 * Σ p log(hi/p) over a block, without the outcome `except`.
 *
 * Error of a term, in roundings of at most u: hi − p′ is exact, so s has 2 u; z W, of weight at most 0.04, 0.3 u; the sum
 * s + s z W 1 u; the part −k log 2 ≥ 0 has 1 u, and the sum 1 u; times p 1 u: 5.3 u. The dominant outcome's term, from
 * the rest of the mass, likewise. The block's sum, the sum of blocks, the dominant term, the low part of P and the division
 * by P add 1 u each, the terms being ≥ 0: 10.3 u.
 */
function blockEntropy(p: Masses, from: number, to: number, except: number): number {
  const { kernels } = installed;
  const apply = kernels && to - from === BLOCK && !(except >= from && except < to);
  let sum = apply ? kernels.entropy(p.values, from, p.total.hi) : NaN;
  if (sum !== sum) sum = entropyOfLargeMasses(p, from, to, except);
  return sum === sum ? sum : entropyOfAnyMasses(p, from, to, except);
}

/** The same, or NaN if there are zeros or tiny masses: even a call that is never made slows this loop. */
function entropyOfLargeMasses(
  { values, words, total }: Masses,
  from: number,
  to: number,
  except: number,
): number {
  const whole = total.hi;
  const wholeWord = highWord(whole);
  let surprisal = 0;
  let lost = 0;
  for (let x = from; x < to; x++) {
    const mass = values[x]!;
    const word = words[2 * x + 1]!;
    if (word < LEAST_WORD) return NaN;
    if (x === except) continue;
    const row = 4 * (exponentBetween(word, wholeWord) + MOST);
    const scaled = mass * REDUCTION[row]!;
    const s = (whole - scaled) / (whole + scaled);
    const z = s * s;
    const term = mass * (2 * (s + s * z * artanhTail(z)) - REDUCTION[row + 2]!);
    const next = surprisal + term;
    const part = next - surprisal;
    lost += surprisal - (next - part) + (term - part);
    surprisal = next;
  }
  return surprisal + lost;
}

function entropyOfAnyMasses({ values, total }: Masses, from: number, to: number, except: number): number {
  let surprisal = 0;
  let lost = 0;
  for (let x = from; x < to; x++) {
    const mass = values[x]!;
    if (x === except || mass === 0) continue;
    const term = -mass * logRatio(mass, total.hi);
    const next = surprisal + term;
    lost += sumError(surprisal, term, next);
    surprisal = next;
  }
  return surprisal + lost;
}
