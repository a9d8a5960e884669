import type { Arithmetic, Value } from './arithmetic.ts';

interface Numbers {
  readonly kind: 'number';
}

/**
 * The least Σ cost(x, y) π(x, y) over couplings of two pmfs, by cheapest augmenting paths: exact wherever sums and
 * comparisons are.
 */
export function cheapestCoupling<N extends Numbers>(
  arithmetic: Arithmetic<N>,
  [p, q]: readonly [readonly N[], readonly N[]],
  cost: readonly (readonly N[])[],
): Value<N> {
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
  return plan
    .flatMap((row, x) => row.map((mass, y) => arithmetic.multiply(mass, cost[x]![y]!)))
    .reduce((total, paid) => arithmetic.add(total, paid), arithmetic.zero as Value<N>);
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
