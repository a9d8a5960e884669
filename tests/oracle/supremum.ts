import { Decimal } from 'decimal.js';
import { undefinedValue } from './arithmetic.ts';
import type { Undefined } from './arithmetic.ts';
import { exponential } from './elementary.ts';
import type { Real, Value } from './number.ts';

const Digits = Decimal.clone({ precision: 60, toExpNeg: -20, toExpPos: 60 });

/** A way to walk from one end to the other: v in steps of the same size, x as far apart as the ends ask for. */
interface Path {
  readonly x: (v: Decimal) => Decimal;
  readonly grid: readonly Decimal[];
  /** How far apart points may be near x and still count as neighbours. */
  readonly near: (x: Decimal) => Decimal;
}

/** Infinity is looked for so many decades away. */
const DECADES = 40;
const steps = (from: number, to: number, count: number): Decimal[] =>
  Array.from({ length: count + 1 }, (_, k) =>
    new Digits(from).plus(new Digits(to - from).times(k).div(count)),
  );
const LOG_OF_10 = new Digits(10).ln();
const tens = (v: Decimal): Decimal => new Digits(exponential(v.times(LOG_OF_10))).toSignificantDigits(60);
const CLOSE = new Digits('1e-22');

function path(from: Decimal, to: Decimal): Path {
  if (from.isFinite() && to.isFinite()) {
    const width = to.minus(from);
    return { x: (v) => from.plus(width.times(v)), grid: steps(0, 1, 16), near: () => width.times(CLOSE) };
  }
  if (from.isFinite()) {
    const x = (v: Decimal): Decimal => from.plus(tens(v));
    return { x, grid: steps(-DECADES, DECADES, 20), near: (at) => at.minus(from).times(CLOSE) };
  }
  const x = (v: Decimal): Decimal => tens(v).minus(tens(v.neg()));
  return { x, grid: steps(-DECADES, DECADES, 40), near: (at) => at.abs().plus(1).times(CLOSE) };
}

/** The greatest value and where it is attained; NaN where it is a limit, or infinite. */
export interface Found {
  readonly value: Value;
  readonly at: Value;
}
interface Seen {
  readonly value: Decimal;
  readonly scale: number;
}

const number = (value: Decimal, scale: number): Real => ({
  kind: 'number',
  value,
  scale: Math.max(scale, Math.min(Math.abs(value.toNumber()), 1e300), 1e-300),
});
const nowhere = (value: Value): Found => ({ value, at: undefinedValue('an extremum that is not attained') });
const unbounded = nowhere({ kind: 'number', value: new Digits(Infinity), scale: 1 });
/** A doubt of 1e-20 leaves 20 digits: what is compared are 45 digits of the scale. */
const doubted = (doubt: Decimal): number => Math.min(doubt.toNumber() * 1e46, 1e300);

/**
 * The greatest value of a function that is concave between two ends: the best of a grid, then Brent's method around it.
 * What is found is a lower bound; how much more there can be follows from the slopes beside it, and counts as its error.
 */
export function supremum(f: (x: Real) => Value, from: Real, to: Real): Found {
  if (!from.value.isFinite() && to.value.isFinite()) {
    const mirrored = (x: Real): Value => f({ ...x, value: x.value.neg() });
    const ends = [number(to.value.neg(), to.scale), number(new Digits(Infinity), 1)] as const;
    const { value, at } = supremum(mirrored, ...ends);
    return { value, at: at.kind === 'undefined' ? at : number(at.value.neg(), at.scale) };
  }
  if (from.value.gte(to.value)) return nowhere(undefinedValue('the ends of the search are not in order'));
  const along = path(from.value, to.value);
  let failure: Undefined | undefined;
  const seen = (x: Decimal): Seen => {
    const value = f(number(x, 0));
    if (value.kind !== 'undefined') return value;
    failure ??= value;
    return { value: new Digits(-Infinity), scale: 0 };
  };
  const grid = along.grid.map((v) => seen(along.x(v)));
  // An end may lie outside of the domain.
  if (grid.slice(1, -1).every(({ value }) => !value.eq(-Infinity))) failure = undefined;
  if (failure) return nowhere(failure);
  if (grid.some(({ value }) => value.eq(Infinity))) return unbounded;
  if (!hasOnePeak(grid))
    return nowhere(undefinedValue('a function with more than one peak: only concave ones can be searched'));
  const best = grid.reduce((found, { value }, k) => (value.gt(grid[found]!.value) ? k : found), 0);
  const last = grid.length - 1;
  if (best === last && !to.value.isFinite()) return atInfinity(grid[last]!, grid[last - 1]!);
  if (best === 0 && !from.value.isFinite()) return atInfinity(grid[0]!, grid[1]!);
  if (best === 0 && !to.value.isFinite()) {
    const end = seen(from.value);
    if (end.value.gte(grid[0]!.value)) return { value: number(end.value, end.scale), at: from };
  }
  const [low, high] = [along.grid[Math.max(best - 1, 0)]!, along.grid[Math.min(best + 1, last)]!];
  const x = along.x(brent((point) => seen(along.x(point)).value, low, along.grid[best]!, high));
  const step = along.near(x);
  const top = seen(x);
  const drops = [x.minus(step), x.plus(step)]
    .filter((point) => point.gte(from.value) && point.lte(to.value))
    .map((point) => top.value.minus(seen(point).value).abs())
    .filter((drop) => drop.isFinite());
  const doubt = drops.reduce((most, drop) => Decimal.max(most, drop), new Digits(0));
  return { value: number(top.value, Math.max(top.scale, doubted(doubt))), at: number(x, doubted(step)) };
}

/** Values that still change when the argument grows a hundredfold have no bound. */
function atInfinity({ value, scale }: Seen, before: Seen): Found {
  const change = value.minus(before.value).abs();
  if (change.gt(value.abs().times('1e-6'))) return unbounded;
  return nowhere(number(value, Math.max(scale, doubted(change))));
}

function hasOnePeak(grid: readonly Seen[]): boolean {
  let falling = false;
  for (const [k, { value, scale }] of grid.entries()) {
    if (k === 0) continue;
    const before = grid[k - 1]!;
    const slack = Math.max(scale, before.scale) * 1e-50;
    if (before.value.minus(value).gt(slack)) falling = true;
    else if (falling && value.minus(before.value).gt(slack)) return false;
  }
  return true;
}

const GOLDEN = new Digits(3).minus(new Digits(5).sqrt()).div(2);
const TOLERANCE = new Digits('1e-25');

/** Brent's search for a maximum: parabolas where they help, golden sections elsewhere. */
function brent(f: (v: Decimal) => Decimal, from: Decimal, start: Decimal, to: Decimal): Decimal {
  let [low, high] = [from, to];
  let [x, w, u] = [start, start, start];
  let [fx, fw, fu] = [f(x), f(x), f(x)];
  let [step, before] = [new Digits(0), new Digits(0)];
  for (let count = 0; count < 160; count++) {
    const middle = low.plus(high).div(2);
    const tolerance = x.abs().plus(1).times(TOLERANCE);
    if (
      x
        .minus(middle)
        .abs()
        .lte(tolerance.times(2).minus(high.minus(low).div(2)))
    )
      return x;
    const bend = parabola([x, fx], [w, fw], [u, fu]);
    const inside =
      bend && x.plus(bend).gt(low) && x.plus(bend).lt(high) && bend.abs().lt(before.abs().div(2));
    if (inside) [before, step] = [step, bend];
    else {
      before = x.gte(middle) ? low.minus(x) : high.minus(x);
      step = before.times(GOLDEN);
    }
    const move = step.abs().gte(tolerance) ? step : step.isNeg() ? tolerance.neg() : tolerance;
    const next = x.plus(move);
    const value = f(next);
    if (value.gte(fx)) {
      if (move.isNeg()) high = x;
      else low = x;
      [u, w, x] = [w, x, next];
      [fu, fw, fx] = [fw, fx, value];
    } else {
      if (move.isNeg()) low = next;
      else high = next;
      if (value.gte(fw) || w.eq(x)) [u, fu, w, fw] = [w, fw, next, value];
      else if (value.gte(fu) || u.eq(x) || u.eq(w)) [u, fu] = [next, value];
    }
  }
  return x;
}

type Point = readonly [at: Decimal, value: Decimal];

/** How far the top of the parabola through three points is from the first. */
function parabola([x, fx]: Point, [w, fw]: Point, [u, fu]: Point): Decimal | undefined {
  if (x.eq(w) || x.eq(u) || w.eq(u) || !fw.isFinite() || !fu.isFinite()) return undefined;
  const r = x.minus(w).times(fx.minus(fu));
  const q = x.minus(u).times(fx.minus(fw));
  const above = x.minus(u).times(q).minus(x.minus(w).times(r));
  const below = q.minus(r).times(2);
  return below.isZero() ? undefined : above.div(below).neg();
}
