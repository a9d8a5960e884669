import {
  type Certified,
  crossEntropy,
  entropy,
  fromWeights,
  klDivergence,
  type Pmf,
  seededRandom,
} from '../../../src/core/index.ts';
import { log, log1p } from '../../../src/core/elementary/log.ts';
import type { CertifiedCore } from '../certified-core.ts';
import { fields, integer } from '../frame/codec.ts';
import type { LabModel } from '../frame/contract.ts';
import { decimal, type Grid } from '../frame/grid.ts';
import { coreBounds, type Reading } from '../reading.ts';

/** The chances of heads of the coin and of the model, in thousandths; how many throws there are, and the seed that they come from. */
export interface Setting {
  readonly coin: number;
  readonly model: number;
  readonly throws: number;
  readonly seed: number;
}

/** No coin is certain: then every throw has a likelihood. */
export const chance: Grid = { places: 3, least: 1, most: 999, step: 10 };
const whole = 1000;
export const throwsGrid: Grid = { places: 0, least: 1, most: 10_000, step: 10 };
export const seedGrid: Grid = { places: 0, least: 1, most: 9999, step: 1 };

const uniforms = new Map<number, Float64Array>();

/** The numbers that decide the throws of a seed: throw i lands heads where the i-th is below the chance. */
function uniformsOf(seed: number): Float64Array {
  const known = uniforms.get(seed);
  if (known) return known;
  const { uniform } = seededRandom(seed);
  const made = Float64Array.from({ length: throwsGrid.most }, uniform);
  uniforms.clear();
  uniforms.set(seed, made);
  return made;
}

/** How many of the throws land heads. Further throws add to these, and a fairer coin turns some of them over. */
export function headsOf({ coin, throws, seed }: Setting): number {
  const drawn = uniformsOf(seed);
  let heads = 0;
  for (let i = 0; i < throws; i++) if (drawn[i]! * whole < coin) heads += 1;
  return heads;
}

/** The number of heads beside the setting, so that it is counted once. */
export interface Sampled extends Setting {
  readonly heads: number;
}

export const sampled = (setting: Setting): Sampled => ({ ...setting, heads: headsOf(setting) });

interface Pmfs {
  /** The shares in the sample. */
  readonly P: Pmf;
  readonly Q: Pmf;
  /** The coin. */
  readonly R: Pmf;
}

const pmfsOf = ({ coin, model, throws, heads }: Sampled): Pmfs => ({
  P: fromWeights([heads, throws - heads]),
  Q: fromWeights([model, whole - model]),
  R: fromWeights([coin, whole - coin]),
});

interface Line {
  readonly of: string;
  readonly words: string;
  readonly value: (pmfs: Pmfs) => number;
  readonly certify: (core: CertifiedCore, pmfs: Pmfs) => Certified;
}

const lines = {
  likelihood: {
    of: '\\CE{P}{Q}',
    words: 'minus the mean log-likelihood, the cross-entropy of the sample and the model',
    value: ({ P, Q }) => crossEntropy(P, Q),
    certify: (core, { P, Q }) => core.crossEntropy(P, Q),
  },
  divergence: {
    of: '\\KL{P}{Q}',
    words: 'KL divergence of the sample from the model',
    value: ({ P, Q }) => klDivergence(P, Q),
    certify: (core, { P, Q }) => core.klDivergence(P, Q),
  },
  entropy: {
    of: '\\H{P}',
    words: 'entropy of the sample',
    value: ({ P }) => entropy(P),
    certify: (core, { P }) => core.entropy(P),
  },
  limit: {
    of: '\\CE{R}{Q}',
    words: 'what minus the mean log-likelihood tends to, the cross-entropy of the coin and the model',
    value: ({ Q, R }) => crossEntropy(R, Q),
    certify: (core, { Q, R }) => core.crossEntropy(R, Q),
  },
} as const satisfies Record<string, Line>;

export type LineName = keyof typeof lines;
export const lineNames = Object.keys(lines) as readonly LineName[];
export const wordsOf = (name: LineName): string => lines[name].words;

export const valueOf = (name: LineName, sample: Sampled): number => lines[name].value(pmfsOf(sample));

export function reading(name: LineName, sample: Sampled): Reading {
  const { of, value, certify }: Line = lines[name];
  const pmfs = pmfsOf(sample);
  return { of, unit: 'nats', value: value(pmfs), ...coreBounds, certify: (core) => certify(core, pmfs) };
}

const u = 2 ** -53;
const rounded = { relativeErrorBound: 12 * u, absoluteErrorBound: 0 } as const;

/** log((1 − q)/q): by so much a tail costs less than a head. */
const oddsOf = ({ model }: Setting): number => {
  const odds = (whole - model) / model;
  // Near 1 the quotient has lost what the logarithm is made of.
  return odds > 0.5 && odds < 2 ? log1p((whole - 2 * model) / model) : log(odds);
};

/** By how much the sample's mean is off its limit. */
export function error(sample: Sampled): Reading {
  const { coin, throws, heads } = sample;
  const excess = (heads * whole - throws * coin) / (throws * whole);
  return { of: '\\CE{P}{Q} - \\CE{R}{Q}', unit: 'nats', value: excess * oddsOf(sample) + 0, ...rounded };
}

/** The standard deviation of the mean over so many throws. */
export function standardError(setting: Setting): Reading {
  const { coin, throws } = setting;
  const odds = oddsOf(setting);
  const value = ((odds < 0 ? -odds : odds) * Math.sqrt((coin * (whole - coin)) / throws)) / whole;
  return { of: '\\sqrt{\\frac{1}{N} \\Var{x \\sim R}{\\log Q(x)}}', unit: 'nats', value, ...rounded };
}

/** Where both curves of the sample are least. */
export const minimiser = ({ heads, throws }: Sampled): Reading => ({
  of: 'P(1)',
  unit: '',
  value: heads / throws,
  ...rounded,
});

/** Throws that nobody has seen yet. */
export const throwAgain = (setting: Setting): Setting => ({
  ...setting,
  seed: setting.seed === seedGrid.most ? seedGrid.least : setting.seed + 1,
});

const first: Setting = { coin: 300, model: 600, throws: 30, seed: 4 };

export const presets = [
  { shows: 'thirty throws', setting: first },
  { shows: 'three throws', setting: { ...first, throws: 3 } },
  { shows: 'a thousand throws', setting: { ...first, throws: 1000 } },
  { shows: 'ten thousand throws', setting: { ...first, throws: 10_000 } },
  { shows: 'a fair model never errs', setting: { ...first, model: 500 } },
] as const satisfies readonly { readonly shows: string; readonly setting: Setting }[];

const massesOf = (heads: number): readonly string[] =>
  [heads, whole - heads].map((mass) => decimal(chance, mass));

export const model: LabModel<Setting> = {
  name: 'likelihood',
  first,
  codec: fields('1', first, {
    coin: integer(chance.least, chance.most),
    model: integer(chance.least, chance.most),
    throws: integer(throwsGrid.least, throwsGrid.most),
    seed: integer(seedGrid.least, seedGrid.most),
  }),
  givens: (setting) => {
    const { coin, model, throws, seed, heads } = sampled(setting);
    return {
      N: String(throws),
      P: [heads, throws - heads].map((count) => `${count}/${throws}`),
      Q: massesOf(model),
      R: massesOf(coin),
      seed: String(seed),
    };
  },
  readings: (setting) => {
    const sample = sampled(setting);
    return [
      ...lineNames.map((name) => reading(name, sample)),
      error(sample),
      standardError(sample),
      minimiser(sample),
    ];
  },
};
