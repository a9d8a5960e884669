import { multiplyByDouble } from '../../../src/core/elementary/arithmetic.ts';
import { expm1 } from '../../../src/core/elementary/exp.ts';
import { log, log1p } from '../../../src/core/elementary/log.ts';
import type { Axis } from '../../charts/plot.tsx';
import { whole } from '../masses.ts';
import { inNumbers } from './critic.ts';
import { distance, millionthsApart, minusLogOfRest, type Pair, steepest } from './exact-bounds.ts';
import type { JointName } from './kinds.ts';

/** A theorem about two divergences: the second one is at least, or at most, a function of the first. */
export interface Bound {
  readonly name: string;
  /** Where it is proved. */
  readonly at: string;
  readonly side: 'least' | 'most';
  /** The function, in doubles; of some theorems it depends on the pair. */
  readonly curve: (x: number, pair: Pair) => number;
  /** Its value for the pair, as an expression. */
  readonly of: string;
  /** The same where the first divergence is too near to its greatest value for its double to tell how far. */
  readonly value?: (pair: Pair) => number;
  /** Of which pairs it speaks, if not of all. */
  readonly where?: (pair: Pair) => boolean;
}

export interface Joint {
  readonly across: Omit<Axis, 'name'>;
  readonly up: Omit<Axis, 'name'>;
  readonly bounds: readonly Bound[];
}

const axis = (to: number, ...ticks: readonly number[]): Omit<Axis, 'name'> => ({ from: 0, to, ticks });
const unitAxis = axis(1, 0, 0.2, 0.4, 0.6, 0.8, 1);
const inequalities = '/divergences/f-inequalities/#';
const symmetric = '/divergences/total-variation-hellinger-chi-squared/#';
const shannon = '/divergences/jensen-shannon/#total-variation';
const log2 = log(2);
const tv = '\\TV{P}{Q}';
const hellinger = '\\HellingerSq{P}{Q}';
const chi = '\\ChiSq{P}{Q}';
const triangular = '\\Triangular{P}{Q}';

const least = '\\min_x \\frac{P(x)}{Q(x)}';
const greatest = '\\max_x \\frac{P(x)}{Q(x)}';

const reverse: Bound = {
  name: 'reverse, by the quotients',
  at: `${inequalities}reverse`,
  side: 'most',
  curve: (x, pair) => inNumbers(steepest(pair)) * x,
  of: `\\biggl( \\frac{(${least}) \\log(${least})}{1 - ${least}} + \\frac{(${greatest}) \\log(${greatest})}{${greatest} - 1} \\biggr) ${tv}`,
  value: (pair) => inNumbers(multiplyByDouble(steepest(pair), millionthsApart(pair)), whole),
  where: ({ P, Q }) => [...P, ...Q].every((mass) => mass > 0) && P.some((mass, x) => mass !== Q[x]),
};

const pinsker: Bound = {
  name: 'Pinsker',
  at: `${inequalities}pinsker`,
  side: 'least',
  curve: (x) => 2 * x * x,
  of: `2 ${tv}^2`,
};

export const jointOf: Readonly<Record<JointName, Joint>> = {
  tk: {
    across: unitAxis,
    up: axis(3, 0, 1, 2, 3),
    bounds: [
      pinsker,
      {
        name: 'Bretagnolle–Huber',
        at: `${inequalities}bretagnolle-huber`,
        side: 'least',
        curve: (x) => -log1p(-x * x),
        of: `-\\log(1 - ${tv}^2)`,
        value: minusLogOfRest,
      },
      {
        name: 'the root of KL',
        at: '/choosing/inequalities/#total-variation',
        side: 'least',
        curve: (x) => x * x,
        of: `${tv}^2`,
      },
      reverse,
    ],
  },
  th: {
    across: unitAxis,
    up: unitAxis,
    bounds: [
      { name: 'Le Cam, above', at: `${symmetric}le-cam`, side: 'most', curve: (x) => x, of: tv },
      {
        name: 'Le Cam, below',
        at: `${symmetric}le-cam`,
        side: 'least',
        curve: (x) => (x * x) / (1 + Math.sqrt(1 - x * x)),
        of: `1 - \\sqrt{1 - ${tv}^2}`,
      },
    ],
  },
  tj: {
    across: unitAxis,
    up: axis(0.7, 0, 0.2, 0.4, 0.6),
    bounds: [
      { name: 'Lin', at: shannon, side: 'most', curve: (x) => log2 * x, of: `\\log(2) \\, ${tv}` },
      {
        name: 'from Pinsker',
        at: shannon,
        side: 'least',
        curve: (x) => (x * x) / 2,
        of: `\\tfrac12 ${tv}^2`,
      },
    ],
  },
  td: {
    across: unitAxis,
    up: axis(2, 0, 0.5, 1, 1.5, 2),
    bounds: [
      {
        name: 'twice TV',
        at: `${inequalities}triangular`,
        side: 'most',
        curve: (x) => 2 * x,
        of: `2 ${tv}`,
      },
      {
        name: 'Cauchy–Schwarz',
        at: `${inequalities}triangular`,
        side: 'least',
        curve: (x) => 2 * x * x,
        of: `2 ${tv}^2`,
      },
    ],
  },
  tc: {
    across: unitAxis,
    up: axis(6, 0, 2, 4, 6),
    bounds: [
      {
        name: 'Cauchy–Schwarz',
        at: `${symmetric}tv-chi-squared`,
        side: 'least',
        curve: (x) => 4 * x * x,
        of: `4 ${tv}^2`,
      },
    ],
  },
  te: {
    across: unitAxis,
    up: axis(6, 0, 2, 4, 6),
    bounds: [
      {
        name: 'Pinsker, twice',
        at: `${inequalities}both-directions`,
        side: 'least',
        curve: (x) => 4 * x * x,
        of: `4 ${tv}^2`,
      },
    ],
  },
  hk: {
    across: unitAxis,
    up: axis(4, 0, 1, 2, 3, 4),
    bounds: [
      {
        name: 'Jensen',
        at: `${inequalities}hellinger`,
        side: 'least',
        curve: (x) => -2 * log1p(-x),
        of: `-2 \\log(1 - ${hellinger})`,
        value: (pair) => 2 * distance(pair),
      },
    ],
  },
  hc: {
    across: unitAxis,
    up: axis(6, 0, 2, 4, 6),
    bounds: [
      {
        name: 'the ladder of Rényi',
        at: '/divergences/renyi/#ladder',
        side: 'least',
        curve: (x) => expm1(-2 * log1p(-x)),
        of: `\\frac{1}{(1 - ${hellinger})^2} - 1`,
        value: (pair) => expm1(2 * distance(pair)),
      },
    ],
  },
  ck: {
    across: axis(4, 0, 1, 2, 3, 4),
    up: axis(2, 0, 0.5, 1, 1.5, 2),
    bounds: [
      {
        name: 'Jensen',
        at: `${inequalities}chi-squared`,
        side: 'most',
        curve: log1p,
        of: `\\log(1 + ${chi})`,
      },
      { name: 'its tangent', at: `${inequalities}chi-squared`, side: 'most', curve: (x) => x, of: chi },
    ],
  },
  dj: {
    across: axis(2, 0, 0.5, 1, 1.5, 2),
    up: axis(0.7, 0, 0.2, 0.4, 0.6),
    bounds: [
      {
        name: 'Topsøe, above',
        at: `${inequalities}triangular`,
        side: 'most',
        curve: (x) => (log2 / 2) * x,
        of: `\\tfrac12 \\log(2) \\, ${triangular}`,
      },
      {
        name: 'Topsøe, below',
        at: `${inequalities}triangular`,
        side: 'least',
        curve: (x) => x / 4,
        of: `\\tfrac14 ${triangular}`,
      },
    ],
  },
};
