/** A fraction in lowest terms, its bottom positive. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : divisor(b, a % b);
}

export function fraction(top: bigint, bottom: bigint): Fraction {
  const common = divisor(top < 0n ? -top : top, bottom < 0n ? -bottom : bottom) || 1n;
  const sign = bottom < 0n ? -1n : 1n;
  return { top: (sign * top) / common, bottom: (sign * bottom) / common };
}

/** 0.25, 1e-6 or 1/3. */
export function readFraction(text: string): Fraction {
  const [above, below] = text.split('/');
  const top = decimal(above!);
  const bottom = below === undefined ? { top: 1n, bottom: 1n } : decimal(below);
  return fraction(top.top * bottom.bottom, top.bottom * bottom.top);
}

function decimal(text: string): Fraction {
  const [, sign, whole, digits = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d*))?(?:e([-+]?\d+))?$/.exec(text)!;
  const power = Number(exponent) - digits.length;
  const size = BigInt(whole! + digits) * (sign === '-' ? -1n : 1n);
  return power >= 0
    ? { top: size * 10n ** BigInt(power), bottom: 1n }
    : fraction(size, 10n ** BigInt(-power));
}

export function fractionPower({ top, bottom }: Fraction, exponent: number): Fraction {
  const size = BigInt(Math.abs(exponent));
  return exponent < 0 ? fraction(bottom ** size, top ** size) : fraction(top ** size, bottom ** size);
}
