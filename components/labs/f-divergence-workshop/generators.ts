import {
  alphaGenerator,
  chiSquaredGenerator,
  type FDivergenceGenerator,
  jeffreysGenerator,
  jensenShannonGenerator,
  klGenerator,
  neymanChiSquaredGenerator,
  reverseKlGenerator,
  squaredHellingerGenerator,
  totalVariationGenerator,
  triangularGenerator,
} from '../../../src/core/index.ts';
import { cornersInHundredths, type Levels, piecesOf } from './drawn.ts';
import type { Generated, NamedKind } from './kinds.ts';

/** The generators as the core has them. */
export const named: Readonly<Record<NamedKind, FDivergenceGenerator>> = {
  kl: klGenerator,
  rk: reverseKlGenerator,
  je: jeffreysGenerator,
  js: jensenShannonGenerator,
  tv: totalVariationGenerator,
  he: squaredHellingerGenerator,
  ch: chiSquaredGenerator,
  ne: neymanChiSquaredGenerator,
  tr: triangularGenerator,
};

const orders = new Map<number, FDivergenceGenerator>();

export function generatorOf({ kind, order, levels }: Generated): FDivergenceGenerator {
  if (kind === 'dr') return drawnGenerator(levels);
  if (kind !== 'al') return named[kind];
  const known = orders.get(order) ?? alphaGenerator(order / 10);
  orders.set(order, known);
  return known;
}

const hundred = 100;

/** Sup over t ≥ 0 of s t − f(t), which a corner attains; in doubles. */
const conjugateOf = (levels: Levels, s: number): number =>
  Math.max(...cornersInHundredths(levels).map(({ t, v }) => (s * t) / 4 - v / hundred));

/** The drawn function as the core takes generators. */
export function drawnGenerator(levels: Levels): FDivergenceGenerator {
  const pieces = piecesOf(levels);
  const last = pieces.at(-1)!.slope / hundred;
  const value = (t: number): number =>
    Math.max(...pieces.map(({ intercept, slope }) => intercept + slope * t)) / hundred;
  return {
    tex: 'f',
    value,
    derivative: (t) => {
      const pairs = cornersInHundredths(levels);
      const right = pieces[pairs.slice(1, -1).filter((corner) => corner.t / 4 <= t).length]!.slope;
      const left = pieces[pairs.slice(1, -1).filter((corner) => corner.t / 4 < t).length]!.slope;
      return (left + right) / 2 / hundred;
    },
    conjugate: (s) => (s > last ? Infinity : conjugateOf(levels, s)),
    atZero: value(0),
    slopeAtInfinity: last,
  };
}
