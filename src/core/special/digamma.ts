import { DomainError } from '../domain-error.ts';
import { log } from '../elementary/log.ts';
import { ASYMPTOTIC, binetSlope } from './binet.ts';

/** The positive zero of ψ, in two doubles. */
const ZERO = 1.4616321449683622;
const ZERO_LOW = 9.549995429965697e-17;

/** ψ(x)/(x − x₀) on [1, 2] in powers of x − 1.5, x₀ the zero; relative error below 1.4e-16. */
const NEAR_ZERO = [
  0.9510558760318328, -0.4236274212814573, 0.24054248424078478, -0.14840492305485808, 0.09498872445354183,
  -0.06192213319072707, 0.0407608338843387, -0.026975800029253667, 0.017907250563619775,
  -0.011908146513976738, 0.007926972735646359, -0.005280903066090605, 0.0035187504361950134,
  -0.002337552647103118, 0.0015580749137213761, -0.0010776863967234226, 0.0007184107969046378,
  -0.00035476352053371977, 0.00023650171719339814, -0.0003783907897248858, 0.0002522590506964885,
];

function betweenOneAndTwo(x: number): number {
  const t = x - 1.5;
  let sum = 0;
  for (let k = NEAR_ZERO.length - 1; k >= 0; k--) sum = NEAR_ZERO[k]! + t * sum;
  return (x - ZERO - ZERO_LOW) * sum;
}

/**
 * Digamma function, the derivative of log Γ, for x > 0.
 *
 *   ψ(x) = Γ′(x)/Γ(x)
 *
 * −Infinity at 0, increasing, 0 at 1.4616…; Infinity at Infinity. Relative error at most 20 u, u = 2⁻⁵³, also near its
 * zero, which is taken out as a factor; ψ(x + 1) = ψ(x) + 1/x elsewhere below 16, the asymptotic series above.
 *
 * @throws DomainError if x is negative or not a number.
 * @see olver-2010, sections 5.5 and 5.11
 */
export function digamma(x: number): number {
  if (!(x >= 0)) throw new DomainError(`digamma: x is ${String(x)}; x must be a number at least 0`);
  if (x === 0) return -Infinity;
  if (x === Infinity) return Infinity;
  if (x < 1) return betweenOneAndTwo(1 + x) - 1 / x;
  if (x >= ASYMPTOTIC) return log(x) - (0.5 + binetSlope(x)) / x;
  let sum = 0;
  let y = x;
  while (y > 2) sum += 1 / --y;
  return betweenOneAndTwo(y) + sum;
}
