import type { FDivergenceGenerator } from '../../../src/core/index.ts';
import { type Joint, jointOf } from './bounds.ts';
import { named } from './generators.ts';
import { type JointName, type NamedKind, sidesOf } from './kinds.ts';

/** Values of the second divergence that pairs on two outcomes have, over one of the first. */
export interface Fibre {
  readonly x: number;
  readonly least: number;
  readonly most: number;
}

/** What pairs can have: those on two outcomes, and all, which is the convex hull of the former. */
export interface Region {
  readonly coins: readonly Fibre[];
  readonly all: readonly Fibre[];
}

const cellsAcross = 40;

/** Of the coins p = q + (1 − q) s and q: both divergences are the same with heads and tails exchanged, so that p > q is enough. */
function ofCoins({ share }: FDivergenceGenerator, q: number, s: number): number {
  const rest = 1 - q;
  return share!(q + rest * s, q, 0, 0) + share!(rest * (1 - s), rest, 0, 0);
}

/** The s at which an increasing function of it is x; from its binary order on, so that small ones are found too. */
function solve(f: (s: number) => number, x: number): number {
  let [low, high] = [0, 1];
  for (let s = 0.5; s > 1e-17; s /= 2) {
    if (f(s) < x) {
      low = s;
      break;
    }
    high = s;
  }
  for (let k = 0; k < 18; k++) {
    const middle = (low + high) / 2;
    if (f(middle) < x) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Shares of the largest q that has a p: towards zero by decades. */
const shares = [
  1, 0.97, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.03, 1e-2, 1e-3, 1e-5, 1e-8, 1e-12, 1e-16,
] as const;

/** The least of a function between its neighbours on a list of arguments. */
function refined(f: (at: number) => number, list: readonly number[]): number {
  const values = list.map(f);
  const best = values.indexOf(Math.min(...values));
  let [a, b] = [list[Math.max(0, best - 1)]!, list[Math.min(list.length - 1, best + 1)]!];
  let least = values[best]!;
  for (let k = 0; k < 8; k++) {
    const [u, v] = [a + 0.382 * (b - a), b - 0.382 * (b - a)];
    const [left, right] = [f(u), f(v)];
    least = Math.min(least, left, right);
    if (left < right) b = v;
    else a = u;
  }
  return least;
}

type Sides = readonly [across: NamedKind, up: NamedKind];

/** All pairs of coins with the first divergence at x: one for each q up to the one whose partner is certain of heads. */
function fibreAt([x, y]: Sides, at: number): Fibre {
  const [first, second] = [named[x], named[y]];
  const largest = 1 - solve((s) => ofCoins(first, 1 - s, 1), at);
  const value = (share: number): number => {
    const q = largest * share;
    const s = share === 1 ? 1 : solve((s) => ofCoins(first, q, s), at);
    return ofCoins(second, q, s);
  };
  const list = first.slopeAtInfinity < Infinity ? [...shares, 0] : shares;
  return { x: at, least: refined(value, list), most: -refined((share) => -value(share), list) };
}

/** The greatest convex function below the least values, and the least concave one above the greatest: from left to right, points that turn the wrong way are left out. */
function hull(
  points: readonly { readonly x: number; readonly y: number }[],
  side: 1 | -1,
): (x: number) => number {
  const kept: { readonly x: number; readonly y: number }[] = [];
  for (const point of points) {
    for (;;) {
      const [a, b] = [kept.at(-2), kept.at(-1)];
      if (!a || !b || side * ((b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x)) > 0) break;
      kept.pop();
    }
    kept.push(point);
  }
  return (x) => {
    const next = Math.max(
      1,
      kept.findIndex((point) => point.x >= x),
    );
    const [a, b] = [kept[next - 1]!, kept[next]!];
    return a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x);
  };
}

function computed(sides: Sides, { across: { to } }: Joint): Region {
  const [first, second] = sides.map((kind) => named[kind]);
  const ends = first!.atZero + first!.slopeAtInfinity;
  const corner: Fibre = { x: 0, least: 0, most: 0 };
  const inner = Array.from({ length: cellsAcross - 1 }, (_, k) =>
    fibreAt(sides, (to * (k + 1)) / cellsAcross),
  );
  // At the greatest value the supports are disjoint; a quantity without one goes on beyond the axis.
  const value = second!.atZero + second!.slopeAtInfinity;
  const last = ends === to ? { x: to, least: value, most: value } : fibreAt(sides, to);
  const unbounded = inner.some(({ most }) => most === Infinity);
  // What is unbounded however near to zero the first divergence is, is drawn from zero on.
  const coins = [unbounded ? { ...corner, most: Infinity } : corner, ...inner, last];
  const below = hull(
    coins.filter(({ least }) => least < Infinity).map(({ x, least }) => ({ x, y: least })),
    1,
  );
  const above = unbounded
    ? () => Infinity
    : hull(
        coins.map(({ x, most }) => ({ x, y: most })),
        -1,
      );
  const all = coins.map(({ x, least }) => ({
    x,
    least: least === Infinity ? Infinity : below(x),
    most: above(x),
  }));
  return { coins, all };
}

const regions = new Map<JointName, Region>();

/** Computed when it is first looked at. */
export function regionOf(name: JointName): Region {
  const known = regions.get(name) ?? computed(sidesOf[name], jointOf[name]);
  regions.set(name, known);
  return known;
}
