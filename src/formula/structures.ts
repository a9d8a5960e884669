import type { SymbolType } from './expression.ts';
import { flat, range, spiky } from './families.ts';
import type { Random } from './families.ts';
import { divisor, exactGiven, readGiven } from './rational.ts';
import type { Fraction } from './rational.ts';

const below = (random: Random, most: number): number => Math.floor(random() * most);
const digits = (value: number, count: number): string => String(Number(value.toPrecision(count)));

/** Two of the pmfs of an instance that give mass to every outcome, for functions that are made of them. */
type Pair = readonly [readonly string[], readonly string[]] | undefined;

/** Values of a function on the outcomes, of either sign; every so often the logarithm of a pmf, or of a ratio of two. */
function functionOf(random: Random, n: number, k: number, pair: Pair): string[] {
  if (pair && k % 4 === 1)
    return pair[0].map((p, x) => digits(Math.log(readGiven(p) / readGiven(pair[1][x]!)), 12));
  if (pair && k % 4 === 3) return pair[0].map((p) => digits(Math.log(readGiven(p)), 12));
  return range(n).map(() => (random() < 0.1 ? '0' : String(Number((6 * random() - 3).toFixed(3)))));
}

/** Positive values: of one size, over decades, all nearly 1, in the proportions of a pmf, or the same everywhere. */
function positiveFunctionOf(random: Random, n: number, k: number, pair: Pair): string[] {
  if (pair && k % 3 === 1) return pair[0].map((p, x) => quotient(exactGiven(p), exactGiven(pair[1][x]!)));
  const same = digits(0.1 + 3 * random(), 3);
  const one = (): string => {
    switch (k % 6) {
      case 0:
        return digits(10 ** (6 * random() - 3), 4);
      case 1:
        return digits(1 + (random() - 0.5) * 1e-3, 7);
      case 2:
        return same;
      default:
        return digits(0.05 + 3 * random(), 4);
    }
  };
  if (k % 6 === 5) return (random() < 0.5 ? flat : spiky)(random, n).map((mass) => String(mass / 1e5 + 1e-6));
  return range(n).map(one);
}

/** Values strictly between 0 and 1: anywhere, near the ends, near one half, or the best that tells two pmfs apart. */
function testOf(random: Random, n: number, k: number, pair: Pair): string[] {
  if (pair && k % 3 === 1)
    return pair[0].map((mass, x) => {
      const [p, q] = [exactGiven(mass), exactGiven(pair[1][x]!)];
      return quotient(p, { top: p.top * q.bottom + q.top * p.bottom, bottom: p.bottom * q.bottom });
    });
  const one = (): string => {
    const small = 10 ** -(1 + 4 * random());
    switch (k % 5) {
      case 0:
        return digits(random() < 0.5 ? small : 1 - small, 6);
      case 1:
        return digits(0.5 + 0.02 * (random() - 0.5), 6);
      case 2:
        return '0.5';
      default:
        return digits(0.001 + 0.998 * random(), 5);
    }
  };
  return range(n).map(one);
}

/** Positive integers, small ones mostly. */
function integerOf(random: Random, k: number): string {
  return String(k % 9 === 8 ? 10 + below(random, 90) : 1 + below(random, 8));
}

function quotient(a: Fraction, b: Fraction): string {
  const [top, bottom] = [a.top * b.bottom, a.bottom * b.top];
  const shared = divisor(top, bottom);
  return `${top / shared}/${bottom / shared}`;
}

/** Two pmfs of the instance, the same one twice if there is no other; none unless every outcome has mass. */
function pairOf(random: Random, pmfs: readonly (readonly string[])[]): Pair {
  const first = pmfs[below(random, pmfs.length)];
  const others = pmfs.filter((pmf) => pmf !== first);
  const pair = [first, others[below(random, others.length)] ?? first] as const;
  const full = pair.every((pmf) => pmf?.every((mass) => readGiven(mass) > 0));
  return full ? (pair as Pair) : undefined;
}

/** A value for an open symbol that is neither a pmf nor a real number; undefined for those, and for outcomes. */
export function structureOf(
  type: SymbolType,
  random: Random,
  outcomes: number,
  k: number,
  pmfs: readonly (readonly string[])[],
): string | readonly string[] | undefined {
  switch (type) {
    case 'function':
      return functionOf(random, outcomes, k, pairOf(random, pmfs));
    case 'positive function':
      return positiveFunctionOf(random, outcomes, k, pairOf(random, pmfs));
    case 'test':
      return testOf(random, outcomes, k, pairOf(random, pmfs));
    case 'integer':
      return integerOf(random, k);
    default:
      return undefined;
  }
}
