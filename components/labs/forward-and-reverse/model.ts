import type { Enclosure } from '../../../src/core/index.ts';
import { fields, integer, word } from '../frame/codec.ts';
import type { Givens, LabModel } from '../frame/contract.ts';
import { decimal, type Grid, toNumber } from '../frame/grid.ts';
import type { Reading } from '../reading.ts';
import { divergence, type Mixture, type Normal } from './densities.ts';
import { descent, type Direction, reverseMinima } from './surface.ts';

export const directions = ['forward', 'reverse'] as const satisfies readonly Direction[];

/** The mixture and the normal in hundredths, and which divergence the map shows. */
export interface Setting {
  readonly left: number;
  readonly right: number;
  /** The share of the left bump. */
  readonly weight: number;
  readonly mean: number;
  readonly deviation: number;
  readonly map: Direction;
}

/** The bumps stay apart: where they are one, there is nothing to tell. */
export const grids = {
  left: { places: 2, least: -400, most: -50, step: 10 },
  right: { places: 2, least: 50, most: 400, step: 10 },
  weight: { places: 2, least: 5, most: 95, step: 5 },
  mean: { places: 2, least: -600, most: 600, step: 10 },
  deviation: { places: 2, least: 20, most: 400, step: 10 },
} as const satisfies Record<string, Grid>;

const hundredths = { places: 2 } as const;
const number = (value: number): number => toNumber(hundredths, value);
const text = (value: number): string => decimal(hundredths, value);

export const mixtureOf = ({ left, right, weight }: Setting): Mixture => ({
  left: number(left),
  right: number(right),
  weight: number(weight),
});
export const normalOf = ({ mean, deviation }: Pick<Setting, 'mean' | 'deviation'>): Normal => ({
  mean: number(mean),
  deviation: number(deviation),
});

const p = ({ left, right, weight }: Setting): string =>
  `{${text(weight)} \\mathcal{N}(${text(left)}, 1) + ${text(100 - weight)} \\mathcal{N}(${text(right)}, 1)}`;
const q = ({ mean, deviation }: Pick<Setting, 'mean' | 'deviation'>): string =>
  `{\\mathcal{N}(${text(mean)}, ${text(deviation)}^2)}`;

/** The divergence in a direction at a normal whose parameters are hundredths. */
export const valueAt = (direction: Direction, setting: Setting): Reading => ({
  of: `\\KL${direction === 'forward' ? p(setting) + q(setting) : q(setting) + p(setting)}`,
  unit: 'nats',
  ...divergence(mixtureOf(setting), normalOf(setting), direction),
});

const u = 2 ** -53;
const rounded = (value: number, roundings: number): Enclosure => ({
  value,
  relativeErrorBound: roundings * u,
  absoluteErrorBound: 0,
});

type Fitted = Pick<Setting, 'mean' | 'deviation'>;

interface Fits {
  readonly forward: Record<'mean' | 'deviation' | 'least', Reading>;
  readonly reverse: readonly (Fitted & { readonly least: Reading })[];
}

let last: { readonly key: string; readonly fits: Fits } | undefined;

/** The best fits to p, whatever q is: made once for each p. */
function fitsTo(setting: Setting): Fits {
  const key = p(setting);
  if (last?.key === key) return last.fits;
  const fits: Fits = { forward: byMoments(setting), reverse: bySearch(setting) };
  last = { key, fits };
  return fits;
}

/** The best fit of D(p ‖ q). */
export const forwardFit = (setting: Setting): Fits['forward'] => fitsTo(setting).forward;

/** Every best fit of D(q ‖ p), to the hundredth, from left to right. */
export const reverseFits = (setting: Setting): Fits['reverse'] => fitsTo(setting).reverse;

/** The mean and the variance of p, which are decimals of four and of eight places. */
function byMoments(setting: Setting): Fits['forward'] {
  const { left, right, weight } = setting;
  const gap = right - left;
  const mean = decimal({ places: 4 }, weight * left + (100 - weight) * right);
  const variance = decimal({ places: 8 }, 1e8 + weight * (100 - weight) * gap * gap);
  const fit: Normal = { mean: Number(mean), deviation: Math.sqrt(Number(variance)) };
  return {
    mean: { of: mean, unit: '', ...rounded(fit.mean, 2) },
    deviation: { of: `\\sqrt{${variance}}`, unit: '', ...rounded(fit.deviation, 3) },
    least: {
      of: `\\KL${p(setting)}{\\mathcal{N}(${mean}, ${variance})}`,
      unit: 'nats',
      ...divergence(mixtureOf(setting), fit, 'forward'),
    },
  };
}

const clamp = ({ least, most }: Grid, value: number): number => Math.min(most, Math.max(least, value));
const nearest = ({ mean, deviation }: Normal): Fitted => ({
  mean: clamp(grids.mean, Math.round(100 * mean)) + 0,
  deviation: clamp(grids.deviation, Math.round(100 * deviation)),
});

function bySearch(setting: Setting): Fits['reverse'] {
  return reverseMinima(mixtureOf(setting))
    .map(nearest)
    .sort((one, other) => one.mean - other.mean)
    .map((fit) => ({ ...fit, least: valueAt('reverse', { ...setting, ...fit }) }));
}

/** Where the search from here goes by the divergence of the map. */
export const pathOf = (setting: Setting): readonly Normal[] =>
  descent(mixtureOf(setting), setting.map, normalOf(setting));

/** The setting at the end of that path. */
export function descend(setting: Setting): Setting {
  const end = nearest(descent(mixtureOf(setting), setting.map, normalOf(setting), 2000).at(-1)!);
  return { ...setting, ...end };
}

export const givensOf = (setting: Setting): Givens => ({
  '\\lambda': text(setting.weight),
  left: text(setting.left),
  right: text(setting.right),
  '\\mu': text(setting.mean),
  '\\sigma': text(setting.deviation),
});

const first: Setting = { left: -300, right: 300, weight: 40, mean: -50, deviation: 150, map: 'reverse' };

export const presets = [
  { shows: 'where a search may end', setting: first },
  { shows: 'one fit covers both', setting: { ...first, map: 'forward' } },
  { shows: 'a small bump far away', setting: { ...first, left: -400, right: 300, weight: 10, mean: -300 } },
  { shows: 'bumps that merge', setting: { ...first, left: -100, right: 100, weight: 50, deviation: 250 } },
] as const satisfies readonly { readonly shows: string; readonly setting: Setting }[];

export const model: LabModel<Setting> = {
  name: 'forward-and-reverse',
  first,
  codec: fields('1', first, {
    left: integer(grids.left.least, grids.left.most),
    right: integer(grids.right.least, grids.right.most),
    weight: integer(grids.weight.least, grids.weight.most),
    mean: integer(grids.mean.least, grids.mean.most),
    deviation: integer(grids.deviation.least, grids.deviation.most),
    map: word(directions),
  }),
  givens: givensOf,
  readings: (setting) => [
    ...directions.map((direction) => valueAt(direction, setting)),
    ...Object.values(forwardFit(setting)),
    ...reverseFits(setting).map(({ least }) => least),
  ],
};
