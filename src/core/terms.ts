import { LN2, logRatio } from './logarithm.ts';
import { dominant, restWithout, surprisalOfDominant } from './entropy.ts';
import { doubleTerm } from './jensen-shannon-divergence.ts';
import { productError, type DoubleDouble } from './double-double.ts';
import { crossFactors, pairOf, type Pair } from './pair.ts';
import { massesBehind, type Masses, type Pmf } from './pmf.ts';

/**
 * What each outcome adds to the entropy, −p(x) log p(x) ≥ 0, in nats; 0 where p(x) = 0.
 * Relative error of each entry at most 9 u, u = 2⁻⁵³.
 */
export function entropyTerms(p: Pmf): Float64Array {
  const masses = massesBehind('entropyTerms', 'p', p);
  const surprisal = surprisalsOf(masses);
  return masses.values.map((mass, x) => (mass === 0 ? 0 : (mass * surprisal(x)) / masses.total.hi));
}

/**
 * What each outcome adds to the cross-entropy, −p(x) log q(x) ≥ 0, in nats; 0 where p(x) = 0, Infinity where
 * only q(x) = 0. Relative error of each entry at most 9 u, u = 2⁻⁵³.
 *
 * @throws DomainError if p and q have different lengths.
 */
export function crossEntropyTerms(p: Pmf, q: Pmf): Float64Array {
  const { p: a, q: b } = pairOf('crossEntropyTerms', p, q);
  const surprisal = surprisalsOf(b);
  return a.values.map((mass, x) => (mass === 0 ? 0 : (mass * surprisal(x)) / a.total.hi));
}

/**
 * What each outcome adds to the relative entropy, p(x) log(p(x)/q(x)), in nats: of either sign; 0 where p(x) = 0,
 * Infinity where only q(x) = 0. Relative error of each entry at most 9 u, u = 2⁻⁵³, or absolute error 2⁻¹⁰³ where
 * that is more.
 *
 * @throws DomainError if p and q have different lengths.
 */
export function klTerms(p: Pmf, q: Pmf): Float64Array {
  const pair = pairOf('klTerms', p, q);
  return termsOf(pair, ({ a, aLow, b, bLow, p: probability }) => {
    if (a === 0) return 0;
    if (b === 0) return Infinity;
    return probability * logRatio(a, b, aLow, bLow) + 0;
  });
}

/**
 * What each outcome adds to the Jensen–Shannon divergence, ½ p log(p/m) + ½ q log(q/m) ≥ 0 with m = (p + q)/2, in
 * nats. Relative error of each entry at most 10 u, u = 2⁻⁵³, or absolute error 2⁻¹⁰³ times its root where that is more.
 *
 * @throws DomainError if p and q have different lengths.
 */
export function jensenShannonTerms(p: Pmf, q: Pmf): Float64Array {
  const pair = pairOf('jensenShannonTerms', p, q);
  return termsOf(pair, ({ a, aLow, b, bLow, p: probabilityP, q: probabilityQ, scale }) => {
    if (a === 0 || b === 0) return (LN2 / 2) * (probabilityP + probabilityQ);
    return doubleTerm(a, b, aLow, bLow) / 4 / scale;
  });
}

/**
 * What each outcome adds to the total variation distance, ½ |p(x) − q(x)|. Relative error of each entry at
 * most 6 u, u = 2⁻⁵³, or absolute error 2⁻¹⁰³ where that is more.
 *
 * @throws DomainError if p and q have different lengths.
 */
export function totalVariationTerms(p: Pmf, q: Pmf): Float64Array {
  const pair = pairOf('totalVariationTerms', p, q);
  return termsOf(pair, ({ a, aLow, b, bLow, scale }) => {
    const d = a - b + (aLow - bLow);
    return (d < 0 ? -d : d) / 2 / scale;
  });
}

interface Outcome {
  /** Masses on one scale, as hi + low; divide by `scale` for probabilities. */
  readonly a: number;
  readonly aLow: number;
  readonly b: number;
  readonly bLow: number;
  readonly scale: number;
  readonly p: number;
  readonly q: number;
}

function termsOf(pair: Pair, term: (outcome: Outcome) => number): Float64Array {
  const { p, q, totalsDiffer } = pair;
  const oneScale = totalsDiffer === 0;
  const { f, g, total } = crossFactors(pair);
  const scale = oneScale ? p.total.hi : total.hi;
  return p.values.map((mass, x) => {
    const other = q.values[x]!;
    const a = oneScale ? mass : mass * f.hi;
    const b = oneScale ? other : other * g.hi;
    const aLow = oneScale ? 0 : lowOfProduct(mass, f, a);
    const bLow = oneScale ? 0 : lowOfProduct(other, g, b);
    return term({ a, aLow, b, bLow, scale, p: mass / p.total.hi, q: other / q.total.hi });
  });
}

function lowOfProduct(mass: number, total: DoubleDouble, product: number): number {
  return productError(mass, total.hi, product) + mass * total.lo;
}

/** x ↦ log(1/p(x)) ≥ 0; Infinity where p(x) = 0. */
function surprisalsOf(masses: Masses): (x: number) => number {
  const { values, total } = masses;
  const top = dominant(masses);
  return (x) => {
    const mass = values[x]!;
    if (x === top) return surprisalOfDominant(mass, restWithout(masses, top));
    return mass === 0 ? Infinity : -logRatio(mass, total.hi, 0, total.lo);
  };
}
