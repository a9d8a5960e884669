import { Decimal } from 'decimal.js';
import { undefinedValue } from './arithmetic.ts';
import { exponential } from './elementary.ts';
import type { Real, Value } from './number.ts';

const Digits = Decimal.clone({ precision: 60, toExpNeg: -20, toExpPos: 60 });
const exp = (x: Decimal): Decimal => exponential(new Digits(x));

/**
 * min ⟨π, c⟩ + ε D(π ‖ p ⊗ q) over couplings: potentials in doubles by Sinkhorn's iteration with ε falling to where it is
 * wanted, then Newton's method on the marginals at 60 digits. What the marginals still miss counts as error.
 */
export function entropicTransport(
  [p, q]: readonly [readonly Real[], readonly Real[]],
  cost: readonly (readonly Real[])[],
  epsilon: Real,
): Value {
  const rows = p.flatMap(({ value }, x) => (value.isZero() ? [] : [x]));
  const columns = q.flatMap(({ value }, y) => (value.isZero() ? [] : [y]));
  const a = rows.map((x) => new Digits(p[x]!.value));
  const b = columns.map((y) => new Digits(q[y]!.value));
  const c = rows.map((x) => columns.map((y) => new Digits(cost[x]![y]!.value)));
  const e = new Digits(epsilon.value);
  if (!e.gt(0)) return undefinedValue('an ε that is not positive');
  const started = sinkhorn(
    a.map(Number),
    b.map(Number),
    c.map((row) => row.map(Number)),
    Number(e),
  );
  let [f, g] = started.map((potential) => potential.map((value) => new Digits(value))) as [
    Decimal[],
    Decimal[],
  ];
  for (let step = 0; step < 14; step++) {
    const plan = a.map((mass, i) =>
      b.map((other, j) => mass.times(other).times(exp(f[i]!.plus(g[j]!).minus(c[i]![j]!).div(e)))),
    );
    const sums = plan.map((row) => total(row));
    const ends = b.map((_, j) => total(plan.map((row) => row[j]!)));
    const missing = [
      ...a.map((mass, i) => mass.minus(sums[i]!)),
      ...b.map((mass, j) => mass.minus(ends[j]!)),
    ];
    const off = missing.reduce((most, value) => Decimal.max(most, value.abs()), new Digits(0));
    if (off.lt('1e-50')) {
      const value = total(
        plan.flatMap((row, i) =>
          row.map((mass, j) => mass.times(c[i]![j]!.plus(f[i]!.plus(g[j]!).minus(c[i]![j]!)))),
        ),
      );
      const size = c.flat().reduce((most, entry) => Decimal.max(most, entry.abs()), e);
      return { kind: 'number', value, scale: size.times(a.length * b.length * 1e4).toNumber() };
    }
    // The last potential stays: a constant can go from f to g.
    const n = a.length + b.length - 1;
    const matrix = Array.from({ length: n }, (_, r) =>
      Array.from({ length: n }, (_unused, s) => entryOf(plan, sums, ends, [r, s])),
    );
    const change = solved(
      matrix,
      missing.slice(0, n).map((value) => value.times(e)),
    );
    if (!change) return undefinedValue('entropic transport whose equations are singular');
    f = f.map((value, i) => value.plus(change[i]!));
    g = g.map((value, j) => value.plus(change[a.length + j] ?? 0));
  }
  return undefinedValue('entropic transport that does not settle; use a larger ε');
}

const total = (values: readonly Decimal[]): Decimal =>
  values.reduce((sum, value) => sum.plus(value), new Digits(0));

/** What moving potential s does to marginal r, times ε. */
function entryOf(
  plan: readonly (readonly Decimal[])[],
  sums: readonly Decimal[],
  ends: readonly Decimal[],
  [r, s]: readonly [number, number],
): Decimal {
  const m = sums.length;
  if (r === s) return r < m ? sums[r]! : ends[r - m]!;
  if (r < m && s >= m) return plan[r]![s - m]!;
  if (s < m && r >= m) return plan[s]![r - m]!;
  return new Digits(0);
}

/** Gauss's elimination with the greatest pivot. */
function solved(matrix: readonly Decimal[][], right: readonly Decimal[]): Decimal[] | undefined {
  const rows = matrix.map((row, k) => [...row, right[k]!]);
  for (let k = 0; k < rows.length; k++) {
    const pivot = rows.reduce(
      (best, row, r) => (r >= k && row[k]!.abs().gt(rows[best]![k]!.abs()) ? r : best),
      k,
    );
    [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
    const head = rows[k]!;
    if (head[k]!.isZero()) return undefined;
    for (const [r, row] of rows.entries()) {
      if (r === k || row[k]!.isZero()) continue;
      const factor = row[k]!.div(head[k]!);
      for (let s = k; s < row.length; s++) row[s] = row[s]!.minus(factor.times(head[s]!));
    }
  }
  return rows.map((row, k) => row.at(-1)!.div(row[k]!));
}

/** Potentials in doubles, in the log domain. */
function sinkhorn(
  a: readonly number[],
  b: readonly number[],
  c: readonly (readonly number[])[],
  epsilon: number,
): [number[], number[]] {
  let f = a.map(() => 0);
  let g = b.map(() => 0);
  const soft = (weights: readonly number[], values: readonly number[], e: number): number => {
    const most = Math.max(...values);
    return (
      -e *
      (most / e +
        Math.log(weights.reduce((sum, weight, k) => sum + weight * Math.exp((values[k]! - most) / e), 0)))
    );
  };
  const largest = Math.max(epsilon, ...c.flat());
  for (let e = largest; ; e = Math.max(e / 2, epsilon)) {
    for (let step = 0; step < (e === epsilon ? 20_000 : 50); step++) {
      f = a.map((_, i) =>
        soft(
          b,
          g.map((value, j) => value - c[i]![j]!),
          e,
        ),
      );
      const next = b.map((_, j) =>
        soft(
          a,
          f.map((value, i) => value - c[i]![j]!),
          e,
        ),
      );
      const change = Math.max(...next.map((value, j) => Math.abs(value - g[j]!)));
      g = next;
      if (change < 1e-11 * largest) break;
    }
    if (e === epsilon) return [f, g];
  }
}
