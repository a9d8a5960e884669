import { fromWeights, type Pmf, pointsOnLine, quantileCoupling } from '../../../src/core/index.ts';
import { whole } from '../masses.ts';

/** Where the masses lie: at the places from one to four. */
export const places = [1, 2, 3, 4] as const;
const n = places.length;

export const couplingNames = ['quantile', 'product', 'reversed'] as const;
export type CouplingName = (typeof couplingNames)[number];

/** A plan, row after row, in shares of `total`; relative error of an entry at most 4 u. */
export interface Plan {
  readonly masses: Float64Array;
  readonly total: number;
}

const pmfs = new WeakMap<readonly number[], Pmf>();

/** A pmf behind masses in millionths. */
export function pmfOf(masses: readonly number[]): Pmf {
  const made = pmfs.get(masses) ?? fromWeights(masses);
  pmfs.set(masses, made);
  return made;
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
export function entryExpression(name: CouplingName, x: string, y: string, [P, Q] = ['P', 'Q']): string {
  if (name === 'product') return `${P}(${x}) ${Q}(${y})`;
  const [including, excluding] = name === 'quantile' ? ['\\le', '<'] : ['\\ge', '>'];
  const ends = `\\min(${upTo(P!, '\\le', x)}, ${upTo(Q!, including, y)})`;
  const begins = `\\max(${upTo(P!, '<', x)}, ${upTo(Q!, excluding, y)})`;
  return `\\max(0, ${ends} - ${begins})`;
}
