import { DomainError } from '../domain-error.ts';

/**
 * Lower triangular L with L Lᵀ = A, row by row; refuses A that is not positive definite.
 *
 * @param a symmetric, row-major, n × n; its lower triangle is read
 * @see golub-van-loan-2013, algorithm 4.2.1
 */
export function choleskyFactor(quantity: string, name: string, a: Float64Array, n: number): Float64Array {
  const l = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = a[i * n + j]!;
      for (let k = 0; k < j; k++) rest -= l[i * n + k]! * l[j * n + k]!;
      if (j < i) {
        l[i * n + j] = rest / l[j * n + j]!;
      } else if (rest > n * 2.220446049250313e-16 * a[i * n + i]!) {
        l[i * n + i] = Math.sqrt(rest);
      } else {
        const pivot = `what rows 0 to ${i - 1} leave of ${name}[${i}][${i}] = ${a[i * n + i]!} is ${rest}`;
        throw new DomainError(
          `${quantity}: ${name} is not positive definite${i === 0 ? `: ${name}[0][0] is ${rest}` : `: ${pivot}`}; it must be, beyond rounding`,
        );
      }
    }
  }
  return l;
}

/** Overwrites B, n × columns, with L⁻¹B. */
export function solveLower(l: Float64Array, n: number, b: Float64Array, columns: number): Float64Array {
  for (let i = 0; i < n; i++) {
    for (let c = 0; c < columns; c++) {
      let rest = b[i * columns + c]!;
      for (let k = 0; k < i; k++) rest -= l[i * n + k]! * b[k * columns + c]!;
      b[i * columns + c] = rest / l[i * n + i]!;
    }
  }
  return b;
}

export function transpose(a: Float64Array, n: number): Float64Array {
  const t = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) t[j * n + i] = a[i * n + j]!;
  return t;
}

const MOST_SWEEPS = 60;

/**
 * Eigenvalues of a symmetric matrix by Jacobi's rotations; each within a few units in the last place of the largest.
 *
 * @see golub-van-loan-2013, section 8.5
 */
export function eigenvaluesOf(matrix: Float64Array, n: number): Float64Array {
  const a = matrix.slice();
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let turned = false;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) if (rotate(a, n, p, q)) turned = true;
    }
    if (!turned) break;
  }
  return Float64Array.from({ length: n }, (_, i) => a[i * n + i]!);
}

/** The rotation that makes a[p][q] zero; false where it is negligible already. */
function rotate(a: Float64Array, n: number, p: number, q: number): boolean {
  const off = a[p * n + q]!;
  const pp = a[p * n + p]!;
  const qq = a[q * n + q]!;
  if (off * off <= 1e-36 * (pp * pp + qq * qq)) {
    a[p * n + q] = a[q * n + p] = 0;
    return false;
  }
  const theta = (qq - pp) / (2 * off);
  const root = Math.sqrt(theta * theta + 1);
  const t = 1 / (theta < 0 ? theta - root : theta + root);
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  a[p * n + p] = pp - t * off;
  a[q * n + q] = qq + t * off;
  a[p * n + q] = a[q * n + p] = 0;
  for (let k = 0; k < n; k++) {
    if (k === p || k === q) continue;
    const kp = a[k * n + p]!;
    const kq = a[k * n + q]!;
    a[k * n + p] = a[p * n + k] = c * kp - s * kq;
    a[k * n + q] = a[q * n + k] = s * kp + c * kq;
  }
  return true;
}
