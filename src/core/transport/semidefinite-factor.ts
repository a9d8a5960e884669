import { divide, type DoubleDouble } from '../double-double.ts';
import { squareRoot } from '../elementary/arithmetic.ts';
import { entry, setEntry, subtractColumn, zeroColumns, type Columns } from './double-double-columns.ts';

/** Pivots below this part of the largest entry, times n, are rounding. */
const ROUNDING = 3.944304526105059e-31; // 2⁻¹⁰¹

export interface SemidefiniteFactor {
  /** L with L Lᵀ = A up to a row's order, columns from the largest pivot to the smallest, then zeros. */
  readonly factor: Columns;
  /** Whether what some pivots leave is negative, be it by rounding of A or not; it counts as 0. */
  readonly isIndefinite: boolean;
}

/**
 * Cholesky's factor of a symmetric positive semidefinite n × n matrix with complete pivoting, in double-double: the rest that is left
 * out is some n 2⁻¹⁰¹ of the largest entry.
 *
 * @param a row-major, entries at most about 1 in size
 * @see golub-van-loan-2013, section 4.2.8
 */
export function semidefiniteFactor(a: Float64Array, n: number): SemidefiniteFactor {
  const rest: Columns = { n, hi: a.slice(), lo: new Float64Array(n * n) };
  const factor = zeroColumns(n);
  const left = new Set(Array.from({ length: n }, (_, i) => i));
  const least = n * ROUNDING * a.reduce((most, x) => (x > most ? x : -x > most ? -x : most), 0);
  let isIndefinite = false;
  for (let k = 0; k < n; k++) {
    let pivot = -1;
    for (const i of left) if (pivot < 0 || diagonal(rest, i) > diagonal(rest, pivot)) pivot = i;
    if (pivot < 0 || !(diagonal(rest, pivot) > least)) break;
    const root = squareRoot(entry(rest, pivot, pivot));
    left.delete(pivot);
    setEntry(factor, pivot, k, root);
    for (const i of left) {
      const share = divide(entry(rest, i, pivot), root);
      const most = diagonal(rest, i);
      if (share.hi * share.hi <= most) {
        setEntry(factor, i, k, share);
        continue;
      }
      // A semidefinite matrix leaves no more than the diagonal has.
      if (share.hi * share.hi > most + least) isIndefinite = true;
      setEntry(factor, i, k, clipped(entry(rest, i, i), share.hi < 0));
      left.delete(i);
    }
    for (const i of left) subtractColumn(rest, i, factor, k, entry(factor, i, k));
  }
  for (const i of left) {
    for (const j of left) {
      const size = entry(rest, i, j).hi;
      if (size > least || -size > least) isIndefinite = true;
    }
  }
  return { factor, isIndefinite };
}

function diagonal(rest: Columns, i: number): number {
  return entry(rest, i, i).hi;
}

function clipped(square: DoubleDouble, isNegative: boolean): DoubleDouble {
  if (!(square.hi > 0)) return { hi: 0, lo: 0 };
  const { hi, lo } = squareRoot(square);
  return isNegative ? { hi: -hi, lo: -lo } : { hi, lo };
}
