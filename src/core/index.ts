export { DomainError } from './domain-error.ts';
export { pmf, pmfView, fromWeights, SUM_TOLERANCE, type Pmf } from './pmf.ts';
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
export { certainText, settledText, type Enclosure } from './certain-digits.ts';
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
export { inBits, plus, type Certified } from './certified/refined.ts';
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
export type { Bounded } from './bounded.ts';
export { logGamma } from './special/log-gamma.ts';
export { digamma } from './special/digamma.ts';
export { trigamma } from './special/trigamma.ts';
export { logBeta } from './special/log-beta.ts';
export { bernoulli, bernoulliKlDivergence, type Bernoulli } from './families/bernoulli.ts';
export { categorical, categoricalKlDivergence, type Categorical } from './families/categorical.ts';
export { binomial, binomialKlDivergence, type Binomial } from './families/binomial.ts';
export { poisson, poissonKlDivergence, type Poisson } from './families/poisson.ts';
export { geometric, geometricKlDivergence, type Geometric } from './families/geometric.ts';
export { exponential, exponentialKlDivergence, type Exponential } from './families/exponential.ts';
export { gamma, gammaKlDivergence, type Gamma } from './families/gamma.ts';
export { beta, betaKlDivergence, type Beta } from './families/beta.ts';
export { dirichlet, dirichletKlDivergence, type Dirichlet } from './families/dirichlet.ts';
export { uniform, uniformKlDivergence, type Uniform } from './families/uniform.ts';
export { laplace, laplaceKlDivergence, type Laplace } from './families/laplace.ts';
export { normal, normalKlDivergence, type Normal } from './families/normal.ts';
export {
  multivariateNormal,
  multivariateNormalKlDivergence,
  type MultivariateNormal,
} from './families/multivariate-normal.ts';
export { alphaDivergence, alphaDivergenceProperties } from './divergences/alpha-divergence.ts';
export {
  bhattacharyyaCoefficient,
  bhattacharyyaDivergence,
  bhattacharyyaDivergenceProperties,
} from './divergences/bhattacharyya-divergence.ts';
export {
  chernoffCoefficient,
  chernoffDivergence,
  chernoffDivergenceProperties,
} from './divergences/chernoff-divergence.ts';
export {
  chernoffInformation,
  chernoffInformationProperties,
  chernoffOrder,
} from './divergences/chernoff-information.ts';
export {
  chiSquaredDivergence,
  chiSquaredDivergenceProperties,
  neymanChiSquaredDivergence,
  neymanChiSquaredDivergenceProperties,
} from './divergences/chi-squared-divergence.ts';
export {
  geometricJensenShannonDivergence,
  geometricJensenShannonDivergenceProperties,
} from './divergences/geometric-jensen-shannon-divergence.ts';
export {
  hellingerDistance,
  hellingerDistanceProperties,
  squaredHellingerDivergence,
  squaredHellingerDivergenceProperties,
} from './divergences/hellinger-distance.ts';
export {
  jensenShannonDivergenceOfMany,
  type MixtureOptions,
} from './divergences/jensen-shannon-divergence-of-many.ts';
export { renyiDivergence, renyiDivergenceProperties } from './divergences/renyi-divergence.ts';
export {
  resistorAverageDivergence,
  resistorAverageDivergenceProperties,
} from './divergences/resistor-average-divergence.ts';
export { skewDivergence, skewDivergenceProperties, type SkewOptions } from './divergences/skew-divergence.ts';
export {
  triangularDiscrimination,
  triangularDiscriminationProperties,
} from './divergences/triangular-discrimination.ts';
export {
  weightedJensenShannonDivergence,
  weightedJensenShannonDivergenceProperties,
  type WeightOptions,
} from './divergences/weighted-jensen-shannon-divergence.ts';
export { fDivergence, type FDivergenceGenerator } from './f-divergences/f-divergence.ts';
export {
  chiSquaredGenerator,
  jeffreysGenerator,
  jensenShannonGenerator,
  klGenerator,
  neymanChiSquaredGenerator,
  reverseKlGenerator,
  squaredHellingerGenerator,
  totalVariationGenerator,
  triangularGenerator,
} from './f-divergences/f-divergence-generators.ts';
export { alphaGenerator, weightedJensenShannonGenerator } from './f-divergences/f-divergence-families.ts';
export { optimalCritic } from './f-divergences/optimal-critic.ts';
export { variationalLowerBound, type VariationalOptions } from './f-divergences/variational-lower-bound.ts';
export {
  columnMarginal,
  jointFromWeights,
  jointPmf,
  rowMarginal,
  type JointPmf,
  type Shape,
} from './information/joint-pmf.ts';
export { jointEntropy } from './information/joint-entropy.ts';
export { conditionalEntropy, type ConditionalEntropyOptions } from './information/conditional-entropy.ts';
export { mutualInformation } from './information/mutual-information.ts';
export { surprisal } from './information/surprisal.ts';
export { perplexity } from './information/perplexity.ts';
export { logSoftmax, softmax } from './gradients/softmax.ts';
export type { GradientOptions, GradientVariable } from './gradients/outcomes.ts';
export { klDivergenceGradient, reverseKlDivergenceGradient } from './gradients/kl-divergence-gradient.ts';
export { crossEntropyGradient } from './gradients/cross-entropy-gradient.ts';
export { entropyGradient, type EntropyGradientOptions } from './gradients/entropy-gradient.ts';
export { jensenShannonDivergenceGradient } from './gradients/jensen-shannon-divergence-gradient.ts';
export { squaredHellingerDivergenceGradient } from './gradients/squared-hellinger-divergence-gradient.ts';
export { chiSquaredDivergenceGradient } from './gradients/chi-squared-divergence-gradient.ts';
export { seededRandom, type Random } from './random.ts';
export { sinkhornTransport, type SinkhornTransport } from './transport/sinkhorn-transport.ts';
export type { SinkhornOptions } from './transport/sinkhorn-options.ts';
export { sinkhornDivergence, sinkhornDivergenceProperties } from './transport/sinkhorn-divergence.ts';
export {
  slicedWassersteinDistance,
  slicedWassersteinDistanceProperties,
  type SlicedOptions,
} from './transport/sliced-wasserstein-distance.ts';
export {
  gaussianWassersteinDistance,
  gaussianWassersteinDistanceProperties,
  type GaussianParameters,
} from './transport/gaussian-wasserstein-distance.ts';
export { energyDistance, energyDistanceProperties } from './transport/energy-distance.ts';
export {
  maximumMeanDiscrepancy,
  maximumMeanDiscrepancyProperties,
  type KernelOptions,
} from './transport/maximum-mean-discrepancy.ts';
export { integral, type Quadrature } from './quadrature.ts';
export type { Interval, QuadratureOptions } from './quadrature-interval.ts';
export { klOfDensities, type Density } from './kl-of-densities.ts';
export type { BiasedEstimate } from './estimators/counts.ts';
export { millerMadowEntropy, plugInEntropy } from './estimators/plug-in-entropy.ts';
export { plugInKlDivergence } from './estimators/plug-in-kl-divergence.ts';
export { nearestNeighbourKlDivergence } from './estimators/nearest-neighbour-kl-divergence.ts';
export { monteCarloKlDivergence, type Estimate } from './estimators/monte-carlo-kl-divergence.ts';
export { sampleWassersteinDistance } from './estimators/sample-wasserstein-distance.ts';
export { informationProjection, type LinearConstraints } from './projections/information-projection.ts';
export { momentProjection, type ExponentialFamily } from './projections/moment-projection.ts';
export type { Projection, Pythagoras } from './projections/projection.ts';
