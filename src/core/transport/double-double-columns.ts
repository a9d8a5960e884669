import { productError, sumError, type DoubleDouble } from '../double-double.ts';

/** A square matrix in double-double, column after column. */
export interface Columns {
  readonly n: number;
  readonly hi: Float64Array;
  readonly lo: Float64Array;
}

export function zeroColumns(n: number): Columns {
  return { n, hi: new Float64Array(n * n), lo: new Float64Array(n * n) };
}

export function copyOf({ n, hi, lo }: Columns): Columns {
  return { n, hi: hi.slice(), lo: lo.slice() };
}

export function entry({ n, hi, lo }: Columns, row: number, column: number): DoubleDouble {
  const at = column * n + row;
  return { hi: hi[at]!, lo: lo[at]! };
}

export function setEntry({ n, hi, lo }: Columns, row: number, column: number, value: DoubleDouble): void {
  const at = column * n + row;
  hi[at] = value.hi;
  lo[at] = value.lo;
}

/** Σ a[k][i] b[k][j]; error some n 2⁻¹⁰⁴ of the product of the lengths. */
export function columnProduct(a: Columns, i: number, b: Columns, j: number): DoubleDouble {
  const { n } = a;
  let sum = 0;
  let lost = 0;
  for (let k = 0, x = i * n, y = j * n; k < n; k++, x++, y++) {
    const [u, v] = [a.hi[x]!, b.hi[y]!];
    const product = u * v;
    const next = sum + product;
    lost += sumError(sum, product, next) + (productError(u, v, product) + (u * b.lo[y]! + a.lo[x]! * v));
    sum = next;
  }
  const hi = sum + lost;
  return { hi, lo: sum - hi + lost };
}

/** Column i of a less a multiple of column j of b. */
export function subtractColumn(a: Columns, i: number, b: Columns, j: number, factor: DoubleDouble): void {
  const { n } = a;
  for (let k = 0, x = i * n, y = j * n; k < n; k++, x++, y++) {
    combine(a, x, a.hi[x]!, a.lo[x]!, b.hi[y]!, b.lo[y]!, factor.hi, factor.lo);
  }
}

/** Columns p and q turned into c p − s q and s p + c q. */
export function rotateColumns(a: Columns, p: number, q: number, c: DoubleDouble, s: DoubleDouble): void {
  const { n, hi, lo } = a;
  for (let k = 0, x = p * n, y = q * n; k < n; k++, x++, y++) {
    const [xh, xl, yh, yl] = [hi[x]!, lo[x]!, hi[y]!, lo[y]!];
    const cx = xh * c.hi;
    combine(a, x, cx, productError(xh, c.hi, cx) + (xh * c.lo + xl * c.hi), yh, yl, s.hi, s.lo);
    const cy = yh * c.hi;
    combine(a, y, cy, productError(yh, c.hi, cy) + (yh * c.lo + yl * c.hi), xh, xl, -s.hi, -s.lo);
  }
}

/** Stores x − f y. */
function combine(
  a: Columns,
  at: number,
  xh: number,
  xl: number,
  yh: number,
  yl: number,
  fh: number,
  fl: number,
): void {
  const product = yh * fh;
  const difference = xh - product;
  const rest =
    sumError(xh, -product, difference) + (xl - (productError(yh, fh, product) + (yh * fl + yl * fh)));
  const high = difference + rest;
  a.hi[at] = high;
  a.lo[at] = difference - high + rest;
}
