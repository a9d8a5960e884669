import { undefinedValue } from './arithmetic.ts';
import type { Arithmetic, Value } from './arithmetic.ts';
import type { Distribution } from './distributions.ts';
import { operations } from './operations.ts';

interface Numbers {
  readonly kind: 'number';
}
export type Supports<N> = readonly Pick<Distribution<N>, 'discrete' | 'from' | 'to' | 'breaks' | 'width'>[];

const MOST_TERMS = 8000;

/** ∫ f, or Σ f(k), over the supports of densities or pmfs. */
export function overSupport<N extends Numbers>(
  arithmetic: Arithmetic<N>,
  supports: Supports<N>,
  f: (x: N) => Value<N>,
): Value<N> {
  const o = operations(arithmetic);
  const from = supports.map((support) => support.from).reduce((a, b) => (o.below(b, a) ? b : a));
  const to = supports.map((support) => support.to).reduce((a, b) => (o.below(a, b) ? b : a));
  if (supports.some(({ discrete }) => discrete !== supports[0]!.discrete))
    return undefinedValue('a density beside a pmf on the integers');
  if (supports[0]!.discrete) return overIntegers(arithmetic, supports, to, f);
  return overLine(arithmetic, supports, [from, to], f);
}

/** ∫ f between two ends, in panels between the places where the densities are. */
export function overLine<N extends Numbers>(
  arithmetic: Arithmetic<N>,
  supports: Supports<N>,
  [from, to]: readonly [N, N],
  f: (x: N) => Value<N>,
  coarse = false,
): Value<N> {
  const o = operations(arithmetic);
  if (o.below(to, from)) return o.negate(overLine(arithmetic, supports, [to, from], f, coarse));
  const all = supports.flatMap((support) => [...support.breaks, support.from, support.to]);
  const inside = all
    .filter((x) => o.below(from, x) && o.below(x, to))
    .sort((a, b) => (o.below(a, b) ? -1 : o.below(b, a) ? 1 : 0));
  const ends = [from, ...inside.filter((x, k) => k === 0 || o.below(inside[k - 1]!, x)), to];
  const width = supports
    .map((support) => support.width)
    .reduce((a, b) => (o.below(b, a) ? b : a), o.read('Infinity'));
  const scale = o.isZero(o.divide(o.one, width)) ? o.one : width;
  const panels = ends
    .slice(1)
    .map((end, k) => arithmetic.numerical.integrate(f, ends[k]!, end, { width: scale, coarse }));
  return o.sum(panels);
}

/** Σ f(k) until the terms fall geometrically and what is left of them is less than the last of 60 digits. */
function overIntegers<N extends Numbers>(
  arithmetic: Arithmetic<N>,
  supports: Supports<N>,
  to: N,
  f: (k: N) => Value<N>,
): Value<N> {
  const o = operations(arithmetic);
  const middle = supports.flatMap(({ breaks }) => breaks).reduce((a, b) => (o.below(a, b) ? b : a));
  const [tiny, most] = [o.read('1e-56'), o.read('0.995')];
  let [sum, size, before]: Value<N>[] = [o.zero, o.zero, o.zero];
  for (let k = 0; k <= MOST_TERMS; k++) {
    const at = o.read(String(k));
    if (o.below(to, at)) return sum!;
    const term = f(at);
    if (term.kind === 'undefined') return term;
    sum = o.add(sum!, term);
    size = o.add(size!, o.absolute(term));
    if (o.isZero(o.divide(o.one, size!)) && !o.isZero(size)) return sum;
    const falls = !o.below(o.multiply(most, before!), o.absolute(term));
    const small = !o.below(o.multiply(tiny, size), o.absolute(term));
    if (o.below(middle, at) && falls && small) return sum;
    before = o.absolute(term);
  }
  return undefinedValue(`a sum of more than ${MOST_TERMS} terms`);
}

/** Points in order at which a sign is looked at: where the densities are, or between the ends. */
export function gridOver<N extends Numbers>(
  arithmetic: Arithmetic<N>,
  supports: Supports<N>,
  [from, to]: readonly [N, N],
): N[] {
  const o = operations(arithmetic);
  const spread = (x: N, width: N): N[] =>
    Array.from(
      { length: 49 },
      (_, k) => o.add(x, o.multiply(width, o.read(String(0.37 + (k - 24) / 2)))) as N,
    );
  const isFinite = (x: N): boolean => !o.isZero(o.divide(o.one, x)) || o.isZero(x);
  const length = o.minus(to, from) as N;
  const middle = o.add(from, o.divide(length, o.read('2'))) as N;
  const places =
    supports.length > 0
      ? supports.flatMap(({ breaks, width }) => breaks.flatMap((x) => spread(x, width)))
      : isFinite(from) && isFinite(to)
        ? spread(middle, o.divide(length, o.read('25')) as N)
        : spread(o.zero, o.one);
  return places
    .filter((x) => o.below(from, x) && o.below(x, to))
    .sort((a, b) => (o.below(a, b) ? -1 : o.below(b, a) ? 1 : 0));
}

/** Where f changes its sign between neighbours of a grid: by halving and secants. */
export function signChanges<N extends Numbers>(
  arithmetic: Arithmetic<N>,
  grid: readonly N[],
  f: (x: N) => Value<N>,
): N[] {
  const o = operations(arithmetic);
  const { multiply, add, divide, minus } = o;
  const sign = (value: Value<N>): number => (o.below(value, o.zero) ? -1 : o.below(o.zero, value) ? 1 : 0);
  const roots: N[] = [];
  for (const [k, high] of grid.entries()) {
    const low = grid[k - 1];
    if (!low || !(sign(f(low)) * sign(f(high)) < 0)) continue;
    let [a, b] = [low, high];
    let [fa, fb] = [f(a), f(b)];
    const tiny = multiply(o.read('1e-56'), o.absolute(minus(b, a)));
    for (let step = 0; step < 250 && o.below(tiny, o.absolute(minus(b, a))); step++) {
      const secant = minus(a, divide(multiply(fa, minus(b, a)), minus(fb, fa)));
      const half = divide(add(a, b), o.read('2'));
      const next = (step % 3 === 2 ? half : secant) as N;
      const value = f(next);
      if (sign(value) === 0) {
        a = b = next;
      } else if (sign(value) === sign(fa)) [a, fa] = [next, value];
      else [b, fb] = [next, value];
    }
    roots.push(b);
  }
  return roots;
}
