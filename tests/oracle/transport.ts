import { sum, undefinedValue } from './arithmetic.ts';
import type { Arithmetic, Value } from './arithmetic.ts';

interface Numbers {
  readonly kind: 'number';
}

type Pair<N> = readonly [readonly N[], readonly N[]];
type Table<N> = readonly (readonly N[])[];

/** The least Σ cost(x, y) π(x, y) over couplings of two pmfs. */
export function cheapestCoupling<N extends Numbers>(
  arithmetic: Arithmetic<N>,
  pmfs: Pair<N>,
  cost: Table<N>,
): Value<N> {
  const paid = planOf(arithmetic, pmfs, cost).flatMap((row, x) =>
    row.map((mass, y) => arithmetic.multiply(mass, cost[x]![y]!)),
  );
  return sum(arithmetic, paid);
}

/**
 * The greatest Σ a(x) φ(x) + Σ b(y) ψ(y) with φ(x) + ψ(y) ≤ cost(x, y): that of potentials which are certainly
 * possible. They are the distances in the graph that the cheapest plan leaves.
 */
export function greatestPotentials<N extends Numbers>(
  arithmetic: Arithmetic<N>,
  [a, b]: Pair<N>,
  cost: Table<N>,
): Value<N> {
  const total = (side: readonly N[]): N => sum(arithmetic, side) as N;
  const negative = [...a, ...b].some((weight) => arithmetic.compare(weight, arithmetic.zero) < 0);
  if (negative || !arithmetic.mayEqual(total(a), total(b))) return arithmetic.read('Infinity');
  const [phi, psi] = potentialsOf(arithmetic, [a, b], cost);
  for (const [x, row] of cost.entries())
    for (const [y, most] of row.entries())
      if (arithmetic.compare(arithmetic.add(phi[x]!, psi[y]!) as N, most) > 0)
        return undefinedValue('these potentials are not possible');
  return sum(arithmetic, [
    ...a.map((weight, x) => arithmetic.multiply(weight, phi[x]!)),
    ...b.map((weight, y) => arithmetic.multiply(weight, psi[y]!)),
  ]);
}

function potentialsOf<N extends Numbers>(arithmetic: Arithmetic<N>, pair: Pair<N>, cost: Table<N>): Pair<N> {
  const plan = planOf(arithmetic, pair, cost);
  const minus = (x: N, y: N): N => arithmetic.add(x, arithmetic.negate(y)) as N;
  const out = pair[0].map(() => arithmetic.zero);
  const into: (N | undefined)[] = pair[1].map(() => undefined);
  for (let changed = true; changed;) {
    changed = false;
    for (const [x, row] of cost.entries()) {
      for (const [y, step] of row.entries()) {
        const there = arithmetic.add(out[x]!, step) as N;
        if (into[y] && arithmetic.compare(there, into[y]) >= 0) continue;
        [into[y], changed] = [there, true];
      }
      for (const [y, step] of row.entries()) {
        const back = minus(into[y]!, step);
        if (arithmetic.isZero(plan[x]![y]) || arithmetic.compare(back, out[x]!) >= 0) continue;
        [out[x], changed] = [back, true];
      }
    }
  }
  return [out.map((distance) => arithmetic.negate(distance) as N), into as N[]];
}

/** The greatest Σ gain(x) f(x) over functions with f(x) − f(y) ≤ metric(x, y): that of one which is certainly possible. */
export function steepestIn<N extends Numbers>(
  arithmetic: Arithmetic<N>,
  gain: readonly N[],
  metric: Table<N>,
): Value<N> {
  if (!arithmetic.mayEqual(sum(arithmetic, gain) as N, arithmetic.zero)) return arithmetic.read('Infinity');
  const positive = (value: N): N =>
    arithmetic.compare(value, arithmetic.zero) > 0 ? value : arithmetic.zero;
  const pair = [gain.map(positive), gain.map((value) => positive(arithmetic.negate(value) as N))] as const;
  const [, psi] = potentialsOf(arithmetic, pair, metric);
  const minus = (x: N, y: N): N => arithmetic.add(x, arithmetic.negate(y)) as N;
  const f = metric.map((row) =>
    row
      .map((distance, y) => minus(distance, psi[y]!))
      .reduce((x, y) => (arithmetic.compare(y, x) < 0 ? y : x)),
  );
  for (const [x, row] of metric.entries())
    for (const [y, distance] of row.entries())
      if (arithmetic.compare(minus(f[x]!, f[y]!), distance) > 0)
        return undefinedValue('this function is too steep: what is called a metric is none');
  return sum(
    arithmetic,
    gain.map((value, x) => arithmetic.multiply(value, f[x]!)),
  );
}

/** The cheapest plan, by cheapest augmenting paths: exact wherever sums and comparisons are. */
function planOf<N extends Numbers>(arithmetic: Arithmetic<N>, [p, q]: Pair<N>, cost: Table<N>): Table<N> {
  const plus = (a: N, b: N): N => arithmetic.add(a, b) as N;
  const minus = (a: N, b: N): N => plus(a, arithmetic.negate(b) as N);
  const left = [...p];
  const room = [...q];
  const plan = p.map(() => q.map(() => arithmetic.zero));
  for (;;) {
    const distance: (N | undefined)[] = left.map((mass) =>
      arithmetic.isZero(mass) ? undefined : arithmetic.zero,
    );
    if (distance.every((value) => value === undefined)) break;
    const reached: (N | undefined)[] = room.map(() => undefined);
    const cameFrom: number[] = room.map(() => -1);
    const cameBack: number[] = left.map(() => -1);
    for (let changed = true; changed;) {
      changed = false;
      for (const [x, start] of distance.entries()) {
        if (!start) continue;
        for (const [y, step] of cost[x]!.entries()) {
          const there = plus(start, step);
          if (reached[y] && arithmetic.compare(there, reached[y]) >= 0) continue;
          [reached[y], cameFrom[y], changed] = [there, x, true];
        }
      }
      for (const [y, end] of reached.entries()) {
        for (const x of left.keys()) {
          if (!end || arithmetic.isZero(plan[x]![y])) continue;
          const back = minus(end, cost[x]![y]!);
          const known = distance[x];
          if (known && arithmetic.compare(back, known) >= 0) continue;
          [distance[x], cameBack[x], changed] = [back, y, true];
        }
      }
    }
    let target = -1;
    for (const [y, mass] of room.entries()) {
      if (arithmetic.isZero(mass) || !reached[y]) continue;
      if (target < 0 || arithmetic.compare(reached[y], reached[target]!) < 0) target = y;
    }
    // What is left without room is the rounding of masses such as 1/3.
    if (target < 0) break;
    const path: { x: number; y: number; forward: boolean }[] = [];
    let start = -1;
    for (let y = target; start < 0;) {
      const x = cameFrom[y]!;
      path.push({ x, y, forward: true });
      const back = cameBack[x]!;
      if (back < 0) start = x;
      else path.push({ x, y: (y = back), forward: false });
    }
    const amounts = [
      left[start]!,
      room[target]!,
      ...path.filter(({ forward }) => !forward).map(({ x, y }) => plan[x]![y]!),
    ];
    const amount = amounts.reduce((a, b) => (arithmetic.compare(b, a) < 0 ? b : a));
    for (const { x, y, forward } of path)
      plan[x]![y] = forward ? plus(plan[x]![y]!, amount) : minus(plan[x]![y]!, amount);
    left[start] = minus(left[start]!, amount);
    room[target] = minus(room[target]!, amount);
  }
  return plan;
}

/** The greatest Σ gain(x) f(x) over functions on 1, …, n whose neighbouring values differ by at most 1. */
export function steepestFunction<N extends Numbers>(
  arithmetic: Arithmetic<N>,
  gain: readonly Value<N>[],
): Value<N> {
  let tail: Value<N> = arithmetic.zero;
  let total: Value<N> = arithmetic.zero;
  for (const [k, value] of gain.toReversed().entries()) {
    tail = arithmetic.add(tail, value);
    if (k < gain.length - 1) total = arithmetic.add(total, arithmetic.absolute(tail));
  }
  if (tail.kind === 'undefined') return tail;
  return arithmetic.mayEqual(tail, arithmetic.zero) ? total : arithmetic.read('Infinity');
}
