import { signal } from '@preact/signals';
import { jeffreysDivergence } from '../../../src/core/jeffreys-divergence.ts';
import { jensenShannonDistance } from '../../../src/core/jensen-shannon-distance.ts';
import { jensenShannonDivergence } from '../../../src/core/jensen-shannon-divergence.ts';
import { klDivergence } from '../../../src/core/kl-divergence.ts';
import type { Certified, DivergenceProperties } from '../../../src/core/index.ts';
import type { Pmf } from '../../../src/core/pmf.ts';
import { totalVariationDistance } from '../../../src/core/total-variation-distance.ts';
import type { CertifiedCore } from '../certified-core.ts';

type Declared = Omit<DivergenceProperties, 'generator'>;

export interface Divergence {
  /** In the notation of the site, between two pmfs that are written out. */
  readonly of: (p: string, q: string) => string;
  readonly words: string;
  readonly unit: '' | 'nats';
  /** Absent where it comes with the others of `late.ts`. */
  readonly value?: (p: Pmf, q: Pmf) => number;
  /** In units of 2⁻⁵³, as the core states it. */
  readonly roundings: number;
  readonly certify?: (core: CertifiedCore, p: Pmf, q: Pmf) => Certified;
  /** What the core declares of it, known before the core's function is here. */
  readonly declared: Declared;
}

/** What `RELATIVE_ERROR_BOUND` says of the core's basic quantities. */
const basic = 13;

const endless = (symmetric: boolean): Declared => ({
  symmetric,
  metricPower: null,
  upperBound: null,
  finiteOnDisjointSupports: false,
});
const bounded = (metricPower: number, upperBound: number): Declared => ({
  symmetric: true,
  metricPower,
  upperBound,
  finiteOnDisjointSupports: true,
});

/** Of two arguments in the order of the notation. */
const written =
  (macro: string): Divergence['of'] =>
  (p, q) =>
    `\\${macro}{${p}}{${q}}`;

const renyi = (order: number, words: string): Divergence => ({
  of: written(`Renyi{${order}}`),
  words: `Rényi divergence of order ${words}`,
  unit: 'nats',
  roundings: 60,
  declared: endless(order === 0.5),
});
const log2 = 0.6931471805599453;

export const divergences = {
  kl: {
    of: written('KL'),
    words: 'KL divergence',
    unit: 'nats',
    value: klDivergence,
    roundings: basic,
    certify: (core, p, q) => core.klDivergence(p, q),
    declared: endless(false),
  },
  reverse: {
    of: (p, q) => `\\KL{${q}}{${p}}`,
    words: 'KL divergence with its arguments exchanged',
    unit: 'nats',
    value: (p, q) => klDivergence(q, p),
    roundings: basic,
    certify: (core, p, q) => core.klDivergence(q, p),
    declared: endless(false),
  },
  jeffreys: {
    of: written('Jeffreys'),
    words: 'Jeffreys divergence',
    unit: 'nats',
    value: jeffreysDivergence,
    roundings: basic,
    certify: (core, p, q) => core.jeffreysDivergence(p, q),
    declared: endless(true),
  },
  jsd: {
    of: written('JSD'),
    words: 'Jensen–Shannon divergence',
    unit: 'nats',
    value: jensenShannonDivergence,
    roundings: basic,
    certify: (core, p, q) => core.jensenShannonDivergence(p, q),
    declared: bounded(0.5, log2),
  },
  jsdist: {
    of: written('JSDist'),
    words: 'root of the Jensen–Shannon divergence',
    unit: '',
    value: jensenShannonDistance,
    roundings: basic,
    certify: (core, p, q) => core.jensenShannonDistance(p, q),
    declared: bounded(1, Math.sqrt(log2)),
  },
  tv: {
    of: written('TV'),
    words: 'total variation distance',
    unit: '',
    value: totalVariationDistance,
    roundings: basic,
    certify: (core, p, q) => core.totalVariationDistance(p, q),
    declared: bounded(1, 1),
  },
  hellinger: {
    of: written('Hellinger'),
    words: 'Hellinger distance',
    unit: '',
    roundings: 6,
    declared: bounded(1, 1),
  },
  hellingerSq: {
    of: written('HellingerSq'),
    words: 'squared Hellinger distance',
    unit: '',
    roundings: 9,
    declared: bounded(0.5, 1),
  },
  triangular: {
    of: written('Triangular'),
    words: 'triangular discrimination',
    unit: '',
    roundings: 7,
    declared: bounded(0.5, 2),
  },
  chiSq: {
    of: written('ChiSq'),
    words: 'chi-squared divergence of Pearson',
    unit: '',
    roundings: 7,
    declared: endless(false),
  },
  neyman: {
    of: written('Neyman'),
    words: 'chi-squared divergence of Neyman',
    unit: '',
    roundings: 7,
    declared: endless(false),
  },
  bhattacharyya: {
    of: written('Bhattacharyya'),
    words: 'Bhattacharyya divergence',
    unit: 'nats',
    roundings: 14,
    declared: endless(true),
  },
  renyi0: renyi(0, 'zero'),
  renyiHalf: renyi(0.5, 'one half'),
  renyi2: renyi(2, 'two'),
  geometric: {
    of: written('GJS{0.5}'),
    words: 'geometric Jensen–Shannon divergence',
    unit: 'nats',
    roundings: 40,
    declared: endless(true),
  },
  wasserstein: {
    of: written('W{1}'),
    words: 'Wasserstein distance of order one, of outcomes in a row, one step apart',
    unit: '',
    roundings: 6,
    certify: (core, p, q) => {
      const { onLine } = latecomers.value!;
      return core.wassersteinDistance(onLine(p), onLine(q));
    },
    declared: { symmetric: true, metricPower: 1, upperBound: null, finiteOnDisjointSupports: true },
  },
} as const satisfies Readonly<Record<string, Divergence>>;

export type DivergenceName = keyof typeof divergences;
export const divergenceNames = Object.keys(divergences) as readonly DivergenceName[];
export const divergenceOf = (name: DivergenceName): Divergence => divergences[name];

type Latecomers = typeof import('./late.ts');

/** What is drawn while they are missing is drawn again when they come. */
const latecomers = signal<Latecomers | undefined>(undefined);
let coming: Promise<void> | undefined;

/** Fetches the others, once. Where that fails, the next one that is chosen tries again. */
export function loadLatecomers(): Promise<void> {
  coming ??= import('./late.ts').then(
    (found) => void (latecomers.value = found),
    () => void (coming = undefined),
  );
  return coming;
}

export const isHere = (name: DivergenceName): boolean =>
  divergenceOf(name).value !== undefined || latecomers.value !== undefined;

/** The core's function of a divergence that is here. */
export function functionOf(name: DivergenceName): (p: Pmf, q: Pmf) => number {
  const late: Readonly<Record<string, (p: Pmf, q: Pmf) => number>> = latecomers.peek()?.late ?? {};
  return divergenceOf(name).value ?? late[name]!;
}
