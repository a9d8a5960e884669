import {
  type Certified,
  earthMoversDistance,
  fromWeights,
  jensenShannonDistance,
  klDivergence,
  type Pmf,
  pointsOnLine,
  totalVariationDistance,
} from '../../../src/core/index.ts';
import type { CertifiedCore } from '../certified-core.ts';
import { coreBounds, inBits, type Reading } from '../reading.ts';
import type { Pair, Side, Unit } from './model.ts';

type Masses = readonly number[];

/** What the way from one pmf to another is measured by. */
interface Measure {
  readonly of: (from: Side, to: Side) => string;
  readonly words: string;
  readonly logarithmic?: true;
  readonly value: (p: Pmf, q: Pmf) => number;
  readonly certify: (core: CertifiedCore, p: Pmf, q: Pmf) => Certified;
  /** The same on a scale of integers, where there is one: it can tell what is equally long. */
  readonly exactly?: (p: Masses, q: Masses) => number;
}

/** The outcomes as points 0, 1, 2, … of a line. */
const onLine = (p: Pmf) =>
  pointsOnLine(
    Array.from(p, (_, x) => x),
    p,
  );

const total = (amounts: Masses): number => amounts.reduce((sum, amount) => sum + amount, 0);

const measures = {
  kl: {
    of: (from, to) => `\\KL{${from}}{${to}}`,
    words: 'KL divergence',
    logarithmic: true,
    value: klDivergence,
    certify: (core, p, q) => core.klDivergence(p, q),
  },
  root: {
    of: (from, to) => `\\JSDist{${from}}{${to}}`,
    words: 'Jensen–Shannon distance',
    value: jensenShannonDistance,
    certify: (core, p, q) => core.jensenShannonDistance(p, q),
  },
  tv: {
    of: (from, to) => `\\TV{${from}}{${to}}`,
    words: 'total variation distance',
    value: totalVariationDistance,
    certify: (core, p, q) => core.totalVariationDistance(p, q),
    exactly: (p, q) => total(p.map((mass, x) => Math.abs(mass - q[x]!))),
  },
  w: {
    of: (from, to) => `\\W{1}{${from}}{${to}}`,
    words: 'Wasserstein distance',
    value: (p, q) => earthMoversDistance(onLine(p), onLine(q)),
    certify: (core, p, q) => core.wassersteinDistance(onLine(p), onLine(q)),
    exactly: (p, q) => {
      let carried = 0;
      return total(p.map((mass, x) => Math.abs((carried += mass - q[x]!))));
    },
  },
} as const satisfies Record<string, Measure>;

export type MeasureName = keyof typeof measures;
export const measureNames = Object.keys(measures) as readonly MeasureName[];
export const wordsOf = (name: MeasureName): string => measures[name].words;

/** A pair that has a third pmf. */
export type Triple = Pair & Required<Pick<Pair, 'R'>>;

/** The ways from P to Q, and the legs of the one over R. */
export interface Ways {
  readonly straight: Reading;
  readonly legs: readonly [Reading, Reading];
  readonly detour: Reading;
}

const u = 2 ** -53;

/** Two lengths, neither negative, laid end to end: adding them costs one rounding. */
function laidEndToEnd(one: Reading, other: Reading): Reading {
  const [first, second] = [one.certify!, other.certify!];
  return {
    of: `${one.of} + ${other.of}`,
    unit: one.unit,
    value: one.value + other.value,
    relativeErrorBound: Math.max(one.relativeErrorBound, other.relativeErrorBound) + 2 * u,
    absoluteErrorBound: 2 * (one.absoluteErrorBound + other.absoluteErrorBound),
    certify: (core) => core.plus(first(core), second(core)),
  };
}

const pmfs = new WeakMap<Masses, Pmf>();
function pmfOf(masses: Masses): Pmf {
  const made = pmfs.get(masses) ?? fromWeights(masses);
  pmfs.set(masses, made);
  return made;
}

/** Both ways from P to Q by one measure. */
export function waysOf(name: MeasureName, pair: Triple, unit: Unit): Ways {
  const { of, value, certify, logarithmic }: Measure = measures[name];
  const between = (from: Side, to: Side): Reading => {
    const [p, q] = [pmfOf(pair[from]!), pmfOf(pair[to]!)];
    return {
      of: of(from, to),
      unit: logarithmic ? 'nats' : '',
      value: value(p, q),
      ...coreBounds,
      certify: (core) => certify(core, p, q),
    };
  };
  const [straight, first, second] = [between('P', 'Q'), between('P', 'R'), between('R', 'Q')];
  const shown = (reading: Reading): Reading => (logarithmic && unit === 'bits' ? inBits(reading) : reading);
  return {
    straight: shown(straight),
    legs: [shown(first), shown(second)],
    detour: shown(laidEndToEnd(first, second)),
  };
}

/** Which way is the shorter one: neither where both are infinite, or exactly equal; 'open' where doubles cannot tell. */
export type Verdict = 'over' | 'straight' | 'level' | 'endless' | 'open';

const same = (p: Masses, q: Masses): boolean => p.every((mass, x) => mass === q[x]);

export function verdictOf(name: MeasureName, pair: Triple): Verdict {
  const { P, Q, R } = pair;
  const { exactly }: Measure = measures[name];
  const { straight, detour } = waysOf(name, pair, 'nats');
  if (straight.value === Infinity) return 'endless';
  if (detour.value === Infinity) return 'straight';
  if (same(P, R) || same(R, Q)) return 'level';
  const [lengths, doubt] = exactly
    ? [[exactly(P, Q), exactly(P, R) + exactly(R, Q)] as const, 0]
    : [[straight.value, detour.value] as const, detour.relativeErrorBound * (straight.value + detour.value)];
  const gained = lengths[0] - lengths[1];
  if (gained > doubt) return 'over';
  if (gained < -doubt) return 'straight';
  return exactly ? 'level' : 'open';
}
