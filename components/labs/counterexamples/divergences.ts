import {
  bhattacharyyaDivergence,
  bhattacharyyaDivergenceProperties,
  type Certified,
  chiSquaredDivergence,
  chiSquaredDivergenceProperties,
  type DivergenceProperties,
  geometricJensenShannonDivergence,
  geometricJensenShannonDivergenceProperties,
  hellingerDistance,
  hellingerDistanceProperties,
  jeffreysDivergence,
  jeffreysDivergenceProperties,
  jensenShannonDistance,
  jensenShannonDistanceProperties,
  jensenShannonDivergence,
  jensenShannonDivergenceProperties,
  klDivergence,
  klDivergenceProperties,
  neymanChiSquaredDivergence,
  neymanChiSquaredDivergenceProperties,
  type Pmf,
  pointsOnLine,
  renyiDivergence,
  renyiDivergenceProperties,
  squaredHellingerDivergence,
  squaredHellingerDivergenceProperties,
  totalVariationDistance,
  totalVariationDistanceProperties,
  triangularDiscrimination,
  triangularDiscriminationProperties,
  type WeightedPoints,
  wassersteinDistance,
  wassersteinDistanceProperties,
} from '../../../src/core/index.ts';
import type { CertifiedCore } from '../certified-core.ts';

export interface Divergence {
  /** In the notation of the site, between two pmfs that are written out. */
  readonly of: (p: string, q: string) => string;
  readonly words: string;
  readonly unit: '' | 'nats';
  readonly value: (p: Pmf, q: Pmf) => number;
  /** In units of 2⁻⁵³, as the core states it. */
  readonly roundings: number;
  readonly certify?: (core: CertifiedCore, p: Pmf, q: Pmf) => Certified;
  readonly properties: DivergenceProperties;
}

/** Outcomes in a row, one step apart. */
const onLine = (p: Pmf): WeightedPoints =>
  pointsOnLine(
    p.map((_, x) => x),
    p,
  );

/** What `RELATIVE_ERROR_BOUND` says of the core's basic quantities. */
const basic = 13;

const renyi = (order: number, words: string): Divergence => ({
  of: (p, q) => `\\Renyi{${order}}{${p}}{${q}}`,
  words: `Rényi divergence of order ${words}`,
  unit: 'nats',
  value: (p, q) => renyiDivergence(p, q, order),
  roundings: 60,
  properties: renyiDivergenceProperties(order),
});

export const divergences = {
  kl: {
    of: (p, q) => `\\KL{${p}}{${q}}`,
    words: 'KL divergence',
    unit: 'nats',
    value: klDivergence,
    roundings: basic,
    certify: (core, p, q) => core.klDivergence(p, q),
    properties: klDivergenceProperties,
  },
  reverse: {
    of: (p, q) => `\\KL{${q}}{${p}}`,
    words: 'KL divergence with its arguments exchanged',
    unit: 'nats',
    value: (p, q) => klDivergence(q, p),
    roundings: basic,
    certify: (core, p, q) => core.klDivergence(q, p),
    properties: klDivergenceProperties,
  },
  jeffreys: {
    of: (p, q) => `\\Jeffreys{${p}}{${q}}`,
    words: 'Jeffreys divergence',
    unit: 'nats',
    value: jeffreysDivergence,
    roundings: basic,
    certify: (core, p, q) => core.jeffreysDivergence(p, q),
    properties: jeffreysDivergenceProperties,
  },
  jsd: {
    of: (p, q) => `\\JSD{${p}}{${q}}`,
    words: 'Jensen–Shannon divergence',
    unit: 'nats',
    value: jensenShannonDivergence,
    roundings: basic,
    certify: (core, p, q) => core.jensenShannonDivergence(p, q),
    properties: jensenShannonDivergenceProperties,
  },
  jsdist: {
    of: (p, q) => `\\JSDist{${p}}{${q}}`,
    words: 'root of the Jensen–Shannon divergence',
    unit: '',
    value: jensenShannonDistance,
    roundings: basic,
    certify: (core, p, q) => core.jensenShannonDistance(p, q),
    properties: jensenShannonDistanceProperties,
  },
  tv: {
    of: (p, q) => `\\TV{${p}}{${q}}`,
    words: 'total variation distance',
    unit: '',
    value: totalVariationDistance,
    roundings: basic,
    certify: (core, p, q) => core.totalVariationDistance(p, q),
    properties: totalVariationDistanceProperties,
  },
  hellinger: {
    of: (p, q) => `\\Hellinger{${p}}{${q}}`,
    words: 'Hellinger distance',
    unit: '',
    value: hellingerDistance,
    roundings: 6,
    properties: hellingerDistanceProperties,
  },
  hellingerSq: {
    of: (p, q) => `\\HellingerSq{${p}}{${q}}`,
    words: 'squared Hellinger distance',
    unit: '',
    value: squaredHellingerDivergence,
    roundings: 9,
    properties: squaredHellingerDivergenceProperties,
  },
  triangular: {
    of: (p, q) => `\\Triangular{${p}}{${q}}`,
    words: 'triangular discrimination',
    unit: '',
    value: triangularDiscrimination,
    roundings: 7,
    properties: triangularDiscriminationProperties,
  },
  chiSq: {
    of: (p, q) => `\\ChiSq{${p}}{${q}}`,
    words: 'chi-squared divergence of Pearson',
    unit: '',
    value: chiSquaredDivergence,
    roundings: 7,
    properties: chiSquaredDivergenceProperties,
  },
  neyman: {
    of: (p, q) => `\\Neyman{${p}}{${q}}`,
    words: 'chi-squared divergence of Neyman',
    unit: '',
    value: neymanChiSquaredDivergence,
    roundings: 7,
    properties: neymanChiSquaredDivergenceProperties,
  },
  bhattacharyya: {
    of: (p, q) => `\\Bhattacharyya{${p}}{${q}}`,
    words: 'Bhattacharyya divergence',
    unit: 'nats',
    value: bhattacharyyaDivergence,
    roundings: 14,
    properties: bhattacharyyaDivergenceProperties,
  },
  renyi0: renyi(0, 'zero'),
  renyiHalf: renyi(0.5, 'one half'),
  renyi2: renyi(2, 'two'),
  geometric: {
    of: (p, q) => `\\GJS{0.5}{${p}}{${q}}`,
    words: 'geometric Jensen–Shannon divergence',
    unit: 'nats',
    value: (p, q) => geometricJensenShannonDivergence(p, q),
    roundings: 40,
    properties: geometricJensenShannonDivergenceProperties(),
  },
  wasserstein: {
    of: (p, q) => `\\W{1}{${p}}{${q}}`,
    words: 'Wasserstein distance of order one, of outcomes in a row, one step apart',
    unit: '',
    value: (p, q) => wassersteinDistance(onLine(p), onLine(q)),
    roundings: 6,
    certify: (core, p, q) => core.wassersteinDistance(onLine(p), onLine(q)),
    properties: wassersteinDistanceProperties,
  },
} as const satisfies Readonly<Record<string, Divergence>>;

export type DivergenceName = keyof typeof divergences;
export const divergenceNames = Object.keys(divergences) as readonly DivergenceName[];
export const divergenceOf = (name: DivergenceName): Divergence => divergences[name];
