import { identity, rotateColumns, rotation } from './symmetric-eigen.ts';

const MOST_SWEEPS = 60;

/** The product of two n × n matrices, row-major. */
export function multiplyMatrices(a: Float64Array, b: Float64Array, n: number): Float64Array {
  const product = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) {
      const factor = a[i * n + k]!;
      for (let j = 0; j < n; j++) product[i * n + j]! += factor * b[k * n + j]!;
    }
  }
  return product;
}

/**
 * The orthogonal matrix UVᵀ nearest to an n × n matrix with singular value decomposition UΣVᵀ, by one-sided Jacobi rotations.
 * Where singular values are 0, one of several.
 * @see golub-van-loan-2013, sections 8.6.3 and 9.4.3
 */
export function polarFactor(matrix: Float64Array, n: number): Float64Array {
  const w = matrix.slice();
  const v = identity(n);
  for (let sweep = 0, rotated = true; rotated && sweep < MOST_SWEEPS; sweep++) {
    rotated = false;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        const [pp, qq, pq] = [
          columnProduct(w, n, p, p),
          columnProduct(w, n, q, q),
          columnProduct(w, n, p, q),
        ];
        const size = pq < 0 ? -pq : pq;
        if (size === 0 || size <= 4e-16 * Math.sqrt(pp) * Math.sqrt(qq)) continue;
        rotated = true;
        const [c, s] = rotation((qq - pp) / (2 * pq));
        rotateColumns(w, n, p, q, c, s);
        rotateColumns(v, n, p, q, c, s);
      }
    }
  }
  orthonormalise(w, n);
  return multiplyMatrices(w, transposed(v, n), n);
}

function columnProduct(a: Float64Array, n: number, p: number, q: number): number {
  let sum = 0;
  for (let k = 0; k < n; k++) sum += a[k * n + p]! * a[k * n + q]!;
  return sum;
}

function transposed(a: Float64Array, n: number): Float64Array {
  const t = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) t[j * n + i] = a[i * n + j]!;
  return t;
}

/** Orthogonal columns become unit vectors; zero ones are replaced by what completes the basis. */
function orthonormalise(w: Float64Array, n: number): void {
  const zero: number[] = [];
  const done: number[] = [];
  for (let p = 0; p < n; p++) {
    const length = Math.sqrt(columnProduct(w, n, p, p));
    if (length > 1e-150) {
      for (let k = 0; k < n; k++) w[k * n + p]! /= length;
      done.push(p);
    } else zero.push(p);
  }
  let axis = 0;
  for (const p of zero) {
    for (let length = 0; length < 0.5 / n; axis++) {
      for (let k = 0; k < n; k++) w[k * n + p] = k === axis ? 1 : 0;
      for (let twice = 0; twice < 2; twice++) {
        for (const q of done) {
          const share = columnProduct(w, n, p, q);
          for (let k = 0; k < n; k++) w[k * n + p]! -= share * w[k * n + q]!;
        }
      }
      length = Math.sqrt(columnProduct(w, n, p, p));
      if (length > 0) for (let k = 0; k < n; k++) w[k * n + p]! /= length;
    }
    done.push(p);
  }
}
