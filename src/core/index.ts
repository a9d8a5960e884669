export { DomainError } from './domain-error.ts';
export { pmf, fromWeights, SUM_TOLERANCE, type Pmf } from './pmf.ts';
export type { DivergenceProperties } from './properties.ts';
export { entropy } from './entropy.ts';
export { crossEntropy } from './cross-entropy.ts';
export { klDivergence, klDivergenceProperties } from './kl-divergence.ts';
export { jeffreysDivergence, jeffreysDivergenceProperties } from './jeffreys-divergence.ts';
export { jensenShannonDivergence, jensenShannonDivergenceProperties } from './jensen-shannon-divergence.ts';
export { jensenShannonDistance, jensenShannonDistanceProperties } from './jensen-shannon-distance.ts';
export { totalVariationDistance, totalVariationDistanceProperties } from './total-variation-distance.ts';
export { pointsOnLine, type WeightedPoints } from './points-on-line.ts';
export { earthMoversDistance, wassersteinTerms, type GapCost } from './earth-movers-distance.ts';
export {
  wassersteinDistance,
  wassersteinDistanceProperties,
  type WassersteinOptions,
} from './wasserstein-distance.ts';
export {
  crossEntropyTerms,
  entropyTerms,
  jensenShannonTerms,
  klTerms,
  totalVariationTerms,
} from './terms.ts';
export { toBits } from './units.ts';
export { formatSignificant, RELATIVE_ERROR_BOUND } from './format-significant.ts';
export { roundedDecimal, type Decimal } from './rounded-decimal.ts';
export { wassersteinCost } from './transport/wasserstein-cost.ts';
export { quantileCoupling, type TransportedMass } from './transport/quantile-coupling.ts';
export { optimalTransport, type OptimalTransport } from './transport/optimal-transport.ts';
export type { Potentials } from './transport/potentials-of-tree.ts';
export { transportCost } from './transport/transport-cost.ts';
export { costMatrix, type CostMatrixOptions } from './transport/cost-matrix.ts';
export type { GroundMetric } from './transport/ground-metric.ts';
export { pointsInSpace, type PointCloud, type Points } from './transport/points-in-space.ts';
export { inBits, type Certified } from './certified/refined.ts';
export { formatCertified, type CertifiedText } from './certified/format-certified.ts';
export {
  certifiedCrossEntropy,
  certifiedCrossEntropyTerms,
  certifiedEntropy,
  certifiedEntropyTerms,
} from './certified/information.ts';
export {
  certifiedJeffreysDivergence,
  certifiedJensenShannonDistance,
  certifiedJensenShannonDivergence,
  certifiedJensenShannonTerms,
  certifiedKlDivergence,
  certifiedKlTerms,
  certifiedTotalVariationDistance,
  certifiedTotalVariationTerms,
} from './certified/divergences.ts';
export { certifiedWassersteinDistance, certifiedWassersteinTerms } from './certified/wasserstein.ts';
