import { add, divide, type DoubleDouble, subtract } from '../../../src/core/double-double.ts';
import { multiply, multiplyByDouble, squareRoot } from '../../../src/core/elementary/arithmetic.ts';
import { expDoubleDouble, logDoubleDouble } from '../../../src/core/elementary/double-double-functions.ts';
import { cornersInHundredths, piecesOf, type Levels } from './drawn.ts';
import type { Generated, NamedKind } from './kinds.ts';

/**
 * Values of a generator are kept as double-doubles in units of 1/40000, in which scores in hundredths, their squares, and everything
 * that is drawn by hand are integers: a critic that is the best one then loses exactly nothing.
 */
export const scale = 40_000;

/** What the numbers of the figure are made of, for masses a and b above zero; right to 2⁻⁹⁵ of the sizes that enter. */
export interface Rule {
  /** b f(a/b). */
  readonly term: (a: number, b: number) => DoubleDouble;
  /** f′(a/b); where there is a corner, halfway between its two slopes. */
  readonly slope: (a: number, b: number) => DoubleDouble;
  /** f* at that slope. */
  readonly touched: (a: number, b: number) => DoubleDouble;
  /** f* at a score in hundredths. */
  readonly conjugate: (s: number) => DoubleDouble;
  readonly atZero: DoubleDouble;
  readonly slopeAtZero: DoubleDouble;
  readonly slopeAtInfinity: DoubleDouble;
  readonly touchedAtInfinity: DoubleDouble;
}

export const exact = (value: number): DoubleDouble => ({ hi: value, lo: 0 });
export const infinite = exact(Infinity);
export const negative = ({ hi, lo }: DoubleDouble): DoubleDouble => ({ hi: -hi, lo: -lo });
const none = exact(-Infinity);
const one = exact(1);
const times = multiplyByDouble;
const scaled = (value: DoubleDouble): DoubleDouble => times(value, scale);
const units = (value: number): DoubleDouble => exact(value * scale);
const ratio = (a: number, b: number): DoubleDouble => divide(exact(a), exact(b));
const square = (value: DoubleDouble): DoubleDouble => multiply(value, value);
const logRatio = (a: number, b: number): DoubleDouble => logDoubleDouble(ratio(a, b));
const half = (value: DoubleDouble): DoubleDouble => times(value, 0.5);
/** A score in hundredths. */
const score = (s: number): DoubleDouble => ratio(s, 100);
const halfLog2 = scaled(half(logDoubleDouble(exact(2))));

/** The w with w + log w = y, by Newton's steps, of which the last five double the digits; y lies between −2 and 4. */
function inverseOfIdentityPlusLog(y: DoubleDouble): DoubleDouble {
  let w = y.hi > 1 ? half(y) : expDoubleDouble(y);
  for (let step = 0; step < 9; step++)
    w = divide(multiply(w, subtract(add(one, y), logDoubleDouble(w))), add(one, w));
  return w;
}

const rules: Readonly<Record<NamedKind, Rule>> = {
  kl: {
    term: (a, b) => scaled(times(logRatio(a, b), a)),
    slope: (a, b) => scaled(add(logRatio(a, b), one)),
    touched: (a, b) => scaled(ratio(a, b)),
    conjugate: (s) => scaled(expDoubleDouble(ratio(s - 100, 100))),
    atZero: exact(0),
    slopeAtZero: none,
    slopeAtInfinity: infinite,
    touchedAtInfinity: infinite,
  },
  rk: {
    term: (a, b) => scaled(times(logRatio(b, a), b)),
    slope: (a, b) => negative(scaled(ratio(b, a))),
    touched: (a, b) => scaled(subtract(logRatio(a, b), one)),
    conjugate: (s) => (s < 0 ? scaled(negative(add(one, logDoubleDouble(score(-s))))) : infinite),
    atZero: infinite,
    slopeAtZero: none,
    slopeAtInfinity: exact(0),
    touchedAtInfinity: infinite,
  },
  je: {
    term: (a, b) => scaled(times(logRatio(a, b), a - b)),
    slope: (a, b) => scaled(add(logRatio(a, b), ratio(a - b, a))),
    touched: (a, b) => scaled(add(logRatio(a, b), ratio(a - b, b))),
    conjugate: (s) => {
      const w = inverseOfIdentityPlusLog(ratio(100 - s, 100));
      return scaled(add(add(divide(one, w), w), ratio(s - 200, 100)));
    },
    atZero: infinite,
    slopeAtZero: none,
    slopeAtInfinity: infinite,
    touchedAtInfinity: infinite,
  },
  js: {
    term: (a, b) => scaled(half(add(times(logRatio(2 * a, a + b), a), times(logRatio(2 * b, a + b), b)))),
    slope: (a, b) => scaled(half(logRatio(2 * a, a + b))),
    touched: (a, b) => scaled(half(logRatio(a + b, 2 * b))),
    conjugate: (s) => {
      const left = subtract(exact(2), expDoubleDouble(score(2 * s)));
      return left.hi > 0 ? scaled(times(logDoubleDouble(left), -0.5)) : infinite;
    },
    atZero: halfLog2,
    slopeAtZero: none,
    slopeAtInfinity: halfLog2,
    touchedAtInfinity: infinite,
  },
  tv: {
    term: (a, b) => units(Math.abs(a - b) / 2),
    slope: (a, b) => units(Math.sign(a - b) / 2),
    touched: (a, b) => units(Math.sign(a - b) / 2),
    conjugate: (s) => (s > 50 ? infinite : exact(400 * Math.max(s, -50))),
    atZero: units(0.5),
    slopeAtZero: units(-0.5),
    slopeAtInfinity: units(0.5),
    touchedAtInfinity: units(0.5),
  },
  he: {
    term: (a, b) => {
      const roots = add(squareRoot(exact(a)), squareRoot(exact(b)));
      return scaled(half(square(divide(exact(a - b), roots))));
    },
    slope: (a, b) => scaled(half(subtract(one, squareRoot(ratio(b, a))))),
    touched: (a, b) => scaled(half(subtract(squareRoot(ratio(a, b)), one))),
    conjugate: (s) => (s < 50 ? scaled(ratio(s, 100 - 2 * s)) : infinite),
    atZero: units(0.5),
    slopeAtZero: none,
    slopeAtInfinity: units(0.5),
    touchedAtInfinity: infinite,
  },
  ch: {
    term: (a, b) => divide(exact((a - b) * (a - b)), ratio(b, scale)),
    slope: (a, b) => scaled(ratio(2 * (a - b), b)),
    touched: (a, b) => scaled(multiply(ratio(a - b, b), ratio(a + b, b))),
    conjugate: (s) => (s > -200 ? exact(400 * s + s * s) : units(-1)),
    atZero: units(1),
    slopeAtZero: units(-2),
    slopeAtInfinity: infinite,
    touchedAtInfinity: infinite,
  },
  ne: {
    term: (a, b) => divide(exact((a - b) * (a - b)), ratio(a, scale)),
    slope: (a, b) => scaled(multiply(ratio(a - b, a), ratio(a + b, a))),
    touched: (a, b) => scaled(ratio(2 * (a - b), a)),
    conjugate: (s) => (s > 100 ? infinite : scaled(times(subtract(one, squareRoot(ratio(100 - s, 100))), 2))),
    atZero: infinite,
    slopeAtZero: none,
    slopeAtInfinity: units(1),
    touchedAtInfinity: units(2),
  },
  tr: {
    term: (a, b) => divide(exact((a - b) * (a - b)), ratio(a + b, scale)),
    slope: (a, b) => scaled(multiply(ratio(a - b, a + b), ratio(a + 3 * b, a + b))),
    touched: (a, b) => scaled(multiply(ratio(a - b, a + b), ratio(3 * a + b, a + b))),
    conjugate: (s) => {
      if (s > 100) return infinite;
      if (s <= -300) return units(-1);
      return scaled(subtract(ratio(400 - s, 100), times(squareRoot(ratio(100 - s, 100)), 4)));
    },
    atZero: units(1),
    slopeAtZero: units(-3),
    slopeAtInfinity: units(1),
    touchedAtInfinity: units(3),
  },
};

const powerOf = (log: DoubleDouble, over: number, under: number): DoubleDouble =>
  expDoubleDouble(divide(times(log, over), exact(under)));

/** The α family with f′(1) = 0; its order is n tenths. */
function ofOrder(n: number): Rule {
  if (n === 10)
    return {
      term: (a, b) => scaled(add(times(logRatio(a, b), a), exact(b - a))),
      slope: (a, b) => scaled(logRatio(a, b)),
      touched: (a, b) => scaled(ratio(a - b, b)),
      conjugate: (s) => scaled(subtract(expDoubleDouble(score(s)), one)),
      atZero: units(1),
      slopeAtZero: none,
      slopeAtInfinity: infinite,
      touchedAtInfinity: infinite,
    };
  if (n === 0)
    return {
      term: (a, b) => scaled(add(times(logRatio(b, a), b), exact(a - b))),
      slope: (a, b) => scaled(ratio(a - b, a)),
      touched: (a, b) => scaled(logRatio(a, b)),
      conjugate: (s) => (s < 100 ? scaled(negative(logDoubleDouble(ratio(100 - s, 100)))) : infinite),
      atZero: infinite,
      slopeAtZero: none,
      slopeAtInfinity: units(1),
      touchedAtInfinity: infinite,
    };
  const nu = n - 10;
  const least = ratio(-10 * scale, n);
  const end = ratio(-10 * scale, nu);
  const overOrder = (value: DoubleDouble): DoubleDouble => divide(times(value, 10 * scale), exact(n));
  return {
    term: (a, b) => {
      const power = times(powerOf(logRatio(a, b), n, 10), 10 * b);
      return divide(times(subtract(power, exact(n * a - nu * b)), 10 * scale), exact(n * nu));
    },
    slope: (a, b) => divide(times(subtract(powerOf(logRatio(a, b), nu, 10), one), 10 * scale), exact(nu)),
    touched: (a, b) => overOrder(subtract(powerOf(logRatio(a, b), n, 10), one)),
    conjugate: (s) => {
      const base = 1000 + nu * s;
      if (base <= 0) return nu > 0 || (base === 0 && n < 0) ? least : infinite;
      return overOrder(subtract(powerOf(logRatio(base, 1000), n, nu), one));
    },
    atZero: n > 0 ? negative(least) : infinite,
    slopeAtZero: nu > 0 ? end : none,
    slopeAtInfinity: nu < 0 ? end : infinite,
    touchedAtInfinity: n > 0 ? infinite : least,
  };
}

/** What is drawn by hand: everything is an integer. */
function ofDrawn(levels: Levels): Rule {
  const pieces = piecesOf(levels);
  const corners = cornersInHundredths(levels);
  const inHundredths = scale / 100;
  /** The slope there, in half hundredths, and f* at it. */
  const slopeAt = (a: number, b: number): number => {
    const inner = corners.slice(1, -1);
    const passed = (reached: (t: number) => boolean) =>
      pieces[inner.filter(({ t }) => reached(t)).length]!.slope;
    return passed((t) => t * b < 4 * a) + passed((t) => t * b <= 4 * a);
  };
  const conjugateAt = (halves: number): number =>
    Math.max(...corners.map(({ t, v }) => (halves * t) / 8 - v)) * inHundredths;
  const last = pieces.at(-1)!;
  return {
    term: (a, b) =>
      exact(Math.max(...pieces.map(({ intercept, slope }) => intercept * b + slope * a)) * inHundredths),
    slope: (a, b) => exact((slopeAt(a, b) * inHundredths) / 2),
    touched: (a, b) => exact(conjugateAt(slopeAt(a, b))),
    conjugate: (s) => (s > last.slope ? infinite : exact(conjugateAt(2 * s))),
    atZero: exact(corners[0]!.v * inHundredths),
    slopeAtZero: exact(pieces[0]!.slope * inHundredths),
    slopeAtInfinity: exact(last.slope * inHundredths),
    touchedAtInfinity: exact(-last.intercept * inHundredths),
  };
}

export function ruleOf({ kind, order, levels }: Generated): Rule {
  if (kind === 'dr') return ofDrawn(levels);
  return kind === 'al' ? ofOrder(order) : rules[kind];
}
