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

/**
 * The greatest value of a function that is concave between two ends: the best of a grid, then Brent's method around it.
 * What is found is a lower bound; how much more there can be follows from the slopes beside it, and counts as its error.
 */
export function supremum(f: (x: Real) => Value, from: Real, to: Real): Value {
  if (!from.value.isFinite() && to.value.isFinite()) {
    const mirrored = (x: Real): Value => f({ ...x, value: x.value.neg() });
    return supremum(mirrored, { ...to, value: to.value.neg() }, { ...from, value: new Digits(Infinity) });
  }
  if (from.value.gte(to.value)) return undefinedValue('the ends of the search are not in order');
  const along = path(from.value, to.value);
  let failure: Undefined | undefined;
  let size = 0;
  const at = (x: Decimal): Decimal => {
    const value = f({ kind: 'number', value: x, scale: Math.abs(x.toNumber()) });
    if (value.kind === 'undefined') failure ??= value;
    if (value.kind === 'undefined') return new Digits(-Infinity);
    size = Math.max(size, value.value.isFinite() ? value.scale : 0);
    return value.value;
  };
  const values = along.grid.map((v) => at(along.x(v)));
  // An end may lie outside of the domain.
  if (values.slice(1, -1).every((value) => !value.eq(-Infinity))) failure = undefined;
  if (failure) return failure;
  if (values.some((value) => value.eq(Infinity)))
    return { kind: 'number', value: new Digits(Infinity), scale: 1 };
  if (!hasOnePeak(values, size))
    return undefinedValue('a function with more than one peak: only concave ones can be searched');
  const best = values.reduce((found, value, k) => (value.gt(values[found]!) ? k : found), 0);
  const last = values.length - 1;
  if (best === last && !to.value.isFinite()) return atInfinity(values[last]!, values[last - 1]!, size);
  if (best === 0 && !from.value.isFinite()) return atInfinity(values[0]!, values[1]!, size);
  const [low, high] = [along.grid[Math.max(best - 1, 0)]!, along.grid[Math.min(best + 1, last)]!];
  const v = brent((point) => at(along.x(point)), low, along.grid[best]!, high);
  const x = along.x(v);
  const step = along.near(x);
  const top = at(x);
  const drops = [x.minus(step), x.plus(step)]
    .filter((point) => point.gte(from.value) && point.lte(to.value))
    .map((point) => top.minus(at(point)).abs())
    .filter((drop) => drop.isFinite());
  const doubt = drops.reduce((most, drop) => Decimal.max(most, drop), new Digits(0)).toNumber();
  return { kind: 'number', value: top, scale: Math.max(size, doubt * 1e46, 1e-300) };
}

/** Values that still change when the argument grows tenfold have no bound. */
function atInfinity(value: Decimal, before: Decimal, size: number): Value {
  const change = value.minus(before).abs();
  if (change.gt(value.abs().times('1e-6'))) return { kind: 'number', value: new Digits(Infinity), scale: 1 };
  return { kind: 'number', value, scale: Math.max(size, change.toNumber() * 1e46, 1e-300) };
}

function hasOnePeak(values: readonly Decimal[], size: number): boolean {
  const slack = size * 1e-50;
  let falling = false;
  for (const [k, value] of values.entries()) {
    if (k === 0) continue;
    const before = values[k - 1]!;
    if (before.minus(value).gt(slack)) falling = true;
    else if (falling && value.minus(before).gt(slack)) return false;
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
