import { Decimal } from 'decimal.js';
import { undefinedValue } from './arithmetic.ts';
import { exponential } from './elementary.ts';
import type { Real, Value } from './number.ts';

const Digits = Decimal.clone({ precision: 60, toExpNeg: -20, toExpPos: 60 });
const exp = (x: Decimal): Decimal => exponential(new Digits(x));

/** What the regularised problem is worth, and what its plan moves for, ⟨π, c⟩. */
export interface Entropic {
  readonly value: Value;
  readonly moved: Value;
}

const none = (why: string): Entropic => ({ value: undefinedValue(why), moved: undefinedValue(why) });

/**
 * min ⟨π, c⟩ + ε D(π ‖ p ⊗ q) over couplings: potentials in doubles by Sinkhorn's iteration with ε falling to where it is
 * wanted, then Newton's method on the marginals at 60 digits. What the marginals still miss counts as error.
 */
export function entropicTransport(
  [p, q]: readonly [readonly Real[], readonly Real[]],
  cost: readonly (readonly Real[])[],
  epsilon: Real,
): Entropic {
  const rows = p.flatMap(({ value }, x) => (value.isZero() ? [] : [x]));
  const columns = q.flatMap(({ value }, y) => (value.isZero() ? [] : [y]));
  const a = rows.map((x) => new Digits(p[x]!.value));
  const b = columns.map((y) => new Digits(q[y]!.value));
  const c = rows.map((x) => columns.map((y) => new Digits(cost[x]![y]!.value)));
  const e = new Digits(epsilon.value);
  if (!e.gt(0)) return none('an ε that is not positive');
  const started = sinkhorn(
    a.map(Number),
    b.map(Number),
    c.map((row) => row.map(Number)),
    Number(e),
  );
  let [f, g] = started.map((potential) => potential.map((value) => new Digits(value))) as Potentials;
  let here = tableAt([a, b], [f, g], c, e);
  for (let step = 0; step < 60; step++) {
    const { plan, missing } = here;
    const off = missing.reduce((most, value) => Decimal.max(most, value.abs()), new Digits(0));
    if (off.lt('1e-50')) {
      const mean = (of: (i: number, j: number) => Decimal): Decimal =>
        total(plan.flatMap((row, i) => row.map((mass, j) => mass.times(of(i, j)))));
      const size = c.flat().reduce((most, entry) => Decimal.max(most, entry.abs()), e);
      const scale = size.times(a.length * b.length * 1e4).toNumber();
      return {
        value: { kind: 'number', value: mean((i, j) => f[i]!.plus(g[j]!)), scale },
        moved: { kind: 'number', value: mean((i, j) => c[i]![j]!), scale },
      };
    }
    // The last potential stays: a constant can go from f to g.
    const n = a.length + b.length - 1;
    const matrix = Array.from({ length: n }, (_, r) =>
      Array.from({ length: n }, (_unused, s) => entryOf(here, [r, s])),
    );
    const change = solved(
      matrix,
      missing.slice(0, n).map((value) => value.times(e)),
    );
    // Far from the solution a whole step can lead further away: the dual value is concave, and must not fall.
    for (let share = new Digits(1); ; share = share.div(2)) {
      const next: Potentials = [
        f.map((value, i) => value.plus(change[i]!.times(share))),
        g.map((value, j) => value.plus((change[a.length + j] ?? new Digits(0)).times(share))),
      ];
      const there = tableAt([a, b], next, c, e);
      if (there.dual.lt(here.dual.minus('1e-52')) && share.gt('1e-9')) continue;
      [f, g] = next;
      here = there;
      break;
    }
  }
  return none('entropic transport that does not settle; use a larger ε');
}

type Potentials = [Decimal[], Decimal[]];

/** The table that potentials make, what its marginals miss, and the dual value. */
interface Table {
  readonly plan: readonly (readonly Decimal[])[];
  readonly sums: readonly Decimal[];
  readonly ends: readonly Decimal[];
  readonly missing: readonly Decimal[];
  readonly dual: Decimal;
}

function tableAt(
  [a, b]: readonly [readonly Decimal[], readonly Decimal[]],
  [f, g]: Potentials,
  c: readonly (readonly Decimal[])[],
  e: Decimal,
): Table {
  const plan = a.map((mass, i) =>
    b.map((other, j) => mass.times(other).times(exp(f[i]!.plus(g[j]!).minus(c[i]![j]!).div(e)))),
  );
  const sums = plan.map((row) => total(row));
  const ends = b.map((_, j) => total(plan.map((row) => row[j]!)));
  return {
    plan,
    sums,
    ends,
    missing: [...a.map((mass, i) => mass.minus(sums[i]!)), ...b.map((mass, j) => mass.minus(ends[j]!))],
    dual: total([
      ...a.map((mass, i) => mass.times(f[i]!)),
      ...b.map((mass, j) => mass.times(g[j]!)),
      total(sums).times(e).neg(),
    ]),
  };
}

const total = (values: readonly Decimal[]): Decimal =>
  values.reduce((sum, value) => sum.plus(value), new Digits(0));

/** What moving potential s does to marginal r, times ε. */
function entryOf({ plan, sums, ends }: Table, [r, s]: readonly [number, number]): Decimal {
  const m = sums.length;
  if (r === s) return r < m ? sums[r]! : ends[r - m]!;
  if (r < m && s >= m) return plan[r]![s - m]!;
  if (s < m && r >= m) return plan[s]![r - m]!;
  return new Digits(0);
}

/** A pivot that is nothing but rounding. */
const NOTHING = '1e-55';

/**
 * Gauss's elimination with the greatest pivot. Where no pivot is left, parts of the plan are joined by no mass that sixty
 * digits know: the potentials of one of them stay where they are.
 */
function solved(matrix: readonly Decimal[][], right: readonly Decimal[]): Decimal[] {
  const rows = matrix.map((row, k) => [...row, right[k]!]);
  for (let k = 0; k < rows.length; k++) {
    const pivot = rows.reduce(
      (best, row, r) => (r >= k && row[k]!.abs().gt(rows[best]![k]!.abs()) ? r : best),
      k,
    );
    [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
    const head = rows[k]!;
    if (head[k]!.abs().lt(NOTHING)) {
      rows[k] = head.map((_, s) => new Digits(s === k ? 1 : 0));
      continue;
    }
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
