import type { Enclosure } from '../certain-digits.ts';
import { add, divide, type DoubleDouble } from '../double-double.ts';
import { multiplyByPower } from '../elementary/arithmetic.ts';
import { highWord, powerOfTwo } from '../logarithm.ts';
import { toBits } from '../units.ts';

/** (hi + lo)·2^exponent: a double-double beyond the range of doubles. Exact where hi is 0 or infinite. */
export interface Refined extends DoubleDouble {
  readonly exponent: number;
}

/** What the core's fast function returns, how far it can be from the truth where that is not near underflow, and a way to 29 digits. */
export interface Certified extends Enclosure {
  /** The same quantity by double-double arithmetic, on the exact masses. */
  readonly refine: () => Refined;
}

/** Unit roundoff. */
export const U = 1.1102230246251565e-16;

/** A certified number from its parts; the absolute bound is 0 unless given. */
export function certified(
  value: number,
  units: number,
  refine: () => Refined,
  absoluteErrorBound = 0,
): Certified {
  return { value, relativeErrorBound: units * U, absoluteErrorBound, refine };
}

const LN2: DoubleDouble = { hi: 0.6931471805599453, lo: 2.3190468138462996e-17 };

/** A certified number of nats as one of bits: divided by log 2. */
export function inBits(nats: Certified): Certified {
  return {
    value: toBits(nats.value),
    relativeErrorBound: nats.relativeErrorBound + 2 * U,
    absoluteErrorBound: 1.5 * nats.absoluteErrorBound,
    refine: () => {
      const { hi, lo, exponent } = nats.refine();
      return hi === 0 || hi === Infinity ? { hi, lo: 0, exponent } : { ...divide({ hi, lo }, LN2), exponent };
    },
  };
}

/** The sum of two certified numbers that are not negative, such as the legs of a detour: adding costs each bound one unit. */
export function plus(a: Certified, b: Certified): Certified {
  return {
    value: a.value + b.value,
    relativeErrorBound: larger(a.relativeErrorBound, b.relativeErrorBound) + 2 * U,
    absoluteErrorBound: 2 * (a.absoluteErrorBound + b.absoluteErrorBound),
    refine: () => {
      const [x, y] = [a.refine(), b.refine()];
      const known = [x, y].find(({ hi }) => hi === Infinity) ?? (x.hi === 0 ? y : y.hi === 0 ? x : undefined);
      if (known) return known;
      const exponent = larger(x.exponent, y.exponent);
      return refined(add(scaled(x, exponent), scaled(y, exponent)), exponent);
    },
  };
}

const larger = (a: number, b: number): number => (a > b ? a : b);

/** What is left of x when 2^exponent is taken out of it; in two steps, since the power itself may be no double; after 2000 nothing is. */
function scaled(x: Refined, exponent: number): DoubleDouble {
  const power = larger(x.exponent - exponent, -2000);
  const half = power >> 1;
  return multiplyByPower(multiplyByPower(x, powerOfTwo(half)), powerOfTwo(power - half));
}

/** x·2^exponent, with the power of two taken into x where it stays a pair of normal doubles. */
export function refined(x: DoubleDouble, exponent: number): Refined {
  if (x.hi === 0 || x.hi === Infinity) return { hi: x.hi, lo: 0, exponent: 0 };
  const total = ((highWord(x.hi) >> 20) & 0x7ff) - 1023 + exponent;
  if (total < -900 || total > 1000) return { ...x, exponent };
  const half = exponent >> 1;
  const scaled = multiplyByPower(multiplyByPower(x, powerOfTwo(half)), powerOfTwo(exponent - half));
  return { ...scaled, exponent: 0 };
}
