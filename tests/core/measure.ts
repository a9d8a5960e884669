import Decimal from 'decimal.js';

const Exact = Decimal.clone({ precision: 1200, minE: -9e15, maxE: 9e15, toExpNeg: -9e15, toExpPos: 9e15 });

const bits = new DataView(new ArrayBuffer(8));

/** The exact value of a double. (`new Decimal(x)` is that of the shortest decimal that reads back as x.) */
export function exactly(x: number): Decimal {
  bits.setFloat64(0, Math.abs(x));
  const biased = Number(bits.getBigUint64(0) >> 52n);
  const fraction = bits.getBigUint64(0) & 0xfffffffffffffn;
  const integer = biased === 0 ? fraction : fraction | 0x10000000000000n;
  const size = new Exact(integer.toString()).mul(new Exact(2).pow(Math.max(biased, 1) - 1075));
  return x < 0 ? size.neg() : size;
}

/** One unit in the last place of the double nearest to a decimal, exactly. */
function ulp(expected: string): Decimal {
  bits.setFloat64(0, Math.abs(Number(expected)));
  const biased = Number(bits.getBigUint64(0) >> 52n);
  return new Exact(2).pow(Math.max(biased, 1) - 1075);
}

/** |actual − expected| in units in the last place, 0 where both are the same infinity; compared as decimals. */
export function ulpError(actual: number, expected: string): number {
  if (expected === 'Infinity' || !Number.isFinite(actual)) return actual === Number(expected) ? 0 : Infinity;
  if (Number.isNaN(actual) || Object.is(actual, -0)) return Infinity;
  return exactly(actual).minus(expected).abs().div(ulp(expected)).toNumber();
}

/** |actual − expected| / |expected|, as a multiple of 2⁻⁵³. */
export function relativeError(actual: number, expected: string): number {
  if (expected === 'Infinity' || Number(expected) === 0) return ulpError(actual, expected);
  return exactly(actual)
    .div(expected)
    .minus(1)
    .abs()
    .mul(2 ** 53)
    .toNumber();
}
