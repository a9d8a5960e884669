import { fromWeights } from '../../../src/core/index.ts';
import { fields, word } from '../frame/codec.ts';
import type { LabModel } from '../frame/contract.ts';
import { decimalOf } from '../masses.ts';
import { coreBounds, type Reading } from '../reading.ts';
import { type Candidate, candidates, type Demand } from './candidates.ts';

export const supports = ['same', 'differ', 'disjoint'] as const;
export const hands = ['masses', 'samples', 'densities'] as const;
export const needs = ['no', 'yes'] as const;
type Need = (typeof needs)[number];

/** What a reader has, and needs. */
export interface Setting {
  readonly supports: (typeof supports)[number];
  readonly hand: (typeof hands)[number];
  readonly gradient: Need;
  readonly metric: Need;
  readonly bounded: Need;
  readonly places: Need;
}

export type CandidateName = keyof typeof candidates;
export const candidateNames = Object.keys(candidates) as readonly CandidateName[];
export const candidateOf = (name: CandidateName): Candidate => candidates[name];

export function demandsOf(setting: Setting): readonly Demand[] {
  const { hand } = setting;
  const asked: Demand[] = [];
  if (setting.supports !== 'same') asked.push(setting.supports === 'differ' ? 'differing' : 'disjoint');
  if (hand !== 'masses') asked.push(hand);
  for (const need of ['gradient', 'metric', 'bounded', 'places'] as const)
    if (setting[need] === 'yes') asked.push(need);
  return asked;
}

interface Answer {
  readonly demand: Demand;
  readonly meets: boolean;
  readonly says: string;
  /** The place of the site that shows it. */
  readonly at: string;
}

const phrases: Readonly<Record<Demand, { readonly yes: string; readonly no: string }>> = {
  differing: {
    yes: 'finite where the supports differ but overlap',
    no: 'infinite where either support leaves the other',
  },
  disjoint: { yes: 'finite on disjoint supports', no: 'infinite on disjoint supports' },
  samples: { yes: 'computed from samples as they are', no: 'at its extreme for samples of two densities' },
  densities: {
    yes: 'closed form between normal densities',
    no: 'no closed form between normal densities is known here',
  },
  gradient: { yes: 'a gradient on disjoint supports', no: 'no gradient on disjoint supports' },
  metric: { yes: 'a metric', no: 'neither it nor its root is a metric' },
  bounded: { yes: 'bounded', no: 'no upper bound' },
  places: { yes: 'sees how far apart outcomes are', no: 'blind to where outcomes lie' },
};

export function meets({ properties, meets: own }: Candidate, demand: Demand): boolean {
  if (demand === 'disjoint') return properties.finiteOnDisjointSupports;
  if (demand === 'metric') return properties.metricPower !== null;
  if (demand === 'bounded') return properties.upperBound !== null;
  return own[demand];
}

export function answer(name: CandidateName, demand: Demand): Answer {
  const candidate = candidateOf(name);
  const met = meets(candidate, demand);
  const { metricPower } = candidate.properties;
  const rooted = demand === 'metric' && metricPower !== null && metricPower !== 1;
  const usual = rooted ? 'its square root is a metric' : phrases[demand][met ? 'yes' : 'no'];
  return { demand, meets: met, says: candidate.says?.[demand] ?? usual, at: candidate.at[demand] };
}

export const failures = (name: CandidateName, setting: Setting): readonly Answer[] =>
  demandsOf(setting)
    .map((demand) => answer(name, demand))
    .filter((given) => !given.meets);

/** Two pmfs in millionths with supports as a reader says. */
const pairs = {
  same: { P: [100_000, 200_000, 700_000], Q: [800_000, 100_000, 100_000] },
  differ: { P: [300_000, 300_000, 400_000], Q: [500_000, 0, 500_000] },
  disjoint: { P: [400_000, 600_000, 0], Q: [0, 0, 1_000_000] },
} as const;

export const pairOf = (setting: Setting): { readonly P: readonly number[]; readonly Q: readonly number[] } =>
  pairs[setting.supports];

export function reading(name: CandidateName, setting: Setting): Reading {
  const { of, unit, value, certify, relativeErrorBound, absoluteErrorBound } = candidateOf(name);
  const { P, Q } = pairOf(setting);
  const [p, q] = [fromWeights(P), fromWeights(Q)];
  return {
    of,
    unit,
    value: value(p, q),
    ...coreBounds,
    ...(relativeErrorBound && { relativeErrorBound }),
    ...(absoluteErrorBound && { absoluteErrorBound }),
    ...(certify && { certify: (core) => certify(core, p, q) }),
  };
}

const first: Setting = {
  supports: 'same',
  hand: 'masses',
  gradient: 'no',
  metric: 'no',
  bounded: 'no',
  places: 'no',
};

export const presets = [
  { shows: 'all of them', setting: first },
  { shows: 'a classifier’s answers', setting: { ...first, supports: 'differ', bounded: 'yes' } },
  {
    shows: 'a generator that starts apart',
    setting: { ...first, supports: 'disjoint', hand: 'samples', gradient: 'yes' },
  },
  { shows: 'two normal densities', setting: { ...first, hand: 'densities' } },
  {
    shows: 'histograms of ages',
    setting: { ...first, supports: 'disjoint', metric: 'yes', places: 'yes' },
  },
] as const satisfies readonly { readonly shows: string; readonly setting: Setting }[];

export const model: LabModel<Setting> = {
  name: 'chooser',
  first,
  codec: fields('1', first, {
    supports: word(supports),
    hand: word(hands),
    gradient: word(needs),
    metric: word(needs),
    bounded: word(needs),
    places: word(needs),
  }),
  givens: (setting) => {
    const { P, Q } = pairOf(setting);
    return { P: P.map(decimalOf), Q: Q.map(decimalOf) };
  },
  readings: (setting) => candidateNames.map((name) => reading(name, setting)),
};
