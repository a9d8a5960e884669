import {
  bhattacharyyaDivergence,
  bhattacharyyaDivergenceProperties,
  type Certified,
  type DivergenceProperties,
  energyDistance,
  energyDistanceProperties,
  jeffreysDivergence,
  jeffreysDivergenceProperties,
  jensenShannonDivergence,
  jensenShannonDivergenceProperties,
  klDivergence,
  klDivergenceProperties,
  type Pmf,
  pointsOnLine,
  sinkhornDivergence,
  sinkhornDivergenceProperties,
  squaredHellingerDivergence,
  squaredHellingerDivergenceProperties,
  totalVariationDistance,
  totalVariationDistanceProperties,
  type WeightedPoints,
  wassersteinDistance,
  wassersteinDistanceProperties,
} from '../../../src/core/index.ts';
import type { CertifiedCore } from '../certified-core.ts';

/** What can be asked of a divergence. */
export const demands = [
  'differing',
  'disjoint',
  'samples',
  'densities',
  'gradient',
  'metric',
  'bounded',
  'places',
] as const;
export type Demand = (typeof demands)[number];

/** The demands that the core declares nothing about. */
type Undeclared = Exclude<Demand, 'disjoint' | 'metric' | 'bounded'>;

export interface Candidate {
  readonly of: string;
  readonly words: string;
  readonly unit: '' | 'nats';
  readonly value: (p: Pmf, q: Pmf) => number;
  readonly relativeErrorBound?: number;
  readonly absoluteErrorBound?: number;
  readonly certify?: (core: CertifiedCore, p: Pmf, q: Pmf) => Certified;
  readonly properties: DivergenceProperties;
  readonly meets: Readonly<Record<Undeclared, boolean>>;
  /** Where the site defines it. */
  readonly home: string;
  /** Where the site shows what it meets, and what it fails. */
  readonly at: Readonly<Record<Demand, string>>;
  /** Where the words that all share would not be right. */
  readonly says?: Readonly<Partial<Record<Demand, string>>>;
}

const u = 2 ** -53;

const onLine = (p: Pmf): WeightedPoints =>
  pointsOnLine(
    p.map((_, x) => x),
    p,
  );

/** The distance between outcomes one step apart, as a cost. */
const steps = (n: number): Float64Array =>
  Float64Array.from({ length: n * n }, (_, k) => Math.abs(Math.floor(k / n) - (k % n)));

const apart = '/transport/disjoint-supports/';
const threeOfMasses = '/divergences/total-variation-hellinger-chi-squared/';
const energy = '/divergences/integral-probability-metrics/#energy';

/** What is computed from the two masses of each outcome. */
const ofMasses = {
  meets: { differing: true, samples: false, densities: true, gradient: false, places: false },
  at: {
    differing: `${apart}#extremes`,
    disjoint: `${apart}#extremes`,
    samples: `${apart}#pitfalls`,
    densities: `${apart}#normals`,
    gradient: `${apart}#extremes`,
    bounded: `${apart}#extremes`,
    places: `${apart}#constant`,
  },
} as const;

/** What is computed from where the outcomes lie as well. */
const ofPlaces = {
  meets: { differing: true, samples: true, densities: true, gradient: true, places: true },
  at: {
    differing: '/transport/wasserstein/#tv-bounds',
    disjoint: `${apart}#separate`,
    samples: '/transport/wasserstein/#monotone-optimal',
    densities: '/transport/wasserstein/#normal-line',
    gradient: `${apart}#shift`,
    metric: '/transport/wasserstein/#metric',
    bounded: `${apart}#shift`,
    places: `${apart}#three-points`,
  },
} as const;

/** One place that shows all of it. */
const ofPlacesAt = (at: string): Record<Demand, string> =>
  Object.fromEntries(demands.map((demand) => [demand, at])) as Record<Demand, string>;

export const candidates = {
  kl: {
    of: '\\KL{P}{Q}',
    words: 'Kullback–Leibler divergence',
    unit: 'nats',
    value: klDivergence,
    certify: (core, p, q) => core.klDivergence(p, q),
    properties: klDivergenceProperties,
    meets: { ...ofMasses.meets, differing: false },
    home: '/divergences/kl/#kl',
    at: {
      ...ofMasses.at,
      differing: '/divergences/kl/#finite',
      disjoint: '/divergences/kl/#finite',
      densities: '/divergences/kl-closed-forms/#normal',
      metric: '/divergences/kl-properties/#asymmetric',
      bounded: '/divergences/kl/#finite',
    },
    says: { differing: 'infinite where P has what Q rules out' },
  },
  jeffreys: {
    of: '\\Jeffreys{P}{Q}',
    words: 'Jeffreys divergence',
    unit: 'nats',
    value: jeffreysDivergence,
    properties: jeffreysDivergenceProperties,
    meets: { ...ofMasses.meets, differing: false },
    home: '/divergences/symmetrised/#jeffreys',
    at: {
      ...ofMasses.at,
      differing: '/divergences/kl/#finite',
      disjoint: '/divergences/symmetrised/#unbounded',
      densities: '/divergences/kl-closed-forms/#normal',
      metric: '/divergences/symmetrised/#roots',
      bounded: '/divergences/symmetrised/#unbounded',
    },
  },
  bhattacharyya: {
    of: '\\Bhattacharyya{P}{Q}',
    words: 'Bhattacharyya divergence',
    unit: 'nats',
    value: bhattacharyyaDivergence,
    relativeErrorBound: 14 * u,
    properties: bhattacharyyaDivergenceProperties,
    meets: ofMasses.meets,
    home: '/divergences/symmetrised/#chernoff',
    at: {
      ...ofMasses.at,
      differing: '/divergences/symmetrised/#unbounded',
      disjoint: '/divergences/symmetrised/#unbounded',
      metric: '/divergences/symmetrised/#unbounded',
      bounded: '/divergences/symmetrised/#unbounded',
    },
  },
  jsd: {
    of: '\\JSD{P}{Q}',
    words: 'Jensen–Shannon divergence',
    unit: 'nats',
    value: jensenShannonDivergence,
    certify: (core, p, q) => core.jensenShannonDivergence(p, q),
    properties: jensenShannonDivergenceProperties,
    meets: { ...ofMasses.meets, densities: false },
    home: '/divergences/jensen-shannon/#jsd',
    at: {
      ...ofMasses.at,
      differing: '/divergences/jensen-shannon/#bounds',
      densities: '/divergences/kl-closed-forms/#vectors',
      gradient: '/divergences/jensen-shannon/#saturation',
      metric: '/divergences/jensen-shannon-metric/#metric',
      bounded: '/divergences/jensen-shannon/#bounds',
    },
  },
  tv: {
    of: '\\TV{P}{Q}',
    words: 'total variation distance',
    unit: '',
    value: totalVariationDistance,
    certify: (core, p, q) => core.totalVariationDistance(p, q),
    properties: totalVariationDistanceProperties,
    meets: ofMasses.meets,
    home: `${threeOfMasses}#total-variation`,
    at: {
      ...ofMasses.at,
      differing: `${threeOfMasses}#tv-metric`,
      metric: `${threeOfMasses}#tv-metric`,
      bounded: `${threeOfMasses}#tv-metric`,
    },
  },
  hellinger: {
    of: '\\HellingerSq{P}{Q}',
    words: 'squared Hellinger distance',
    unit: '',
    value: squaredHellingerDivergence,
    properties: squaredHellingerDivergenceProperties,
    meets: ofMasses.meets,
    home: `${threeOfMasses}#hellinger`,
    at: {
      ...ofMasses.at,
      differing: `${threeOfMasses}#hellinger-metric`,
      metric: `${threeOfMasses}#hellinger-metric`,
      bounded: `${threeOfMasses}#hellinger-metric`,
    },
  },
  w1: {
    of: '\\W{1}{P}{Q}',
    words: 'Wasserstein distance of first order',
    unit: '',
    value: (p, q) => wassersteinDistance(onLine(p), onLine(q)),
    certify: (core, p, q) => core.wassersteinDistance(onLine(p), onLine(q)),
    properties: wassersteinDistanceProperties,
    meets: ofPlaces.meets,
    home: '/transport/wasserstein/#wp',
    at: { ...ofPlaces.at, densities: `${apart}#shift` },
  },
  w2: {
    of: '\\W{2}{P}{Q}',
    words: 'Wasserstein distance of second order',
    unit: '',
    value: (p, q) => wassersteinDistance(onLine(p), onLine(q), { order: 2 }),
    properties: wassersteinDistanceProperties,
    meets: ofPlaces.meets,
    home: '/transport/wasserstein/#wp',
    at: ofPlaces.at,
  },
  sinkhorn: {
    of: '\\Sinkhorn{1}{1}{P}{Q}',
    words: 'Sinkhorn divergence',
    unit: '',
    value: (p, q) => sinkhornDivergence(p, q, steps(p.length), { epsilon: 1, tolerance: 1e-13 }),
    absoluteErrorBound: 1e-11,
    properties: sinkhornDivergenceProperties,
    meets: { ...ofPlaces.meets, densities: false },
    home: '/transport/entropic/#sinkhorn-divergence',
    at: {
      ...ofPlacesAt('/transport/entropic/#debiased'),
      samples: '/transport/entropic/#projection',
      metric: '/transport/entropic/#debiased-nonneg',
    },
    says: { metric: 'not known to be a metric' },
  },
  energy: {
    of: '\\Energy{P}{Q}',
    words: 'energy distance',
    unit: '',
    value: (p, q) => energyDistance(onLine(p), onLine(q)),
    properties: energyDistanceProperties,
    meets: { ...ofPlaces.meets, densities: false },
    home: energy,
    at: ofPlacesAt(energy),
  },
} as const satisfies Record<string, Candidate>;
