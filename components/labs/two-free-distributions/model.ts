import {
  type Certified,
  crossEntropy,
  entropy,
  fromWeights,
  klDivergence,
  type Pmf,
} from '../../../src/core/index.ts';
import type { CertifiedCore } from '../certified-core.ts';
import { fields, integer, word } from '../frame/codec.ts';
import type { Givens, LabModel } from '../frame/contract.ts';
import { decimal, type Grid } from '../frame/grid.ts';
import { coreBounds, type Reading } from '../reading.ts';

export const surfaces = ['divergence', 'cross-entropy'] as const;
export type Surface = (typeof surfaces)[number];
export const freedoms = ['both', 'p', 'q'] as const;
export type Freedom = (typeof freedoms)[number];

/** The chances of heads in thousandths, what is to be made small, and what may move. */
export interface Setting {
  readonly p: number;
  readonly q: number;
  readonly surface: Surface;
  readonly free: Freedom;
}

export const chance: Grid = { places: 3, least: 0, most: 1000, step: 10 };

const first: Setting = { p: 300, q: 800, surface: 'cross-entropy', free: 'p' };

const massesOf = (heads: number): readonly string[] =>
  [heads, chance.most - heads].map((mass) => decimal(chance, mass));

export const givensOf = ({ p, q }: Pick<Setting, 'p' | 'q'>): Givens => ({ P: massesOf(p), Q: massesOf(q) });

const coin = (heads: number): Pmf => fromWeights([heads, chance.most - heads]);

export const quantities = ['divergence', 'cross-entropy', 'entropy of P', 'entropy of Q'] as const;
export type QuantityName = (typeof quantities)[number];

interface Definition {
  readonly of: string;
  readonly words: string;
  readonly value: (p: Pmf, q: Pmf) => number;
  readonly certify: (core: CertifiedCore, p: Pmf, q: Pmf) => Certified;
}

const definitions: Readonly<Record<QuantityName, Definition>> = {
  divergence: {
    of: '\\KL{P}{Q}',
    words: 'KL divergence of P from Q',
    value: klDivergence,
    certify: (core, p, q) => core.klDivergence(p, q),
  },
  'cross-entropy': {
    of: '\\CE{P}{Q}',
    words: 'cross-entropy of P and Q',
    value: crossEntropy,
    certify: (core, p, q) => core.crossEntropy(p, q),
  },
  'entropy of P': {
    of: '\\H{P}',
    words: 'entropy of P',
    value: (p) => entropy(p),
    certify: (core, p) => core.entropy(p),
  },
  'entropy of Q': {
    of: '\\H{Q}',
    words: 'entropy of Q',
    value: (_, q) => entropy(q),
    certify: (core, _, q) => core.entropy(q),
  },
};

export const ofQuantity = (name: QuantityName): string => definitions[name].of;
export const wordsOf = (name: QuantityName): string => definitions[name].words;

export function reading(name: QuantityName, setting: Pick<Setting, 'p' | 'q'>): Reading {
  const { of, value, certify } = definitions[name];
  const [p, q] = [coin(setting.p), coin(setting.q)];
  return { of, unit: 'nats', value: value(p, q), ...coreBounds, certify: (core) => certify(core, p, q) };
}

/** Where the surface is least when only what is free moves; every chance from `from` to `to` serves equally. */
export interface Least {
  readonly p: number;
  readonly q: number;
  /** What the minimiser is called. */
  readonly is:
    'P equal to Q' | 'sure of the likelier side' | 'anything, since Q is fair' | 'both sure of the same side';
}

/**
 * The minimiser that is nearest, in thousandths. The divergence is least, and zero, where P = Q. The cross-entropy is linear
 * in P, so with Q fixed it is least at the outcome that Q finds likelier; with P fixed it is least at Q = P (Gibbs); with
 * both free it is zero only where both are the same point mass.
 */
export function leastOf({ p, q, surface, free }: Setting): Least {
  if (surface === 'divergence' || free === 'q') {
    const is = 'P equal to Q';
    if (free === 'p') return { p: q, q, is };
    if (free === 'q') return { p, q: p, is };
    const middle = Math.round((p + q) / 2);
    return { p: middle, q: middle, is };
  }
  if (free === 'p') {
    if (2 * q === chance.most) return { p, q, is: 'anything, since Q is fair' };
    return { p: 2 * q > chance.most ? chance.most : 0, q, is: 'sure of the likelier side' };
  }
  const side = p + q > chance.most ? chance.most : 0;
  return { p: side, q: side, is: 'both sure of the same side' };
}

/** The setting with the free chances where the surface is least. */
export const descend = (setting: Setting): Setting => {
  const { p, q } = leastOf(setting);
  return { ...setting, p, q };
};

export const model: LabModel<Setting> = {
  name: 'two-free-distributions',
  first,
  codec: fields('1', first, {
    p: integer(chance.least, chance.most),
    q: integer(chance.least, chance.most),
    surface: word(surfaces),
    free: word(freedoms),
  }),
  givens: givensOf,
  readings: (setting) => [
    ...quantities.map((name) => reading(name, setting)),
    { ...reading(setting.surface, leastOf(setting)), givens: givensOf(leastOf(setting)) },
  ],
};

/** The height of a surface at chances from 0 to 1, for the level lines. */
export function height(surface: Surface, p: number, q: number): number {
  const [one, other] = [fromWeights([p, 1 - p]), fromWeights([q, 1 - q])];
  return surface === 'divergence' ? klDivergence(one, other) : crossEntropy(one, other);
}

export const levels: readonly number[] = [0.01, 0.05, 0.1, 0.2, 0.4, 0.6931, 1, 1.5, 2, 3];
