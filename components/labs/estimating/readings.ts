import {
  type Enclosure,
  entropy,
  fromWeights,
  klDivergence,
  millerMadowEntropy,
} from '../../../src/core/index.ts';
import { log } from '../../../src/core/elementary/log.ts';
import type { Givens } from '../frame/contract.ts';
import { decimal } from '../frame/grid.ts';
import { coreBounds, type Reading } from '../reading.ts';
import { places, samples, type Size, sizesOf } from './kinds.ts';
import { distance, divergence, divergenceOfBins, entropyOfBins, reach } from './normals.ts';
import type { Counts, Estimates, Run } from './run.ts';
import { countsBins, type Setting, textOf } from './setting.ts';

const u = 2 ** -53;
const unitOf = ({ kind }: Setting): 'nats' | '' => (kind === 'transport' || kind === 'cube' ? '' : 'nats');

/** Q in the notation; P is the standard normal distribution. */
const qText = (setting: Setting): string =>
  `\\mathcal{N}(${textOf('mean', setting)}, ${textOf('width', setting)}^2)`;
const pair = (setting: Setting): string => `{\\mathcal{N}(0, 1)}{${qText(setting)}}`;

/** P and Q of a bin: between k − 1 and k of the steps from the least edge to the greatest. */
function massTexts(setting: Setting): Readonly<Record<'P' | 'Q', readonly [string, string, string]>> {
  const { bins } = setting;
  const step = `\\frac{${2 * reach}}{${bins}}`;
  const texts = (z: (place: string) => string) => {
    const edge = (k: string): string => `\\Phi(${z(`-${reach} + ${step} ${k}`)})`;
    const beyond = `\\Phi(-(${z(`${reach} - ${step}`)}))`;
    return [edge('\\cdot 1'), `(${edge('k')} - ${edge('(k - 1)')})`, beyond] as const;
  };
  const [mean, width] = [textOf('mean', setting), textOf('width', setting)];
  return {
    P: texts((place) => place),
    Q: texts((place) => `\\frac{${place} - (${mean})}{${width}}`),
  };
}

/** A sum over the bins, the outermost of which have no end. */
function overBins(setting: Setting, term: (p: string, q: string) => string): string {
  const { P, Q } = massTexts(setting);
  const [first, between, last] = [0, 1, 2].map((k) => term(P[k]!, Q[k]!));
  return `${first} + \\sum_{k=2}^{${setting.bins - 1}} ${between} + ${last}`;
}

const closedDivergence = (setting: Setting): string => {
  const [mean, width] = [textOf('mean', setting), textOf('width', setting)];
  return `\\log ${width} + \\frac{1 + (${mean})^2}{2 \\cdot ${width}^2} - \\frac12`;
};

interface Truth extends Enclosure {
  readonly of: string;
}

/** What the estimates are of; the distance of two samples of the cube is of nothing, as the two distributions are one. */
function truth(setting: Setting): Truth {
  switch (setting.kind) {
    case 'transport':
      return { of: `\\W{1}${pair(setting)}`, ...distance(setting) };
    case 'plugIn':
    case 'corrected':
      return { of: overBins(setting, (p) => `(-${p} \\log ${p})`), ...entropyOfBins(setting) };
    case 'cube':
      return { of: '0', value: 0, relativeErrorBound: 0, absoluteErrorBound: 0 };
    default:
      return { of: `\\KL${pair(setting)}`, ...divergence(setting) };
  }
}

export const truthReading = (setting: Setting): Reading => ({ unit: unitOf(setting), ...truth(setting) });

/** What the bins leave of the divergence; of what is not estimated from bins it is of no interest. */
export const binnedReading = (setting: Setting): Reading | undefined =>
  setting.kind === 'bins'
    ? {
        of: overBins(setting, (p, q) => `${p} \\log \\frac{${p}}{${q}}`),
        unit: 'nats',
        ...divergenceOfBins(setting),
      }
    : undefined;

/** The estimates from the samples of one size that are finite, and how many are not. */
export interface Column {
  readonly size: Size;
  readonly finite: readonly number[];
  readonly infinite: number;
}

export function columnOf(run: Run, size: Size, series = 0): Column {
  const estimates: Estimates = run.series[series]![sizesOf(run.setting.kind, series).indexOf(size)]!;
  const finite = estimates.filter((value) => value !== null);
  return { size, finite, infinite: estimates.length - finite.length };
}

/** The finite estimates are a sample of their own, of N numbers. */
export const columnGivens = ({ size, finite, infinite }: Column): Givens => ({
  x_i: finite.map((value) => decimal({ places }, value)),
  N: String(finite.length),
  infinite: String(infinite),
  samples: String(samples),
  draws: size,
});

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const scale = 10 ** places;
const meanValue = (finite: readonly number[]): number => sumOf(finite) / (scale * finite.length);

const sum = '\\sum_{i=1}^{N} x_i';
const mean = `\\frac{1}{N} ${sum}`;

/** Of all estimates: infinite if one of them is. */
export function meanReading(setting: Setting, { finite, infinite }: Column): Reading {
  const unit = unitOf(setting);
  if (infinite > 0) {
    const all = finite.length === 0 ? '-\\log 0' : `${sum} - ${infinite} \\log 0`;
    const of = `\\frac{1}{${samples}} \\Bigl( ${all} \\Bigr)`;
    return { of, unit, value: Infinity, relativeErrorBound: 0, absoluteErrorBound: 0 };
  }
  return { of: mean, unit, value: meanValue(finite), relativeErrorBound: 4 * u, absoluteErrorBound: 0 };
}

/** Of those that are finite, where others are not. */
export const finiteMeanReading = (setting: Setting, { finite, infinite }: Column): Reading | undefined =>
  infinite > 0 && finite.length > 0 ? meanReading(setting, { size: '10', finite, infinite: 0 }) : undefined;

/** By how much the mean is above what is estimated: an estimate of the bias. */
export function biasReading(setting: Setting, column: Column): Reading {
  const all = meanReading(setting, column);
  const { of, value, relativeErrorBound, absoluteErrorBound } = truth(setting);
  const known = setting.kind === 'bins' || setting.kind === 'neighbours' ? closedDivergence(setting) : of;
  return {
    of: `${all.of} - \\Bigl( ${known} \\Bigr)`,
    unit: all.unit,
    value: all.value - value,
    relativeErrorBound: u,
    absoluteErrorBound:
      all.value === Infinity
        ? 0
        : 4 * u * Math.abs(all.value) + absoluteErrorBound + (relativeErrorBound + u) * value,
  };
}

/** The standard deviation of the finite estimates. */
export function spreadReading(setting: Setting, { finite }: Column): Reading | undefined {
  const n = finite.length;
  if (n < 2) return undefined;
  // Sums and differences of integers lose nothing; the squares do, each a rounding.
  const total = sumOf(finite);
  const squares = sumOf(finite.map((value) => (n * value - total) * (n * value - total)));
  return {
    of: `\\sqrt{\\frac{1}{N - 1} \\Bigl( \\sum_{i=1}^{N} x_i^2 - \\frac{1}{N} \\Bigl( ${sum} \\Bigr)^2 \\Bigr)}`,
    unit: unitOf(setting),
    value: Math.sqrt(squares / (n - 1)) / (n * scale),
    relativeErrorBound: 64 * u,
    absoluteErrorBound: 0,
  };
}

/** The leading term of the bias of the plug-in entropy. */
export const expectedBias = ({ kind, bins }: Setting, size: Size): Reading | undefined =>
  kind === 'plugIn'
    ? {
        of: `-\\frac{${bins} - 1}{2 \\cdot ${size}}`,
        unit: 'nats',
        value: (1 - bins) / (2 * Number(size)),
        relativeErrorBound: 2 * u,
        absoluteErrorBound: 0,
      }
    : undefined;

const shares = (counts: readonly number[], size: Size): readonly string[] =>
  counts.map((count) => `${count}/${size}`);
export const countGivens = ({ P, Q }: Counts, size: Size): Givens => ({
  P: shares(P, size),
  Q: shares(Q, size),
});

/** The counts of the first sample of a size. */
export const countsAt = (run: Run, size: Size): Counts | undefined =>
  countsBins(run.setting) ? run.counts[sizesOf(run.setting.kind).indexOf(size)] : undefined;

/** What is estimated from the first sample, computed from its counts. */
export function drawnReading(run: Run, size: Size): (Reading & { readonly givens: Givens }) | undefined {
  const counts = countsAt(run, size);
  if (!counts) return undefined;
  const givens = countGivens(counts, size);
  const [p, q] = [fromWeights(counts.P), fromWeights(counts.Q)];
  if (run.setting.kind === 'bins')
    return {
      of: '\\KL{P}{Q}',
      unit: 'nats',
      value: klDivergence(p, q),
      ...coreBounds,
      certify: (core) => core.klDivergence(p, q),
      givens,
    };
  if (run.setting.kind === 'plugIn')
    return {
      of: '\\H{P}',
      unit: 'nats',
      value: entropy(p),
      ...coreBounds,
      certify: (core) => core.entropy(p),
      givens,
    };
  return {
    of: `\\H{P} + \\frac{\\sum_x \\1{P(x) > 0} - 1}{2 \\cdot ${size}}`,
    unit: 'nats',
    value: millerMadowEntropy(counts.P),
    relativeErrorBound: 12 * u,
    absoluteErrorBound: 0,
    givens,
  };
}

/** The slope of the line from the first to the last mean, over the logarithm of the size: the exponent of the rate. */
export function slopeReading(run: Run, series: number): Reading & { readonly givens: Givens } {
  const sizes = sizesOf(run.setting.kind, series);
  const [from, to] = [sizes[0]!, sizes.at(-1)!];
  const [few, many] = [columnOf(run, from, series).finite, columnOf(run, to, series).finite];
  const ratio = sumOf(many) / sumOf(few);
  return {
    of: `\\frac{\\log \\frac{\\sum_{i=${samples + 1}}^{${2 * samples}} x_i}{\\sum_{i=1}^{${samples}} x_i}}{\\log \\frac{${to}}{${from}}}`,
    unit: '',
    value: log(ratio) / log(Number(to) / Number(from)),
    relativeErrorBound: 8 * u,
    absoluteErrorBound: 4 * u,
    givens: { x_i: [...few, ...many].map((value) => decimal({ places }, value)) },
  };
}
