import {
  entropy,
  type Enclosure,
  fromWeights,
  jensenShannonDivergence,
  klDivergence,
  normal,
  normalKlDivergence,
  type Pmf,
  totalVariationDistance,
} from '../../../src/core/index.ts';
import { fields, integer, word } from '../frame/codec.ts';
import type { LabModel } from '../frame/contract.ts';
import { decimal, type Grid, toNumber } from '../frame/grid.ts';
import { coreBounds, type Reading } from '../reading.ts';
import {
  jensenShannonOfShift,
  jensenShannonSlope,
  totalVariationOfShift,
  totalVariationSlope,
} from './shifted-normals.ts';

export const shapes = ['points', 'uniforms', 'normals'] as const;
export type Shape = (typeof shapes)[number];

/** How far Q is from P, and their half-width or standard deviation, in hundredths. */
export interface Setting {
  readonly shape: Shape;
  readonly shift: number;
  readonly width: number;
}

export const shiftGrid: Grid = { places: 2, least: 0, most: 300, step: 5 };
export const widthGrid: Grid = { places: 2, least: 5, most: 30, step: 1 };

export const quantities = ['kl', 'jsd', 'tv', 'w'] as const;
export type QuantityName = (typeof quantities)[number];

export const wordsOf: Readonly<Record<QuantityName, string>> = {
  kl: 'KL divergence of P from Q',
  jsd: 'Jensen–Shannon divergence of P and Q',
  tv: 'total variation distance of P and Q',
  w: 'Wasserstein distance of order one of P and Q',
};

/** What the notation calls the two distributions; of point masses it is a pmf on the one or two points. */
const pairOf: Readonly<Record<Shape, string>> = {
  points: '{P}{Q}',
  uniforms: '{\\mathcal{U}(-a, a)}{\\mathcal{U}(t - a, t + a)}',
  normals: '{\\mathcal{N}(0, a^2)}{\\mathcal{N}(t, a^2)}',
};

const u = 2 ** -53;
const exactly = (value: number): Enclosure => ({ value, relativeErrorBound: 0, absoluteErrorBound: 0 });
const rounded = (value: number, roundings: number): Enclosure => ({
  value,
  relativeErrorBound: roundings * u,
  absoluteErrorBound: 0,
});

export const overlaps = ({ shape, shift, width }: Setting): boolean =>
  shape === 'normals' || (shape === 'uniforms' ? shift < 2 * width : shift === 0);

/** Point masses and uniforms as pmfs on the pieces on which both densities are constant. */
function pieces({ shape, shift, width }: Setting): readonly [Pmf, Pmf] {
  const common = shape === 'points' ? (shift === 0 ? 1 : 0) : Math.max(0, 2 * width - shift);
  const own = shape === 'points' ? 1 - common : Math.min(shift, 2 * width);
  return [fromWeights([own, common, 0]), fromWeights([0, common, own])];
}

/** How far apart the two are in standard deviations. */
const tauOf = ({ shift, width }: Setting): number => shift / width;

function normalValue(name: 'kl' | 'jsd' | 'tv', setting: Setting): Enclosure {
  const tau = tauOf(setting);
  if (name === 'jsd') return jensenShannonOfShift(tau);
  if (name === 'tv') return totalVariationOfShift(tau);
  const [p, q] = [0, tau].map((mean) => normal({ mean, standardDeviation: 1 }));
  return rounded(normalKlDivergence(p!, q!), 24);
}

const valueOfPieces = {
  kl: klDivergence,
  jsd: jensenShannonDivergence,
  tv: totalVariationDistance,
};

const certified = {
  kl: 'klDivergence',
  jsd: 'jensenShannonDivergence',
  tv: 'totalVariationDistance',
} as const;

/** What a quantity is worth. Shapes that only differ by a shift are a distance of exactly that shift apart. */
export function valueReading(name: QuantityName, setting: Setting): Reading {
  const { shape, shift } = setting;
  if (name === 'w') {
    const of = shape === 'points' ? `t \\W{1}{P}{Q}` : `\\W{1}${pairOf[shape]}`;
    return { of, unit: '', ...rounded(toNumber(shiftGrid, shift), 1) };
  }
  const of = { kl: '\\KL', jsd: '\\JSD', tv: '\\TV' }[name] + pairOf[shape];
  const unit = name === 'tv' ? '' : 'nats';
  if (shape === 'normals') return { of, unit, ...normalValue(name, setting) };
  const [p, q] = pieces(setting);
  const certify = certified[name];
  return {
    of,
    unit,
    value: valueOfPieces[name](p, q),
    ...coreBounds,
    certify: (core) => core[certify](p, q),
  };
}

export type NoSlope = 'infinite' | 'a jump' | 'a corner';

const log2 = entropy(fromWeights([1, 1]));
const scaled = (slope: Enclosure, by: number): Enclosure => ({
  value: slope.value * by,
  relativeErrorBound: slope.relativeErrorBound + 4 * u,
  absoluteErrorBound: slope.absoluteErrorBound * by,
});

/** The derivative by the shift, which the expression names, or why there is none. */
export function slopeReading(name: QuantityName, setting: Setting): Reading | NoSlope {
  const { shape, shift, width } = setting;
  const reading = (of: string, value: Enclosure): Reading => ({ of, unit: '', ...value });
  if (name === 'w')
    return shift === 0
      ? 'a corner'
      : reading(`\\frac{\\d}{\\d t} t${shape === 'points' ? ' \\W{1}{P}{Q}' : ''}`, exactly(1));
  if (shape === 'normals') return normalSlope(name, setting);
  if (shift === 0) return shape === 'points' || name === 'kl' ? 'a jump' : 'a corner';
  if (name === 'kl') return 'infinite';
  if (shape === 'points') return reading(`\\frac{\\d}{\\d t} \\${name.toUpperCase()}{P}{Q}`, exactly(0));
  if (shift === 2 * width) return 'a corner';
  // Of two uniforms both are the share that they do not have in common, up to a factor.
  const most = name === 'jsd' ? '\\log 2' : '1';
  if (shift > 2 * width) return reading(`\\frac{\\d}{\\d t} ${most}`, exactly(0));
  const slope = (100 * (name === 'jsd' ? log2 : 1)) / (2 * width);
  return reading(
    name === 'jsd' ? '\\frac{\\d}{\\d t} \\frac{t \\log 2}{2 a}' : '\\frac{\\d}{\\d t} \\frac{t}{2 a}',
    rounded(slope, 6),
  );
}

function normalSlope(name: 'kl' | 'jsd' | 'tv', setting: Setting): Reading | NoSlope {
  const { shift, width } = setting;
  const tau = tauOf(setting);
  const perWidth = 100 / width;
  if (name === 'kl')
    return { of: '\\frac{t}{a^2}', unit: '', ...rounded((100 * shift) / (width * width), 2) };
  if (name === 'jsd') {
    const both = 'e^{\\frac{t u}{2 a}} + e^{-\\frac{t u}{2 a}}';
    const of = `\\frac{t}{2 a^2} e^{-\\frac{t^2}{8 a^2}} \\E{u \\sim \\mathcal{N}(0, 1)}{\\frac{1}{${both}}}`;
    return { of, unit: '', ...scaled(jensenShannonSlope(tau), perWidth) };
  }
  if (shift === 0) return 'a corner';
  // Γ(½) = √π.
  const of = '\\frac{1}{a \\sqrt{2} \\Gamma(\\frac{1}{2})} e^{-\\frac{t^2}{8 a^2}}';
  return { of, unit: '', ...scaled(totalVariationSlope(tau), perWidth) };
}

const isReading = (slope: Reading | NoSlope): slope is Reading => typeof slope !== 'string';

const first: Setting = { shape: 'uniforms', shift: 150, width: 25 };

export const presets = [
  { shows: 'uniforms, apart', setting: first },
  { shows: 'uniforms that overlap', setting: { ...first, shift: 30 } },
  { shows: 'two point masses', setting: { ...first, shape: 'points', shift: 150 } },
  { shows: 'narrow normals', setting: { shape: 'normals', shift: 150, width: 10 } },
  { shows: 'normals that overlap', setting: { shape: 'normals', shift: 30, width: 25 } },
] as const satisfies readonly { readonly shows: string; readonly setting: Setting }[];

export const model: LabModel<Setting> = {
  name: 'sliding-apart',
  first,
  codec: fields('1', first, {
    shape: word(shapes),
    shift: integer(shiftGrid.least, shiftGrid.most),
    width: integer(widthGrid.least, widthGrid.most),
  }),
  givens: ({ shape, shift, width }) => {
    const t = decimal(shiftGrid, shift);
    if (shape !== 'points') return { t, a: decimal(widthGrid, width) };
    return { t, P: ['1', '0'], Q: shift === 0 ? ['1', '0'] : ['0', '1'] };
  },
  readings: (setting) => [
    ...quantities.map((name) => valueReading(name, setting)),
    ...quantities.map((name) => slopeReading(name, setting)).filter(isReading),
  ],
};
