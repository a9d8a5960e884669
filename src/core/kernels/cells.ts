import { productError, sumError } from '../double-double.ts';

/** Half the width of a cell: each is 2⁻⁸ wide. */
const HALF = 0.001953125; // 2⁻⁹
const HALF2 = HALF * HALF;
const HALF4 = HALF2 * HALF2;

/** Polynomials of degree 5 about the centres of cells: Σ cᵢ[j] (x − centre[j])ⁱ in cell j. */
export interface Cells {
  readonly centre: Float64Array;
  readonly c0: Float64Array;
  readonly c1: Float64Array;
  readonly c2: Float64Array;
  readonly c3: Float64Array;
  readonly c4: Float64Array;
  readonly c5: Float64Array;
}

/**
 * Cells of the function Σ series[n] xⁿ, from `first` to `last` of `count`; the others hold `elsewhere`.
 *
 * c₀ is right to half a unit in the last place. What is cut off begins with the coefficient of (x − centre)⁷, and that of the
 * sixth power is spread over the others as the Chebyshev polynomial T₆ has it, which leaves 1/32 of it: in all less than 2⁻⁵⁹
 * for series that converge on twice the interval.
 */
export function cellsOf(
  series: readonly number[],
  { count, first, last, elsewhere = 0 }: { count: number; first: number; last: number; elsewhere?: number },
  centreOf: (cell: number) => number,
): Cells {
  const room = (): Float64Array => new Float64Array(count);
  const cells = {
    centre: room(),
    c0: room().fill(elsewhere),
    c1: room(),
    c2: room(),
    c3: room(),
    c4: room(),
    c5: room(),
  };
  for (let j = first; j <= last; j++) {
    const x = centreOf(j);
    const taylor = taylorAt(series, x);
    const sixth = taylor[6]! * HALF2;
    cells.centre[j] = x;
    cells.c0[j] = compensatedHorner(series, x) + (sixth * HALF4) / 32;
    cells.c1[j] = taylor[1]!;
    cells.c2[j] = taylor[2]! - (sixth * HALF2 * 9) / 16;
    cells.c3[j] = taylor[3]!;
    cells.c4[j] = taylor[4]! + sixth * 1.5;
    cells.c5[j] = taylor[5]!;
  }
  return cells;
}

/** The first seven coefficients of the series about x, by repeated division by (t − x). */
function taylorAt(series: readonly number[], x: number): Float64Array {
  const c = Float64Array.from(series);
  for (let m = 0; m < 7; m++) for (let n = c.length - 2; n >= m; n--) c[n] = c[n]! + x * c[n + 1]!;
  return c;
}

/** Σ series[n] xⁿ as if computed with twice the digits and rounded: Horner's rule, and the same rule for its errors. */
function compensatedHorner(series: readonly number[], x: number): number {
  let value = 0;
  let error = 0;
  for (let n = series.length - 1; n >= 0; n--) {
    const product = value * x;
    const next = product + series[n]!;
    error = error * x + (productError(value, x, product) + sumError(product, series[n]!, next));
    value = next;
  }
  return value + error;
}
