import {
  type Certified,
  chiSquaredDivergence,
  chiSquaredDivergenceProperties,
  type DivergenceProperties,
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
  type Pmf,
  totalVariationDistance,
  totalVariationDistanceProperties,
} from '../../../src/core/index.ts';
import type { CertifiedCore } from '../certified-core.ts';

export interface Divergence {
  /** As the notation writes it, from one letter to another. */
  readonly of: (from: string, to: string) => string;
  readonly words: (from: string, to: string) => string;
  readonly unit: 'nats' | '';
  readonly value: (p: Pmf, q: Pmf) => number;
  readonly certify?: (core: CertifiedCore, p: Pmf, q: Pmf) => Certified;
  readonly properties: DivergenceProperties;
  /** The values that level lines are drawn at. */
  readonly levels: readonly number[];
}

const tenths = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
const doubling = [0.02, 0.1, 0.25, 0.5, 1, 2, 4];

const table = {
  kl: {
    of: (from, to) => `\\KL{${from}}{${to}}`,
    words: (from, to) => `KL divergence of ${from} from ${to}`,
    unit: 'nats',
    value: klDivergence,
    certify: (core, p, q) => core.klDivergence(p, q),
    properties: klDivergenceProperties,
    levels: doubling,
  },
  lk: {
    of: (from, to) => `\\KL{${to}}{${from}}`,
    words: (from, to) => `KL divergence of ${to} from ${from}`,
    unit: 'nats',
    value: (p, q) => klDivergence(q, p),
    certify: (core, p, q) => core.klDivergence(q, p),
    properties: klDivergenceProperties,
    levels: doubling,
  },
  jeffreys: {
    of: (from, to) => `\\Jeffreys{${from}}{${to}}`,
    words: (from, to) => `Jeffreys divergence of ${from} and ${to}`,
    unit: 'nats',
    value: jeffreysDivergence,
    certify: (core, p, q) => core.jeffreysDivergence(p, q),
    properties: jeffreysDivergenceProperties,
    levels: doubling,
  },
  chi: {
    of: (from, to) => `\\ChiSq{${from}}{${to}}`,
    words: (from, to) => `chi-squared divergence of ${from} from ${to}`,
    unit: '',
    value: chiSquaredDivergence,
    properties: chiSquaredDivergenceProperties,
    levels: doubling,
  },
  jsd: {
    of: (from, to) => `\\JSD{${from}}{${to}}`,
    words: (from, to) => `Jensen–Shannon divergence of ${from} and ${to}`,
    unit: 'nats',
    value: jensenShannonDivergence,
    certify: (core, p, q) => core.jensenShannonDivergence(p, q),
    properties: jensenShannonDivergenceProperties,
    levels: [0.01, 0.04, 0.09, 0.16, 0.25, 0.36, 0.49, 0.64],
  },
  root: {
    of: (from, to) => `\\JSDist{${from}}{${to}}`,
    words: (from, to) => `root of the Jensen–Shannon divergence of ${from} and ${to}`,
    unit: '',
    value: jensenShannonDistance,
    properties: jensenShannonDistanceProperties,
    levels: tenths,
  },
  tv: {
    of: (from, to) => `\\TV{${from}}{${to}}`,
    words: (from, to) => `total variation distance of ${from} and ${to}`,
    unit: '',
    value: totalVariationDistance,
    certify: (core, p, q) => core.totalVariationDistance(p, q),
    properties: totalVariationDistanceProperties,
    levels: tenths,
  },
  hellinger: {
    of: (from, to) => `\\Hellinger{${from}}{${to}}`,
    words: (from, to) => `Hellinger distance of ${from} and ${to}`,
    unit: '',
    value: hellingerDistance,
    properties: hellingerDistanceProperties,
    levels: tenths,
  },
} as const satisfies Record<string, Divergence>;

export type DivergenceName = keyof typeof table;
export const divergenceNames = Object.keys(table) as readonly DivergenceName[];
export const divergenceOf = (name: DivergenceName): Divergence => table[name];

/** What a divergence obeys: one that is itself a metric allows no detour to be shorter. */
export const isMetric = (name: DivergenceName): boolean => divergenceOf(name).properties.metricPower === 1;
