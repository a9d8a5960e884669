import type { Property, Question } from './claims.ts';
import { type DivergenceName, divergenceOf } from './divergences.ts';

/** Whether a property holds, and where the site proves it, or breaks it. */
export interface Cell {
  readonly holds: boolean;
  readonly at?: string;
}

/** What the core declares nothing about. */
type Undeclared = 'definite' | 'convex' | 'merging' | 'draws';

const tv = '/divergences/total-variation-hellinger-chi-squared/';
const symmetrised = '/divergences/symmetrised/';
const f = '/divergences/f-divergences/';
const renyi = '/divergences/renyi/';
const kl = '/divergences/kl/';
const klProperties = '/divergences/kl-properties/';
const klStructure = '/divergences/kl-structure/';
const jsd = '/divergences/jensen-shannon/';
const jsMetric = '/divergences/jensen-shannon-metric/#metric';
const wasserstein = '/transport/wasserstein/';
const powers = '/choosing/properties/#powers';

const exceptions: Readonly<Record<Undeclared, readonly DivergenceName[]>> = {
  definite: ['renyi0'],
  convex: ['jsdist', 'hellinger', 'renyi2', 'geometric'],
  merging: ['geometric', 'wasserstein'],
  draws: ['jsd', 'jsdist', 'tv', 'hellinger', 'hellingerSq', 'triangular', 'chiSq', 'neyman'],
};

type Places = Readonly<Partial<Record<Property, string>>>;

/** What every f-divergence obeys with these words. */
const ofGenerator = { convex: `${f}#joint-convexity`, merging: `${f}#data-processing` } as const;
const metricAt = (at: string): Places => ({
  symmetry: at,
  triangle: at,
  root: powers,
  bound: at,
  finite: at,
  definite: at,
});
const ofKl: Places = {
  symmetry: `${klProperties}#asymmetric`,
  triangle: `${klProperties}#detour`,
  bound: `${kl}#finite`,
  finite: `${kl}#finite`,
  definite: `${kl}#nonneg`,
  convex: `${klStructure}#convexity`,
  merging: `${klStructure}#data-processing`,
  draws: `${klStructure}#independent`,
};
const ofChiSquared: Places = {
  symmetry: `${tv}#chi-squared-asymmetric`,
  triangle: `${tv}#chi-squared-asymmetric`,
  root: `${tv}#chi-squared-asymmetric`,
  bound: `${tv}#chi-squared-infinite`,
  finite: `${tv}#chi-squared-infinite`,
  definite: `${f}#range`,
  draws: `${tv}#products`,
  ...ofGenerator,
};
const ofRenyi: Places = {
  symmetry: `${renyi}#asymmetric`,
  triangle: `${renyi}#unbounded`,
  root: `${renyi}#unbounded`,
  bound: `${renyi}#unbounded`,
  finite: `${renyi}#unbounded`,
  definite: `${renyi}#zero`,
  merging: `${renyi}#function`,
  draws: `${renyi}#additive`,
};
/** Of what the page on the symmetric ways says one after the other. */
const ofSymmetrised: Places = {
  triangle: `${symmetrised}#unbounded`,
  root: `${symmetrised}#unbounded`,
  bound: `${symmetrised}#unbounded`,
  finite: `${symmetrised}#unbounded`,
};

const places: Readonly<Record<DivergenceName, Places>> = {
  kl: ofKl,
  reverse: ofKl,
  jeffreys: {
    ...ofSymmetrised,
    symmetry: `${symmetrised}#jeffreys`,
    triangle: `${symmetrised}#roots`,
    root: `${symmetrised}#roots`,
    definite: `${kl}#nonneg`,
    convex: `${symmetrised}#both-ways`,
    merging: `${symmetrised}#both-ways`,
    draws: `${klStructure}#independent`,
  },
  jsd: {
    symmetry: `${jsd}#bounds`,
    triangle: `${jsd}#no-triangle`,
    root: jsMetric,
    bound: `${jsd}#bounds`,
    finite: `${jsd}#bounds`,
    definite: `${jsd}#bounds`,
    ...ofGenerator,
  },
  jsdist: { ...metricAt(jsMetric), merging: ofGenerator.merging },
  tv: { ...metricAt(`${tv}#tv-metric`), symmetry: `${tv}#total-variation`, ...ofGenerator },
  hellinger: {
    ...metricAt(`${tv}#hellinger-metric`),
    symmetry: `${tv}#hellinger`,
    merging: ofGenerator.merging,
  },
  hellingerSq: {
    ...metricAt(`${tv}#hellinger-metric`),
    symmetry: `${tv}#hellinger`,
    root: `${tv}#hellinger-metric`,
    draws: `${tv}#products`,
    ...ofGenerator,
  },
  triangular: { ...metricAt(`${f}#triangular`), root: `${f}#triangular`, ...ofGenerator },
  chiSq: ofChiSquared,
  neyman: ofChiSquared,
  bhattacharyya: {
    ...ofSymmetrised,
    symmetry: `${symmetrised}#chernoff`,
    definite: `${renyi}#zero`,
    convex: `${symmetrised}#affinity`,
    merging: `${symmetrised}#affinity`,
    draws: `${renyi}#additive`,
  },
  renyi0: { ...ofRenyi, convex: `${symmetrised}#affinity` },
  renyiHalf: { ...ofRenyi, symmetry: `${renyi}#skew`, convex: `${symmetrised}#affinity` },
  renyi2: ofRenyi,
  geometric: {
    ...ofSymmetrised,
    symmetry: `${symmetrised}#geometric`,
    triangle: `${symmetrised}#geometric-root`,
    root: `${symmetrised}#geometric-root`,
    definite: `${symmetrised}#geometric`,
    convex: `${symmetrised}#merging`,
    merging: `${symmetrised}#merging`,
    draws: `${symmetrised}#geometric-form`,
  },
  wasserstein: {
    symmetry: `${wasserstein}#metric`,
    triangle: `${wasserstein}#metric`,
    root: powers,
    bound: '/transport/disjoint-supports/#shift',
    finite: `${wasserstein}#tv-bounds`,
    definite: `${wasserstein}#metric`,
    convex: '/transport/duality/#kantorovich-rubinstein',
    merging: '/choosing/properties/#further',
  },
};

/** Undefined for what makes no sense: two draws of a place are no place in a row. */
export function cellOf({ property, divergence, constant }: Question): Cell | undefined {
  if (property === 'draws' && divergence === 'wasserstein') return undefined;
  const { symmetric, metricPower, upperBound, finiteOnDisjointSupports } = divergenceOf(divergence).declared;
  const settled = {
    symmetry: symmetric,
    triangle: metricPower === 1,
    root: metricPower !== null,
    bound: upperBound !== null && upperBound <= Number(constant),
    finite: finiteOnDisjointSupports,
  } as const;
  const holds =
    property in settled
      ? settled[property as keyof typeof settled]
      : !exceptions[property as Undeclared].includes(divergence);
  const at = places[divergence][property];
  return { holds, ...(at !== undefined && { at }) };
}
