import * as core from '../core/index.ts';
import { nothing, real } from './doubles.ts';
import type { Approximate } from './doubles.ts';
import { number } from './evaluate-core.ts';
import type { Program } from './evaluate-core.ts';
import type { Calculus, Expression } from './expression.ts';

type Special = Extract<Expression, Extract<Calculus, { readonly kind: 'special' }>>;

const FUNCTIONS: Readonly<Record<Special['name'], (...of: number[]) => number>> = {
  gamma: (a) => Math.exp(core.logGamma(a!)),
  digamma: (a) => core.digamma(a!),
  Phi: (x) => normalCdf(x!),
};

/** Γ, ψ and Φ, in doubles. */
export function special({ name, of }: Special): Program<Approximate> {
  const parts = of.map(number);
  return (frame) => {
    const values = parts.map((part) => part(frame).value);
    try {
      const value = FUNCTIONS[name](...values);
      // A relative change of the argument of Γ moves it by a ψ(a), which is a log a.
      const size = values.reduce((sum, x) => sum + Math.abs(x) * (1 + Math.log1p(Math.abs(x))), 1);
      return real(value, name === 'gamma' ? Math.abs(value) * size : 1 + Math.abs(value));
    } catch (error) {
      if (error instanceof core.DomainError) return nothing;
      throw error;
    }
  };
}

/** log Γ(a), if that is what this is a logarithm of: Γ itself overflows. */
export function logarithmOfGamma(of: Expression): Program<Approximate> | undefined {
  if (of.kind !== 'special' || of.name !== 'gamma') return undefined;
  const argument = number(of.of[0]!);
  return (frame) => {
    const { value, scale } = argument(frame);
    if (!(value > 0)) return nothing;
    const result = core.logGamma(value);
    return real(result, 1 + Math.abs(result) + scale * (1 + Math.abs(Math.log(value)) + 1 / value));
  };
}

/** Φ(x): a series near 0, a continued fraction further out. */
function normalCdf(x: number): number {
  const size = Math.abs(x);
  const height = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  if (size < 3) {
    let [sum, term] = [size, size];
    for (let n = 1; term > 1e-18 * sum; n++) sum += term *= (x * x) / (2 * n + 1);
    return 0.5 + Math.sign(x) * height * sum;
  }
  let below = size;
  for (let n = 120; n > 0; n--) below = size + n / below;
  return x < 0 ? height / below : 1 - height / below;
}
