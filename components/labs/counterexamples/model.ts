import { type Codec, fields, integer, list, word } from '../frame/codec.ts';
import type { LabModel } from '../frame/contract.ts';
import type { Grid } from '../frame/grid.ts';
import type { Reading } from '../reading.ts';
import { cellOf } from './cells.ts';
import {
  claimOf,
  constants,
  errorOf,
  leastError,
  type Pmfs,
  properties,
  type Question,
  type Term,
  termValue,
  verdictOf,
} from './claims.ts';
import { divergenceNames, divergenceOf, type DivergenceName, isHere } from './divergences.ts';
import {
  fewest,
  fraction,
  greatestDenominator,
  type Masses,
  most,
  over,
  pmfOf,
  total,
  withOutcomes,
} from './fractions.ts';

/** What is asked, of which pmfs, as numerators over one denominator; and the seed of the search. */
export interface Setting extends Question, Pmfs {
  readonly seed: number;
}

export const seedGrid: Grid = { places: 0, least: 1, most: 9999, step: 1 };
export const denominatorGrid: Grid = { places: 0, least: 1, most: greatestDenominator, step: 1 };

export const denominatorOf = ({ P }: Pmfs): number => total(P);

const ofAll = ({ P, Q, R }: Pmfs, change: (masses: Masses) => Masses): Pmfs => ({
  P: change(P),
  Q: change(Q),
  R: change(R),
});

export const withDenominator = (setting: Setting, denominator: number): Setting => ({
  ...setting,
  ...ofAll(setting, (masses) => over(masses, denominator)),
});

export const withCount = (setting: Setting, outcomes: number): Setting => ({
  ...setting,
  ...ofAll(setting, (masses) => withOutcomes(masses, outcomes)),
});

/** A term in the notation of the site. */
function expressionOf(divergence: DivergenceName, { between: [p, q], times, root }: Term): string {
  const of = divergenceOf(divergence).of(p, q);
  if (root) return `\\sqrt{${of}}`;
  return times === 1 ? of : `${times === 2 ? '2' : '\\frac{1}{2}'} ${of}`;
}

function termReading(setting: Setting, term: Term): Reading {
  const { divergence } = setting;
  const { unit, certify } = divergenceOf(divergence);
  const [p, q] = term.pair(setting).map(pmfOf);
  return {
    of: expressionOf(divergence, term),
    unit: term.root ? '' : unit,
    value: termValue(divergence, term, setting),
    relativeErrorBound: errorOf(divergence),
    absoluteErrorBound: divergence === 'wasserstein' ? leastError : 0,
    ...(certify && term.times === 1 && !term.root && { certify: (core) => certify(core, p!, q!) }),
  };
}

/** What is compared: the left side, the parts of the right one, their sum, and by how much the claim is broken. */
export interface Compared {
  readonly left: Reading;
  readonly parts: readonly Reading[];
  readonly right?: Reading;
  readonly excess?: Reading;
}

function rightOf(setting: Setting, parts: readonly Reading[]): Reading | undefined {
  const { property, constant } = setting;
  if (property === 'bound')
    return { of: constant, unit: '', value: Number(constant), relativeErrorBound: 0, absoluteErrorBound: 0 };
  const [first, ...others] = parts;
  if (!first || others.length === 0) return first;
  return {
    of: parts.map(({ of }) => of).join(' + '),
    unit: first.unit,
    value: parts.reduce((sum, { value }) => sum + value, 0),
    relativeErrorBound: errorOf(setting.divergence),
    absoluteErrorBound: 2 * first.absoluteErrorBound,
  };
}

function excessOf(setting: Setting, left: Reading, right: Reading): Reading {
  const [larger, smaller] = left.value > right.value ? [left, right] : [right, left];
  const finite = larger.value < Infinity;
  return {
    of: `${larger.of} - (${smaller.of})`,
    unit: left.unit,
    value: finite ? larger.value - smaller.value : Infinity,
    relativeErrorBound: 0,
    absoluteErrorBound: finite
      ? errorOf(setting.divergence) * (larger.value + smaller.value) + leastError
      : 0,
  };
}

const known = new WeakMap<Setting, Compared>();

/** Made once for a setting: several parts of the figure show it. */
export function compared(setting: Setting): Compared {
  const made = known.get(setting) ?? comparison(setting);
  known.set(setting, made);
  return made;
}

function comparison(setting: Setting): Compared {
  const claim = claimOf(setting.property, setting.P.length);
  const left = termReading(setting, claim.left);
  const parts = claim.right.map((term) => termReading(setting, term));
  const right = rightOf(setting, parts);
  const broken = verdictOf(setting, setting) === 'broken';
  return {
    left,
    parts: parts.length > 1 ? parts : [],
    ...(right && { right }),
    ...(right && broken && { excess: excessOf(setting, left, right) }),
  };
}

const masses: Codec<Masses> = list(integer(0, greatestDenominator), fewest, most);

const first: Setting = {
  property: 'triangle',
  divergence: 'kl',
  constant: '2',
  P: [3, 0],
  Q: [2, 1],
  R: [1, 2],
  seed: 1,
};

const separate = fields('1', first, {
  property: word(properties),
  divergence: word(divergenceNames),
  constant: word(constants),
  P: masses,
  Q: masses,
  R: masses,
  seed: integer(seedGrid.least, seedGrid.most),
});

/** One denominator, as many outcomes, and something that can be asked. */
function agrees(setting: Setting): boolean {
  const { P, Q, R } = setting;
  const whole = total(P);
  const alike = [Q, R].every((one) => one.length === P.length && total(one) === whole);
  return (
    alike && whole >= denominatorGrid.least && whole <= denominatorGrid.most && cellOf(setting) !== undefined
  );
}

export const codec: Codec<Setting> = {
  write: separate.write,
  read: (text) => {
    const setting = separate.read(text);
    return setting && agrees(setting) ? setting : undefined;
  },
};

export const presets = [
  { shows: 'a detour that is shorter', setting: first },
  {
    shows: 'no metric by its root either',
    setting: { ...first, property: 'root', P: [3, 1], Q: [2, 2], R: [1, 3] },
  },
  {
    shows: 'JSD: a detour too',
    setting: { ...first, divergence: 'jsd', P: [2, 0], Q: [1, 1], R: [0, 2] },
  },
  { shows: 'above a bound', setting: { ...first, property: 'bound', P: [8, 0], Q: [1, 7], R: [1, 7] } },
  {
    shows: 'a metric that is not convex',
    setting: { ...first, property: 'convex', divergence: 'hellinger', P: [1, 0], Q: [0, 1], R: [1, 0] },
  },
  {
    shows: 'merging outcomes raises it',
    setting: {
      ...first,
      property: 'merging',
      divergence: 'geometric',
      P: [1, 19, 1, 2],
      Q: [1, 1, 20, 1],
      R: [1, 1, 20, 1],
    },
  },
  {
    shows: 'zero, and not equal',
    setting: { ...first, property: 'definite', divergence: 'renyi0', P: [1, 1], Q: [2, 0], R: [2, 0] },
  },
  {
    shows: 'two draws, no more than one',
    setting: { ...first, property: 'draws', divergence: 'tv', P: [1, 0], Q: [0, 1], R: [0, 1] },
  },
] as const satisfies readonly { readonly shows: string; readonly setting: Setting }[];

export const model: LabModel<Setting> = {
  name: 'counterexamples',
  first,
  codec,
  givens: (setting) => {
    const denominator = denominatorOf(setting);
    const fractions = (of: Masses): readonly string[] => of.map((mass) => fraction(mass, denominator));
    const { P, Q, R, seed } = setting;
    return { P: fractions(P), Q: fractions(Q), R: fractions(R), N: String(denominator), seed: String(seed) };
  },
  /** While its divergence is being fetched, a setting shows no number of its own. */
  readings: (setting) => {
    if (!isHere(setting.divergence)) return [];
    const { left, parts, right, excess } = compared(setting);
    return [left, ...parts, ...(right ? [right] : []), ...(excess ? [excess] : [])];
  },
};
