import { excess, share } from '../../../src/core/certified/terms.ts';
import { add, divide, type DoubleDouble, subtract } from '../../../src/core/double-double.ts';
import { multiply, multiplyByDouble } from '../../../src/core/elementary/arithmetic.ts';
import { expDoubleDouble, logDoubleDouble } from '../../../src/core/elementary/double-double-functions.ts';
import type { Enclosure } from '../../../src/core/index.ts';
import { whole } from '../masses.ts';

export const treatments = ['clip', 'both', 'add', 'smooth', 'mix'] as const;
export type Treatment = (typeof treatments)[number];

/** Two pmfs in millionths, and ε = 10^−s with s in hundredths. */
export interface Treated {
  readonly P: readonly number[];
  readonly Q: readonly number[];
  readonly s: number;
}

const u = 2 ** -53;
const exact = (value: number): DoubleDouble => ({ hi: value, lo: 0 });
const zero = exact(0);
const W = exact(whole);
const log10 = logDoubleDouble(exact(10));

/** A double-double of 100 bits, as the double that is shown. */
const shown = ({ hi }: DoubleDouble): Enclosure => ({
  value: hi,
  relativeErrorBound: 2 * u,
  absoluteErrorBound: 0,
});

/** ε in millionths; exact where it is an integer of them, so that a mass that equals it is seen to do so. */
function epsilonMass(s: number): DoubleDouble {
  const places = s - 600;
  if (places % 100 !== 0) return expDoubleDouble(divide(multiplyByDouble(log10, -places), exact(100)));
  const power = exact(Number(`1e${Math.abs(places / 100)}`));
  return places <= 0 ? power : divide(exact(1), power);
}

interface Outcome {
  readonly a: DoubleDouble;
  readonly b: DoubleDouble;
  /** a − b, in a form in which nothing cancels that need not. */
  readonly d: DoubleDouble;
}

const larger = (mass: number, e: DoubleDouble): DoubleDouble => (mass >= e.hi ? exact(mass) : e);
const of = (a: DoubleDouble, b: DoubleDouble): Outcome => ({ a, b, d: subtract(a, b) });

/** What stands in the place of an outcome's masses p and q of n, in millionths. */
const outcomeOf: Readonly<Record<Treatment, (p: number, q: number, e: DoubleDouble, n: number) => Outcome>> =
  {
    clip: (p, q, e) => of(exact(p), larger(q, e)),
    both: (p, q, e) => of(larger(p, e), larger(q, e)),
    add: (p, q, e) => ({ a: exact(p), b: add(exact(q), e), d: subtract(exact(p - q), e) }),
    smooth: (p, q, e, n) => {
      const total = add(W, multiplyByDouble(e, n));
      return {
        a: exact(p),
        b: divide(multiplyByDouble(add(exact(q), e), whole), total),
        d: divide(add(exact(whole * (p - q)), multiplyByDouble(e, n * p - whole)), total),
      };
    },
    mix: (p, q, e, n) => {
      const total = exact(n * whole);
      const kept = multiplyByDouble(subtract(W, e), n * q);
      return {
        a: exact(p),
        b: divide(add(kept, multiplyByDouble(e, whole)), total),
        d: divide(add(exact(n * whole * (p - q)), multiplyByDouble(e, n * q - whole)), total),
      };
    },
  };

/** Treatments after which the masses sum to one again. */
export const isNormalised = (way: Treatment): boolean => way === 'smooth' || way === 'mix';

/**
 * Σ a log(a/b) of the treated masses, in nats. Where both sum to one it is Σ a log(a/b) − a + b, of which no term is negative. Terms are
 * right to 2⁻⁹⁸, and so are the masses: what that does to a sum of both signs is at most 2⁻⁹⁰ of its terms' sizes, and to a
 * divergence 2⁻⁹⁴ of its root.
 */
export function treatedValue(way: Treatment, { P, Q, s }: Treated): Enclosure {
  const e = epsilonMass(s);
  const term = isNormalised(way) ? excess : share;
  let sum = zero;
  let sizes = 0;
  for (const [x, p] of P.entries()) {
    const value = term(outcomeOf[way](p, Q[x]!, e, P.length));
    sum = add(sum, value);
    sizes += Math.abs(value.hi);
  }
  const { hi } = divide(sum, W);
  const absoluteErrorBound = isNormalised(way)
    ? 2 ** -94 * Math.sqrt(hi) + 2 ** -180
    : (2 ** -90 * sizes) / whole;
  return { value: hi, relativeErrorBound: 2 * u, absoluteErrorBound: hi === 0 ? 0 : absoluteErrorBound };
}

export const epsilon = (s: number): Enclosure => shown(divide(epsilonMass(s), W));

/** By how much masses sum to more than one once those below ε are ε. */
export function clippedExcess(masses: readonly number[], s: number): Enclosure {
  const e = epsilonMass(s);
  const raised = masses.filter((mass) => mass < e.hi).map((mass) => subtract(e, exact(mass)));
  return shown(divide(raised.reduce(add, zero), W));
}

/** nε: what adding ε to each of n masses adds in all. */
export const addedExcess = (n: number, s: number): Enclosure =>
  shown(divide(multiplyByDouble(epsilonMass(s), n), W));

/** nε/(1 + nε): the share of the uniform pmf in what is left when that is divided by its sum. */
export function uniformShare(n: number, s: number): Enclosure {
  const added = multiplyByDouble(epsilonMass(s), n);
  return shown(divide(added, add(W, added)));
}

/** What a tenth of ε adds to the sum for `mass` millionths of P where Q has none. */
export const growthPerDecade = (mass: number): Enclosure => shown(multiply(log10, divide(exact(mass), W)));
