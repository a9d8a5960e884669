import { add, divide, type DoubleDouble } from '../double-double.ts';
import { multiply, multiplyByPower, squareRoot } from '../elementary/arithmetic.ts';
import { jeffreysDivergence } from '../jeffreys-divergence.ts';
import { jensenShannonDistance } from '../jensen-shannon-distance.ts';
import { jensenShannonDivergence } from '../jensen-shannon-divergence.ts';
import { klDivergence } from '../kl-divergence.ts';
import { pairOf } from '../pair.ts';
import type { Pmf } from '../pmf.ts';
import { jensenShannonTerms, klTerms, totalVariationTerms } from '../terms.ts';
import { totalVariationDistance } from '../total-variation-distance.ts';
import { powerOfTwo } from '../logarithm.ts';
import { LIFT_EXPONENT, outcomesOf, type Outcome, type Outcomes } from './outcomes.ts';
import { certified, refined, type Certified, type Refined } from './refined.ts';
import { meanOfTerms, termOf } from './sums.ts';
import { SMALL_RATIO, excess, exponentOf, jensenShannonTerm, share, symmetricExcess } from './terms.ts';

/** D(P ‖ Q) in nats, with its error bound and its double-double. See `klDivergence`. */
export function certifiedKlDivergence(p: Pmf, q: Pmf): Certified {
  return ofPair('certifiedKlDivergence', p, q, klDivergence, 8, excess);
}

/** J(P, Q) in nats, with its error bound and its double-double. See `jeffreysDivergence`. */
export function certifiedJeffreysDivergence(p: Pmf, q: Pmf): Certified {
  return ofPair('certifiedJeffreysDivergence', p, q, jeffreysDivergence, 8, symmetricExcess);
}

/** JSD(P, Q) in nats, with its error bound and its double-double. See `jensenShannonDivergence`. */
export function certifiedJensenShannonDivergence(p: Pmf, q: Pmf): Certified {
  return ofPair('certifiedJensenShannonDivergence', p, q, jensenShannonDivergence, 9, jensenShannonTerm);
}

/** √JSD(P, Q), JSD in nats, with its error bound and its double-double. See `jensenShannonDistance`. */
export function certifiedJensenShannonDistance(p: Pmf, q: Pmf): Certified {
  const outcomes = outcomesBehind('certifiedJensenShannonDistance', p, q);
  const refine = () => rootOf(meanOfTerms(outcomes(), jensenShannonTerm));
  return certified(jensenShannonDistance(p, q), 6, refine, 4 * TOTALS_ERROR);
}

/** TV(P, Q), with its error bound and its double-double. See `totalVariationDistance`. */
export function certifiedTotalVariationDistance(p: Pmf, q: Pmf): Certified {
  const outcomes = outcomesBehind('certifiedTotalVariationDistance', p, q);
  return certified(
    totalVariationDistance(p, q),
    4,
    () => meanOfTerms(outcomes(), halfDifference),
    2 * p.length * TOTALS_ERROR,
  );
}

/** p(x) log(p(x)/q(x)) of each outcome. See `klTerms`. */
export function certifiedKlTerms(p: Pmf, q: Pmf): Certified[] {
  return ofOutcomes('certifiedKlTerms', p, q, klTerms, 9, share, 2 * TOTALS_ERROR);
}

/** ½ p log(p/m) + ½ q log(q/m) of each outcome. See `jensenShannonTerms`. */
export function certifiedJensenShannonTerms(p: Pmf, q: Pmf): Certified[] {
  const outcomes = outcomesBehind('certifiedJensenShannonTerms', p, q);
  const refine = (x: number) =>
    tinyJensenShannonTerm(outcomes(), x) ?? termOf(outcomes(), x, jensenShannonTerm);
  return Array.from(jensenShannonTerms(p, q), (value, x) =>
    certified(value, 10, () => refine(x), 2 * TOTALS_ERROR),
  );
}

/** ½ |p(x) − q(x)| of each outcome. See `totalVariationTerms`. */
export function certifiedTotalVariationTerms(p: Pmf, q: Pmf): Certified[] {
  return ofOutcomes(
    'certifiedTotalVariationTerms',
    p,
    q,
    totalVariationTerms,
    6,
    halfDifference,
    2 * TOTALS_ERROR,
  );
}

/** 2⁻¹⁰⁴: the fast functions know totals to 106 bits. */
const TOTALS_ERROR = 4.930380657631324e-32;

type Term = (outcome: Outcome) => DoubleDouble;

function outcomesBehind(quantity: string, p: Pmf, q: Pmf): () => Outcomes {
  const pair = pairOf(quantity, p, q);
  let outcomes: Outcomes | undefined;
  return () => (outcomes ??= outcomesOf(pair.p, pair.q));
}

function ofPair(
  quantity: string,
  p: Pmf,
  q: Pmf,
  fast: (p: Pmf, q: Pmf) => number,
  units: number,
  term: Term,
): Certified {
  const outcomes = outcomesBehind(quantity, p, q);
  return certified(fast(p, q), units, () => meanOfTerms(outcomes(), term));
}

function ofOutcomes(
  quantity: string,
  p: Pmf,
  q: Pmf,
  fast: (p: Pmf, q: Pmf) => Float64Array,
  units: number,
  term: Term,
  absoluteError: number,
): Certified[] {
  const outcomes = outcomesBehind(quantity, p, q);
  return Array.from(fast(p, q), (value, x) =>
    certified(value, units, () => termOf(outcomes(), x, term), absoluteError),
  );
}

function halfDifference({ d }: Outcome): DoubleDouble {
  return multiplyByPower(d, d.hi < 0 ? -0.5 : 0.5);
}

/** ¼ d²/(a + b), for d so small against a + b that the square could underflow: what it lacks is below 2⁻⁴⁰⁰. */
function tinyJensenShannonTerm({ at, total }: Outcomes, x: number): Refined | undefined {
  const { a, b, d } = at(x);
  const size = d.hi < 0 ? -d.hi : d.hi;
  const both = add(a, b);
  if (size === 0 || size > both.hi * SMALL_RATIO) return undefined;
  const k = exponentOf(d.hi);
  const scaled = multiplyByPower(d, powerOfTwo(-k));
  return refined(divide(multiply(scaled, scaled), multiply(both, total)), 2 * (k - 1) - LIFT_EXPONENT);
}

function rootOf({ hi, lo, exponent }: Refined): Refined {
  if (hi === 0) return { hi, lo, exponent: 0 };
  const odd = exponent & 1;
  return refined(squareRoot(multiplyByPower({ hi, lo }, odd ? 2 : 1)), (exponent - odd) / 2);
}
