import { DomainError } from '../domain-error.ts';
import { sumError, type DoubleDouble } from '../double-double.ts';
import { entropyOf } from '../entropy.ts';
import { option, received } from '../options.ts';
import { tableBehind, type JointPmf } from './joint-pmf.ts';

export interface ConditionalEntropyOptions {
  /** The variable that is known: 'rows' for H(Y | X), 'columns' for H(X | Y). */
  readonly given: 'rows' | 'columns';
}

/**
 * Conditional entropy of one variable given the other, in nats.
 *
 *   H(Y | X) = Σₓ p(x) H(Y | X = x) = H(X, Y) − H(X)
 *
 * with X the rows and Y the columns; H(X | Y) for `given: 'columns'`. Known outcomes without mass contribute 0. Lies in
 * [0, H(Y)]; zero only if Y is a function of X. Relative error at most 12 u, u = 2⁻⁵³: a sum of entropies ≥ 0, each from its own
 * row and exact total, so that nothing cancels.
 *
 * @throws DomainError if joint was not made by `jointPmf` or `jointFromWeights`, or if given is neither word.
 * @see cover-thomas-2006, section 2.2
 */
export function conditionalEntropy(joint: JointPmf, options: ConditionalEntropyOptions): number {
  const table = tableBehind('conditionalEntropy', joint);
  const given = option('conditionalEntropy', options, 'given', "{ given: 'rows' }");
  if (given !== 'rows' && given !== 'columns') {
    throw new DomainError(`conditionalEntropy: given is ${received(given)}; it must be 'rows' or 'columns'`);
  }
  const byRow = given === 'rows';
  const { values, total } = table.masses;
  let sum = 0;
  let lost = 0;
  (byRow ? table.rowTotals : table.columnTotals).forEach((part, at) => {
    if (part.hi === 0) return;
    const slice = byRow
      ? values.slice(at * table.columns, (at + 1) * table.columns)
      : values.filter((_, index) => index % table.columns === at);
    const term = part.hi * entropyOfMasses(slice, part);
    const next = sum + term;
    lost += sumError(sum, term, next);
    sum = next;
  });
  return (sum + lost) / total.hi;
}

const UP = 4.149515568880993e180; // 2⁶⁰⁰

/** Entropy of masses divided by their total; tiny ones on a larger scale. */
function entropyOfMasses(masses: Float64Array, total: DoubleDouble): number {
  if (total.hi < 1e-100)
    return entropyOfMasses(
      masses.map((m) => m * UP),
      { hi: total.hi * UP, lo: total.lo * UP },
    );
  return entropyOf({ values: masses, total });
}
