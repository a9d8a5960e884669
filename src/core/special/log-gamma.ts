import { DomainError } from '../domain-error.ts';
import { log, log1p } from '../elementary/log.ts';
import { ASYMPTOTIC, binet } from './binet.ts';

export const HALF_LOG_TWO_PI = 0.9189385332046728;
const ONE_LESS_EULER = 0.42278433509846713;

/** (−1)ᵏ (ζ(k) − 1)/k, k = 2 … 27: log Γ(2 + t) = (1 − γ) t + Σ of these times tᵏ. */
const TAYLOR = [
  0.3224670334241132, -0.0673523010531981, 0.020580808427784546, -0.007385551028673986, 0.0028905103307415234,
  -0.001192753911703261, 0.0005096695247430425, -0.00022315475845357939, 9.945751278180853e-5,
  -4.492623673813314e-5, 2.050721277567069e-5, -9.439488275268397e-6, 4.374866789907488e-6,
  -2.039215753801366e-6, 9.55141213040742e-7, -4.492469198764566e-7, 2.1207184805554665e-7,
  -1.0043224823968099e-7, 4.7698101693639804e-8, -2.2711094608943164e-8, 1.0838659214896955e-8,
  -5.183475041970047e-9, 2.4836745438024785e-9, -1.1921401405860912e-9, 5.731367241678862e-10,
  -2.7595228851242334e-10,
];

/** log Γ(2 + t) for |t| ≤ ½. */
function logGammaNearTwo(t: number): number {
  let sum = 0;
  for (let k = TAYLOR.length - 1; k >= 0; k--) sum = TAYLOR[k]! + t * sum;
  return t * (ONE_LESS_EULER + t * sum);
}

/**
 * log Γ(x) for x > 0.
 *
 * Infinity at 0 and at Infinity; 0 exactly at 1 and 2, between which it is negative. Relative error at most 16 u,
 * u = 2⁻⁵³, also near its zeros: there it is t times a Taylor series in t = x − 2 or x − 1, which is exact; up to 16 a
 * product of at most 14 factors leads there; from 16 up Stirling's formula, whose parts are at most 2.5 times the sum.
 *
 * @throws DomainError if x is negative or not a number.
 * @see olver-2010, sections 5.7 and 5.11
 */
export function logGamma(x: number): number {
  if (!(x >= 0)) throw new DomainError(`logGamma: x is ${String(x)}; x must be a number at least 0`);
  if (x === 0 || x === Infinity) return Infinity;
  if (x < 0.5) return logGammaNearTwo(x) - log1p(x) - log(x);
  if (x < 1.5) return logGammaNearTwo(x - 1) - log1p(x - 1);
  if (x < ASYMPTOTIC) {
    let product = 1;
    let y = x;
    while (y > 2.5) product *= --y;
    return product === 1 ? logGammaNearTwo(x - 2) : logGammaNearTwo(y - 2) + log(product);
  }
  return (x - 0.5) * log(x) - x + (HALF_LOG_TWO_PI + binet(x));
}
