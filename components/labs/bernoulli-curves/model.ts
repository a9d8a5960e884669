import {
  type Certified,
  crossEntropy,
  entropy,
  fromWeights,
  jensenShannonDivergence,
  klDivergence,
  type Pmf,
  surprisal,
  toBits,
} from '../../../src/core/index.ts';
import type { CertifiedCore } from '../certified-core.ts';
import { fields, integer, word } from '../frame/codec.ts';
import type { LabModel } from '../frame/contract.ts';
import { decimal, type Grid } from '../frame/grid.ts';
import { coreBounds, inBits, type Reading } from '../reading.ts';

export const views = ['directions', 'information', 'event', 'bounds'] as const;
export type View = (typeof views)[number];
export type Unit = 'nats' | 'bits';

/** The chances of heads in thousandths. */
export interface Setting {
  readonly p: number;
  readonly q: number;
  readonly view: View;
  readonly unit: Unit;
}

export const chance: Grid = { places: 3, least: 0, most: 1000, step: 10 };

const first: Setting = { p: 300, q: 700, view: 'directions', unit: 'nats' };

export const model: LabModel<Setting> = {
  name: 'bernoulli-curves',
  first,
  codec: fields('1', first, {
    p: integer(chance.least, chance.most),
    q: integer(chance.least, chance.most),
    view: word(views),
    unit: word(['nats', 'bits']),
  }),
  givens: ({ p, q }) => ({ P: massesOf(p), Q: massesOf(q) }),
  readings: (setting) => lineNames.map((name) => reading(name, setting)),
};

const massesOf = (heads: number): readonly string[] =>
  [heads, chance.most - heads].map((mass) => decimal(chance, mass));

const coin = (heads: number): Pmf => fromWeights([heads, chance.most - heads]);

/** 1 − TV² and TV² as integer weights: exact, as the first must be where it is nearly 0. */
function overlap(p: number, q: number): Pmf {
  const squared = (p - q) * (p - q);
  return fromWeights([chance.most * chance.most - squared, squared]);
}

interface Line {
  readonly of: string;
  /** How the quantity reads aloud. */
  readonly words: string;
  /** The class of its curve. */
  readonly tone: 'of-P' | 'of-Q' | 'of-M' | 'of-plan' | 'plain';
  /** At p and q in thousandths, in nats. */
  readonly value: (p: number, q: number) => number;
  readonly certify?: (core: CertifiedCore, p: number, q: number) => Certified;
}

const lines = {
  forward: {
    of: '\\KL{P}{Q}',
    words: 'KL divergence of P from Q',
    tone: 'of-P',
    value: (p, q) => klDivergence(coin(p), coin(q)),
    certify: (core, p, q) => core.klDivergence(coin(p), coin(q)),
  },
  backward: {
    of: '\\KL{Q}{P}',
    words: 'KL divergence of Q from P',
    tone: 'of-Q',
    value: (p, q) => klDivergence(coin(q), coin(p)),
    certify: (core, p, q) => core.klDivergence(coin(q), coin(p)),
  },
  between: {
    of: '\\JSD{P}{Q}',
    words: 'Jensen–Shannon divergence of P and Q',
    tone: 'of-M',
    value: (p, q) => jensenShannonDivergence(coin(p), coin(q)),
    certify: (core, p, q) => core.jensenShannonDivergence(coin(p), coin(q)),
  },
  entropy: {
    of: '\\H{P}',
    words: 'entropy of P',
    tone: 'of-plan',
    value: (p) => entropy(coin(p)),
    certify: (core, p) => core.entropy(coin(p)),
  },
  ofQ: {
    of: '\\H{Q}',
    words: 'entropy of Q',
    tone: 'of-Q',
    value: (_, q) => entropy(coin(q)),
    certify: (core, _, q) => core.entropy(coin(q)),
  },
  heads: {
    of: '-\\log Q(1)',
    words: 'surprisal of heads under Q',
    tone: 'plain',
    value: (_, q) => surprisal(coin(q), 0),
    certify: (core, _, q) => core.crossEntropy(coin(chance.most), coin(q)),
  },
  cross: {
    of: '\\CE{P}{Q}',
    words: 'cross-entropy of P and Q',
    tone: 'plain',
    value: (p, q) => crossEntropy(coin(p), coin(q)),
    certify: (core, p, q) => core.crossEntropy(coin(p), coin(q)),
  },
  pinsker: {
    of: '2 \\, \\TV{P}{Q}^2',
    words: 'Pinsker’s bound, twice the square of the total variation distance',
    tone: 'plain',
    value: (p, q) => (2 * (p - q) * (p - q)) / (chance.most * chance.most),
  },
  huber: {
    of: '-\\log(1 - \\TV{P}{Q}^2)',
    words: 'the bound of Bretagnolle and Huber, minus the logarithm of one minus the square of that distance',
    tone: 'of-plan',
    value: (p, q) => surprisal(overlap(p, q), 0),
    certify: (core, p, q) => core.crossEntropy(coin(chance.most), overlap(p, q)),
  },
} as const satisfies Record<string, Line>;

export type LineName = keyof typeof lines;
export const lineNames = Object.keys(lines) as readonly LineName[];

export const shownIn: Readonly<Record<View, readonly LineName[]>> = {
  directions: ['forward', 'backward', 'between'],
  information: ['cross', 'entropy', 'forward'],
  event: ['heads', 'ofQ'],
  bounds: ['forward', 'pinsker', 'huber'],
};

export const lineOf = (name: LineName): Line => lines[name];

const inUnit = (nats: number, unit: Unit): number => (unit === 'bits' ? toBits(nats) : nats);

export function reading(name: LineName, { p, q, unit }: Setting): Reading {
  const { of, value, certify } = lineOf(name);
  const nats: Reading = {
    of,
    unit: 'nats',
    value: value(p, q),
    ...coreBounds,
    ...(certify && { certify: (core) => certify(core, p, q) }),
  };
  return unit === 'bits' ? inBits(nats) : nats;
}

/** How many steps a curve has. */
const samples = 200;

/** The values of a line over q = 0, …, 1, for the p of the setting. */
export function curveOf(name: LineName, { p, unit }: Setting): readonly { q: number; value: number }[] {
  const { value } = lineOf(name);
  return Array.from({ length: samples + 1 }, (_, k) => {
    const q = (k * chance.most) / samples;
    return { q: q / chance.most, value: inUnit(value(p, q), unit) };
  });
}

/** The value at the upper edge of the plot. */
export const ceiling = ({ view, unit }: Setting): number => {
  const nats = view === 'bounds' ? 1.5 : 2.5;
  return unit === 'nats' ? nats : 1.6 * nats;
};
