/** digits[0].digits[1]… × 10^exponent, digits[0] not 0. */
export interface Decimal {
  readonly digits: string;
  readonly exponent: number;
}

/**
 * The positive number size·(1 + relative), exactly, rounded to the nearest decimal of `digits` significant digits;
 * `ties` says which way an exact tie goes.
 */
export function roundedDecimal(size: number, digits: number, relative: number, ties: 'up' | 'down'): Decimal {
  const [numerator, denominator] = exactly(size, relative);
  return roundedQuotient(numerator, denominator, digits, ties, decimalExponent(size));
}

/** numerator/denominator > 0 rounded to `digits` significant digits; `exponent` is its decimal exponent, or near it. */
export function roundedQuotient(
  numerator: bigint,
  denominator: bigint,
  digits: number,
  ties: 'up' | 'down',
  exponent: number,
): Decimal {
  for (;;) {
    const shift = digits - 1 - exponent;
    const top = shift >= 0 ? numerator * tenTo(shift) : numerator;
    const bottom = shift >= 0 ? denominator : denominator * tenTo(-shift);
    const doubled = 2n * top + (ties === 'up' ? bottom : bottom - 1n);
    const rounded = (doubled / (2n * bottom)).toString();
    if (rounded.length === digits) return { digits: rounded, exponent };
    // One digit too many: the guess was low, or rounding carried into the next decade. Both are right one decade up.
    exponent += rounded.length > digits ? 1 : -1;
  }
}

/** size·(1 + relative) as a fraction of integers. */
function exactly(size: number, relative: number): [bigint, bigint] {
  const [m, e] = parts(size);
  const [r, f] = parts(relative < 0 ? -relative : relative);
  // 1 ± r 2^f = (2^−f ± r) 2^f; f < 0, since |relative| < 1.
  const factor = (1n << BigInt(-f)) + (relative < 0 ? -r : r);
  const power = e + f;
  const numerator = m * factor;
  return power >= 0 ? [numerator << BigInt(power), 1n] : [numerator, 1n << BigInt(-power)];
}

function tenTo(power: number): bigint {
  return BigInt(`1${'0'.repeat(power)}`);
}

const cell = new DataView(new ArrayBuffer(8));

/** A double ≥ 0 as integer · 2^exponent. */
export function parts(a: number): [bigint, number] {
  if (a === 0) return [0n, -1];
  cell.setFloat64(0, a);
  const bits = cell.getBigUint64(0);
  const biased = Number(bits >> 52n);
  const fraction = bits & 0xfffffffffffffn;
  return biased === 0 ? [fraction, -1074] : [fraction | 0x10000000000000n, biased - 1075];
}

/** ⌊log₁₀ a⌋, from the shortest decimal. */
function decimalExponent(a: number): number {
  return Number(a.toExponential().split('e')[1]);
}
