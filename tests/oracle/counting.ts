import { undefinedValue } from './arithmetic.ts';
import type { Arithmetic, Value } from './arithmetic.ts';

interface Numbers {
  readonly kind: 'number';
}

const MOST = 1000;

function countOf<N extends Numbers>(arithmetic: Arithmetic<N>, value: Value<N>): number | undefined {
  const whole = value.kind === 'number' ? arithmetic.integer(value) : undefined;
  return whole !== undefined && whole >= 0 && whole <= MOST ? whole : undefined;
}

/** 1 · 2 · … · n, in integers. */
export function factorial<N extends Numbers>(arithmetic: Arithmetic<N>, of: Value<N>): Value<N> {
  const n = countOf(arithmetic, of);
  if (n === undefined) return undefinedValue(`a factorial of what is no integer from 0 to ${MOST}`);
  return arithmetic.read(product(1n, BigInt(n)).toString());
}

/** n! / (k! (n − k)!), in integers. */
export function binomial<N extends Numbers>(
  arithmetic: Arithmetic<N>,
  above: Value<N>,
  below: Value<N>,
): Value<N> {
  const [n, k] = [countOf(arithmetic, above), countOf(arithmetic, below)];
  if (n === undefined || k === undefined)
    return undefinedValue(`a binomial coefficient of what are no integers from 0 to ${MOST}`);
  if (k > n) return arithmetic.zero;
  const ways = product(1n, BigInt(n)) / product(1n, BigInt(k)) / product(1n, BigInt(n - k));
  return arithmetic.read(ways.toString());
}

const product = (from: bigint, to: bigint): bigint =>
  from > to ? 1n : from === to ? from : product(from, (from + to) / 2n) * product((from + to) / 2n + 1n, to);
