/** Eigenvalues of a symmetric matrix, and eigenvectors as the columns of a row-major matrix. */
export interface Eigen {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

const MOST_SWEEPS = 60;

/**
 * Eigen-decomposition of a symmetric n × n matrix, row-major, by cyclic Jacobi rotations: absolute error of the values some n u of the
 * largest; values of a diagonal matrix are exact.
 * @see golub-van-loan-2013, section 8.5
 */
export function symmetricEigen(matrix: Float64Array, n: number): Eigen {
  const a = matrix.slice();
  const vectors = identity(n);
  for (let sweep = 0, rotated = true; rotated && sweep < MOST_SWEEPS; sweep++) {
    rotated = false;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        const off = a[p * n + q]!;
        const size = off < 0 ? -off : off;
        const [app, aqq] = [a[p * n + p]!, a[q * n + q]!];
        if (size === 0 || size <= 1e-17 * Math.sqrt((app < 0 ? -app : app) * (aqq < 0 ? -aqq : aqq)))
          continue;
        rotated = true;
        const [c, s] = rotation((aqq - app) / (2 * off));
        rotateColumns(a, n, p, q, c, s);
        rotateRows(a, n, p, q, c, s);
        a[p * n + q] = a[q * n + p] = 0;
        rotateColumns(vectors, n, p, q, c, s);
      }
    }
  }
  return { values: Float64Array.from({ length: n }, (_, k) => a[k * n + k]!), vectors };
}

export function identity(n: number): Float64Array {
  const matrix = new Float64Array(n * n);
  for (let k = 0; k < n; k++) matrix[k * n + k] = 1;
  return matrix;
}

/** Cosine and sine of the smaller angle whose cotangent, doubled, is given. */
export function rotation(cotangent: number): [number, number] {
  const size = cotangent < 0 ? -cotangent : cotangent;
  const tangent = 1 / (size > 1e150 ? 2 * size : size + Math.sqrt(1 + size * size));
  const c = 1 / Math.sqrt(1 + tangent * tangent);
  return [c, cotangent < 0 ? -tangent * c : tangent * c];
}

export function rotateColumns(a: Float64Array, n: number, p: number, q: number, c: number, s: number): void {
  for (let k = 0; k < n; k++) {
    const [x, y] = [a[k * n + p]!, a[k * n + q]!];
    a[k * n + p] = c * x - s * y;
    a[k * n + q] = s * x + c * y;
  }
}

function rotateRows(a: Float64Array, n: number, p: number, q: number, c: number, s: number): void {
  for (let k = 0; k < n; k++) {
    const [x, y] = [a[p * n + k]!, a[q * n + k]!];
    a[p * n + k] = c * x - s * y;
    a[q * n + k] = s * x + c * y;
  }
}
