import * as core from '../core/index.ts';
import type { Givens } from './environment.ts';
import type { Curve } from './expression.ts';
import type { SymbolType } from './symbol-types.ts';

/** A function of a real number in doubles. */
export interface NamedCurve {
  value(t: number): number;
  /** Where there is a kink, a slope between its two. */
  slope(t: number): number;
  bend(t: number): number;
  /** sup of s t − f(t) over t; not of a curve that is not convex. */
  conjugate?(s: number): number;
  readonly generator?: core.FDivergenceGenerator;
  readonly strictlyConvex?: true;
  readonly twiceDifferentiable?: true;
}

const smooth = { strictlyConvex: true, twiceDifferentiable: true } as const;

function ofGenerator(
  generator: core.FDivergenceGenerator,
  bend: (t: number) => number,
  kind: object = smooth,
): NamedCurve {
  return {
    generator,
    value: (t) => (t === 0 ? generator.atZero : generator.value(t)),
    slope: generator.derivative,
    bend,
    conjugate: generator.conjugate,
    ...kind,
  };
}

const alpha = (order: number): NamedCurve => ofGenerator(core.alphaGenerator(order), (t) => t ** (order - 2));
const weighted = (weight: number): NamedCurve =>
  ofGenerator(
    core.weightedJensenShannonGenerator({ weight }),
    (t) => (weight * (1 - weight)) / t / (weight * t + 1 - weight),
  );

/** The generators of the core, by the names of their divergences. */
const GENERATORS: Readonly<Record<string, NamedCurve>> = {
  KL: ofGenerator(core.klGenerator, (t) => 1 / t),
  'reverse KL': ofGenerator(core.reverseKlGenerator, (t) => 1 / t / t),
  JSD: ofGenerator(core.jensenShannonGenerator, (t) => 0.5 / t / (1 + t)),
  TV: ofGenerator(core.totalVariationGenerator, () => 0, {}),
  'squared Hellinger': ofGenerator(core.squaredHellingerGenerator, (t) => 0.25 / t / Math.sqrt(t)),
  'χ²': ofGenerator(core.chiSquaredGenerator, () => 2),
  'Neyman χ²': ofGenerator(core.neymanChiSquaredGenerator, (t) => 2 / t / t / t),
  triangular: ofGenerator(core.triangularGenerator, (t) => 8 / (1 + t) ** 3),
  Jeffreys: ofGenerator(core.jeffreysGenerator, (t) => 1 / t + 1 / t / t),
  'α = 0.3': alpha(0.3),
  'α = -1.5': alpha(-1.5),
  'α = 3': alpha(3),
  'JSD with weight 0.2': weighted(0.2),
};

const logistic = (t: number): number => 1 / (1 + Math.exp(-t));
const entropyOf = (s: number): number => (s > 0 ? s * Math.log(s) : 0);

/** Convex functions on the line. */
const CONVEX: Readonly<Record<string, NamedCurve>> = {
  't^2': {
    value: (t) => t * t,
    slope: (t) => 2 * t,
    bend: () => 2,
    conjugate: (s) => (s * s) / 4,
    ...smooth,
  },
  'e^t': {
    value: Math.exp,
    slope: Math.exp,
    bend: Math.exp,
    conjugate: (s) => (s < 0 ? Infinity : entropyOf(s) - s),
    ...smooth,
  },
  '|t|': {
    value: Math.abs,
    slope: Math.sign,
    bend: () => 0,
    conjugate: (s) => (Math.abs(s) <= 1 ? 0 : Infinity),
  },
  'log(1+e^t)': {
    value: (t) => Math.max(t, 0) + Math.log1p(Math.exp(-Math.abs(t))),
    slope: logistic,
    bend: (t) => logistic(t) * logistic(-t),
    conjugate: (s) => (s < 0 || s > 1 ? Infinity : entropyOf(s) + entropyOf(1 - s)),
    ...smooth,
  },
  'max(t,0)': {
    value: (t) => Math.max(t, 0),
    slope: (t) => (1 + Math.sign(t)) / 2,
    bend: () => 0,
    conjugate: (s) => (s >= 0 && s <= 1 ? 0 : Infinity),
  },
  't^4': {
    value: (t) => t ** 4,
    slope: (t) => 4 * t ** 3,
    bend: (t) => 12 * t * t,
    conjugate: (s) => 3 * Math.abs(s / 4) ** (4 / 3),
    ...smooth,
  },
  'sqrt(1+t^2)': {
    value: (t) => Math.hypot(1, t),
    slope: (t) => t / Math.hypot(1, t),
    bend: (t) => Math.hypot(1, t) ** -3,
    conjugate: (s) => (Math.abs(s) <= 1 ? -Math.sqrt((1 - s) * (1 + s)) : Infinity),
    ...smooth,
  },
};

/** Smooth functions on the line of any shape, those that are convex and smooth among them. */
const CURVES: Readonly<Record<string, NamedCurve>> = {
  'sin t': { value: Math.sin, slope: Math.cos, bend: (t) => -Math.sin(t), twiceDifferentiable: true },
  't^3': { value: (t) => t ** 3, slope: (t) => 3 * t * t, bend: (t) => 6 * t, twiceDifferentiable: true },
  '1/(1+e^-t)': {
    value: logistic,
    slope: (t) => logistic(t) * logistic(-t),
    bend: (t) => logistic(t) * logistic(-t) * (1 - 2 * logistic(t)),
    twiceDifferentiable: true,
  },
  'e^(-t^2)': {
    value: (t) => Math.exp(-t * t),
    slope: (t) => -2 * t * Math.exp(-t * t),
    bend: (t) => (4 * t * t - 2) * Math.exp(-t * t),
    twiceDifferentiable: true,
  },
  't^2': CONVEX['t^2']!,
  'sqrt(1+t^2)': CONVEX['sqrt(1+t^2)']!,
  'log(1+e^t)': CONVEX['log(1+e^t)']!,
};

const NAMED: Readonly<Record<Curve['type'], Readonly<Record<string, NamedCurve>>>> = {
  generator: GENERATORS,
  convex: CONVEX,
  curve: CURVES,
};

/** A name, and what is added to it: 0.5(t-1) to a generator, so that it still vanishes at 1, and 0.5t to the others. */
const SAMPLE = /^(.+?)(?: ([+-]) ([\d.]+)(?:t|\(t-1\)))?$/;

const read = new Map<string, NamedCurve>();

/** The function that an instance gives, such as `KL` or `e^t + 0.5t`. */
export function namedCurve(type: Curve['type'], sample: string): NamedCurve | undefined {
  const key = `${type} ${sample}`;
  const known = read.get(key);
  if (known) return known;
  const [, name = '', sign, size] = SAMPLE.exec(sample) ?? [];
  const curve = Object.hasOwn(NAMED[type], name) ? NAMED[type][name] : undefined;
  if (!curve) return undefined;
  const made =
    size === undefined ? curve : tilted(curve, Number(`${sign}${size}`), type === 'generator' ? 1 : 0);
  read.set(key, made);
  return made;
}

/** f(t) + c (t − origin). */
function tilted(curve: NamedCurve, c: number, origin: number): NamedCurve {
  const { generator, conjugate } = curve;
  const value = (t: number): number => curve.value(t) + c * (t - origin);
  const slope = (t: number): number => curve.slope(t) + c;
  if (!conjugate) return { ...curve, value, slope };
  const other = (s: number): number => conjugate(s - c) + c * origin;
  if (!generator) return { ...curve, value, slope, conjugate: other };
  return {
    ...curve,
    value,
    slope,
    conjugate: other,
    generator: {
      ...generator,
      value,
      derivative: slope,
      conjugate: other,
      atZero: generator.atZero - c,
      slopeAtInfinity: generator.slopeAtInfinity + c,
    },
  };
}

/** Whether a value that an instance gives is a function with this property. */
export function sampleHas(
  type: SymbolType | undefined,
  sample: Givens[string] | undefined,
  property: 'strictlyConvex' | 'twiceDifferentiable',
): boolean {
  if (type !== 'generator' && type !== 'convex' && type !== 'curve') return false;
  return typeof sample === 'string' && namedCurve(type, sample)?.[property] === true;
}

const TILTS = ['', ' + 0.5', ' - 1.25', '', ' + 2'];

/** The k-th function of its kind: each name in turn, every other time with a tilt. */
export function sampleCurve(type: Curve['type'], k: number): string {
  const names = Object.keys(NAMED[type]);
  const name = names[k % names.length]!;
  const tilt = k < names.length ? '' : TILTS[k % TILTS.length]!;
  return tilt === '' ? name : `${name}${tilt}${type === 'generator' ? '(t-1)' : 't'}`;
}
