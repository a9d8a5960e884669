import { exp } from '../elementary/exp.ts';
import { entropyOf } from '../entropy.ts';
import { massesBehind, type Pmf } from '../pmf.ts';

/**
 * Perplexity of P (a number of outcomes; no unit): how many equally likely outcomes are as uncertain.
 *
 *   PP(P) = exp H(P),  H in nats
 *
 * Lies in [1, n]; 1 only for a point mass, n only for the uniform distribution. Relative error at most (1 + 9 H) u, u = 2⁻⁵³:
 * the exponential turns the absolute error of the entropy into a relative one.
 *
 * @see jelinek-1977
 */
export function perplexity(p: Pmf): number {
  const { values, ...rest } = massesBehind('perplexity', 'p', p);
  const value = exp(entropyOf({ values, ...rest }));
  return value < values.length ? value : values.length;
}
