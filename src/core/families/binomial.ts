import type { Bounded } from '../bounded.ts';
import { productError } from '../double-double.ts';
import { exp } from '../elementary/exp.ts';
import { log, log1p } from '../elementary/log.ts';
import { binet } from '../special/binet.ts';
import { expExcess, logExcess } from '../special/log-excess.ts';
import { HALF_LOG_TWO_PI } from '../special/log-gamma.ts';
import { klOfCoins } from './bernoulli.ts';
import { entropyOverIntegers, sumOverIntegers, windowAround, type Window } from './integer-sum.ts';
import { PROBABILITY, requireArgument, requireMember, requireParameters } from './parameters.ts';

/** Heads of so many tosses of a coin. Made by `binomial`. */
export interface Binomial {
  readonly family: 'binomial';
  readonly trials: number;
  readonly probability: number;
  /** C(n, k) pᵏ (1 − p)ⁿ⁻ᵏ, 0 for k that is no integer in [0, n]; relative error at most (40 + 8 |log P(k)|) u, u = 2⁻⁵³. */
  pmf(k: number): number;
  /** log P(k), −Infinity where P(k) = 0; absolute error as above. */
  logPmf(k: number): number;
  /** −Σ P(k) log P(k), in nats, summed where the mass is: no closed form. */
  entropy(): Bounded;
}

/**
 * The binomial distribution of `trials` tosses of a coin with P(heads) = `probability`.
 *
 * @throws DomainError if the number of trials is not an integer from 0 to 10¹⁵, or the probability not a number in [0, 1].
 * @see loader-2000
 */
export function binomial(parameters: { readonly trials: number; readonly probability: number }): Binomial {
  const TRIALS = { from: 0, to: 1e15, is: 'it must be an integer from 0 to 1e15' };
  const read = requireParameters('binomial', parameters, { trials: TRIALS, probability: PROBABILITY });
  const { trials, probability } = read;
  if (!Number.isInteger(trials)) {
    requireParameters('binomial', read, { trials: { ...TRIALS, from: Infinity } });
  }
  const logPmf = (k: number): number => logMass(trials, probability, k);
  return Object.freeze<Binomial>({
    family: 'binomial',
    trials,
    probability,
    pmf: (k) => exp(logPmf(requireArgument('binomial.pmf', 'k', k))),
    logPmf: (k) => logPmf(requireArgument('binomial.logPmf', 'k', k)),
    entropy: () => entropyOverIntegers(windowOf(trials, probability), logPmf),
  });
}

function windowOf(n: number, p: number): Window {
  return windowAround(n * p, Math.sqrt(n * p * (1 - p)), n);
}

function logMass(n: number, p: number, k: number): number {
  if (!(k >= 0 && k <= n && Number.isInteger(k))) return -Infinity;
  if (p === 0 || p === 1) return k === p * n ? 0 : -Infinity;
  if (k === 0) return n * log1p(-p);
  if (k === n) return n * log(p);
  // Stirling's formula taken out: what is left is n times the relative entropy of k/n from p.
  const misses = n - k;
  const expected = n * p;
  const step = expected - k + productError(n, p, expected);
  const deviance =
    k * logExcess(step / k, expected / k) + misses * logExcess(-step / misses, (n / misses) * (1 - p));
  const correction = binet(n) - binet(k) - binet(misses);
  return correction - deviance - (HALF_LOG_TWO_PI + 0.5 * (log(k) + log(misses / n)));
}

/**
 * Kullback–Leibler divergence of binomial distributions, in nats, with a bound of its error.
 *
 *   D(P ‖ Q) = n [ p log(p/q) + (1 − p) log((1 − p)/(1 − q)) ]   where both have n trials
 *
 * and no closed form otherwise: Infinity if P has more trials than Q and p > 0; if fewer, the sum of
 * P(k) log(P(k)/Q(k)) − P(k) + Q(k) ≥ 0 where the mass is. Lies in [0, ∞]; zero only for equal parameters, or p = q = 0.
 *
 * @throws DomainError if an argument was not made by `binomial`.
 */
export function binomialKlDivergence(p: Binomial, q: Binomial): Bounded {
  requireMember('binomialKlDivergence', 'p', 'binomial', p);
  requireMember('binomialKlDivergence', 'q', 'binomial', q);
  // Where P is a point mass, its divergence is the surprisal of the point.
  const point = p.probability === 0 ? 0 : p.probability === 1 ? p.trials : -1;
  if (p.trials === q.trials) return withUnits(p.trials * klOfCoins(p.probability, q.probability), 16);
  if (point >= 0) return withUnits(0 - q.logPmf(point), 60);
  if (p.trials > q.trials || q.probability === 0 || q.probability === 1)
    return { value: Infinity, errorBound: 0 };
  return sumOfShares(p, q);
}

function withUnits(value: number, units: number): Bounded {
  return { value, errorBound: value === Infinity ? 0 : value * units * UNIT };
}

const UNIT = 1.1102230246251565e-16;
const MOST_TERMS = 200000;

function sumOfShares(p: Binomial, q: Binomial): Bounded {
  const ofP = windowOf(p.trials, p.probability);
  const ofQ = windowOf(q.trials, q.probability);
  const both = {
    from: ofP.from < ofQ.from ? ofP.from : ofQ.from,
    to: ofP.to < ofQ.to ? ofQ.to : ofP.to,
    stride: ofP.stride < ofQ.stride ? ofP.stride : ofQ.stride,
  };
  // Far apart, so that nothing cancels, and too much between them to sum.
  const apart = both.to - both.from > MOST_TERMS * both.stride;
  let noise = 0;
  const value = sumOverIntegers(apart ? ofP : both, (k) => {
    const logP = p.logPmf(k);
    const logQ = q.logPmf(k);
    if (logP === -Infinity) return apart ? 0 : exp(logQ);
    const t = logQ - logP;
    const massOfP = exp(logP);
    const change = apart ? massOfP : massOfP - exp(logQ);
    noise += (change < 0 ? -change : change) * (60 - 8 * (logP + logQ)) * UNIT;
    if (apart) return -massOfP * t;
    return t > 1 ? exp(logQ) - massOfP - massOfP * t : massOfP * expExcess(t);
  });
  return { value, errorBound: noise * (apart ? ofP : both).stride + value * 160 * UNIT };
}
