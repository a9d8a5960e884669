import { DomainError } from '../domain-error.ts';
import { add, sum, type DoubleDouble } from '../double-double.ts';
import { fromWeights, massesBehind, pmf, type Masses, type Pmf } from '../pmf.ts';

export interface Shape {
  readonly rows: number;
  readonly columns: number;
}

/**
 * Joint probability mass function of a row variable X and a column variable Y: the pmf of the pairs in row-major order, the
 * pair (x, y) at x · columns + y. Made by `jointPmf` and `jointFromWeights` only.
 */
export interface JointPmf extends Shape {
  readonly pairs: Pmf;
}

const made = new WeakSet<JointPmf>();

/**
 * A joint pmf from its probabilities in row-major order. They obey what `pmf` requires.
 *
 * @throws DomainError if the probabilities are no pmf, or if there are not rows × columns of them.
 */
export function jointPmf(probabilities: ArrayLike<number>, shape: Shape): JointPmf {
  return register('jointPmf', pmf(probabilities), shape);
}

/**
 * The joint pmf proportional to non-negative weights in row-major order, such as a table of counts; see `fromWeights`.
 *
 * @throws DomainError as `fromWeights`, or if there are not rows × columns weights.
 */
export function jointFromWeights(weights: ArrayLike<number>, shape: Shape): JointPmf {
  return register('jointFromWeights', fromWeights(weights), shape);
}

/** P(x) = Σ_y P(x, y): the pmf of the row variable. */
export function rowMarginal(joint: JointPmf): Pmf {
  return fromWeights(tableBehind('rowMarginal', joint).rowTotals.map(({ hi }) => hi));
}

/** P(y) = Σ_x P(x, y): the pmf of the column variable. */
export function columnMarginal(joint: JointPmf): Pmf {
  return fromWeights(tableBehind('columnMarginal', joint).columnTotals.map(({ hi }) => hi));
}

export interface Table {
  readonly rows: number;
  readonly columns: number;
  readonly masses: Masses;
  /** 106 bits of each. */
  readonly rowTotals: readonly DoubleDouble[];
  readonly columnTotals: readonly DoubleDouble[];
}

/** The masses behind a joint pmf, and its marginal masses. */
export function tableBehind(quantity: string, joint: JointPmf): Table {
  if (!made.has(joint)) {
    throw new DomainError(
      `${quantity}: joint is not a joint pmf; build it with jointPmf() or jointFromWeights()`,
    );
  }
  const { rows, columns } = joint;
  const masses = massesBehind(quantity, 'joint', joint.pairs);
  const { values } = masses;
  const rowTotals = Array.from({ length: rows }, (_, x) => sum(values, x * columns, (x + 1) * columns));
  const columnTotals = Array.from({ length: columns }, (_, y) => {
    let total: DoubleDouble = { hi: 0, lo: 0 };
    for (let x = 0; x < rows; x++) total = add(total, { hi: values[x * columns + y]!, lo: 0 });
    return total;
  });
  return { rows, columns, masses, rowTotals, columnTotals };
}

function register(quantity: string, pairs: Pmf, shape: Shape): JointPmf {
  const given = shape as Partial<Shape> | null | undefined;
  const { rows, columns } = typeof given === 'object' && given !== null ? given : {};
  if (!isCount(rows) || !isCount(columns) || rows * columns !== pairs.length) {
    throw new DomainError(
      `${quantity}: there are ${pairs.length} entries for ${String(rows)} rows and ${String(columns)} columns; give { rows, columns } as positive integers with that product`,
    );
  }
  const joint: JointPmf = { rows, columns, pairs };
  made.add(joint);
  return joint;
}

function isCount(n: unknown): n is number {
  return typeof n === 'number' && Number.isInteger(n) && n > 0;
}
