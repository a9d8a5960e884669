import {
  type Enclosure,
  fromWeights,
  jensenShannonDivergence,
  klDivergence,
} from '../../../src/core/index.ts';
import { fields, integer, masses } from '../frame/codec.ts';
import type { LabModel } from '../frame/contract.ts';
import { decimal, type Grid } from '../frame/grid.ts';
import { decimalOf } from '../masses.ts';
import { coreBounds, type Reading } from '../reading.ts';
import {
  addedExcess,
  clippedExcess,
  epsilon,
  growthPerDecade,
  type Treated,
  type Treatment,
  treatedValue,
  treatments,
  uniformShare,
} from './treated.ts';

export type Setting = Treated;

/** Minus the decimal logarithm of ε. */
export const grid: Grid = { places: 2, least: 0, most: 1600, step: 25 };
const outcomes = 3;

const e = '10^{-s}';
const larger = (of: 'P' | 'Q'): string => `\\max(${of}(x), ${e})`;
const sums: Readonly<Record<Treatment, string>> = {
  clip: `\\sum_x P(x) \\log\\frac{P(x)}{${larger('Q')}}`,
  both: `\\sum_x ${larger('P')} \\log\\frac{${larger('P')}}{${larger('Q')}}`,
  add: `\\sum_x P(x) \\log\\frac{P(x)}{Q(x) + ${e}}`,
  smooth: `\\sum_x P(x) \\log\\frac{P(x) (1 + ${outcomes} \\cdot ${e})}{Q(x) + ${e}}`,
  mix: `\\sum_x P(x) \\log\\frac{P(x)}{(1 - ${e}) Q(x) + \\frac{${e}}{${outcomes}}}`,
};

const number = (of: string, value: Enclosure): Reading => ({ of, unit: '', ...value });

export const treatedReading = (way: Treatment, setting: Setting): Reading => ({
  of: sums[way],
  unit: 'nats',
  ...treatedValue(way, setting),
});

const pair = ({ P, Q }: Setting) => [fromWeights(P), fromWeights(Q)] as const;

export function klReading(setting: Setting): Reading {
  const [p, q] = pair(setting);
  const certify: Reading['certify'] = (core) => core.klDivergence(p, q);
  return { of: '\\KL{P}{Q}', unit: 'nats', value: klDivergence(p, q), ...coreBounds, certify };
}

export function jsdReading(setting: Setting): Reading {
  const [p, q] = pair(setting);
  const certify: Reading['certify'] = (core) => core.jensenShannonDivergence(p, q);
  return { of: '\\JSD{P}{Q}', unit: 'nats', value: jensenShannonDivergence(p, q), ...coreBounds, certify };
}

export const epsilonReading = ({ s }: Setting): Reading => number(e, epsilon(s));

export const clippedReading = (of: 'P' | 'Q', setting: Setting): Reading =>
  number(`\\sum_x ${larger(of)} - 1`, clippedExcess(setting[of], setting.s));

export const addedReading = ({ s }: Setting): Reading =>
  number(`${outcomes} \\cdot ${e}`, addedExcess(outcomes, s));

export const uniformReading = ({ s }: Setting): Reading =>
  number(`\\frac{${outcomes} \\cdot ${e}}{1 + ${outcomes} \\cdot ${e}}`, uniformShare(outcomes, s));

/** What a tenth of ε adds to each finite number in the end; undefined where Q has mass wherever P has. */
export function growthReading({ P, Q }: Setting): Reading | undefined {
  const mass = P.reduce((sum, p, x) => (Q[x] === 0 ? sum + p : sum), 0);
  if (mass === 0) return undefined;
  return { of: `${decimalOf(mass)} \\log 10`, unit: 'nats', ...growthPerDecade(mass) };
}

const first: Setting = { P: [300_000, 300_000, 400_000], Q: [500_000, 0, 500_000], s: 700 };

export const presets = [
  { shows: 'one zero in Q', setting: first },
  { shows: 'disjoint supports', setting: { P: [400_000, 600_000, 0], Q: [0, 0, 1_000_000], s: 700 } },
  {
    shows: 'clipped below zero',
    setting: { P: [980_000, 10_000, 10_000], Q: [1_000_000, 0, 0], s: 200 },
  },
  {
    shows: 'equal, and yet not zero',
    setting: { P: [980_000, 10_000, 10_000], Q: [980_000, 10_000, 10_000], s: 150 },
  },
  {
    shows: 'nothing to repair',
    setting: { P: [300_000, 300_000, 400_000], Q: [500_000, 200_000, 300_000], s: 700 },
  },
] as const satisfies readonly { readonly shows: string; readonly setting: Setting }[];

export const model: LabModel<Setting> = {
  name: 'zeros-and-epsilon',
  first,
  codec: fields('1', first, {
    P: masses(outcomes, outcomes),
    Q: masses(outcomes, outcomes),
    s: integer(grid.least, grid.most),
  }),
  givens: ({ P, Q, s }) => ({ P: P.map(decimalOf), Q: Q.map(decimalOf), s: decimal(grid, s) }),
  readings: (setting) => {
    const growth = growthReading(setting);
    return [
      klReading(setting),
      ...treatments.map((way) => treatedReading(way, setting)),
      jsdReading(setting),
      epsilonReading(setting),
      clippedReading('P', setting),
      clippedReading('Q', setting),
      addedReading(setting),
      uniformReading(setting),
      ...(growth ? [growth] : []),
    ];
  },
};
