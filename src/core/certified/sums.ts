import { divide, type DoubleDouble } from '../double-double.ts';
import { powerOfTwo } from '../logarithm.ts';
import { multiplyByPower } from '../elementary/arithmetic.ts';
import { addTo, leading, type ExactSum } from './exact-sum.ts';
import { LIFT_EXPONENT, type Outcome, type Outcomes } from './outcomes.ts';
import { refined, type Refined } from './refined.ts';

type Term = (outcome: Outcome) => DoubleDouble;

/** Σ term / total over all outcomes; the terms are of first degree in the masses, and lifted like them. */
export function meanOfTerms({ at, count, total }: Outcomes, term: Term): Refined {
  const sum: ExactSum = [];
  for (let x = 0; x < count; x++) {
    const { hi, lo } = term(at(x));
    if (hi === Infinity) return { hi, lo: 0, exponent: 0 };
    addTo(sum, hi);
    addTo(sum, lo);
  }
  return overTotal(leading(sum), total);
}

/** One outcome's term / total. */
export function termOf({ at, total }: Outcomes, x: number, term: Term): Refined {
  const value = term(at(x));
  return overTotal(value, total);
}

export function overTotal(lifted: DoubleDouble, total: DoubleDouble): Refined {
  const { hi } = lifted;
  if (hi === 0 || hi === Infinity) return { hi, lo: 0, exponent: 0 };
  // Far below the lift, the quotient's last places could underflow.
  const tiny = hi < 1e-200 && hi > -1e-200;
  const value = tiny ? multiplyByPower(lifted, powerOfTwo(400)) : lifted;
  return refined(divide(value, total), tiny ? -LIFT_EXPONENT - 400 : -LIFT_EXPONENT);
}
