import { DomainError } from '../domain-error.ts';
import { sum } from '../double-double.ts';
import { exp } from '../elementary/exp.ts';
import { log } from '../elementary/log.ts';
import { klDivergence } from '../kl-divergence.ts';
import { fromWeights, type Masses, type Pmf } from '../pmf.ts';
import { exponentialTilt, type Tilt } from './exponential-tilt.ts';
import { feasibleFace } from './feasible-face.ts';
import { centre } from './linear-statistics.ts';

/** The two sides of the Pythagorean identity of a projection. */
export interface Pythagoras {
  /** The divergence of the two that the projection lies between. */
  readonly whole: number;
  /** The sum of the divergences by way of the projection. */
  readonly parts: number;
}

export interface Projection {
  readonly pmf: Pmf;
  /**
   * θ with pmf(x) ∝ base(x) e^(Σ θ(j) f(j, x)) on the support; 0 for statistics that depend there on others.
   */
  readonly multipliers: Float64Array;
  /** The least divergence, in nats. */
  readonly value: number;
  /**
   * Whether finite multipliers reach it on all outcomes that the base has. If not, the projection is the limit of members of
   * the exponential family, and has mass on fewer outcomes.
   */
  readonly interior: boolean;
  /** Both sides of the Pythagorean identity for another pmf, which the comment of the projection describes. */
  readonly pythagoras: (other: Pmf) => Pythagoras;
}

export interface TiltedPmf {
  readonly pmf: Pmf;
  readonly multipliers: Float64Array;
  readonly logRatios: Float64Array;
  readonly interior: boolean;
}

const FEW_STEPS = 30;
/** More where they are cheap: 1000 at most, and what makes some seconds in all. */
const MOST_STEPS = 1000;
const MOST_WORK = 1e7;
/** Masses below e^−25, or tilted by more than e^25 against each other, may be rounding of what should be 0. */
const SUSPICIOUS = 25;

/**
 * The pmf proportional to base(x) e^(θ·f(x)) with the given expectations of the statistics f, or the limit of such on a
 * part of the outcomes; refuses expectations that no pmf on the outcomes of the base has.
 */
export function tiltTo(
  quantity: string,
  base: Masses,
  statistics: readonly Float64Array[],
  targets: Float64Array,
  names: { readonly base: string; readonly targets: string },
): TiltedPmf {
  const work = MOST_WORK / (base.values.length * statistics.length * statistics.length);
  const steps = work > MOST_STEPS ? MOST_STEPS : work > FEW_STEPS ? work : FEW_STEPS;
  const support = [...base.values.keys()].filter((x) => base.values[x]! > 0);
  let { vectors, scales } = centre(statistics, targets, support);
  let outcomes: readonly number[] = support;
  let tilt: Tilt = exponentialTilt(base.values, vectors, support, FEW_STEPS);
  if (!tilt.converged || isSuspicious(tilt, base, support)) {
    // Rounding of the targets, on the scale of the vectors.
    let rounding = 1e-13;
    targets.forEach((c, j) => (rounding += ((c < 0 ? -c : c) / scales[j]!) * 1e-15));
    outcomes = feasibleFace(vectors, support, rounding);
  }
  if (outcomes.length === 0) {
    throw new DomainError(
      `${quantity}: no pmf on the ${support.length} outcomes of ${names.base} has the expectations ${names.targets}; they must lie in the convex hull of the statistics' values there`,
    );
  }
  if (!tilt.converged || outcomes.length < support.length) {
    ({ vectors, scales } = centre(statistics, targets, outcomes));
    vectors = withoutRounding(vectors, outcomes, scales, targets);
    tilt = exponentialTilt(base.values, vectors, outcomes, steps);
  }
  if (!tilt.converged) {
    throw new DomainError(
      `${quantity}: Newton's method did not settle; the expectations ${names.targets} must not lie so near the boundary of the convex hull of the statistics' values`,
    );
  }
  const logFace = outcomes.length < support.length ? log(massOf(base, outcomes) / base.total.hi) : 0;
  const logRatios = tilt.logRatios.map((l) => l - logFace);
  return {
    pmf: fromWeights(base.values.map((mass, x) => tilted(mass / base.total.hi, logRatios[x]!))),
    multipliers: tilt.multipliers.map((t, j) => t / scales[j]!),
    logRatios,
    interior: outcomes.length === support.length,
  };
}

/**
 * D(P ‖ P*) of a tilted pmf P*. Masses of P* below 1e-300 are 0 in it, but their logarithms are known: then by Σ p log(p/base) − p log of
 * what the base is tilted by, to some 1e-15 of the terms.
 */
export function divergenceFromTilted(p: Pmf, base: Masses, { pmf, logRatios }: TiltedPmf): number {
  const divergence = klDivergence(p, pmf);
  if (divergence < Infinity) return divergence;
  let total = 0;
  p.forEach((mass, x) => {
    if (mass > 0) total += mass * (log(mass) - log(base.values[x]! / base.total.hi) - logRatios[x]!);
  });
  return total;
}

function isSuspicious({ logRatios }: Tilt, base: Masses, outcomes: readonly number[]): boolean {
  let least = Infinity;
  let most = -Infinity;
  let leastMass = Infinity;
  for (const x of outcomes) {
    const mass = (base.values[x]! / base.total.hi) * exp(logRatios[x]!);
    if (mass < leastMass) leastMass = mass;
    if (logRatios[x]! < least) least = logRatios[x]!;
    if (logRatios[x]! > most) most = logRatios[x]!;
  }
  return most - least > SUSPICIOUS || leastMass < exp(-SUSPICIOUS);
}

function massOf(base: Masses, outcomes: readonly number[]): number {
  return sum(Float64Array.from(outcomes, (x) => base.values[x]!)).hi;
}

/** A probability times eˡ, in halves so that tiny ones survive; what doubles cannot hold beside 1 is 0. */
function tilted(probability: number, l: number): number {
  const half = exp(l / 2);
  const weight = probability * half * half;
  return weight < 1e-300 ? 0 : weight;
}

/** Coordinates that vanish on a face, but for the rounding of the statistics and targets, are 0 there. */
function withoutRounding(
  vectors: readonly Float64Array[],
  outcomes: readonly number[],
  scales: Float64Array,
  targets: Float64Array,
): readonly Float64Array[] {
  const cleaned: Float64Array[] = [];
  for (const x of outcomes) {
    cleaned[x] = vectors[x]!.map((g, j) => {
      const target = targets[j]! < 0 ? -targets[j]! : targets[j]!;
      const size = (g < 0 ? -g : g) * scales[j]!;
      return size <= 1e-13 * target ? 0 : g;
    });
  }
  return cleaned;
}
