import { DomainError } from '../domain-error.ts';
import { add, productError, type DoubleDouble } from '../double-double.ts';
import { log } from '../elementary/log.ts';
import { exp } from '../elementary/exp.ts';
import { logRatio } from '../logarithm.ts';
import { readNumbers, requireArray } from '../masses.ts';
import { massesBehind, type Pmf } from '../pmf.ts';
import { binet } from '../special/binet.ts';
import { digamma } from '../special/digamma.ts';
import { logBetaExcess, sumOfChanges, type Change } from '../special/log-beta-excess.ts';
import { HALF_LOG_TWO_PI } from '../special/log-gamma.ts';
import { logExcess } from '../special/log-excess.ts';
import { entropyOfShape } from './gamma.ts';
import { SHAPE, requireMember, requireParameters } from './parameters.ts';

/** A distribution of pmfs. Made by `dirichlet`. */
export interface Dirichlet {
  readonly family: 'Dirichlet';
  /** Read-only: a copy of what was given. */
  readonly concentrations: readonly number[];
  /** Density at a pmf x with respect to its first n − 1 probabilities: Π x(i)^(α(i) − 1)/B(α). */
  pdf(x: Pmf): number;
  /**
   * log of the density; −Infinity if some x(i) = 0 has α(i) > 1, else Infinity if some has α(i) < 1. Absolute error at most
   * 20 u times the sum over the outcomes of 1 + α(i) |log of x(i) over its mean| + |log x(i)| + |log α(i)|, u = 2⁻⁵³.
   */
  logPdf(x: Pmf): number;
  /** log B(α) − Σ (α(i) − 1) ψ(α(i)) + (s − n) ψ(s), s = Σ α(i), in nats; at most −log (n − 1)!. */
  differentialEntropy(): number;
}

/**
 * The Dirichlet distribution on the pmfs of n ≥ 2 outcomes. Two concentrations a, b give the beta distribution.
 *
 * @throws DomainError if there are fewer than 2 concentrations, or one is not a number from 1e-30 to 1e30.
 */
export function dirichlet(parameters: { readonly concentrations: ArrayLike<number> }): Dirichlet {
  requireParameters('dirichlet', parameters, {});
  const source = parameters.concentrations;
  requireArray('dirichlet', 'concentrations', source);
  if (source.length < 2) {
    throw new DomainError(
      'dirichlet: there is 1 concentration; there must be at least 2, one for each outcome',
    );
  }
  const alpha = readNumbers(
    'dirichlet',
    'concentrations',
    source,
    (value) => value >= SHAPE.from && value <= SHAPE.to,
    SHAPE.is,
  );
  let sum: DoubleDouble = { hi: 0, lo: 0 };
  for (const a of alpha) sum = add(sum, { hi: a, lo: 0 });
  const logPdf = (x: Pmf): number => logDensity(alpha, sum, x);
  return Object.freeze<Dirichlet>({
    family: 'Dirichlet',
    concentrations: Object.freeze(Array.from(alpha)),
    pdf: (x) => exp(logPdf(x)),
    logPdf,
    differentialEntropy: () => {
      let entropy = -entropyOfShape(sum.hi) - (alpha.length - 1) * digamma(sum.hi);
      for (const a of alpha) entropy += entropyOfShape(a);
      return entropy;
    },
  });
}

function logDensity(alpha: Float64Array, sum: DoubleDouble, x: Pmf): number {
  const { values, total } = massesBehind('dirichlet.logPdf', 'x', x);
  if (values.length !== alpha.length) {
    throw new DomainError(
      `dirichlet.logPdf: x has ${values.length} outcomes and there are ${alpha.length} concentrations; they must be as many`,
    );
  }
  if (alpha.some((a, i) => a > 1 && values[i] === 0)) return -Infinity;
  if (alpha.some((a, i) => a < 1 && values[i] === 0)) return Infinity;
  let density = binet(sum.hi) - 0.5 * log(sum.hi) - (alpha.length - 1) * HALF_LOG_TWO_PI;
  alpha.forEach((a, i) => {
    const mass = values[i]!;
    density += 0.5 * log(a) - binet(a);
    if (mass === 0) {
      density += log(sum.hi) + 1; // x⁰ = 1
      return;
    }
    const expected = sum.hi * mass;
    const aTotal = a * total.hi;
    const step =
      expected -
      aTotal +
      (productError(sum.hi, mass, expected) +
        sum.lo * mass -
        productError(a, total.hi, aTotal) -
        a * total.lo);
    density -= a * logExcess(step / aTotal, expected / aTotal) + logRatio(mass, total.hi, 0, total.lo);
  });
  return density;
}

/**
 * Kullback–Leibler divergence of Dirichlet distributions, in nats.
 *
 *   D(P ‖ Q) = log B(β)/B(α) + Σ (α(i) − β(i)) (ψ(α(i)) − ψ(Σ α))
 *
 * where P has α and Q has β. Lies in [0, ∞); zero only when all concentrations are equal. The probability of an outcome
 * and the proportions of those after it are independent, so D is the sum of the divergences of the beta distributions
 * of α(i) and Σ α(j), j > i: terms ≥ 0, each without cancellation. Relative error at most 100 u, u = 2⁻⁵³.
 *
 * @throws DomainError if an argument was not made by `dirichlet`, or if they have different numbers of outcomes.
 * @see penny-2001
 */
export function dirichletKlDivergence(p: Dirichlet, q: Dirichlet): number {
  requireMember('dirichletKlDivergence', 'p', 'Dirichlet', p);
  requireMember('dirichletKlDivergence', 'q', 'Dirichlet', q);
  const n = p.concentrations.length;
  if (q.concentrations.length !== n) {
    throw new DomainError(
      `dirichletKlDivergence: p has ${n} outcomes and q has ${q.concentrations.length}; they must have as many`,
    );
  }
  const change = (i: number): Change => {
    const before = p.concentrations[i]!;
    const after = q.concentrations[i]!;
    return { before, after, step: after - before };
  };
  let rest = change(n - 1);
  let divergence = 0;
  for (let i = n - 2; i >= 0; i--) {
    const here = change(i);
    divergence += logBetaExcess(here, rest);
    rest = sumOfChanges(here, rest);
  }
  return divergence;
}
