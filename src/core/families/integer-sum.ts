import { sumError } from '../double-double.ts';
import { exp } from '../elementary/exp.ts';
import type { Bounded } from '../bounded.ts';

/** Where a pmf on the integers has its mass: all but 1e-20 of it lies in [from, to]. */
export interface Window {
  readonly from: number;
  readonly to: number;
  /** Summing every so-many-th integer is enough. */
  readonly stride: number;
}

/**
 * The integers within 12 standard deviations and 40 of the mean, at least 0 and at most `last`.
 *
 * Where the standard deviation σ is 16 and more, the pmfs are sampled with the stride h = σ/8: by Poisson's summation
 * formula, h times the sum over every h-th integer differs from the sum over all by e^(−2π²σ²/h²), here e^(−1263), of it.
 */
export function windowAround(mean: number, deviation: number, last: number): Window {
  const reach = 40 + 12 * deviation;
  const low = mean - reach;
  const high = mean + reach;
  return {
    from: low > 0 ? low - (low % 1) : 0,
    to: high < last ? high - (high % 1) + 1 : last,
    stride: deviation < 16 ? 1 : (deviation - (deviation % 8)) / 8,
  };
}

/** The sum of a term over the integers of a window, compensated. */
export function sumOverIntegers({ from, to, stride }: Window, term: (k: number) => number): number {
  let total = 0;
  let lost = 0;
  for (let k = from; k <= to; k += stride) {
    const value = term(k);
    const next = total + value;
    if (next === Infinity) return Infinity;
    lost += sumError(total, value, next);
    total = next;
  }
  return (total + lost) * stride;
}

/** −Σ P(k) log P(k) over a window, where log P has an absolute error of at most (40 + 8 |log P|) 2⁻⁵³. */
export function entropyOverIntegers(window: Window, logPmf: (k: number) => number): Bounded {
  let noise = 0;
  const value = sumOverIntegers(window, (k) => {
    const logP = logPmf(k);
    if (logP === -Infinity) return 0;
    const term = -exp(logP) * logP;
    noise += term * (60 - 8 * logP);
    return term;
  });
  return { value, errorBound: noise * window.stride * 1.1102230246251565e-16 };
}
