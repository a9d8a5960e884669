import { DomainError } from '../domain-error.ts';
import { logOfShares, scaleOfShares, sumOfShares } from '../divergences/shares.ts';
import { option, received } from '../options.ts';
import { pairOf, type Pair } from '../pair.ts';
import type { Pmf } from '../pmf.ts';

/** Masses taken as free variables, or logits z of p = softmax(z). */
export type GradientVariable = 'p' | 'q' | 'logitsOfP' | 'logitsOfQ';

export interface GradientOptions {
  readonly withRespectTo: GradientVariable;
}

/** One outcome as the gradients need it. */
export interface Outcome {
  readonly p: number;
  readonly q: number;
  /** p − q, of 106 bits */
  readonly d: number;
  /** log(p/q): − Infinity where only p is 0, Infinity where q is. */
  readonly t: number;
}

/** The outcome seen from Q. */
export function exchanged({ p, q, d, t }: Outcome): Outcome {
  return { p: q, q: p, d: -d, t: p === 0 && q === 0 ? t : -t };
}

const EXCHANGED = { p: 'q', q: 'p', logitsOfP: 'logitsOfQ', logitsOfQ: 'logitsOfP' } as const;

/** The same variable of D(Q ‖ P). */
export function exchangedVariable(variable: GradientVariable): GradientVariable {
  return EXCHANGED[variable];
}

function isVariable(name: unknown): name is GradientVariable {
  return typeof name === 'string' && Object.hasOwn(EXCHANGED, name);
}

/** The pair and the variable of a gradient, refused unless the quantity is finite. */
export function gradientOf(
  quantity: string,
  p: Pmf,
  q: Pmf,
  options: GradientOptions,
  valueOf: (pair: Pair) => number,
  derivative: (
    variable: GradientVariable,
    pair: Pair,
    value: number,
  ) => (outcome: Outcome, x: number) => number,
): Float64Array {
  const pair = pairOf(quantity, p, q);
  const withRespectTo = option(quantity, options, 'withRespectTo', "{ withRespectTo: 'q' }");
  if (!isVariable(withRespectTo)) {
    throw new DomainError(
      `${quantity}: withRespectTo is ${received(withRespectTo)}; it must be 'p', 'q', 'logitsOfP' or 'logitsOfQ'`,
    );
  }
  const value = valueOf(pair);
  if (value === Infinity) {
    throw new DomainError(`${quantity}: the value at p and q is Infinity; a gradient needs a finite one`);
  }
  const of = derivative(withRespectTo, pair, value);
  const gradient = new Float64Array(p.length);
  forEachOutcome(pair, (outcome, x) => {
    gradient[x] = of(outcome, x) + 0;
  });
  return gradient;
}

function forEachOutcome(pair: Pair, visit: (outcome: Outcome, x: number) => void): void {
  const { p, q } = pair;
  const scale = scaleOfShares(pair);
  let x = 0;
  sumOfShares(pair, (a, b, aLow, bLow) => {
    const t = b === 0 ? Infinity : a === 0 ? -Infinity : logOfShares(a, b, aLow, bLow);
    const d = (a - b + (aLow - bLow)) / scale;
    visit({ p: p.values[x]! / p.total.hi, q: q.values[x]! / q.total.hi, d, t }, x);
    x++;
    return 0;
  });
}
