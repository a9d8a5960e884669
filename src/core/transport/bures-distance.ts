import { add, divide, productError, type DoubleDouble } from '../double-double.ts';
import { multiplyByDouble, squareRoot } from '../elementary/arithmetic.ts';
import {
  columnProduct,
  copyOf,
  entry,
  rotateColumns,
  setEntry,
  subtractColumn,
  zeroColumns,
  type Columns,
} from './double-double-columns.ts';

const MOST_SWEEPS = 60;
/** Columns whose cosine is below this count as orthogonal. */
const ORTHOGONAL = 8.077935669463161e-28; // 2⁻⁹⁰
const ZERO: DoubleDouble = { hi: 0, lo: 0 };
const ONE: DoubleDouble = { hi: 1, lo: 0 };

/**
 * min over orthogonal U of ‖L − M U‖, for n × n matrices of entries at most about 1, in double-double.
 *
 * Rotations V make the columns of MᵀL V orthogonal, of lengths σ; those unit vectors w with σ > 0 are the columns of U V, and
 *
 *   ‖L − M U‖² = Σ ‖(L V)ₖ − M wₖ‖², where σₖ > 0, + Σ ‖(L V)ₖ‖², where not, + ‖M − Σ M wₖ wₖᵀ‖².
 *
 * All are sums of squares, and a U that is off by δ costs δ² σ only.
 *
 * @see golub-van-loan-2013, sections 8.6.3 and 6.4.1, for one-sided Jacobi rotations and the best U
 */
export function nearestTurned(l: Columns, m: Columns): number {
  const { n } = l;
  const turned = copyOf(l);
  const crossed = zeroColumns(n);
  for (let j = 0; j < n; j++) for (let k = 0; k < n; k++) setEntry(crossed, k, j, columnProduct(m, k, l, j));
  orthogonalise(crossed, turned);
  const rest = copyOf(m);
  const image = zeroColumns(n);
  let total = ZERO;
  for (let k = 0; k < n; k++) {
    const square = columnProduct(crossed, k, crossed, k);
    if (square.hi > 1e-200) {
      const length = squareRoot(square);
      for (let i = 0; i < n; i++) setEntry(crossed, i, k, divide(entry(crossed, i, k), length));
      // −M w
      for (let j = 0; j < n; j++) subtractColumn(image, k, m, j, entry(crossed, j, k));
      for (let j = 0; j < n; j++) subtractColumn(rest, j, image, k, negated(entry(crossed, j, k)));
      subtractColumn(turned, k, image, k, { hi: -1, lo: 0 });
    }
    total = add(total, columnProduct(turned, k, turned, k));
  }
  for (let j = 0; j < n; j++) total = add(total, columnProduct(rest, j, rest, j));
  return squareRoot(total).hi;
}

/** Rotates columns of the first, and those of the second alike, until the first's are orthogonal. */
function orthogonalise(crossed: Columns, turned: Columns): void {
  for (let sweep = 0, rotated = true; rotated && sweep < MOST_SWEEPS; sweep++) {
    rotated = false;
    for (let p = 0; p < crossed.n; p++) {
      for (let q = p + 1; q < crossed.n; q++) {
        const product = columnProduct(crossed, p, crossed, q).hi;
        if (product === 0) continue;
        const [pp, qq] = [columnProduct(crossed, p, crossed, p).hi, columnProduct(crossed, q, crossed, q).hi];
        const size = product < 0 ? -product : product;
        if (size <= ORTHOGONAL * Math.sqrt(pp) * Math.sqrt(qq)) continue;
        rotated = true;
        const [c, s] = rotation((qq - pp) / (2 * product));
        rotateColumns(crossed, p, q, c, s);
        rotateColumns(turned, p, q, c, s);
      }
    }
  }
}

/** Cosine and sine of about the smaller angle whose cotangent, doubled, is given; their squares sum to 1. */
function rotation(cotangent: number): [DoubleDouble, DoubleDouble] {
  const size = cotangent < 0 ? -cotangent : cotangent;
  const root = 1 / (size > 1e150 ? 2 * size : size + Math.sqrt(1 + size * size));
  const tangent = cotangent < 0 ? -root : root;
  const square = tangent * tangent;
  const c = divide(ONE, squareRoot(add(ONE, { hi: square, lo: productError(tangent, tangent, square) })));
  return [c, multiplyByDouble(c, tangent)];
}

function negated({ hi, lo }: DoubleDouble): DoubleDouble {
  return { hi: -hi, lo: -lo };
}
