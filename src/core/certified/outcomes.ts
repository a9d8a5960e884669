import { sumError, type DoubleDouble } from '../double-double.ts';
import { multiply, multiplyByDouble } from '../elementary/arithmetic.ts';
import type { Masses } from '../pmf.ts';
import { addProductTo, exactSum, isSame, leading, type ExactSum } from './exact-sum.ts';

/** Masses are lifted by this power of two, so that products of the smallest keep their last places. */
/** 2^LIFT_EXPONENT */
export const LIFT_EXPONENT = 500;
/** 2^LIFT_EXPONENT */
export const LIFT = 3.273390607896142e150;

const ZERO: DoubleDouble = { hi: 0, lo: 0 };

/** One outcome: a and b are its masses under P and Q brought to one total, d = a − b without cancellation. */
export interface Outcome {
  readonly a: DoubleDouble;
  readonly b: DoubleDouble;
  readonly d: DoubleDouble;
}

export interface Outcomes {
  readonly at: (x: number) => Outcome;
  readonly count: number;
  /** The common total, not lifted: a / total · 2⁻⁵⁰⁰ is the probability. */
  readonly total: DoubleDouble;
}

/**
 * The outcomes of two pmfs, their masses multiplied crosswise with the totals: a = pQ, b = qP. Totals are exact sums, and d is
 * rounded once, so that it is right to 2⁻¹⁰⁴ however near P and Q are.
 */
export function outcomesOf(p: Masses, q: Masses): Outcomes {
  const totalP = exactSum(p.values);
  const totalQ = exactSum(q.values);
  const count = p.values.length;
  if (isSame(totalP, totalQ)) {
    return {
      count,
      total: leading(totalP),
      at: (x) => ofEqualTotals(p.values[x]! * LIFT, q.values[x]! * LIFT),
    };
  }
  const P = leading(totalP);
  const Q = leading(totalQ);
  return {
    count,
    total: multiply(P, Q),
    at: (x) => {
      const a = p.values[x]! * LIFT;
      const b = q.values[x]! * LIFT;
      return { a: times(Q, a), b: times(P, b), d: leading(crossDifference(a, totalQ, b, totalP)) };
    },
  };
}

function ofEqualTotals(a: number, b: number): Outcome {
  const d = a - b;
  return { a: { hi: a, lo: 0 }, b: { hi: b, lo: 0 }, d: { hi: d, lo: sumError(a, -b, d) } };
}

function times(total: DoubleDouble, mass: number): DoubleDouble {
  return mass === 0 ? ZERO : multiplyByDouble(total, mass);
}

/** a·Q − b·P, exactly. */
export function crossDifference(a: number, totalQ: ExactSum, b: number, totalP: ExactSum): ExactSum {
  const difference: ExactSum = [];
  for (const part of totalQ) addProductTo(difference, a, part);
  for (const part of totalP) addProductTo(difference, -b, part);
  return difference;
}
