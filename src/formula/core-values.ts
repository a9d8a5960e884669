import * as core from '../core/index.ts';
import { nothing, real } from './doubles.ts';
import type { Approximate } from './doubles.ts';
import type { QuantityName } from './quantity-table.ts';

/** What stands in the braces of a quantity, ready for the core. */
export interface CoreInputs {
  readonly pmfs: readonly core.Pmf[];
  readonly numbers: readonly number[];
  readonly weights?: core.Pmf | undefined;
  /** Of one on pairs, in place of a pmf. */
  readonly joint?: core.JointPmf | undefined;
  /** Where the outcomes lie, a point each; at 1, …, n on the line without it. */
  readonly places?: Places | undefined;
  readonly generator?: core.FDivergenceGenerator | undefined;
}

type Places = readonly (readonly number[])[];

/** Coordinates, one after the other, as points. */
export const placesOf = ([first, ...others]: readonly (readonly number[])[]): Places =>
  first!.map((at, x) => [at, ...others.map((coordinate) => coordinate[x]!)]);

/** The value of a quantity by the core. Throws its DomainError. */
export function coreValue(name: QuantityName, inputs: CoreInputs): Approximate {
  const [p, q] = [inputs.pmfs[0]!, (inputs.pmfs[1] ?? inputs.pmfs[0])!];
  const [order = 1] = inputs.numbers;
  if (name === 'JSDn') return real(core.jensenShannonDivergenceOfMany(inputs.pmfs, weightsOf(inputs)));
  if (name === 'MI') return real(core.mutualInformation(inputs.joint!));
  if (name === 'FDiv') return inputs.generator ? real(core.fDivergence(p, q, inputs.generator)) : nothing;
  if (name === 'RenyiH') return renyiEntropy(p, order);
  const places = inputs.places ?? stepsOf(p);
  if (name === 'EOT' || name === 'PlanCost' || name === 'Sinkhorn')
    return regularised(name, [p, q], inputs.numbers, places);
  const value = VALUES[name](p, q, order, places);
  return real(value, Math.abs(value) * conditioning(name, order, value));
}

/** How much more than its own rounding a rounded parameter does to a value. */
function conditioning(name: QuantityName, order: number, value: number): number {
  // Powers of ratios move by the order times their logarithm.
  if (name === 'AlphaDiv') return 1 + 50 * Math.abs(order);
  // The root of a difference of means, which cancel.
  if (name === 'MMD') return Math.min(1e-3 / value ** 2, 1e4 / value);
  // Weights near 1 leave little for the other side.
  return order > 0 && order < 1 ? 1 / (1 - order) : 1;
}

const weightsOf = ({ weights }: CoreInputs): core.MixtureOptions => (weights ? { weights } : {});

const VALUES: Readonly<
  Record<
    Exclude<QuantityName, 'JSDn' | 'RenyiH' | 'MI' | 'FDiv' | 'EOT' | 'PlanCost' | 'Sinkhorn'>,
    (p: core.Pmf, q: core.Pmf, parameter: number, places: Places) => number
  >
> = {
  KL: core.klDivergence,
  JSD: core.jensenShannonDivergence,
  JSDist: core.jensenShannonDistance,
  JSDw: (p, q, weight) => core.weightedJensenShannonDivergence(p, q, { weight }),
  GJS: (p, q, weight) => core.geometricJensenShannonDivergence(p, q, { weight }),
  Jeffreys: core.jeffreysDivergence,
  Resistor: core.resistorAverageDivergence,
  Skew: (p, q, skew) => core.skewDivergence(p, q, { skew }),
  H: core.entropy,
  CE: core.crossEntropy,
  Perplexity: core.perplexity,
  TV: core.totalVariationDistance,
  Hellinger: core.hellingerDistance,
  HellingerSq: core.squaredHellingerDivergence,
  BC: core.bhattacharyyaCoefficient,
  Bhattacharyya: core.bhattacharyyaDivergence,
  Chernoff: core.chernoffDivergence,
  ChernoffInfo: core.chernoffInformation,
  Renyi: core.renyiDivergence,
  AlphaDiv: core.alphaDivergence,
  ChiSq: core.chiSquaredDivergence,
  Neyman: core.neymanChiSquaredDivergence,
  Triangular: core.triangularDiscrimination,
  W: transported,
  Energy: (p, q, _, at) =>
    at[0]!.length === 1
      ? core.energyDistance(onLine(p, at), onLine(q, at))
      : core.energyDistance(inSpace(p, at), inSpace(q, at)),
  MMD: (p, q, bandwidth, at) => core.maximumMeanDiscrepancy(inSpace(p, at), inSpace(q, at), { bandwidth }),
};

/** What the divergence from the uniform distribution leaves of its entropy. */
function renyiEntropy(p: core.Pmf, order: number): Approximate {
  const most = Math.log(p.length);
  const uniform = core.fromWeights(Array.from(p, () => 1));
  return real(Math.max(most - core.renyiDivergence(p, uniform, order), 0), most);
}

/** On the line by quantiles, elsewhere by the cheapest plan. */
function transported(p: core.Pmf, q: core.Pmf, order: number, places: Places): number {
  if (places[0]!.length === 1)
    return core.wassersteinDistance(onLine(p, places), onLine(q, places), { order });
  if (order < 1) throw new core.DomainError('the order of \\W is less than 1');
  const cost = core.costMatrix(places, places, { exponent: order });
  return core.optimalTransport(p, q, cost).cost ** (1 / order);
}

/** Entropic transport with the cost |x − y|^p. Nothing is known where the iteration does not end. */
function regularised(
  name: 'EOT' | 'PlanCost' | 'Sinkhorn',
  [p, q]: readonly [core.Pmf, core.Pmf],
  [order, epsilon]: readonly number[],
  places: Places,
): Approximate {
  const cost = core.costMatrix(places, places, { exponent: order! });
  const size = Math.max(...cost) + epsilon!;
  const options = { epsilon: epsilon!, tolerance: 1e-13, maxIterations: 20_000 };
  if (name !== 'Sinkhorn') {
    const found = core.sinkhornTransport(p, q, cost, options);
    const value = name === 'EOT' ? found.regularisedCost : found.cost;
    return { value, scale: found.converged ? size : Infinity };
  }
  try {
    return real(core.sinkhornDivergence(p, q, cost, options), size);
  } catch (error) {
    if (error instanceof core.DomainError) return { value: NaN, scale: Infinity };
    throw error;
  }
}

/** Without places of their own the outcomes lie at 1, …, n. */
const stepsOf = ({ length }: core.Pmf): Places => Array.from({ length }, (_, k) => [k + 1]);
export const onLine = (masses: core.Pmf, places: Places = stepsOf(masses)): core.WeightedPoints =>
  core.pointsOnLine(
    Float64Array.from(places, ([at]) => at!),
    masses,
  );
const inSpace = (masses: core.Pmf, places: Places): core.PointCloud => core.pointsInSpace(places, masses);
