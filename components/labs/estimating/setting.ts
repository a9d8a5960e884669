import { fields, integer, word } from '../frame/codec.ts';
import { decimal, type Grid, toNumber } from '../frame/grid.ts';
import { type Kind, kinds, type Size, sizes, sizesOf } from './kinds.ts';

/** P is N(0, 1); Q has its mean and standard deviation in hundredths. */
export interface Setting {
  readonly kind: Kind;
  /** The size of which the numbers are shown. */
  readonly size: Size;
  readonly mean: number;
  readonly width: number;
  readonly bins: number;
  readonly neighbours: number;
  readonly seed: number;
}

export const grids = {
  mean: { places: 2, least: -200, most: 200, step: 5 },
  width: { places: 2, least: 50, most: 200, step: 5 },
  bins: { places: 0, least: 3, most: 12, step: 1 },
  neighbours: { places: 0, least: 1, most: 9, step: 1 },
  seed: { places: 0, least: 1, most: 9999, step: 1 },
} as const satisfies Record<string, Grid>;
export type Parameter = keyof typeof grids;

const concerned: Readonly<Record<Kind, readonly Parameter[]>> = {
  bins: ['mean', 'width', 'bins'],
  neighbours: ['mean', 'width', 'neighbours'],
  plugIn: ['bins'],
  corrected: ['bins'],
  transport: ['mean', 'width'],
  cube: [],
};

export const concerns = (kind: Kind, parameter: Parameter): boolean =>
  parameter === 'seed' || concerned[kind].includes(parameter);

export const countsBins = ({ kind }: Pick<Setting, 'kind'>): boolean => concerned[kind].includes('bins');

/** Settings with the same key have the same samples and estimates. */
export const keyOf = (setting: Setting): string =>
  [setting.kind, ...concerned[setting.kind].map((parameter) => setting[parameter]), setting.seed].join('~');

/** The size of which numbers are shown: the largest that there is, where the one that was chosen is larger. */
export function sizeOf({ kind, size }: Pick<Setting, 'kind' | 'size'>, series = 0): Size {
  const known = sizesOf(kind, series);
  return known.includes(size) ? size : known.at(-1)!;
}

export const textOf = (parameter: Parameter, setting: Setting): string =>
  decimal(grids[parameter], setting[parameter]);
export const numberOf = (parameter: Parameter, setting: Setting): number =>
  toNumber(grids[parameter], setting[parameter]);

/** Samples that nobody has seen yet. */
export const drawAgain = (setting: Setting): Setting => ({
  ...setting,
  seed: setting.seed === grids.seed.most ? grids.seed.least : setting.seed + 1,
});

export const first: Setting = {
  kind: 'bins',
  size: '1000',
  mean: 100,
  width: 100,
  bins: 4,
  neighbours: 1,
  seed: 1,
};

export const presets = [
  { shows: 'what bins take away', setting: first },
  { shows: 'an empty bin of Q', setting: { ...first, size: '30', mean: 50, bins: 8 } },
  { shows: 'nearest neighbours', setting: { ...first, kind: 'neighbours', size: '100' } },
  {
    shows: 'nothing to find',
    setting: { ...first, kind: 'transport', mean: 0, width: 100, size: '100' },
  },
  { shows: 'an entropy that is too low', setting: { ...first, kind: 'plugIn', bins: 12, size: '10' } },
  { shows: 'the rate by dimension', setting: { ...first, kind: 'cube', size: '300' } },
] as const satisfies readonly { readonly shows: string; readonly setting: Setting }[];

const within = ({ least, most }: Grid) => integer(least, most);

export const codec = fields('1', first, {
  kind: word(kinds),
  size: word(sizes),
  mean: within(grids.mean),
  width: within(grids.width),
  bins: within(grids.bins),
  neighbours: within(grids.neighbours),
  seed: within(grids.seed),
});
