import {
  alphaDivergence,
  alphaDivergenceProperties,
  alphaGenerator,
  bhattacharyyaDivergence,
  bhattacharyyaDivergenceProperties,
  chernoffDivergence,
  chernoffDivergenceProperties,
  chernoffInformation,
  chernoffInformationProperties,
  chiSquaredDivergence,
  chiSquaredDivergenceProperties,
  chiSquaredGenerator,
  geometricJensenShannonDivergence,
  geometricJensenShannonDivergenceProperties,
  hellingerDistance,
  hellingerDistanceProperties,
  jeffreysDivergence,
  jeffreysDivergenceProperties,
  jeffreysGenerator,
  jensenShannonDivergence,
  jensenShannonDivergenceProperties,
  jensenShannonGenerator,
  klDivergence,
  klDivergenceProperties,
  klGenerator,
  neymanChiSquaredDivergence,
  neymanChiSquaredDivergenceProperties,
  neymanChiSquaredGenerator,
  renyiDivergence,
  renyiDivergenceProperties,
  resistorAverageDivergence,
  resistorAverageDivergenceProperties,
  reverseKlGenerator,
  skewDivergence,
  skewDivergenceProperties,
  squaredHellingerDivergence,
  squaredHellingerDivergenceProperties,
  squaredHellingerGenerator,
  totalVariationDistance,
  totalVariationDistanceProperties,
  totalVariationGenerator,
  triangularDiscrimination,
  triangularDiscriminationProperties,
  triangularGenerator,
  weightedJensenShannonDivergence,
  weightedJensenShannonDivergenceProperties,
  weightedJensenShannonGenerator,
  type DivergenceProperties,
  type FDivergenceGenerator,
  type Pmf,
} from '../../../src/core/index.ts';

export interface Declared {
  readonly name: string;
  readonly of: (p: Pmf, q: Pmf) => number;
  readonly properties: DivergenceProperties;
  readonly generator?: FDivergenceGenerator;
}

/** Every divergence of this folder, at a few orders and weights. */
export const declared: readonly Declared[] = [
  {
    name: 'squared Hellinger divergence',
    of: squaredHellingerDivergence,
    properties: squaredHellingerDivergenceProperties,
    generator: squaredHellingerGenerator,
  },
  { name: 'Hellinger distance', of: hellingerDistance, properties: hellingerDistanceProperties },
  {
    name: 'χ²-divergence',
    of: chiSquaredDivergence,
    properties: chiSquaredDivergenceProperties,
    generator: chiSquaredGenerator,
  },
  {
    name: 'Neyman’s χ²-divergence',
    of: neymanChiSquaredDivergence,
    properties: neymanChiSquaredDivergenceProperties,
    generator: neymanChiSquaredGenerator,
  },
  {
    name: 'triangular discrimination',
    of: triangularDiscrimination,
    properties: triangularDiscriminationProperties,
    generator: triangularGenerator,
  },
  {
    name: 'Bhattacharyya divergence',
    of: bhattacharyyaDivergence,
    properties: bhattacharyyaDivergenceProperties,
  },
  { name: 'Chernoff information', of: chernoffInformation, properties: chernoffInformationProperties },
  {
    name: 'resistor-average divergence',
    of: resistorAverageDivergence,
    properties: resistorAverageDivergenceProperties,
  },
  ...[0.2, 0.5].map((order) => ({
    name: `Chernoff divergence of order ${order}`,
    of: (p: Pmf, q: Pmf) => chernoffDivergence(p, q, order),
    properties: chernoffDivergenceProperties(order),
  })),
  ...[0.5, 1, 1.5, 2, Infinity].map((order) => ({
    name: `Rényi divergence of order ${order}`,
    of: (p: Pmf, q: Pmf) => renyiDivergence(p, q, order),
    properties: renyiDivergenceProperties(order),
  })),
  ...[-1.5, 0, 0.3, 0.5, 1, 2, 3.5].map((order) => ({
    name: `α-divergence of order ${order}`,
    of: (p: Pmf, q: Pmf) => alphaDivergence(p, q, order),
    properties: alphaDivergenceProperties(order),
    generator: alphaGenerator(order),
  })),
  ...[0.1, 0.5].map((weight) => ({
    name: `Jensen–Shannon divergence of weight ${weight}`,
    of: (p: Pmf, q: Pmf) => weightedJensenShannonDivergence(p, q, { weight }),
    properties: weightedJensenShannonDivergenceProperties({ weight }),
    generator: weightedJensenShannonGenerator({ weight }),
  })),
  ...[0.3, 0.5].map((weight) => ({
    name: `geometric Jensen–Shannon divergence of weight ${weight}`,
    of: (p: Pmf, q: Pmf) => geometricJensenShannonDivergence(p, q, { weight }),
    properties: geometricJensenShannonDivergenceProperties({ weight }),
  })),
  ...[0.5, 0.99, 1].map((skew) => ({
    name: `skew divergence of ${skew}`,
    of: (p: Pmf, q: Pmf) => skewDivergence(p, q, { skew }),
    properties: skewDivergenceProperties({ skew }),
  })),
];

/** Named divergences of other files, for their generators. */
export const withGenerator: readonly Required<Pick<Declared, 'name' | 'of' | 'properties' | 'generator'>>[] =
  [
    ...declared.flatMap(({ name, of, properties, generator }) =>
      generator ? [{ name, of, properties, generator }] : [],
    ),
    { name: 'KL divergence', of: klDivergence, properties: klDivergenceProperties, generator: klGenerator },
    {
      name: 'reverse KL divergence',
      of: (p, q) => klDivergence(q, p),
      properties: klDivergenceProperties,
      generator: reverseKlGenerator,
    },
    {
      name: 'Jeffreys divergence',
      of: jeffreysDivergence,
      properties: jeffreysDivergenceProperties,
      generator: jeffreysGenerator,
    },
    {
      name: 'Jensen–Shannon divergence',
      of: jensenShannonDivergence,
      properties: jensenShannonDivergenceProperties,
      generator: jensenShannonGenerator,
    },
    {
      name: 'total variation distance',
      of: totalVariationDistance,
      properties: totalVariationDistanceProperties,
      generator: totalVariationGenerator,
    },
  ];
