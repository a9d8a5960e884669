import {
  bhattacharyyaDivergence,
  bhattacharyyaDivergenceProperties,
  type Certified,
  chernoffInformation,
  chernoffInformationProperties,
  type DivergenceProperties,
  fromWeights,
  geometricJensenShannonDivergence,
  geometricJensenShannonDivergenceProperties,
  jeffreysDivergence,
  jeffreysDivergenceProperties,
  jensenShannonDivergence,
  jensenShannonDivergenceProperties,
  klDivergence,
  klDivergenceProperties,
  type Pmf,
  resistorAverageDivergence,
  resistorAverageDivergenceProperties,
  squaredHellingerDivergence,
  squaredHellingerDivergenceProperties,
  totalVariationDistance,
  totalVariationDistanceProperties,
  triangularDiscrimination,
  triangularDiscriminationProperties,
} from '../../../src/core/index.ts';
import { fields, masses } from '../frame/codec.ts';
import type { LabModel } from '../frame/contract.ts';
import { decimalOf } from '../masses.ts';
import type { CertifiedCore } from '../certified-core.ts';
import { coreBounds, type Reading } from '../reading.ts';

/** Two pmfs on three outcomes, in millionths. */
export interface Setting {
  readonly P: readonly number[];
  readonly Q: readonly number[];
}

interface Way {
  readonly of: string;
  readonly words: string;
  readonly information: boolean;
  readonly value: (p: Pmf, q: Pmf) => number;
  readonly properties: DivergenceProperties;
  /** The relative error that the core states of it, where it is not that of the basic quantities. */
  readonly relativeErrorBound?: number;
  readonly certify?: (core: CertifiedCore, p: Pmf, q: Pmf) => Certified;
}

const u = 2 ** -53;

/** What holds of the two directions together holds of their larger and their smaller value, but for the generator. */
const ofTheTwo: DivergenceProperties = { ...klDivergenceProperties, symmetric: true, generator: null };

const ways = {
  kl: {
    of: '\\KL{P}{Q}',
    words: 'KL divergence of P from Q',
    information: true,
    value: klDivergence,
    properties: klDivergenceProperties,
    certify: (core, p, q) => core.klDivergence(p, q),
  },
  lk: {
    of: '\\KL{Q}{P}',
    words: 'KL divergence of Q from P',
    information: true,
    value: (p, q) => klDivergence(q, p),
    properties: klDivergenceProperties,
    certify: (core, p, q) => core.klDivergence(q, p),
  },
  jeffreys: {
    of: '\\Jeffreys{P}{Q}',
    words: 'Jeffreys divergence, the sum of the two',
    information: true,
    value: jeffreysDivergence,
    properties: jeffreysDivergenceProperties,
  },
  larger: {
    of: '\\max(\\KL{P}{Q}, \\KL{Q}{P})',
    words: 'the larger of the two',
    information: true,
    value: (p, q) => Math.max(klDivergence(p, q), klDivergence(q, p)),
    properties: ofTheTwo,
  },
  smaller: {
    of: '\\min(\\KL{P}{Q}, \\KL{Q}{P})',
    words: 'the smaller of the two',
    information: true,
    value: (p, q) => Math.min(klDivergence(p, q), klDivergence(q, p)),
    properties: ofTheTwo,
  },
  resistor: {
    of: '\\Resistor{P}{Q}',
    words: 'resistor average',
    information: true,
    value: resistorAverageDivergence,
    properties: resistorAverageDivergenceProperties,
    relativeErrorBound: 12 * u,
  },
  jsd: {
    of: '\\JSD{P}{Q}',
    words: 'Jensen–Shannon divergence',
    information: true,
    value: jensenShannonDivergence,
    properties: jensenShannonDivergenceProperties,
    certify: (core, p, q) => core.jensenShannonDivergence(p, q),
  },
  geometric: {
    of: '\\GJS{0.5}{P}{Q}',
    words: 'geometric Jensen–Shannon divergence',
    information: true,
    value: (p, q) => geometricJensenShannonDivergence(p, q),
    properties: geometricJensenShannonDivergenceProperties(),
    relativeErrorBound: 40 * u,
  },
  chernoff: {
    of: '\\ChernoffInfo{P}{Q}',
    words: 'Chernoff information',
    information: true,
    value: chernoffInformation,
    properties: chernoffInformationProperties,
    relativeErrorBound: 40 * u,
  },
  bhattacharyya: {
    of: '\\Bhattacharyya{P}{Q}',
    words: 'Bhattacharyya divergence',
    information: true,
    value: bhattacharyyaDivergence,
    properties: bhattacharyyaDivergenceProperties,
    relativeErrorBound: 14 * u,
  },
  hellinger: {
    of: '\\HellingerSq{P}{Q}',
    words: 'squared Hellinger distance',
    information: false,
    value: squaredHellingerDivergence,
    properties: squaredHellingerDivergenceProperties,
  },
  triangular: {
    of: '\\Triangular{P}{Q}',
    words: 'triangular discrimination',
    information: false,
    value: triangularDiscrimination,
    properties: triangularDiscriminationProperties,
  },
  tv: {
    of: '\\TV{P}{Q}',
    words: 'total variation distance',
    information: false,
    value: totalVariationDistance,
    properties: totalVariationDistanceProperties,
  },
} as const satisfies Record<string, Way>;

export type WayName = keyof typeof ways;
export const wayNames = Object.keys(ways) as readonly WayName[];
export const wayOf = (name: WayName): Way => ways[name];

const pmfs = new WeakMap<readonly number[], Pmf>();
function pmfOf(weights: readonly number[]): Pmf {
  const made = pmfs.get(weights) ?? fromWeights(weights);
  pmfs.set(weights, made);
  return made;
}

export function reading(name: WayName, { P, Q }: Setting): Reading {
  const { of, value, information, certify, relativeErrorBound } = wayOf(name);
  const [p, q] = [pmfOf(P), pmfOf(Q)];
  return {
    of,
    unit: information ? 'nats' : '',
    value: value(p, q),
    ...coreBounds,
    ...(relativeErrorBound && { relativeErrorBound }),
    ...(certify && { certify: (core) => certify(core, p, q) }),
  };
}

/** The ways that speak of information, in nats, or the others, the largest first. */
export function ordered(setting: Setting, information: boolean): readonly WayName[] {
  const value = (name: WayName): number => reading(name, setting).value;
  return wayNames
    .filter((name) => wayOf(name).information === information)
    .sort((a, b) => (value(a) === value(b) ? 0 : value(b) - value(a)));
}

const first: Setting = { P: [100_000, 200_000, 700_000], Q: [800_000, 100_000, 100_000] };

export const presets = [
  { shows: 'the script’s pair', setting: first },
  { shows: 'Q rules an outcome out', setting: { P: [300_000, 300_000, 400_000], Q: [500_000, 0, 500_000] } },
  { shows: 'disjoint supports', setting: { P: [400_000, 600_000, 0], Q: [0, 0, 1_000_000] } },
  { shows: 'nearly equal', setting: { P: [200_000, 300_000, 500_000], Q: [210_000, 290_000, 500_000] } },
] as const;

export const model: LabModel<Setting> = {
  name: 'symmetrisations',
  first,
  codec: fields('1', first, { P: masses(3, 3), Q: masses(3, 3) }),
  givens: ({ P, Q }) => ({ P: P.map(decimalOf), Q: Q.map(decimalOf) }),
  readings: (setting) => wayNames.map((name) => reading(name, setting)),
};
