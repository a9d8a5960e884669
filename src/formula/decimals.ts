/** Decimal strings as exact numbers: integer · 10^exponent. The oracle's digits and the author's meet here. */
export interface DecimalNumber {
  readonly integer: bigint;
  readonly exponent: number;
}

export function readDecimal(text: string): DecimalNumber {
  const match = /^([-+\u2212]?)(\d+)(?:\.(\d*))?(?:[eE]([-+]?\d+))?$/.exec(text.trim());
  if (!match) throw new Error(`'${text}' is not a decimal number`);
  const [, sign, whole, fraction = '', exponent = '0'] = match;
  const size = BigInt(whole! + fraction);
  return {
    integer: sign === '-' || sign === '\u2212' ? -size : size,
    exponent: Number(exponent) - fraction.length,
  };
}

/** value / 10^power to `places` decimals, a tie away from zero, with the minus that TeX uses; and whether it was a tie. */
export function roundDecimal(
  value: string,
  places: number,
  power = 0,
): { readonly text: string; readonly tie: boolean } {
  const { integer, exponent } = readDecimal(value);
  const size = integer < 0n ? -integer : integer;
  const shift = exponent - power + places;
  const divisor = shift < 0 ? 10n ** BigInt(-shift) : 1n;
  const scaled = shift < 0 ? size : size * 10n ** BigInt(shift);
  const rounded = (2n * scaled + divisor) / (2n * divisor);
  const tie = divisor > 1n && (2n * scaled) % (2n * divisor) === divisor;
  const digits = rounded.toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const text = places === 0 ? whole : `${whole}.${digits.slice(digits.length - places)}`;
  return { text: integer < 0n && rounded !== 0n ? `-${text}` : text, tie };
}

/** The nearest decimal towards zero instead of away from it, for a value halfway between two. */
export function roundTieDown(value: string, places: number, power = 0): string {
  const { integer, exponent } = readDecimal(value);
  const toward = integer < 0n ? integer * 1000n + 1n : integer * 1000n - 1n;
  return roundDecimal(`${toward}e${exponent - 3}`, places, power).text;
}

/** For messages: at most 12 significant digits, with … where digits are left out. */
export function brief(digits: string): string {
  if (digits === 'Infinity') return '∞';
  if (digits === '-Infinity') return '-∞';
  const { integer, exponent } = readDecimal(digits);
  const sign = integer < 0n ? '-' : '';
  const all = (integer < 0n ? -integer : integer).toString();
  const power = exponent + all.length - 1;
  const cut = all.slice(0, 12).replace(/0+$/, '') || '0';
  const more = /[1-9]/.test(all.slice(12)) ? '…' : '';
  if (power >= -5 && power < 12) {
    const padded = power < 0 ? `${'0'.repeat(-power)}${cut}` : cut.padEnd(power + 1, '0');
    const point = Math.max(power, 0) + 1;
    const fraction = padded.slice(point);
    return `${sign}${padded.slice(0, point)}${fraction === '' && more === '' ? '' : `.${fraction}`}${more}`;
  }
  return `${sign}${cut[0]}${cut.length > 1 || more ? `.${cut.slice(1)}` : ''}${more} · 10^${power}`;
}

/** Whether two decimal strings are the same number. */
export function sameDecimal(a: string, b: string): boolean {
  const [left, right] = [readDecimal(a), readDecimal(b)];
  const least = Math.min(left.exponent, right.exponent);
  const at = ({ integer, exponent }: DecimalNumber): bigint => integer * 10n ** BigInt(exponent - least);
  return at(left) === at(right);
}
