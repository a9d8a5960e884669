import { excessShare } from '../divergences/excess-share.ts';
import { logOfShares } from '../divergences/shares.ts';
import { productError, sumError, type DoubleDouble } from '../double-double.ts';
import { tableBehind, type JointPmf } from './joint-pmf.ts';

/**
 * Mutual information of two variables, in nats.
 *
 *   I(X; Y) = Σ p(x, y) log( p(x, y) / (p(x) p(y)) ) = H(X) + H(Y) − H(X, Y)
 *
 * Pairs with p(x, y) = 0 contribute 0. Lies in [0, min(H(X), H(Y))]; zero only if X and Y are independent. Symmetric in X and
 * Y. Relative error at most 14 u, u = 2⁻⁵³, or absolute error 2⁻²⁰⁰ where that is more: every summed
 * p(x, y) log(…) − p(x, y) + p(x) p(y) is ≥ 0, and the difference in it is taken of 106 bits.
 *
 * @throws DomainError if joint was not made by `jointPmf` or `jointFromWeights`.
 * @see cover-thomas-2006, section 2.3
 */
export function mutualInformation(joint: JointPmf): number {
  const { masses, rowTotals, columnTotals, columns } = tableBehind('mutualInformation', joint);
  const { values, total } = masses;
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const column = i % columns;
    const term = share(values[i]!, total, rowTotals[(i - column) / columns]!, columnTotals[column]!);
    const next = sum + term;
    lost += sumError(sum, term, next);
    sum = next;
  }
  return (sum + lost) / total.hi / total.hi;
}

/** pT log(pT/(rc)) − pT + rc, T the total, r and c the marginal masses. */
function share(mass: number, total: DoubleDouble, row: DoubleDouble, column: DoubleDouble): number {
  const a = mass * total.hi;
  const b = row.hi * column.hi;
  if (b > 1e-250) {
    const aLow = productError(mass, total.hi, a) + mass * total.lo;
    const bLow = productError(row.hi, column.hi, b) + (row.hi * column.lo + row.lo * column.hi);
    return excessShare(a - b + (aLow - bLow), a, b);
  }
  // rc underflows, or nearly: the logarithm in two parts.
  if (mass === 0) return b;
  const term = a * (logOfShares(mass, row.hi, 0, 0) + logOfShares(total.hi, column.hi, 0, 0)) - a + b;
  return term > 0 ? term : 0;
}
