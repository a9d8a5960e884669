/** The smallest vectors and matrices: arrays of a few numbers. */
export type Vector = Float64Array;

export function dot(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

export function norm(a: Vector): number {
  return Math.sqrt(dot(a, a));
}

/**
 * x with H x = r for a symmetric positive semidefinite H, row-major, by Cholesky's factor with pivots: directions in which
 * H vanishes up to rounding, as those of statistics that depend on others, get 0. H is overwritten.
 */
export function solveSemidefinite(h: Float64Array, r: Vector): Vector {
  const d = r.length;
  const diagonal = Float64Array.from({ length: d }, (_, i) => h[i * d + i]!);
  const order: number[] = [];
  const free = new Set(diagonal.keys());
  const l = new Float64Array(d * d);
  while (free.size > 0) {
    let pivot = -1;
    let best = 1e-13;
    for (const i of free) {
      const left = diagonal[i]! > 0 ? h[i * d + i]! / diagonal[i]! : 0;
      if (left > best) [pivot, best] = [i, left];
    }
    if (pivot < 0) break;
    free.delete(pivot);
    order.push(pivot);
    const root = Math.sqrt(h[pivot * d + pivot]!);
    l[pivot * d + pivot] = root;
    for (const i of free) l[i * d + pivot] = h[i * d + pivot]! / root;
    for (const i of free) for (const j of free) h[i * d + j]! -= l[i * d + pivot]! * l[j * d + pivot]!;
  }
  const x = new Float64Array(d);
  for (const i of order) x[i] = r[i]!;
  order.forEach((i, at) => {
    x[i]! /= l[i * d + i]!;
    for (const j of order.slice(at + 1)) x[j]! -= l[j * d + i]! * x[i]!;
  });
  for (const i of order.slice().reverse()) {
    for (const j of order.slice(order.indexOf(i) + 1)) x[i]! -= l[j * d + i]! * x[j]!;
    x[i]! /= l[i * d + i]!;
  }
  return x;
}

/** Coefficients of the combination of independent columns that comes nearest to the target (Gram–Schmidt, twice). */
export function nearestCombination(columns: readonly Vector[], target: Vector): Float64Array {
  const basis: Vector[] = [];
  const upper: number[][] = [];
  for (const column of columns) {
    const rest = column.slice();
    const coefficients = basis.map(() => 0);
    for (let pass = 0; pass < 2; pass++) {
      basis.forEach((b, i) => {
        const part = dot(b, rest);
        coefficients[i]! += part;
        for (let k = 0; k < rest.length; k++) rest[k]! -= part * b[k]!;
      });
    }
    const size = norm(rest);
    upper.push([...coefficients, size]);
    basis.push(size > 0 ? rest.map((v) => v / size) : rest);
  }
  const x = Float64Array.from(basis, (b) => dot(b, target));
  for (let i = columns.length - 1; i >= 0; i--) {
    for (let j = i + 1; j < columns.length; j++) x[i]! -= upper[j]![i]! * x[j]!;
    x[i] = upper[i]![i]! > 0 ? x[i]! / upper[i]![i]! : 0;
  }
  return x;
}
