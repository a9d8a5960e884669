import { type DoubleDouble, divide, subtract } from '../../../src/core/double-double.ts';
import { multiplyByDouble } from '../../../src/core/elementary/arithmetic.ts';
import type { Grid } from '../frame/grid.ts';
import { nudged } from '../frame/handle.tsx';
import { exact, infinite, negative, ruleOf, scale } from './exact.ts';
import type { Generated } from './kinds.ts';
import { remembered } from './remembered.ts';

/** What a critic gives an outcome: the best there is for the generator, or a number in hundredths. */
export type Score = 'best' | number;

export const scoreGrid: Grid = { places: 2, least: -300, most: 300, step: 5 };

export interface Criticised extends Generated {
  readonly P: readonly number[];
  readonly Q: readonly number[];
  readonly T: readonly Score[];
}

export const bestIn = (outcomes: number): readonly Score[] => Array.from({ length: outcomes }, () => 'best');

/** All that the figure knows of one outcome, in units of `scale`; terms and gains are of masses in millionths. */
export interface Outcome {
  readonly a: number;
  readonly b: number;
  readonly best: DoubleDouble;
  readonly score: DoubleDouble;
  readonly conjugate: DoubleDouble;
  /** Q f(P/Q), with the limits of f where a mass is zero. */
  readonly term: DoubleDouble;
  /** P T − Q f*(T). */
  readonly gain: DoubleDouble;
}

/** Infinity where a factor is, nothing where the mass is zero. */
const product = (mass: number, value: DoubleDouble): DoubleDouble =>
  mass === 0 ? exact(0) : Number.isFinite(value.hi) ? multiplyByDouble(value, mass) : value;

const difference = (one: DoubleDouble, other: DoubleDouble): DoubleDouble =>
  Number.isFinite(one.hi) && Number.isFinite(other.hi) ? subtract(one, other) : exact(one.hi - other.hi);

/** An outcome that has mass in P or in Q. */
function madeOf(critic: Criticised, x: number): Outcome | undefined {
  const [a, b, T] = [critic.P[x]!, critic.Q[x]!, critic.T[x]!];
  if (a === 0 && b === 0) return undefined;
  const rule = ruleOf(critic);
  const both = a > 0 && b > 0;
  const best = both ? rule.slope(a, b) : a === 0 ? rule.slopeAtZero : rule.slopeAtInfinity;
  const term = both ? rule.term(a, b) : a === 0 ? product(b, rule.atZero) : product(a, rule.slopeAtInfinity);
  if (T === 'best') {
    const touched = both ? rule.touched(a, b) : a === 0 ? negative(rule.atZero) : rule.touchedAtInfinity;
    return { a, b, best, score: best, conjugate: touched, term, gain: term };
  }
  const score = exact((T * scale) / 100);
  const conjugate = rule.conjugate(T);
  // Beyond f′(∞) the conjugate has no bound, even where Q has no mass to charge it to.
  const leaves = conjugate.hi === Infinity && (b > 0 || score.hi > rule.slopeAtInfinity.hi);
  const gain = leaves ? negative(infinite) : difference(product(a, score), product(b, conjugate));
  return { a, b, best, score, conjugate, term, gain };
}

export const outcomesOf = remembered((critic: Criticised): readonly (Outcome | undefined)[] =>
  critic.P.map((_, x) => madeOf(critic, x)),
);

export const outcomeAt = (critic: Criticised, x: number): Outcome | undefined => outcomesOf(critic)[x];

/** A number of the figure, from its units. */
export const inNumbers = (value: DoubleDouble, mass = 1): number =>
  Number.isFinite(value.hi) ? divide(value, exact(scale * mass)).hi : value.hi;

/** The score nearest to a number; a drag that comes near the best one takes it. */
export function scoreDragged(critic: Criticised, x: number, value: number): Score {
  const { best } = outcomeAt(critic, x) ?? { best: exact(NaN) };
  if (Math.abs(value - inNumbers(best)) < 0.04) return 'best';
  const step = Math.round((value * 100) / scoreGrid.step) * scoreGrid.step;
  return Math.min(scoreGrid.most, Math.max(scoreGrid.least, step)) + 0;
}

export function scoreNudged(critic: Criticised, x: number, steps: number): Score {
  const T = critic.T[x]!;
  const best = inNumbers(outcomeAt(critic, x)?.best ?? exact(0));
  const start = Math.min(scoreGrid.most, Math.max(scoreGrid.least, Math.round(best * 100)));
  return nudged(scoreGrid, T === 'best' ? start : T, steps) + 0;
}

export const withScore = <Setting extends Criticised>(
  setting: Setting,
  x: number,
  score: Score,
): Setting => ({
  ...setting,
  T: setting.T.map((known, k) => (k === x ? score : known)),
});
