import {
  type Enclosure,
  entropy,
  fromWeights,
  klDivergence,
  type Normal,
  normal,
  normalKlDivergence,
} from '../../../src/core/index.ts';
import { gaussKronrod } from '../../../src/core/quadrature-rule.ts';
import { numberOf, type Setting } from './setting.ts';

const u = 2 ** -53;

/** All bins together reach so far from the mean of P; the outermost ones go on without end. */
export const reach = 3;

export const P = normal({ mean: 0, standardDeviation: 1 });
export const qOf = (setting: Setting): Normal =>
  normal({ mean: numberOf('mean', setting), standardDeviation: numberOf('width', setting) });

/** The number from 0 of the bin that x falls into. */
export function binOf(bins: number, x: number): number {
  const bin = Math.floor(((x + reach) * bins) / (2 * reach));
  return bin < 0 ? 0 : bin < bins ? bin : bins - 1;
}

/** The edges between the bins, one less than there are bins. */
export const edgesOf = (bins: number): readonly number[] =>
  Array.from({ length: bins - 1 }, (_, k) => (2 * reach * (k + 1)) / bins - reach);

/** Past so many standard deviations from an edge there is less than 10⁻²⁰ of what lies past the edge. */
const farEnough = 12;
/** In standard deviations: the density is smooth at the scale of such panels. */
const widest = 0.75;

/** ∫ of the density between two places, with a relative error below 10⁻¹² also in its tails. */
function massBetween({ pdf, standardDeviation }: Normal, from: number, to: number): number {
  const panels = Math.ceil((to - from) / (widest * standardDeviation));
  const width = (to - from) / panels;
  let mass = 0;
  for (let k = 0; k < panels; k++) mass += gaussKronrod(pdf, from + k * width, from + (k + 1) * width).value;
  return mass;
}

const RELATIVE_ERROR_OF_MASSES = 1e-12;

/** The probability of each bin. */
export function massesOf(bins: number, of: Normal): readonly number[] {
  const { mean, standardDeviation } = of;
  const edges = edgesOf(bins);
  const [low, high] = [edges[0]!, edges.at(-1)!];
  const far = farEnough * standardDeviation;
  const ends = [Math.min(low, mean) - far, ...edges, Math.max(high, mean) + far];
  return ends.slice(1).map((to, k) => massBetween(of, ends[k]!, to));
}

export const divergence = (setting: Setting): Enclosure => ({
  value: normalKlDivergence(P, qOf(setting)),
  relativeErrorBound: 24 * u,
  absoluteErrorBound: 0,
});

/** What is left of the divergence once the bins are all that is seen: no more than there was. */
export function divergenceOfBins(setting: Setting): Enclosure {
  const { bins, mean, width } = setting;
  if (mean === 0 && width === 100) return { value: 0, relativeErrorBound: 0, absoluteErrorBound: 0 };
  const [p, q] = [massesOf(bins, P), massesOf(bins, qOf(setting))];
  // A mass that is off by a share ε moves its term p log(p/q) by at most p ε (|log(p/q)| + 1), and the mean of |log(p/q)| is below 12.
  return {
    value: klDivergence(fromWeights(p), fromWeights(q)),
    relativeErrorBound: 0,
    absoluteErrorBound: 32 * RELATIVE_ERROR_OF_MASSES,
  };
}

/** The entropy of P over the bins. */
export const entropyOfBins = ({ bins }: Setting): Enclosure => ({
  value: entropy(fromWeights(massesOf(bins, P))),
  relativeErrorBound: 0,
  absoluteErrorBound: 8 * RELATIVE_ERROR_OF_MASSES,
});

/**
 * The Wasserstein distance of order one: on the line the best plan is the increasing map, which moves z by μ + (σ − 1) z, so it is
 *
 *   E|m + s Z| = m (2 Φ(m/s) − 1) + 2 s φ(m/s),  m = |μ|, s = |σ − 1|
 */
export function distance(setting: Setting): Enclosure {
  const m = Math.abs(numberOf('mean', setting));
  const s = Math.abs(setting.width - 100) / 100;
  const z = m / s;
  const middle = s === 0 || z > farEnough ? 1 : z === 0 ? 0 : 2 * massBetween(P, 0, z);
  return {
    value: m * middle + (s === 0 ? 0 : 2 * s * P.pdf(z)),
    relativeErrorBound: RELATIVE_ERROR_OF_MASSES,
    absoluteErrorBound: 0,
  };
}
