import { fromWeights, type Pmf } from '../../../src/core/index.ts';
import { log, log1p } from '../../../src/core/elementary/log.ts';
import type { Codec } from '../frame/codec.ts';

/** An answer of the discriminator, exactly: `over` of `under`, in lowest terms, from 0 to 1. */
export interface Share {
  readonly over: number;
  readonly under: number;
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

export function share(over: number, under: number): Share {
  const common = gcd(over, under);
  return { over: over / common, under: under / common };
}

export const rest = ({ over, under }: Share): Share => ({ over: under - over, under });

export const numberOf = ({ over, under }: Share): number => over / under;

/** As the notation reads it. */
export const textOf = ({ over, under }: Share): string => (under === 1 ? String(over) : `${over}/${under}`);

/** The coin that lands heads with this probability. */
export const coin = ({ over, under }: Share): Pmf => fromWeights([over, under - over]);

/** log(a/b) of shares, −∞ and ∞ among the values; undefined where it is log(0/0). A few roundings off, relative to itself. */
export function logRatio(a: Share, b: Share = { over: 1, under: 1 }): number | undefined {
  const [over, under] = [a.over * b.under, a.under * b.over];
  if (over === 0) return under === 0 ? undefined : -Infinity;
  if (under === 0) return Infinity;
  // Near 1 the quotient has lost what the logarithm is made of.
  return 2 * over > under && over < 2 * under ? log1p((over - under) / under) : log(over / under);
}

const greatest = 999;

export const shareCodec: Codec<Share> = {
  write: ({ over, under }) => (under === 1 ? String(over) : `${over}-${under}`),
  read: (text) => {
    if (!/^\d{1,3}(-\d{1,3})?$/.test(text)) return undefined;
    const [over = 0, under = 1] = text.split('-').map(Number);
    const canonical = over <= under && under <= greatest && gcd(over, under) === 1;
    const read = { over, under };
    return canonical && shareCodec.write(read) === text ? read : undefined;
  },
};
