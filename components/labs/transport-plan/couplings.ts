import { pointsOnLine, quantileCoupling } from '../../../src/core/index.ts';
import { whole } from '../masses.ts';
import { places, pmfOf, type Side } from './places.ts';

const n = places.length;

/** The pmf that a plan starts from and the one that it ends at. */
export type Leg = readonly [from: Side, to: Side];

export const couplingNames = ['quantile', 'product', 'reversed'] as const;
export type CouplingName = (typeof couplingNames)[number];

/** A plan, row after row, in shares of `total`; relative error of an entry at most 4 u, or 14 u where two plans are glued. */
export interface Plan {
  readonly masses: Float64Array;
  readonly total: number;
}

/** The coupling of quantiles of P with those of Q; of Q read from the right, if it lies the other way round. */
function monotone(P: readonly number[], Q: readonly number[], reversed: boolean): Plan {
  const masses = new Float64Array(n * n);
  const to = reversed ? places.map((place) => n + 1 - place) : places;
  const segments = quantileCoupling(pointsOnLine(places, pmfOf(P)), pointsOnLine(to, pmfOf(Q)));
  for (const { from, to: end, mass } of segments) {
    masses[(from - 1) * n + (reversed ? n - end : end - 1)]! += mass;
  }
  return { masses, total: 1 };
}

/** In units of 10⁻¹², in which it is exact. */
function independent(P: readonly number[], Q: readonly number[]): Plan {
  return { masses: Float64Array.from(P.flatMap((p) => Q.map((q) => p * q))), total: whole * whole };
}

export function planOf(name: CouplingName, P: readonly number[], Q: readonly number[]): Plan {
  return name === 'product' ? independent(P, Q) : monotone(P, Q, name === 'reversed');
}

const upTo = (of: string, sign: string, place: string): string => `\\sum_{i : i ${sign} ${place}} ${of}(i)`;

/**
 * What a coupling moves from x to y, in the site's notation. Mass below a level of the cumulative sum of P meets mass at the same
 * levels of Q, summed from the left or from the right.
 */
export function entryExpression(name: CouplingName, x: string, y: string, [P, Q]: Leg = ['P', 'Q']): string {
  if (name === 'product') return `${P}(${x}) ${Q}(${y})`;
  const [including, excluding] = name === 'quantile' ? ['\\le', '<'] : ['\\ge', '>'];
  const ends = `\\min(${upTo(P, '\\le', x)}, ${upTo(Q, including, y)})`;
  const begins = `\\max(${upTo(P, '<', x)}, ${upTo(Q, excluding, y)})`;
  return `\\max(0, ${ends} - ${begins})`;
}

/** Mass that goes from x by way of y to z, as a probability. Where there is no third row, z is 0. */
export interface Passage {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly mass: number;
}

export const passagesOf = ({ masses, total }: Plan): readonly Passage[] =>
  places.flatMap((x) =>
    places
      .map((y) => ({ x, y, z: 0, mass: masses[(x - 1) * n + y - 1]! / total }))
      .filter(({ mass }) => mass > 0),
  );

/** Two plans joined at the middle row Q: what has come to y goes on as the second plan says, wherever it came from. */
export function gluedPassages(first: Plan, second: Plan, Q: readonly number[]): readonly Passage[] {
  const onwards = passagesOf(second);
  return passagesOf(first).flatMap(({ x, y, mass }) =>
    onwards
      .filter((on) => on.x === y)
      .map((on) => ({ x, y, z: on.y, mass: (mass * on.mass) / (Q[y - 1]! / whole) })),
  );
}

/** The coupling of the first and the last row. */
export function gluedPlan(passages: readonly Passage[]): Plan {
  const masses = new Float64Array(n * n);
  for (const { x, z, mass } of passages) masses[(x - 1) * n + z - 1]! += mass;
  return { masses, total: 1 };
}

/** What two plans of one kind, from P to Q and from Q to R, move from x to z once they are glued together. */
export function gluedExpression(name: CouplingName, x: string, z: string): string {
  const [first, second] = [
    entryExpression(name, x, 'y', ['P', 'Q']),
    entryExpression(name, 'y', z, ['Q', 'R']),
  ];
  return `\\sum_{y : Q(y) > 0} \\frac{(${first}) (${second})}{Q(y)}`;
}
